import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import type { Reply, Task } from "./task.ts";
import { awaitReply, threadWith } from "./thread.ts";

export interface PoolOptions {
  /** Called with the mean progress of all tasks, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Ends every thread and rejects. */
  readonly signal?: AbortSignal;
}

/** Tasks that are done with one reply. */
export type PoolTask = Exclude<Task, { kind: "chain" }>;

/**
 * The replies to tasks in their order, run in as many threads as there are processors; a thread goes from one task to the next, for it gets faster as it
 * goes. Rejects with the first failure.
 */
export async function runTasks(tasks: readonly PoolTask[], options: PoolOptions = {}): Promise<readonly Reply[]> {
  const replies = new Map<number, Reply>();
  const shares = tasks.map(() => 0);
  const waiting = [...tasks.entries()];
  const report = (position: number, share: number): void => {
    shares[position] = share;
    options.onProgress?.(shares.reduce((sum, one) => sum + one, 0) / tasks.length);
  };
  const threads: Worker[] = [];
  const lane = async (): Promise<void> => {
    let thread: Worker | undefined;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [position, task] = next;
      options.signal?.throwIfAborted();
      if (thread) thread.postMessage(task);
      else {
        thread = threadWith(task);
        threads.push(thread);
      }
      replies.set(
        position,
        await awaitReply(
          thread,
          () => true,
          options.signal,
          (share) => report(position, share),
        ),
      );
      report(position, 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, lane));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return tasks.flatMap((_, position) => replies.get(position) ?? []);
}
