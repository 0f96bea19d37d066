import { performance } from "node:perf_hooks";
import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import { assembleReconciliation } from "../estimates/assemble.ts";
import { checkEvidence } from "../estimates/check-evidence.ts";
import type { Reconciliation } from "../estimates/estimate.ts";
import { gatherEvidence } from "../estimates/evidence.ts";
import { inputDigest } from "../estimates/input-digest.ts";
import { judgeClaims } from "../estimates/judge-claims.ts";
import { compileModel } from "../estimates/model.ts";
import { priorDraws, type QuantitySummary } from "../estimates/summarise.ts";
import { claimedQuantities } from "../estimates/support.ts";
import type { Source } from "../sources/source.ts";
import { EvidenceError } from "./evidence-error.ts";
import { runTasks } from "./pool.ts";
import type { Reply } from "./task.ts";

/** What reconciling needs of a case. */
export interface ReconcileInput {
  readonly account: Account;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
}

/** How long the chains run. */
export interface ReconcileLength {
  readonly chains?: number;
  readonly warmup?: number;
  /** Draws of each chain. */
  readonly draws?: number;
}

/** Long enough to see the shape of an account, too short to settle it: what pages show while the full run goes on. */
export const FIRST_LOOK = { chains: 2, warmup: 90, draws: 60 } as const satisfies ReconcileLength;

/** What a first look is kept as drawn from: never the digest itself, so that its estimates count as stale. */
export function firstLookInput(input: string): string {
  return `first look at ${input}`;
}

export interface ReconcileOptions extends ReconcileLength {
  readonly seed?: number;
  /** Called with the share of the work that is done and what is being done, in words. */
  readonly onProgress?: (share: number, doing: string) => void;
  readonly signal?: AbortSignal;
}

const PRIOR_DRAWS = 2000;
/** Measures summed up in one task: enough to share work, few enough to share it out and to fit in memory. */
const TOGETHER = 5;

/**
 * The reconciliation of a case: chains in worker threads, then summaries in worker threads. The same input, seed and options
 * give the same figures however many threads there are.
 */
export async function reconcileCase(input: ReconcileInput, options: ReconcileOptions = {}): Promise<Reconciliation> {
  const { seed = 1, chains = 4, warmup = 450, draws = 1500, onProgress, signal } = options;
  const started = performance.now();
  const evidence = gatherEvidence(input.account, input.claims, input.sources);
  const problems = checkEvidence(input.account, input.claims, evidence);
  if (problems.some(({ severity }) => severity === "error")) throw new EvidenceError(problems);
  const stop = signal === undefined ? {} : { signal };
  const tasks = Array.from({ length: chains }, (_, chain) => ({
    kind: "chain" as const,
    account: input.account,
    groups: evidence.groups,
    seed: seed * 1000 + chain,
    warmup,
    draws,
  }));
  const drawn = (
    await runTasks(tasks, { ...stop, onProgress: (share) => onProgress?.(0.9 * share, "drawing") })
  ).flatMap(chainsOf);
  const model = compileModel(input.account, evidence.groups);
  const summaries = await summarise(
    input.account,
    drawn,
    { claimed: claimedQuantities(evidence.groups), width: model.parameters.names.length },
    seed,
    (share) => onProgress?.(0.9 + 0.1 * share, "summing up"),
    signal,
  );
  const judged = judgeClaims(model, {
    parameters: drawn.map((chain) => new Float64Array(chain.draws)),
    responsibilities: drawn.map((chain) => new Float64Array(chain.responsibilities)),
  });
  const divergences = drawn.reduce((sum, chain) => sum + chain.divergences, 0);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const facts = { chains, draws, seed, divergences, seconds, problems };
  return assembleReconciliation(input.account, evidence, summaries, judged, facts, inputDigest(input));
}

type ChainReply = Extract<Reply, { kind: "chain" }>;

function chainsOf(reply: Reply): readonly ChainReply[] {
  return reply.kind === "chain" ? [reply] : [];
}

async function summarise(
  account: Account,
  drawn: readonly ChainReply[],
  spoken: { readonly claimed: ReadonlySet<string>; readonly width: number },
  seed: number,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<readonly QuantitySummary[]> {
  const prior = priorDraws(account, PRIOR_DRAWS, seed + 7);
  const buffer = new SharedArrayBuffer(prior.byteLength);
  new Float64Array(buffer).set(prior);
  const ids = [...account.measures.keys()];
  const tasks = Array.from({ length: Math.ceil(ids.length / TOGETHER) }, (_, batch) => ({
    kind: "summary" as const,
    account,
    measures: ids.slice(batch * TOGETHER, (batch + 1) * TOGETHER),
    chains: drawn.map((chain) => chain.draws),
    prior: buffer,
    ...spoken,
  }));
  const replies = await runTasks(tasks, { onProgress, ...(signal === undefined ? {} : { signal }) });
  return replies.flatMap((reply) => (reply.kind === "summary" ? reply.summaries : []));
}
