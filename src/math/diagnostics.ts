import { normalQuantile } from "./normal.ts";
import { orderOf } from "./order.ts";
import { mean, quantileOfSorted, variance } from "./summary.ts";
import { real, whole } from "./vector.ts";
import { workspace } from "./workspace.ts";

/** How far chains agree, and how many independent draws theirs are worth. */
export interface Diagnostics {
  readonly rhat: number;
  readonly ess: number;
}

/** Stands for chains that stay still at different values, whose R-hat has no bound. */
export const LARGEST_RHAT = 1000;

/**
 * Rank-normalised split R-hat (the larger of bulk and folded) and bulk effective sample size of a quantity, from chains of
 * equal length: Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021, doi 10.1214/20-BA1221. A quantity that never moves has
 * R-hat 1 and as many effective draws as draws.
 * @example
 * diagnose([Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 1, 1, 1)]) // => {"rhat":1,"ess":8}
 */
export function diagnose(chains: readonly Float64Array[]): Diagnostics {
  const halves = chains.flatMap(halve);
  const pooled = pool(halves);
  return diagnoseOrdered(pooled, halves.length, orderOf(pooled));
}

/**
 * The same of chains whose halves stand one after another in one array, with the positions of its values in ascending order.
 * @example
 * diagnoseOrdered(Float64Array.of(1, 1, 1, 1), 2, Int32Array.of(0, 1, 2, 3)) // => {"rhat":1,"ess":4}
 */
export function diagnoseOrdered(pooled: Float64Array, halves: number, order: Int32Array): Diagnostics {
  const total = pooled.length;
  const { sorted, ranks, away } = roomFor(total);
  for (let k = 0; k < total; k++) sorted[k] = real(pooled, whole(order, k));
  if (!(real(sorted, 0) < real(sorted, total - 1))) return { rhat: 1, ess: total };
  normalScores(order, sorted, ranks);
  const ranked = split(ranks, halves);
  const { rhat, ess } = bulkOf(ranked, momentsOf(ranked));
  fold(order, sorted, away);
  normalScores(away.order, away.sorted, ranks);
  return { rhat: Math.min(Math.max(rhat, splitRhat(momentsOf(ranked))), LARGEST_RHAT), ess };
}

/** R-hat and effective draws of the ranks of chains. */
function bulkOf(ranked: readonly Float64Array[], moments: Moments): Diagnostics {
  return { rhat: splitRhat(moments), ess: effectiveSampleSize(ranked, moments) };
}

/** Room for so many draws: their values in order, the scores of their ranks, and the same of their distances from the middle. */
const roomFor = workspace((n) => ({
  sorted: new Float64Array(n),
  ranks: new Float64Array(n),
  away: { order: new Int32Array(n), sorted: new Float64Array(n) },
}));

/** Values in order, and where each stands. */
interface Ordered {
  readonly order: Int32Array;
  readonly sorted: Float64Array;
}

function split(pooled: Float64Array, parts: number): Float64Array[] {
  const length = pooled.length / parts;
  return Array.from({ length: parts }, (_, k) => pooled.subarray(k * length, (k + 1) * length));
}

function halve(chain: Float64Array): Float64Array[] {
  const half = Math.floor(chain.length / 2);
  return [chain.subarray(0, half), chain.subarray(chain.length - half)];
}

/** Writes distances from the median in ascending order, and where they stand: the two sides of the order merged. */
function fold(order: Int32Array, sorted: Float64Array, away: Ordered): void {
  const n = sorted.length;
  const middle = quantileOfSorted(sorted, 0.5);
  let above = firstAtLeast(sorted, middle);
  let below = above - 1;
  for (let i = 0; i < n; i++) {
    const up = above < n ? Math.abs(real(sorted, above) - middle) : Number.POSITIVE_INFINITY;
    const down = below >= 0 ? Math.abs(real(sorted, below) - middle) : Number.POSITIVE_INFINITY;
    away.sorted[i] = Math.min(up, down);
    away.order[i] = whole(order, up <= down ? above++ : below--);
  }
}

