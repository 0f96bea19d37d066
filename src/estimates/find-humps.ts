import { mean, quantileOfSorted, variance } from "../math/summary.ts";
import { real } from "../math/vector.ts";
import type { Estimate } from "./estimate.ts";
import type { Hump } from "./hump.ts";
import { fromScale, type Scale, toScale } from "./stated-width.ts";

const CELLS = 256;
/** A hump holds at least this share of the draws … */
const LEAST_MASS = 0.05;
/** … and the dip beside it is at most this share of its height … */
const DEEPEST = 0.7;
/** … by this many standard deviations of what chance does to so many draws. */
const SURE = 4;

/**
 * The humps of a quantity from its draws in ascending order, on its scale: in its unit, from left to right; none where there is only one.
 * A hump counts when it holds a twentieth of the draws and the dip beside it is far below it, by more than chance does to
 * as many independent draws as the chains are worth; the density is smoothed by Silverman's rule (1986), which rather joins two
 * humps than makes two of one (rule E24).
 * @example
 * findHumps(Float64Array.of(1, 1, 1), 3, "log") // => []
 */
export function findHumps(drawn: Float64Array, ess: number, scale: Scale): readonly Hump[] {
  const points = finiteOf(drawn);
  const curve = smoothCurve(points, Math.min(ess, points.length));
  if (!curve) return [];
  const dips = trueDips(curve, points);
  if (dips.length === 0) return [];
  const ends = [real(points, 0), ...dips.map((cell) => at(curve, cell)), real(points, points.length - 1)];
  return ends.slice(1).map((high, i): Hump => {
    const low = ends[i] ?? high;
    return {
      center: inUnit(at(curve, highest(curve, cellOf(curve, low), cellOf(curve, high))), scale),
      low: inUnit(low, scale),
      high: inUnit(high, scale),
      mass: Number(massBetween(points, low, high, i === 0).toFixed(3)),
    };
  });
}

/** The finite ones of numbers in ascending order: a share of one has no logit. */
function finiteOf(sorted: Float64Array): Float64Array {
  const ends = [real(sorted, 0), real(sorted, sorted.length - 1)];
  return ends.every(Number.isFinite) ? sorted : sorted.filter(Number.isFinite);
}

/** A density in cells of equal width, and how sure one can be of it. */
interface Curve {
  readonly from: number;
  readonly step: number;
  readonly heights: Float64Array;
  /** Independent draws that a height of one stands for. */
  readonly draws: number;
}

function smoothCurve(points: Float64Array, ess: number): Curve | undefined {
  if (points.length < 40) return undefined;
  const quartiles = quantileOfSorted(points, 0.75) - quantileOfSorted(points, 0.25);
  const spread = Math.min(Math.sqrt(variance(points)), quartiles / 1.34);
  if (!(spread > 1e-9 * (1 + Math.abs(mean(points))))) return undefined;
  const width = 0.9 * spread * ess ** -0.2;
  const from = quantileOfSorted(points, 0.002) - 3 * width;
  const step = (quantileOfSorted(points, 0.998) + 3 * width - from) / CELLS;
  const counts = new Float64Array(CELLS);
  for (const point of points) {
    const cell = Math.floor((point - from) / step);
    if (cell >= 0 && cell < CELLS) counts[cell] = real(counts, cell) + 1;
  }
  const reach = Math.ceil((3 * width) / step);
  const kernel = Float64Array.from({ length: reach + 1 }, (_, d) => Math.exp(-0.5 * ((d * step) / width) ** 2));
  const heights = new Float64Array(CELLS);
  for (let cell = 0; cell < CELLS; cell++) {
    const count = real(counts, cell);
    if (count === 0) continue;
    const [from, to] = [Math.max(0, cell - reach), Math.min(CELLS - 1, cell + reach)];
    for (let other = from; other <= to; other++)
      heights[other] = real(heights, other) + count * real(kernel, Math.abs(other - cell));
  }
  // Σ K over Σ K²: a smoothed height of h is worth h·ΣK/ΣK² draws, a share ess/n of which are independent.
  const square = 2 * kernel.reduce((sum, k) => sum + k * k, 0) - 1;
  return { from, step, heights, draws: ess / points.length / square };
}

