import { setTimeout as sleep } from "node:timers/promises";
import type { Propose, Store } from "../store/store.ts";

/** How far the reading of a case's texts for proposals is. */
export interface ProposingState {
  /** How many sources are still to be read. */
  readonly unread: number;
  /** Sources whose text could not be read for proposals, with the reason. */
  readonly failed: readonly { readonly source: string; readonly why: string }[];
}

interface ProposingOptions {
  readonly store: Store;
  readonly propose: Propose;
  readonly log: (line: string) => void;
}

/** Reads the texts of cases for proposals when somebody looks at a queue, one text after the other; it owns those readings. */
export class Proposing {
  readonly #options: ProposingOptions;
  readonly #running = new Map<string, Promise<void>>();
  readonly #failed = new Map<string, Map<string, string>>();
  #closed = false;

  constructor(options: ProposingOptions) {
    this.#options = options;
  }

  /** Sees that every text of a case is being read, waits a moment for it, and says how much is left. */
  async catchUp(caseId: string, patienceMs: number): Promise<ProposingState> {
    const due = await this.#due(caseId);
    if (due.length > 0 && !this.#closed) {
      const running = this.#running.get(caseId) ?? this.#start(caseId);
      const waited = new AbortController();
      const moment = sleep(patienceMs, undefined, { signal: waited.signal }).catch(() => undefined);
      await Promise.race([running, moment]);
      waited.abort();
    }
    const failed = [...(this.#failed.get(caseId) ?? [])].map(([source, why]) => ({ source, why }));
    return { unread: due.length === 0 ? 0 : (await this.#due(caseId)).length, failed };
  }

  /** Tries again what could not be read, after a copy was replaced. */
  forget(caseId: string): void {
    this.#failed.delete(caseId);
  }

  /** Lets the text that is being read be the last one. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#running.values());
  }

  async #due(caseId: string): Promise<readonly string[]> {
    const failed = this.#failed.get(caseId);
    const unread = await this.#options.store.proposals.unread(caseId);
    return unread.filter((source) => failed?.has(source) !== true);
  }

  #start(caseId: string): Promise<void> {
    const running = this.#readAll(caseId)
      .catch((error: unknown) => this.#options.log(`The proposals of ${caseId} could not be read: ${String(error)}`))
      .finally(() => this.#running.delete(caseId));
    this.#running.set(caseId, running);
    return running;
  }

  async #readAll(caseId: string): Promise<void> {
    for (let [source] = await this.#due(caseId); source !== undefined; [source] = await this.#due(caseId)) {
      if (this.#closed) return;
      await this.#readOne(caseId, source);
    }
  }

  async #readOne(caseId: string, source: string): Promise<void> {
    const { store, propose, log } = this.#options;
    try {
      await store.proposals.read(caseId, source, propose);
      if (!(await store.proposals.unread(caseId)).includes(source)) return;
      this.#fail(caseId, source, "its text changed while it was being read");
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      log(`The proposals of ${source} in ${caseId} could not be read: ${why}`);
      this.#fail(caseId, source, why);
    }
  }

  #fail(caseId: string, source: string, why: string): void {
    const failed = this.#failed.get(caseId) ?? new Map<string, string>();
    this.#failed.set(caseId, failed.set(source, why));
  }
}
