import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { ProposalText } from "../cases/proposal-text.ts";
import type { ClaimProposal } from "../claims/proposal.ts";
import type { Parsed } from "../values/issue.ts";
import type { ReadRequest } from "./read-document.ts";
import { DEFAULT_LIMITS, type ReadDocument, refuse } from "./reader.ts";
import type { ReadTask } from "./reading-worker.ts";
import { hasOcr } from "./recognise.ts";

/** Recognising characters takes so many times longer than reading them. */
const SCANS_TAKE = 30;
/** What a file may make of the memory of its thread, in megabytes. */
const MEMORY_MB = 2_048;

/** What the thread is asked, how long it may take, and the answer where it comes to nothing. */
interface Asked<T> {
  readonly task: ReadTask;
  readonly seconds: number;
  readonly failed: (expected: string) => T | Promise<T>;
}

/** Threads run compiled JavaScript: beside this file when it is compiled, in `dist` when a test runs the source. */
function workerFile(): URL {
  const compiled = import.meta.url.endsWith(".ts") ? "../../dist/readers/reading-worker.js" : "./reading-worker.js";
  return new URL(compiled, import.meta.url);
}

/**
 * Reads files in a thread of its own, one after the other. A file that takes too long or too much memory ends the thread and
 * not the program: that file is refused, and the next one gets a new thread.
 */
export class ReadingThread {
  readonly #ocrFolder: string | undefined;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Scans are read where the packages for it lie in `ocrFolder`. */
  constructor(ocrFolder?: string) {
    this.#ocrFolder = ocrFolder === undefined ? undefined : resolve(ocrFolder);
  }

  /** What a file says, or why it cannot be read. */
  read(bytes: Uint8Array, request: ReadRequest): Promise<Parsed<ReadDocument>> {
    const folder = this.#ocrFolder;
    const scans = folder !== undefined && hasOcr(folder) ? { ocrFolder: folder } : {};
    const asked: ReadRequest = { ...scans, ...request };
    const patience = asked.ocrFolder === undefined ? 1 : SCANS_TAKE;
    const seconds = (asked.limits?.seconds ?? DEFAULT_LIMITS.seconds) * patience;
    return this.#inTurn<Parsed<ReadDocument>>({
      task: { kind: "read", bytes, request: asked },
      seconds,
      failed: (expected) => refuse(asked, expected),
    });
  }

  /** The claims that a text proposes. Throws where reading it takes too long or too much memory. */
  propose(text: ProposalText): Promise<readonly ClaimProposal[]> {
    return this.#inTurn<readonly ClaimProposal[]>({
      task: { kind: "propose", text },
      seconds: DEFAULT_LIMITS.seconds,
      failed: (expected) => Promise.reject(new Error(`expected ${expected}`)),
    });
  }

  /** Ends the thread; what is being read is given up. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #inTurn<T>(asked: Asked<T>): Promise<T> {
    const turn = this.#last.then(() => this.#ask(asked));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #ask<T>({ task, seconds, failed }: Asked<T>): Promise<T> {
    const worker = this.#ready();
    return new Promise((done) => {
      const end = (answer: T | Promise<T>): void => {
        clearTimeout(timer);
        worker.off("message", end).off("error", onError).off("exit", onExit);
        done(answer);
      };
      const giveUp = (expected: string): void => {
        this.#worker = undefined;
        end(failed(expected));
        void worker.terminate();
      };
      const onError = (error: unknown): void => giveUp(expectedOf(error));
      const onExit = (): void => giveUp("a file that can be read; this one ended its reader");
      const onTime = (): void => giveUp(`a file that can be read in ${seconds} seconds; this one was given up`);
      const timer = setTimeout(onTime, seconds * 1000);
      worker.on("message", end).on("error", onError).on("exit", onExit);
      worker.postMessage(task);
    });
  }

  #ready(): Worker {
    this.#worker ??= new Worker(workerFile(), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      stdout: true,
      stderr: true,
    });
    return this.#worker;
  }
}

function expectedOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ERR_WORKER_OUT_OF_MEMORY")
    return `a file that can be read in ${MEMORY_MB} MB of memory; this one was given up`;
  return "a file that can be read; this one ended its reader";
}
