import { performance } from "node:perf_hooks";
import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import { accountWithout } from "../estimates/account-without.ts";
import { assembleReconciliation } from "../estimates/assemble.ts";
import { checkEvidence } from "../estimates/check-evidence.ts";
import type { Reconciliation } from "../estimates/estimate.ts";
import { type Evidence, gatherEvidence } from "../estimates/evidence.ts";
import type { EvidenceGroup } from "../estimates/evidence-group.ts";
import type { EvidenceProblem } from "../estimates/evidence-problem.ts";
import { inputDigest } from "../estimates/input-digest.ts";
import type { SwitchedOff } from "../estimates/what-if.ts";
import type { Source } from "../sources/source.ts";
import { type Drawn, drawChainsIn } from "./draw-chains.ts";
import { EvidenceError } from "./evidence-error.ts";
import { SummingUp } from "./summing-up.ts";
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
  const summing = new SummingUp(threads, account, groups, seed + 7);
  const reconciled = async (drawn: Drawn, onSummed?: (share: number) => void): Promise<Reconciliation> => {
    const [{ judged, appraisal, draws: kept }, summaries] = await Promise.all([
      judge(threads, input, groups, drawn.chains, digest),
      summing.summaries(drawn, onSummed),
    ]);
    const divergences = drawn.chains.reduce((sum, chain) => sum + chain.divergences, 0);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const facts = { chains, draws: drawn.draws, seed, divergences, seconds, problems };
    const whole = assembleReconciliation(account, evidence, summaries, judged, facts, digest);
    return { ...whole, appraisal, draws: kept };
  };
  const lengths = { seed, chains, warmup, most: draws };
  const drawing = drawChainsIn(threads, { account, groups }, lengths, {
    onProgress: (share) => onProgress?.(0.9 * share, "drawing"),
    isEnough: (round) => summing.hasSettled(round),
    ...(onInterim ? { onRound: async (round) => onInterim(await reconciled(round)) } : {}),
  });
  // If this fails, so does what waits for it below, or drawing has failed before.
  summing.thinkAhead().catch(() => {});
  const drawn = await drawing;
  return reconciled(drawn, (share) => onProgress?.(0.9 + 0.1 * share, "summing up"));
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
  return threads.ask(task);
}
