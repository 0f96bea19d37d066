import { Worker } from "node:worker_threads";
import type { TextFinding } from "../audits/text-finding.ts";
import type { ComparedText } from "../sources/repeated-passages.ts";
import { sha256Hex } from "../values/digest.ts";
import { workerFile } from "./built-file.ts";

/** Findings of so many sets of texts are kept. */
const KEPT = 20;
/** A set of texts that takes longer is given up. */
const SECONDS = 120;

/** Audits the words of documents in a thread, so that nothing waits for it, and once for each set of texts; it owns its threads. */
export class TextAuditor {
  readonly #known = new Map<string, Promise<readonly TextFinding[]>>();
  readonly #threads = new Set<Worker>();

  /** What in the texts cannot be right as it stands. Rejects where the thread fails or takes too long. */
  audit(texts: readonly ComparedText[]): Promise<readonly TextFinding[]> {
    if (texts.length === 0) return Promise.resolve([]);
    const key = sha256Hex(texts.map(({ id, text }) => `${id} ${sha256Hex(text)}`).join("\n"));
    const held = this.#known.get(key);
    if (held !== undefined) return held;
    const found = this.#run(texts);
    this.#known.set(key, found);
    found.catch(() => this.#known.delete(key));
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEPT && oldest !== undefined) this.#known.delete(oldest);
    return found;
  }

  /** Ends its threads; what they audit is given up. */
  async close(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }

  #run(texts: readonly ComparedText[]): Promise<readonly TextFinding[]> {
    const thread = new Worker(workerFile("audit-worker"), { workerData: texts });
    this.#threads.add(thread);
    return new Promise<readonly TextFinding[]>((done, fail) => {
      const timer = setTimeout(() => {
        fail(new Error(`these documents were not audited in ${SECONDS} seconds and were given up`));
        void thread.terminate();
      }, SECONDS * 1000);
      thread.on("message", done).on("error", fail);
      thread.on("exit", () => {
        clearTimeout(timer);
        this.#threads.delete(thread);
        fail(new Error("the thread that audits documents ended early"));
      });
    });
  }
}