function pool(chains: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(chains.reduce((sum, chain) => sum + chain.length, 0));
  let at = 0;
  for (const chain of chains) {
    all.set(chain, at);
    at += chain.length;
  }
  return all;
}

/** The last few lengths are kept, for every quantity of a run has the same. */
const SCORES = new Map<number, Float64Array>();

/**
 * Normal scores of ranks 1 … n, with Blom's offset 3/8.
 * @example
 * scoresOf(1) // => {"0":0}
 */
export function scoresOf(n: number): Float64Array {
  const known = SCORES.get(n);
  if (known) return known;
  const scores = Float64Array.from({ length: n }, (_, rank) => normalQuantile((rank + 1 - 0.375) / (n + 0.25)));
  if (SCORES.size > 8) SCORES.clear();
  SCORES.set(n, scores);
  return scores;
}

/** Writes normal scores of the ranks of values, where the values stand; ties get the score in the middle of theirs. */
function normalScores(order: Int32Array, sorted: Float64Array, out: Float64Array): void {
  const scores = scoresOf(sorted.length);
  for (let first = 0; first < sorted.length; ) {
    let last = first;
    while (last + 1 < sorted.length && sorted[last + 1] === sorted[first]) last++;
    const score = (real(scores, (first + last) >> 1) + real(scores, (first + last + 1) >> 1)) / 2;
    for (let k = first; k <= last; k++) out[whole(order, k)] = score;
    first = last + 1;
  }
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (real(sorted, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where chains of one length are, and how far they vary. */
interface Moments {
  readonly length: number;
  readonly means: Float64Array;
  /** The mean of the variances within them, and the variance of their means. */
  readonly within: number;
  readonly between: number;
}

function momentsOf(chains: readonly Float64Array[]): Moments {
  const means = Float64Array.from(chains, mean);
  const within = mean(Float64Array.from(chains, variance));
  return { length: chains[0]?.length ?? 0, means, within, between: variance(means) };
}

function splitRhat({ length: n, within, between }: Moments): number {
  if (between === 0) return Math.sqrt((n - 1) / n);
  return Math.sqrt((n - 1) / n + between / within);
}

/** Geyer's initial monotone sequence over the chains' combined autocorrelations; never more than draws · log10(draws). The chains are centered in place. */
function effectiveSampleSize(chains: readonly Float64Array[], { length: n, means, within, between }: Moments): number {
  chains.forEach((chain, k) => {
    center(chain, real(means, k));
  });
  const pooled = ((n - 1) / n) * within + between;
  const unbiased = n / (n - 1) / chains.length / n;
  const sums = new Float64Array(2);
  let tau = -1;
  let previous = Number.POSITIVE_INFINITY;
  for (let lag = 0; lag + 1 < n; lag += 2) {
    sums.fill(0);
    for (const chain of chains) addProducts(sums, chain, lag);
    // The correlations at two lags together.
    const pair = Math.min(2 - (2 * within - (real(sums, 0) + real(sums, 1)) * unbiased) / pooled, previous);
    if (pair <= 0) break;
    tau += 2 * pair;
    previous = pair;
  }
  const draws = n * chains.length;
  return draws / Math.max(tau, 1 / Math.log10(draws));
}

function center(chain: Float64Array, middle: number): void {
  for (let i = 0; i < chain.length; i++) chain[i] = real(chain, i) - middle;
}

/** Adds the products of a centered chain with itself, a lag later and one more, to two sums; both in one pass. */
function addProducts(sums: Float64Array, chain: Float64Array, lag: number): void {
  const last = chain.length - lag - 1;
  let next = real(chain, lag);
  let one = 0;
  let two = 0;
  for (let i = 0; i < last; i++) {
    const now = real(chain, i);
    one += now * next;
    next = real(chain, i + lag + 1);
    two += now * next;
  }
  sums[0] = real(sums, 0) + one + real(chain, last) * next;
  sums[1] = real(sums, 1) + two;
}
