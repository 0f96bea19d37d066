import { performance } from "node:perf_hooks";
import type { Account } from "../accounts/account.ts";
import { quantityId } from "../accounts/quantity-id.ts";
import type { Claim } from "../claims/claim.ts";
import { accountWithout } from "../estimates/account-without.ts";
import { assembleReconciliation } from "../estimates/assemble.ts";
import { checkEvidence } from "../estimates/check-evidence.ts";
import type { Reconciliation } from "../estimates/estimate.ts";
import { type Evidence, gatherEvidence } from "../estimates/evidence.ts";
import type { EvidenceGroup } from "../estimates/evidence-group.ts";
import type { EvidenceProblem } from "../estimates/evidence-problem.ts";
import { inputDigest } from "../estimates/input-digest.ts";
import { listNames } from "../estimates/list.ts";
import { parametersOf } from "../estimates/parameters.ts";
import { quantityBatches } from "../estimates/quantity-batches.ts";
import { reportedQuantities } from "../estimates/reported.ts";
import type { QuantitySummary } from "../estimates/summarise.ts";
import { claimedQuantities } from "../estimates/support.ts";
import { MOST_SUMMED, thinDraws } from "../estimates/thinned-draws.ts";
import type { SwitchedOff } from "../estimates/what-if.ts";
import type { Source } from "../sources/source.ts";
import { type Drawn, drawChainsIn } from "./draw-chains.ts";
import { EvidenceError } from "./evidence-error.ts";
import { sharedNumbers } from "./shared-numbers.ts";
import type { DrawnChain, Reply } from "./task.ts";
import { Threads } from "./threads.ts";

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
  /** Draws of each chain at most: chains that agree sooner stop. */
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
  /** What is left out, as if nobody had said it. */
  readonly without?: SwitchedOff;
  /** Called with the share of the work that is done and what is being done, in words. */
  readonly onProgress?: (share: number, doing: string) => void;
  /** Called now and then with what the draws so far say, while the chains still disagree. */
  readonly onInterim?: (reconciliation: Reconciliation) => Promise<void>;
  readonly signal?: AbortSignal;
}

const PRIOR_DRAWS = 2000;

/**
 * The reconciliation of a case: chains in worker threads, then summaries in worker threads. The same input, seed and options
 * give the same figures however many threads there are.
 */
export async function reconcileCase(input: ReconcileInput, options: ReconcileOptions = {}): Promise<Reconciliation> {
  const account = accountWithout(input.account, options.without?.priors ?? []);
  const evidence = gatherEvidence(account, input.claims, input.sources, options.without);
  const problems = checkEvidence(account, input.claims, evidence);
  if (problems.some(({ severity }) => severity === "error")) throw new EvidenceError(problems);
  const work = { input: { ...input, account }, digest: inputDigest(input), evidence, problems };
  return Threads.with({ signal: options.signal }, (threads) => reconcileIn(threads, work, options));
}

/** What is reconciled once it is known to be in order. */
interface ReconcileWork {
  /** With the account as it is without what is switched off. */
  readonly input: ReconcileInput;
  /** Of the input as it is. */
  readonly digest: string;
  readonly evidence: Evidence;
  readonly problems: readonly EvidenceProblem[];
}

