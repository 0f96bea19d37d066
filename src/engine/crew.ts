import { Worker } from "node:worker_threads";
import { STRETCHES } from "../estimates/chain.ts";
import { workerFile } from "./pool.ts";
import type { Order, Reply, Task } from "./task.ts";

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
      tasks.map((task) => new Worker(workerFile(), { workerData: task })),
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
          awaited(worker, isAwaited, this.options.signal, (share) => {
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

function awaited(
  worker: Worker,
  isAwaited: (reply: Reply) => boolean,
  signal: AbortSignal | undefined,
  onProgress: (share: number) => void,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      worker.off("message", listen);
      worker.off("error", fail);
      worker.off("exit", exit);
      signal?.removeEventListener("abort", abort);
    };
    const fail = (error: Error): void => {
      done();
      reject(error);
    };
    const abort = (): void => fail(signal?.reason instanceof Error ? signal.reason : new Error("cancelled"));
    const exit = (code: number): void => fail(new Error(`a reconciling thread ended early (code ${code})`));
    const listen = (reply: Reply): void => {
      if (reply.kind === "progress") onProgress(reply.share);
      else if (reply.kind === "failure") fail(new Error(reply.message));
      else if (isAwaited(reply)) {
        done();
        resolve(reply);
      }
    };
    worker.on("message", listen);
    worker.on("error", fail);
    worker.on("exit", exit);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
