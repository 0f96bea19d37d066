import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Reply, Task } from "./task.ts";

export interface PoolOptions {
  /** Called with the mean progress of all tasks, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Ends every thread and rejects. */
  readonly signal?: AbortSignal;
}

/** Threads run compiled JavaScript: beside this file when it is compiled, in `dist` when a test runs the source. */
export function workerFile(): URL {
  const compiled = import.meta.url.endsWith(".ts") ? "../../dist/engine/worker.js" : "./worker.js";
  return new URL(compiled, import.meta.url);
}

/** Tasks that are done with one reply. */
export type PoolTask = Exclude<Task, { kind: "chain" }>;

/** The replies to tasks in their order, run in as many threads as there are processors. Rejects with the first failure. */
export async function runTasks(tasks: readonly PoolTask[], options: PoolOptions = {}): Promise<readonly Reply[]> {
  const replies = new Map<number, Reply>();
  const shares = tasks.map(() => 0);
  const waiting = [...tasks.entries()];
  const report = (position: number, share: number): void => {
    shares[position] = share;
    options.onProgress?.(shares.reduce((sum, one) => sum + one, 0) / tasks.length);
  };
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [position, task] = next;
      options.signal?.throwIfAborted();
      replies.set(position, await runTask(task, (share) => report(position, share), options.signal));
      report(position, 1);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, lane));
  return tasks.flatMap((_, position) => replies.get(position) ?? []);
}

function runTask(task: PoolTask, onProgress: (share: number) => void, signal?: AbortSignal): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: task });
    const abort = (): void => {
      void worker.terminate();
      reject(signal?.reason instanceof Error ? signal.reason : new Error("cancelled"));
    };
    signal?.addEventListener("abort", abort, { once: true });
    worker.on("message", (reply: Reply) => {
      if (reply.kind === "progress") return onProgress(reply.share);
      signal?.removeEventListener("abort", abort);
      if (reply.kind === "failure") reject(new Error(reply.message));
      else resolve(reply);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => {
      signal?.removeEventListener("abort", abort);
      reject(new Error(`a reconciling thread ended early (code ${code})`));
    });
  });
}
