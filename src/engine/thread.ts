import { Worker } from "node:worker_threads";
import type { Reply, Task } from "./task.ts";
import { workerFile } from "./worker-file.ts";

/** A new thread that was given a task; whoever starts it ends it. */
export function threadWith(task: Task): Worker {
  const worker = new Worker(workerFile("worker"));
  worker.postMessage(task);
  return worker;
}

/** The next reply of a thread that is awaited. Rejects when the thread fails or ends, or the signal comes; the thread is left as it is. */
export function awaitReply(
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