function at(curve: Curve, cell: number): number {
  return curve.from + (cell + 0.5) * curve.step;
}

function cellOf(curve: Curve, point: number): number {
  return Math.min(CELLS - 1, Math.max(0, Math.floor((point - curve.from) / curve.step)));
}

function highest({ heights }: Curve, from: number, to: number): number {
  let best = from;
  for (let cell = from; cell <= to; cell++) if (real(heights, cell) > real(heights, best)) best = cell;
  return best;
}

function lowest({ heights }: Curve, from: number, to: number): number {
  let best = from;
  for (let cell = from; cell <= to; cell++) if (real(heights, cell) < real(heights, best)) best = cell;
  return best;
}

/** Cells of the dips that part true humps, from left to right: false ones are filled, the shallowest first. */
function trueDips(curve: Curve, points: Float64Array): readonly number[] {
  let dips = localDips(curve);
  for (;;) {
    const edges = [0, ...dips, CELLS - 1];
    const judged = dips.map((dip, i) => {
      const left = real(curve.heights, highest(curve, edges[i] ?? 0, dip));
      const right = real(curve.heights, highest(curve, dip, edges[i + 2] ?? dip));
      const bottom = real(curve.heights, dip);
      const lower = Math.min(left, right);
      const massLeft = massBetween(points, at(curve, edges[i] ?? 0), at(curve, dip), i === 0);
      const massRight = massBetween(
        points,
        at(curve, dip),
        at(curve, edges[i + 2] ?? dip),
        false,
        i === dips.length - 1,
      );
      const sure = (lower - bottom) * Math.sqrt(curve.draws) > SURE * Math.sqrt(lower + bottom);
      const holds = bottom < DEEPEST * lower && sure && Math.min(massLeft, massRight) >= LEAST_MASS;
      return { dip, holds, depth: bottom / lower };
    });
    const worst = judged.filter(({ holds }) => !holds).sort((a, b) => b.depth - a.depth)[0];
    if (!worst) return dips;
    dips = dips.filter((dip) => dip !== worst.dip);
  }
}

function localDips(curve: Curve): readonly number[] {
  const { heights } = curve;
  const peaks = [...heights.keys()].filter(
    (cell) => real(heights, cell) > (heights[cell - 1] ?? 0) && real(heights, cell) >= (heights[cell + 1] ?? 0),
  );
  return peaks.slice(1).map((peak, i) => lowest(curve, peaks[i] ?? 0, peak));
}

/** The share of points in ascending order from one number to another, both included. */
function massBetween(points: Float64Array, low: number, high: number, isFirst: boolean, isLast = false): number {
  const from = isFirst ? 0 : countWhile(points, (point) => point < low);
  const to = isLast ? points.length : countWhile(points, (point) => point <= high);
  return Math.max(0, to - from) / points.length;
}

/** How many numbers in ascending order pass a test that only the first ones do. */
function countWhile(points: Float64Array, passes: (point: number) => boolean): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(real(points, middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inUnit(point: number, scale: Scale): number {
  return Number(fromScale(point, scale).toPrecision(4));
}

/** At this share of its prior's width an interval says that nothing is known. */
const AS_WIDE = 0.9;

/**
 * The width of an estimate's 90 % interval over that of its prior, both on its scale.
 * @example
 * widthOfPrior({ unit: "person", q05: 10, q95: 100, prior: { q05: 1, q95: 10000 } }) // => 0.25
 */
export function widthOfPrior(
  estimate: Pick<Estimate, "unit" | "q05" | "q95"> & { readonly prior: Pick<Estimate, "q05" | "q95"> },
): number {
  const scale: Scale = estimate.unit === "share" ? "logit" : "log";
  const width = ({ q05, q95 }: Pick<Estimate, "q05" | "q95">) => toScale(q95, scale) - toScale(q05, scale);
  return width(estimate) / width(estimate.prior);
}

/**
 * Whether an estimate is as wide as its prior: then nothing is known that was not thought before any claim (rule E24).
 * @example
 * isAsWideAsPrior({ unit: "person", q05: 1, q95: 95, prior: { q05: 1, q95: 100 } }) // => true
 */
export function isAsWideAsPrior(estimate: Parameters<typeof widthOfPrior>[0]): boolean {
  return widthOfPrior(estimate) > AS_WIDE;
}
