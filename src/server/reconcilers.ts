import type { ReconcilingState } from "../cases/views.ts";
import { FIRST_LOOK, firstLookInput, type ReconcileLength } from "../engine/reconcile-case.ts";
import type { Reconciliation } from "../estimates/estimate.ts";
import type { Store } from "../store/store.ts";

/** Reconciles one stored case: what the engine does, with the seed and length that the workbench uses. */
export type ReconcileStored = (
  caseId: string,
  run: ReconcileLength & {
    readonly onProgress: (progress: number, message: string) => void;
    readonly onInterim?: (reconciliation: Reconciliation) => Promise<void>;
    readonly signal: AbortSignal;
  },
) => Promise<Reconciliation>;

/** What the reconcilers of a workbench work with. */
export interface ReconcilersOptions {
  readonly store: Store;
  readonly reconcile: ReconcileStored;
  /** Digest of what the case would be reconciled from now; the estimates are stale when theirs differs. */
  readonly inputDigest: (caseId: string) => Promise<string>;
  readonly clock: () => Date;
  readonly log?: (line: string) => void;
}

/** Share of the work that a first look is. */
const FIRST_SHARE = 0.1;

interface Job {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

type Listener = (state: ReconcilingState) => void;

/** Runs the reconciling of stored cases, one after another, and tells who listens how far it is; it owns those runs. */
export class Reconcilers {
  readonly #options: ReconcilersOptions;
  readonly #jobs = new Map<string, Job>();
  readonly #live = new Map<string, ReconcilingState>();
  /** Cases that somebody wants reconciled while they are. */
  readonly #again = new Set<string>();
  readonly #failed = new Map<string, string>();
  readonly #listeners = new Map<string, Set<Listener>>();
  #queue: Promise<void> = Promise.resolve();
  #looks: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: ReconcilersOptions) {
    this.#options = options;
  }

  /** Where a case stands: running with its progress, failed with the reason, done, stale, or none yet. */
  async state(caseId: string): Promise<ReconcilingState> {
    const latest = await this.#options.store.reconciliations.latest(caseId);
    const shown = latest === undefined ? {} : { at: latest.at, diagnostics: latest.diagnostics };
    const live = this.#live.get(caseId);
    if (live !== undefined) return { ...live, ...shown };
    const failure = this.#failed.get(caseId);
    if (failure !== undefined) return { kind: "failed", progress: 0, message: failure, ...shown };
    if (latest === undefined) return { kind: "none", progress: 0, message: "not reconciled yet" };
    const stale = (await this.#options.inputDigest(caseId)) !== latest.input;
    return stale
      ? { kind: "stale", progress: 1, message: "the claims, sources or account have changed since", ...shown }
      : { kind: "done", progress: 1, message: "", ...shown };
  }

  /** Whether the case has no estimates or has changed since they were drawn. */
  async isStale(caseId: string): Promise<boolean> {
    const latest = await this.#options.store.reconciliations.latest(caseId);
    return latest === undefined || latest.input !== (await this.#options.inputDigest(caseId));
  }

  /**
   * Starts reconciling a case, after those before it; false when it is under way already: then it is done once more if the
   * case has changed since that began.
   */
  start(caseId: string): boolean {
    if (this.#closed) return false;
    if (this.#jobs.has(caseId)) {
      this.#again.add(caseId);
      return false;
    }
    const stop = new AbortController();
    this.#failed.delete(caseId);
    this.#tell(caseId, {
      kind: "running",
      progress: 0,
      message: this.#jobs.size === 0 ? "preparing" : "waiting for another case",
    });
    const looked = this.#looks.then(() => this.#firstLook(caseId, stop.signal));
    this.#looks = looked.then(
      () => undefined,
      () => undefined,
    );
    const done = this.#queue.then(() => this.#run(caseId, looked, stop.signal));
    this.#queue = done;
    this.#jobs.set(caseId, { stop, done });
    return true;
  }

  /** Stops reconciling a case and waits until it has stopped; the estimates before it stay. False when none was under way. */
  async cancel(caseId: string): Promise<boolean> {
    const job = this.#jobs.get(caseId);
    if (job === undefined) return false;
    job.stop.abort();
    await job.done;
    return true;
  }

