import { logGamma } from "./chi-square.ts";
import type { Random } from "./random.ts";
import { real } from "./vector.ts";

/** How ranks are tested for uniformity. */
export interface RankTestOptions {
  /** How many ranks there will be. */
  readonly count: number;
  /** Ranks run from 0 to this. */
  readonly highest: number;
  readonly random: Random;
  /** Made-up samples of uniform ranks against which a real one is held. */
  readonly simulations?: number;
}

/** Points at which the empirical distribution function is looked at. */
const POINTS = 20;

/**
 * A test of whether ranks are uniform, as simulation-based calibration asks (Talts and others 2018, arXiv:1804.06788): gives the
 * p-value of a sample's empirical distribution function against simultaneous bands (Säilynoja, Bürkner and Vehtari 2022,
 * doi 10.1007/s11222-022-10090-6). At each of twenty points the number of ranks at or below it is binomial; the statistic is the
 * smallest of the two-sided tail probabilities, and its distribution comes from samples of uniform ranks.
 * @example
 * rankTest({ count: 3, highest: 1, random: { uniform: () => 0 }, simulations: 1 })([0, 0, 0]) // => 1
 */
export function rankTest(options: RankTestOptions): (ranks: readonly number[]) => number {
  const { count, highest, random, simulations = 4000 } = options;
  const points = pointsOf(highest);
  const tails = points.map((point) => tailsOf(count, (point + 1) / (highest + 1)));
  const statistic = (ranks: readonly number[]): number => {
    if (ranks.length !== count) throw new Error(`invalid number of ranks: ${ranks.length}`);
    const counts = new Float64Array(highest + 1);
    for (const rank of ranks) counts[rank] = real(counts, rank) + 1;
    for (let r = 1; r <= highest; r++) counts[r] = real(counts, r) + real(counts, r - 1);
    return Math.min(...points.map((point, k) => real(tails[k] ?? counts, real(counts, point))));
  };
  const uniform = (): number[] => Array.from({ length: count }, () => Math.floor(random.uniform() * (highest + 1)));
  const made = Float64Array.from({ length: simulations }, () => statistic(uniform())).sort();
  return (ranks) => {
    const found = statistic(ranks) * (1 + 1e-9);
    return (1 + made.filter((value) => value <= found).length) / (1 + simulations);
  };
}

function pointsOf(highest: number): readonly number[] {
  const at = (k: number): number => Math.floor(((k + 1) * (highest + 1)) / (POINTS + 1)) - 1;
  return [...new Set(Array.from({ length: POINTS }, (_, k) => at(k)))].filter((point) => point >= 0 && point < highest);
}

/** For every number of successes in so many trials, twice the smaller of the two tails that hold it. */
function tailsOf(count: number, probability: number): Float64Array {
  const mass = Float64Array.from({ length: count + 1 }, (_, k) => {
    const ways = logGamma(count + 1) - logGamma(k + 1) - logGamma(count - k + 1);
    return Math.exp(ways + k * Math.log(probability) + (count - k) * Math.log(1 - probability));
  });
  const tails = new Float64Array(count + 1);
  let below = 0;
  for (let k = 0; k <= count; k++) {
    const upTo = below + real(mass, k);
    tails[k] = Math.min(1, 2 * Math.min(upTo, 1 - below));
    below = upTo;
  }
  return tails;
}
