import { normalQuantile } from "./normal.ts";
import { mean, quantileOfSorted, variance } from "./summary.ts";
import { real } from "./vector.ts";

/** How far chains agree, and how many independent draws theirs are worth. */
export interface Diagnostics {
  readonly rhat: number;
  readonly ess: number;
}

/** Stands for chains that stay still at different values, whose R-hat has no bound. */
const LARGEST_RHAT = 1000;

/**
 * Rank-normalised split R-hat (the larger of bulk and folded) and bulk effective sample size of a quantity, from chains of
 * equal length: Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021, doi 10.1214/20-BA1221. A quantity that never moves has
 * R-hat 1 and as many effective draws as draws.
 * @example
 * diagnose([Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 1, 1, 1)]) // => {"rhat":1,"ess":8}
 */
export function diagnose(chains: readonly Float64Array[]): Diagnostics {
  const halves = chains.flatMap(halve);
  const total = halves.reduce((sum, half) => sum + half.length, 0);
  if (isConstant(halves)) return { rhat: 1, ess: total };
  const sorted = pool(halves).sort();
  const middle = quantileOfSorted(sorted, 0.5);
  const ranked = rankNormalise(halves, sorted);
  const away = halves.map((half) => half.map((value) => Math.abs(value - middle)));
  const folded = rankNormalise(away, foldSorted(sorted, middle));
  const rhat = Math.max(splitRhat(ranked), splitRhat(folded));
  return { rhat: Math.min(rhat, LARGEST_RHAT), ess: effectiveSampleSize(ranked) };
}

function halve(chain: Float64Array): Float64Array[] {
  const half = Math.floor(chain.length / 2);
  return [chain.subarray(0, half), chain.subarray(chain.length - half)];
}

function isConstant(chains: readonly Float64Array[]): boolean {
  const first = chains[0]?.[0];
  return chains.every((chain) => chain.every((value) => value === first));
}

/** Distances from a middle, in ascending order, of values in ascending order: the two sides merged. */
function foldSorted(sorted: Float64Array, middle: number): Float64Array {
  const folded = new Float64Array(sorted.length);
  let above = firstAtLeast(sorted, middle);
  let below = above - 1;
  for (let i = 0; i < folded.length; i++) {
    const up = above < sorted.length ? Math.abs(real(sorted, above) - middle) : Number.POSITIVE_INFINITY;
    const down = below >= 0 ? Math.abs(real(sorted, below) - middle) : Number.POSITIVE_INFINITY;
    folded[i] = Math.min(up, down);
    if (up <= down) above++;
    else below--;
  }
  return folded;
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

/** Normal scores of ranks 1 … n with Blom's offset 3/8; the last few lengths are kept, for every quantity of a run has the same. */
const SCORES = new Map<number, Float64Array>();

function scoresOf(n: number): Float64Array {
  const known = SCORES.get(n);
  if (known) return known;
  const scores = Float64Array.from({ length: n }, (_, rank) => normalQuantile((rank + 1 - 0.375) / (n + 0.25)));
  if (SCORES.size > 8) SCORES.clear();
  SCORES.set(n, scores);
  return scores;
}

/** Normal scores of the ranks in the pooled values; ties get the score in the middle of theirs. */
function rankNormalise(chains: readonly Float64Array[], sorted: Float64Array): Float64Array[] {
  const scores = scoresOf(sorted.length);
  const score = (value: number): number => {
    const first = firstAtLeast(sorted, value);
    let last = first;
    while (last + 1 < sorted.length && sorted[last + 1] === value) last++;
    return (real(scores, (first + last) >> 1) + real(scores, (first + last + 1) >> 1)) / 2;
  };
  return chains.map((chain) => chain.map(score));
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

function splitRhat(chains: readonly Float64Array[]): number {
  const n = chains[0]?.length ?? 0;
  const within = mean(Float64Array.from(chains, variance));
  const between = variance(Float64Array.from(chains, mean));
  if (between === 0) return Math.sqrt((n - 1) / n);
  return Math.sqrt((n - 1) / n + between / within);
}

/** Geyer's initial monotone sequence over the chains' combined autocorrelations; never more than draws · log10(draws). */
function effectiveSampleSize(chains: readonly Float64Array[]): number {
  const n = chains[0]?.length ?? 0;
  const centers = chains.map(mean);
  const within = mean(Float64Array.from(chains, variance));
  const pooled = ((n - 1) / n) * within + variance(Float64Array.from(centers));
  const correlation = (lag: number): number => {
    let sum = 0;
    chains.forEach((chain, c) => {
      sum += autocovariance(chain, centers[c] ?? 0, lag);
    });
    return 1 - (within - (sum / chains.length) * (n / (n - 1))) / pooled;
  };
  let tau = -1;
  let previous = Number.POSITIVE_INFINITY;
  for (let lag = 0; lag + 1 < n; lag += 2) {
    const pair = Math.min(correlation(lag) + correlation(lag + 1), previous);
    if (pair <= 0) break;
    tau += 2 * pair;
    previous = pair;
  }
  const draws = n * chains.length;
  return draws / Math.max(tau, 1 / Math.log10(draws));
}

function autocovariance(chain: Float64Array, center: number, lag: number): number {
  let sum = 0;
  for (let i = 0; i + lag < chain.length; i++) sum += (real(chain, i) - center) * (real(chain, i + lag) - center);
  return sum / chain.length;
}