async function reconcileIn(
  threads: Threads,
  { input, digest, evidence, problems }: ReconcileWork,
  { seed = 1, chains = 4, warmup = 300, draws = 3000, onProgress, onInterim }: ReconcileOptions,
): Promise<Reconciliation> {
  const { account } = input;
  const { groups } = evidence;
  const started = performance.now();
  let prior: Promise<SharedArrayBuffer> | undefined;
  const reconciled = async (drawn: Drawn, onSummed?: (share: number) => void): Promise<Reconciliation> => {
    const spoken = { claimed: claimedQuantities(groups), width: widthOf(account, groups) };
    prior ??= drawPrior(threads, account, seed + 7);
    const [summaries, { judged, appraisal, draws: kept }] = await Promise.all([
      prior.then((rows) => summarise(threads, account, drawn.chains, { ...spoken, prior: rows }, onSummed)),
      judge(threads, input, groups, drawn.chains, digest),
    ]);
    const divergences = drawn.chains.reduce((sum, chain) => sum + chain.divergences, 0);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const facts = { chains, draws: drawn.draws, seed, divergences, seconds, problems };
    const whole = assembleReconciliation(account, evidence, summaries, judged, facts, digest);
    return { ...whole, appraisal, draws: kept };
  };
  const summingUp = (share: number): void => onProgress?.(0.9 + 0.1 * share, "summing up");
  // A round may be looked at to see whether it is enough, to show what it says, and as the last.
  let last: Reconciliation | undefined;
  const summedUp = async (round: Drawn, onSummed?: (share: number) => void): Promise<Reconciliation> => {
    if (last?.diagnostics.draws !== round.draws) last = await reconciled(round, onSummed);
    return last;
  };
  const lengths = { seed, chains, warmup, most: draws };
  const drawn = await drawChainsIn(threads, { account, groups }, lengths, {
    onProgress: (share) => onProgress?.(0.9 * share, "drawing"),
    isEnough: async (round) => (await summedUp(round, summingUp)).diagnostics.unsettled.length === 0,
    ...(onInterim ? { onRound: async (round) => onInterim(await summedUp(round)) } : {}),
  });
  return summedUp(drawn, summingUp);
}

/** What the draws say of every claim and of the whole account, from a worker thread. */
async function judge(
  threads: Threads,
  { account, claims }: ReconcileInput,
  groups: readonly EvidenceGroup[],
  drawn: readonly DrawnChain[],
  digest: string,
): Promise<Extract<Reply, { kind: "appraisal" }>> {
  const chains = drawn.map((chain) => chain.draws);
  const task = { kind: "appraisal" as const, account, claims, groups, chains, input: digest };
  const [reply] = await threads.run([task]);
  if (reply?.kind !== "appraisal") throw new Error(`invalid reply: ${reply?.kind ?? "none"}`);
  return reply;
}

/** Draws of the account's parameters from their prior, from a worker thread. */
async function drawPrior(threads: Threads, account: Account, seed: number): Promise<SharedArrayBuffer> {
  const [reply] = await threads.run([{ kind: "prior", account, count: PRIOR_DRAWS, seed }]);
  if (reply?.kind !== "prior") throw new Error(`invalid reply: ${reply?.kind ?? "none"}`);
  return reply.rows;
}

/** Numbers in a row of draws: parameters of the account, then errors of lists. */
function widthOf(account: Account, groups: readonly EvidenceGroup[]): number {
  return parametersOf(account, listNames(groups)).names.length;
}

/** What summing up needs beside the account and the draws. */
interface Spoken {
  readonly claimed: ReadonlySet<string>;
  /** Numbers in a row of the draws. */
  readonly width: number;
  /** Draws of the prior. */
  readonly prior: SharedArrayBuffer;
}

/** Summaries of all that an account reports, in its order. */
async function summarise(
  threads: Threads,
  account: Account,
  drawn: readonly DrawnChain[],
  { claimed, width, prior }: Spoken,
  onProgress?: (share: number) => void,
): Promise<readonly QuantitySummary[]> {
  const chains = drawn.map(({ draws }) => sharedNumbers(thinDraws([new Float64Array(draws)], width, MOST_SUMMED).rows));
  const names = [...account.measures.values()].flatMap((measure) => reportedQuantities(account, measure, claimed));
  const replies = await threads.run(
    quantityBatches(names).map((batch) => ({ kind: "summary", account, names: batch, chains, prior, width })),
    onProgress,
  );
  const found = new Map(
    replies.flatMap((reply) => (reply.kind === "summary" ? reply.summaries : [])).map((one) => [one.quantity, one]),
  );
  return names.flatMap((name) => found.get(quantityId(name)) ?? []);
}
