import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { workerFile } from "./built-file.ts";
import type { Order, Reply, Task } from "./task.ts";

/** Tasks that are done with one reply, which is of the same kind. */
export type PlainTask = Exclude<Task, { kind: "chains" }>;
type TaskOf<K> = Extract<PlainTask, { kind: K }>;
type ReplyOf<K> = Extract<Reply, { kind: K }>;

export interface ThreadsOptions {
  /** Rejects whatever is asked of the threads. */
  readonly signal?: AbortSignal | undefined;
  /** How many there are at most; as many as there are processors unless that is said. */
  readonly most?: number;
}

/**
 * Worker threads for as long as some work takes, each started when it is first needed. A thread does one thing after another
 * and gets faster as it goes. Once a thread has failed, or the signal has come, nothing more can be asked of them.
 */
export class Threads {
  readonly most: number;
  private readonly workers = new Map<number, Worker>();
  /** How many replies each thread still owes. */
  private readonly owed = new Map<number, number>();
  /** Tasks that wait for a thread, and those that wait until one has nothing else to do. */
  private readonly waiting: ((thread: number) => void)[] = [];
  private readonly spare: ((thread: number) => void)[] = [];
  private isOver = false;
  private readonly signal: AbortSignal | undefined;

  private constructor({ signal, most = availableParallelism() }: ThreadsOptions) {
    this.signal = signal;
    this.most = most;
  }

  /** What some work with threads comes to; they are ended with it, however it ends. */
  static async with<T>(options: ThreadsOptions, work: (threads: Threads) => Promise<T>): Promise<T> {
    options.signal?.throwIfAborted();
    const threads = new Threads(options);
    try {
      return await work(threads);
    } finally {
      threads.isOver = true;
      await Promise.all([...threads.workers.values()].map((worker) => worker.terminate()));
    }
  }

  /** The replies to tasks in their order. `onProgress` is told the mean progress of all, 0 to 1. */
  run<K extends PlainTask["kind"]>(
    tasks: readonly TaskOf<K>[],
    onProgress?: (share: number) => void,
  ): Promise<readonly ReplyOf<K>[]> {
    const report = meanOf(tasks.length, onProgress);
    return Promise.all(tasks.map((task, k) => this.ask(task, report(k))));
  }

  /** The reply to a task, from the thread that is free first. */
  async ask<K extends PlainTask["kind"]>(task: TaskOf<K>, onProgress?: (share: number) => void): Promise<ReplyOf<K>> {
    return this.askOf(await this.free(this.waiting), task, onProgress);
  }

  /** The replies to tasks that can wait: they are done where a thread has nothing else to do, as while it waits for what others were ordered. */
  runBeside<K extends PlainTask["kind"]>(
    tasks: readonly TaskOf<K>[],
    onProgress?: (share: number) => void,
  ): Promise<readonly ReplyOf<K>[]> {
    const report = meanOf(tasks.length, onProgress);
    const replies = tasks.map(async (task, k) => this.askOf(await this.free(this.spare), task, report(k)));
    return Promise.all(replies);
  }

  /** One reply of a kind from each of the first threads to an order, from each its own. */
  order<K extends Reply["kind"]>(
    threads: number,
    order: Order,
    kind: K,
    onProgress?: (share: number) => void,
  ): Promise<readonly ReplyOf<K>[]> {
    const report = meanOf(threads, onProgress);
    return Promise.all(
      Array.from({ length: threads }, (_, thread) => {
        this.owe(thread, 1);
        this.tell(thread, order);
        return this.reply(thread, kind, report(thread)).finally(() => this.owe(thread, -1));
      }),
    );
  }

  /** Gives a thread a task or an order. What comes back is for whoever waits for its next reply. */
  tell(thread: number, message: Task | Order): void {
    const worker = this.workers.get(thread) ?? new Worker(workerFile("worker"));
    this.workers.set(thread, worker);
    worker.postMessage(message);
  }

  private async askOf<K extends PlainTask["kind"]>(
    thread: number,
    task: TaskOf<K>,
    onProgress?: (share: number) => void,
  ): Promise<ReplyOf<K>> {
    try {
      this.signal?.throwIfAborted();
      this.tell(thread, task);
      const reply = await this.reply(thread, task.kind, onProgress);
      onProgress?.(1);
      return reply;
    } finally {
      this.owe(thread, -1);
    }
  }

  /** A thread that owes nothing, once the turn of whoever asks has come in a queue; it owes a reply then. */
  private free(queue: ((thread: number) => void)[]): Promise<number> {
    return new Promise((resolve) => {
      queue.push(resolve);
      this.deal();
    });
  }

  private owe(thread: number, more: number): void {
    this.owed.set(thread, (this.owed.get(thread) ?? 0) + more);
    if (more < 0) this.deal();
  }

  /** Gives threads that owe nothing what waits for one; what can wait only after whoever got a reply has had the time to ask for more. */
  private deal(): void {
    this.dealFrom(this.waiting);
    if (this.spare.length > 0) setImmediate(() => this.dealFrom(this.spare));
  }

  private dealFrom(queue: ((thread: number) => void)[]): void {
    if (this.isOver) return;
    for (let thread = 0; thread < this.most && queue.length > 0; thread++) {
      if ((this.owed.get(thread) ?? 0) > 0) continue;
      this.owed.set(thread, 1);
      queue.shift()?.(thread);
    }
  }

  /** The next reply of a thread that is of a kind. Rejects when the thread fails or ends, or the signal comes. */
  private reply<K extends Reply["kind"]>(
    thread: number,
    kind: K,
    onProgress?: (share: number) => void,
  ): Promise<ReplyOf<K>> {
    const { signal } = this;
    const worker = this.workers.get(thread);
    return new Promise((resolve, reject) => {
      const done = (): void => {
        worker?.off("message", listen);
        worker?.off("error", fail);
        worker?.off("exit", exit);
        signal?.removeEventListener("abort", abort);
      };
      const fail = (error: Error): void => {
        done();
        reject(error);
      };
      const abort = (): void => fail(signal?.reason instanceof Error ? signal.reason : new Error("cancelled"));
      const exit = (code: number): void => fail(new Error(`a reconciling thread ended early (code ${code})`));
      const listen = (reply: Reply): void => {
        if (reply.kind === "progress") onProgress?.(reply.share);
        else if (reply.kind === "failure") fail(new Error(reply.message));
        else if (isOf(reply, kind)) {
          done();
          resolve(reply);
        }
      };
      worker?.on("message", listen);
      worker?.on("error", fail);
      worker?.on("exit", exit);
      signal?.addEventListener("abort", abort, { once: true });
    });
  }
}

/** Takes the progress of each of several and tells the mean of all. */
function meanOf(count: number, onProgress?: (share: number) => void): (position: number) => (share: number) => void {
  const shares = Array.from({ length: count }, () => 0);
  return (position) => (share) => {
    shares[position] = share;
    onProgress?.(shares.reduce((sum, one) => sum + one, 0) / count);
  };
}

function isOf<K extends Reply["kind"]>(reply: Reply, kind: K): reply is ReplyOf<K> {
  return reply.kind === kind;
}
