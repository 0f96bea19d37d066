import type { Account } from "../accounts/account.ts";
import type { EvidenceGroup } from "../estimates/evidence-group.ts";
import { Crew } from "./crew.ts";
import { joined } from "./shared-numbers.ts";
import type { DrawnChain } from "./task.ts";
import { Threads } from "./threads.ts";

/** What chains draw from. */
export interface DrawnFrom {
  readonly account: Account;
  readonly groups: readonly EvidenceGroup[];
}

/** How many chains, from which seed, and how long at most. */
export interface DrawLengths {
  readonly seed: number;
  readonly chains: number;
  readonly warmup: number;
  /** Draws of each chain at most. */
  readonly most: number;
  /** Whether to stop sooner where the chains agree; they do so unless it is false. */
  readonly settle?: boolean;
}

/** All chains as far as they are drawn. */
export interface Drawn {
  readonly chains: readonly DrawnChain[];
  /** Draws of each. */
  readonly draws: number;
}

export interface DrawOptions {
  /** Called with the share of all that may have to be drawn, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal | undefined;
  /** Called with what is there after a round that does not end it, before the next begins, whenever there is twice as much as the last time. */
  readonly onRound?: (drawn: Drawn) => Promise<void>;
  /** Asked once the chains agree, for what follows from what they agree on may not have settled; where the answer is no they go on. */
  readonly isEnough?: (drawn: Drawn) => Promise<boolean>;
}

/** Draws of every chain in the first round; fewer can hardly be worth four hundred independent ones. */
const FIRST_ROUND = 400;
/** Draws of every chain in a later round at least. */
const LEAST_ROUND = 100;

/**
 * Draws in rounds, after the first each an eighth as long as all before it together or a little more, until the chains agree on what claims speak of or the most that is
 * allowed is there. Where it stops hangs on the draws alone, so the same seed gives the same figures.
 */
export function drawChains(from: DrawnFrom, lengths: DrawLengths, options: DrawOptions = {}): Promise<Drawn> {
  return Threads.with({ signal: options.signal }, (threads) => drawChainsIn(threads, from, lengths, options));
}

/** The same in threads that are there, and that whoever asks can use in between. */
export async function drawChainsIn(
  threads: Threads,
  from: DrawnFrom,
  { seed, chains, warmup, most, settle = true }: DrawLengths,
  { onProgress, onRound, isEnough }: Omit<DrawOptions, "signal">,
): Promise<Drawn> {
  const seeds = Array.from({ length: chains }, (_, chain) => seed * 1000 + chain);
  const reporting = (before: number, now: number) => (share: number) =>
    onProgress?.((before + share * now) / (warmup + most));
  const crew = await Crew.muster(threads, { ...from, seeds, warmup }, reporting(0, warmup));
  let drawn: readonly DrawnChain[] = [];
  let draws = 0;
  let shown = 0;
  for (;;) {
    const next = draws === 0 ? FIRST_ROUND : Math.max(LEAST_ROUND, 2 * Math.floor(draws / 16));
    const now = settle ? Math.min(most - draws, next) : most;
    drawn = appended(drawn, await crew.advance(now, reporting(warmup + draws, now)));
    draws += now;
    const sofar = { chains: drawn, draws };
    if (draws >= most) return sofar;
    if ((await agree(threads, from, drawn)) && ((await isEnough?.(sofar)) ?? true)) return sofar;
    if (draws < 2 * shown) continue;
    shown = draws;
    await onRound?.(sofar);
  }
}

async function agree(threads: Threads, from: DrawnFrom, drawn: readonly DrawnChain[]): Promise<boolean> {
  const task = { kind: "agreement" as const, ...from, chains: drawn.map((chain) => chain.draws) };
  return (await threads.ask(task)).settled;
}

function appended(before: readonly DrawnChain[], more: readonly DrawnChain[]): readonly DrawnChain[] {
  return more.map(({ draws, divergences }, chain) => {
    const held = before[chain]?.draws;
    if (!held) return { draws, divergences };
    return { draws: joined([held, draws]), divergences };
  });
}
