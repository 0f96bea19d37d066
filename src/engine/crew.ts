import type { Worker } from "node:worker_threads";
import { STRETCHES } from "../estimates/chain.ts";
import type { Order, Reply, Task } from "./task.ts";
import { awaitReply, threadWith } from "./thread.ts";

type ChainTask = Extract<Task, { kind: "chain" }>;
type ChainReply = Extract<Reply, { kind: "chain" }>;

export interface CrewOptions {
  /** Called with the mean progress of what all chains are at, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Ends every thread and rejects whatever is under way. */
  readonly signal?: AbortSignal;
}

/** Chains in a thread each, warmed up once and taken further together; it owns the threads until it is dismissed. */
export class Crew {
  private readonly workers: readonly Worker[];
  private readonly options: CrewOptions;

  private constructor(workers: readonly Worker[], options: CrewOptions) {
    this.workers = workers;
    this.options = options;
  }

  /** Starts the chains and waits until all are warm. Rejects with the first failure, and then no thread is left. */
  static async muster(tasks: readonly ChainTask[], options: CrewOptions = {}): Promise<Crew> {
    options.signal?.throwIfAborted();
    const crew = new Crew(
      tasks.map((task) => threadWith(task)),
      options,
    );
    for (let k = 0; k < STRETCHES; k++) {
      const replies = await crew.order({ kind: "stretch" }, "report", (share) => (k + share) / STRETCHES);
      const reports = replies.flatMap((reply) => (reply.kind === "report" ? [reply.report] : []));
      crew.tell({ kind: "heed", reports });
    }
    return crew;
  }

  /** The next draws of every chain, in the order of the tasks. */
  async advance(draws: number): Promise<readonly ChainReply[]> {
    const replies = await this.order({ kind: "draw", draws }, "chain");
    return replies.flatMap((reply) => (reply.kind === "chain" ? [reply] : []));
  }

  /** Ends all threads. */
  async dismiss(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private tell(order: Order): void {
    for (const worker of this.workers) worker.postMessage(order);
  }

  /** One reply of the awaited kind from every thread to an order; where one fails or the signal comes, all are ended. */
  private async order(
    order: Order,
    awaitedKind: Reply["kind"],
    progress: (share: number) => number = (share) => share,
  ): Promise<readonly Reply[]> {
    const isAwaited = (reply: Reply): boolean => reply.kind === awaitedKind;
    this.tell(order);
    const shares = this.workers.map(() => 0);
    try {
      return await Promise.all(
        this.workers.map((worker, k) =>
          awaitReply(worker, isAwaited, this.options.signal, (share) => {
            shares[k] = share;
            this.options.onProgress?.(progress(shares.reduce((sum, one) => sum + one, 0) / shares.length));
          }),
        ),
      );
    } catch (error) {
      await this.dismiss();
      throw error;
    }
  }
}