  /** Calls the listener with every new state of a case until the returned function is called. */
  listen(caseId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(caseId) ?? new Set();
    this.#listeners.set(caseId, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Resolves when nothing is being reconciled. */
  async idle(): Promise<void> {
    while (this.#jobs.size > 0) await Promise.all([...this.#jobs.values()].map((job) => job.done));
  }

  /** Stops everything that is under way and takes on nothing more. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#jobs.values()) job.stop.abort();
    await this.idle();
  }

  async #run(caseId: string, look: Promise<number>, signal: AbortSignal): Promise<void> {
    try {
      const looked = await look;
      await this.#allLooks();
      signal.throwIfAborted();
      const onProgress = (share: number, message: string) =>
        this.#tell(caseId, { kind: "running", progress: looked + (1 - looked) * share, message });
      const reconciliation = await this.#options.reconcile(caseId, {
        onProgress,
        // Estimates that were there before are worth more than what a few draws say.
        ...(looked > 0 ? { onInterim: (interim) => this.#show(caseId, interim, signal) } : {}),
        signal,
      });
      signal.throwIfAborted();
      await this.#options.store.reconciliations.save(caseId, reconciliation, this.#options.clock().toISOString());
    } catch (error) {
      if (!signal.aborted) this.#fail(caseId, error);
    } finally {
      this.#jobs.delete(caseId);
      this.#live.delete(caseId);
      if (!this.#closed && !(await this.#goOn(caseId, signal))) await this.#announce(caseId);
    }
  }

  /** Starts once more where that was wanted and the case has changed meanwhile. Whether it did. */
  async #goOn(caseId: string, signal: AbortSignal): Promise<boolean> {
    const wanted = this.#again.delete(caseId) && !signal.aborted && !this.#failed.has(caseId);
    return wanted && (await this.isStale(caseId).catch(() => false)) && this.start(caseId);
  }

  /** Resolves when no case waits for its first look: a short case is not kept waiting by the full run of a long one. */
  async #allLooks(): Promise<void> {
    for (let looks: Promise<void> | undefined; looks !== this.#looks; ) {
      looks = this.#looks;
      await looks;
    }
  }

  /**
   * Fills the pages of a case that has no estimates yet from a short run, whose estimates count as stale; gives the share of
   * the whole work that this was.
   */
  async #firstLook(caseId: string, signal: AbortSignal): Promise<number> {
    const { store, reconcile } = this.#options;
    signal.throwIfAborted();
    if ((await store.reconciliations.latest(caseId)) !== undefined) return 0;
    const onProgress = (share: number) =>
      this.#tell(caseId, { kind: "running", progress: share * FIRST_SHARE, message: "taking a first look" });
    await this.#show(caseId, await reconcile(caseId, { ...FIRST_LOOK, onProgress, signal }), signal);
    this.#tell(caseId, { kind: "running", progress: FIRST_SHARE, message: "drawing" });
    return FIRST_SHARE;
  }

  /** Lets pages show what a run says before it is through; such estimates count as stale. */
  async #show(caseId: string, interim: Reconciliation, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const at = this.#options.clock().toISOString();
    await this.#options.store.reconciliations.save(caseId, { ...interim, input: firstLookInput(interim.input) }, at);
    const live = this.#live.get(caseId);
    if (live !== undefined) this.#tell(caseId, { ...live, at });
  }

  #fail(caseId: string, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#failed.set(caseId, message);
    this.#options.log?.(`reconciling ${caseId} failed: ${error instanceof Error ? (error.stack ?? message) : message}`);
  }

  async #announce(caseId: string): Promise<void> {
    const state = await this.state(caseId).catch(() => undefined);
    if (state !== undefined) this.#emit(caseId, state);
  }

  #tell(caseId: string, state: ReconcilingState): void {
    const at = state.at ?? this.#live.get(caseId)?.at;
    const live = at === undefined ? state : { ...state, at };
    this.#live.set(caseId, live);
    this.#emit(caseId, live);
  }

  #emit(caseId: string, state: ReconcilingState): void {
    for (const listener of this.#listeners.get(caseId) ?? []) listener(state);
  }
}
