import type { Random } from "../../math/random.ts";
import { rankTest } from "../../math/rank-uniformity.ts";
import { mean, variance } from "../../math/summary.ts";
import { QUANTITY_SORTS, type QuantitySort, type RecoveredProblem, type RecoveredQuantity } from "./recover-problem.ts";
import { type ReliabilityCurve, reliabilityCurve } from "./reliability-curve.ts";

/** How many truths lie inside their intervals, with the standard error from problem to problem. */
export interface CoverageRow {
  readonly sort: QuantitySort | "all";
  readonly truths: number;
  readonly in50: number;
  readonly error50: number;
  readonly in90: number;
  readonly error90: number;
}

/** Whether the ranks of one sort of quantity are uniform over all problems. */
export interface RankRow {
  readonly sort: QuantitySort | "all";
  readonly quantities: number;
  /** Of these, how many have a p-value under 0.05: one in twenty by chance alone. */
  readonly suspect: number;
  /** The quantity with the smallest p-value. */
  readonly worst: string;
  /** That p-value, times the number of quantities: the chance of one so small among so many. */
  readonly p: number;
  /** Ranks in twenty bins, from truths below all draws to truths above all. */
  readonly histogram: readonly number[];
}

/** How honest reconciling is about problems of which the truth is known. */
export interface Calibration {
  readonly kind: "calibration";
  readonly problems: number;
  readonly seed: number;
  /** Draws to which every quantity was thinned. */
  readonly thinned: number;
  /** Quantities, over all problems, with fewer effective draws than that, in spite of as many draws as were allowed. */
  readonly unsettled: number;
  readonly coverage: readonly CoverageRow[];
  readonly ranks: readonly RankRow[];
  readonly reliability: ReliabilityCurve;
}

/** What of a run of calibration is not in its problems. */
export interface CalibrationFacts {
  readonly seed: number;
  readonly thinned: number;
  readonly random: Random;
}

const BINS = 20;
const SORTS = ["all", ...QUANTITY_SORTS] as const;

/**
 * The calibration that reconciled problems show: coverage, ranks and the reliability of conflicts.
 * @example
 * calibrationOf([], { seed: 1, thinned: 19, random: { uniform: () => 0 } }).problems // => 0
 */
export function calibrationOf(problems: readonly RecoveredProblem[], facts: CalibrationFacts): Calibration {
  const { seed, thinned, random } = facts;
  const all = problems.flatMap((problem) => problem.quantities);
  return {
    kind: "calibration",
    problems: problems.length,
    seed,
    thinned,
    unsettled: all.filter(({ ess }) => ess < thinned).length,
    coverage: SORTS.map((sort) => coverageOf(problems, sort)),
    ranks: ranksOf(problems, thinned, random),
    reliability: reliabilityCurve(problems.flatMap((problem) => problem.claims)),
  };
}

function isOf(sort: QuantitySort | "all"): (quantity: RecoveredQuantity) => boolean {
  return (quantity) => sort === "all" || quantity.sort === sort;
}

/** Quantities of one problem hang together, so the standard error is that of the shares of whole problems. */
function coverageOf(problems: readonly RecoveredProblem[], sort: QuantitySort | "all"): CoverageRow {
  const chosen = problems.map(({ quantities }) => quantities.filter(isOf(sort)));
  const share = (isIn: (quantity: RecoveredQuantity) => boolean): readonly [mean: number, error: number] => {
    const shares = Float64Array.from(chosen, (own) => own.filter(isIn).length / Math.max(1, own.length));
    return shares.length < 2 ? [0, 0] : [mean(shares), Math.sqrt(variance(shares) / shares.length)];
  };
  const [in50, error50] = share((quantity) => quantity.in50);
  const [in90, error90] = share((quantity) => quantity.in90);
  return { sort, truths: chosen.reduce((sum, own) => sum + own.length, 0), in50, error50, in90, error90 };
}

function ranksOf(problems: readonly RecoveredProblem[], thinned: number, random: Random): readonly RankRow[] {
  if (problems.length === 0) return [];
  const pValue = rankTest({ count: problems.length, highest: thinned, random });
  const first = problems[0]?.quantities ?? [];
  const tested = first.map(({ quantity, sort }, k) => {
    const ranks = problems.map((problem) => problem.quantities[k]?.rank ?? 0);
    return { quantity, sort, ranks, p: pValue(ranks) };
  });
  return SORTS.map((sort) => {
    const own = tested.filter((one) => sort === "all" || one.sort === sort);
    const worst = own.reduce((least, one) => (one.p < least.p ? one : least), { quantity: "", p: 1 });
    return {
      sort,
      quantities: own.length,
      suspect: own.filter(({ p }) => p < 0.05).length,
      worst: worst.quantity,
      p: Math.min(1, worst.p * own.length),
      histogram: histogramOf(
        own.flatMap(({ ranks }) => ranks),
        thinned,
      ),
    };
  });
}

function histogramOf(ranks: readonly number[], highest: number): readonly number[] {
  const counts = Array.from({ length: BINS }, () => 0);
  for (const rank of ranks) {
    const bin = Math.floor((rank * BINS) / (highest + 1));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
