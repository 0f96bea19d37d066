import { LOG_SQRT_TWO_PI, normalLogCdfInSum } from "../math/normal.ts";
import { real, whole } from "../math/vector.ts";
import type { GroupTerm } from "./model.ts";

/** The components of all groups side by side, for the hot loop. */
export interface FlatGroups {
  /** Where each group's components begin, and where the last end. */
  readonly start: Int32Array;
  readonly logWeight: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly node: Int32Array;
  /** Node of the spread between people, or -1. */
  readonly spreadNode: Int32Array;
  /** 0 for a value, 1 for a lower bound, -1 for an upper bound. */
  readonly side: Int32Array;
  /** What the same words say beside the value: its node, or -1, and whether it is a value or an upper bound (as `side`). */
  readonly secondNode: Int32Array;
  readonly secondMean: Float64Array;
  readonly secondVariance: Float64Array;
  readonly secondSide: Int32Array;
  /** What each component says of its group's words: 0 where all is right, another number for each way of being wrong. */
  readonly verdict: Int32Array;
  /** Log of the weight times the peak of a component whose variance is fixed. */
  readonly logPeak: Float64Array;
  readonly halfPrecision: Float64Array;
}

/**
 * The components of groups in flat arrays.
 * @example
 * flattenGroups([]).start.length // => 1
 */
export function flattenGroups(terms: readonly GroupTerm[]): FlatGroups {
  const components = terms.flatMap((term) => term.group.components.map((component) => ({ term, component })));
  const start = new Int32Array(terms.length + 1);
  terms.forEach((term, g) => {
    start[g + 1] = (start[g] ?? 0) + term.group.components.length;
  });
  return {
    start,
    logWeight: Float64Array.from(components, ({ component }) => component.logWeight),
    mean: Float64Array.from(components, ({ component }) => component.mean),
    variance: Float64Array.from(components, ({ component }) => component.variance),
    node: Int32Array.from(components, ({ term, component }) => term.nodes[component.target] ?? -1),
    spreadNode: Int32Array.from(components, ({ term, component }) => term.spreadNodes?.[component.target] ?? -1),
    side: Int32Array.from(components, ({ term }) => sideOf(term.group.form)),
    secondNode: Int32Array.from(components, ({ term, component }) => term.second?.nodes[component.target] ?? -1),
    secondMean: Float64Array.from(components, ({ component }) => component.second?.mean ?? 0),
    secondVariance: Float64Array.from(components, ({ component }) => component.second?.variance ?? 1),
    secondSide: Int32Array.from(components, ({ term }) => sideOf(term.second?.form ?? "value")),
    verdict: Int32Array.from(components, ({ component }) => 2 * component.miscopied + (component.gross ? 1 : 0)),
    logPeak: Float64Array.from(
      components,
      ({ component }) => component.logWeight - LOG_SQRT_TWO_PI - 0.5 * Math.log(component.variance),
    ),
    halfPrecision: Float64Array.from(components, ({ component }) => 0.5 / component.variance),
  };
}

function sideOf(form: GroupTerm["group"]["form"]): number {
  if (form === "lower bound") return 1;
  return form === "upper bound" ? -1 : 0;
}

/**
 * The variance of a component's claim: fixed, or with the square of the spread between people.
 * @example
 * componentVariance({ variance: Float64Array.of(1), spreadNode: Int32Array.of(0) }, Float64Array.of(2), 0) // => 5
 */
export function componentVariance(
  flat: Pick<FlatGroups, "variance" | "spreadNode">,
  values: Float64Array,
  c: number,
): number {
  const spread = whole(flat.spreadNode, c);
  return real(flat.variance, c) + (spread < 0 ? 0 : real(values, spread) ** 2);
}

/**
 * The log of a component's weight times its density at the values of a tape.
 * @example
 * componentLog({ logWeight: Float64Array.of(0), logPeak: Float64Array.of(-0.9), halfPrecision: Float64Array.of(0.5), mean: Float64Array.of(0), variance: Float64Array.of(1), node: Int32Array.of(0), spreadNode: Int32Array.of(-1), side: Int32Array.of(0), secondNode: Int32Array.of(-1) }, Float64Array.of(1), 0) // => -1.4
 */
export function componentLog(flat: FlatGroups, values: Float64Array, c: number): number {
  const log = firstLog(flat, values, c);
  const second = whole(flat.secondNode, c);
  if (second < 0) return log;
  const beside = real(values, second) - real(flat.secondMean, c);
  return log + factorLog(whole(flat.secondSide, c), beside, real(flat.secondVariance, c));
}

/**
 * The most that `componentLog` can be.
 * @example
 * componentPeak({ logWeight: Float64Array.of(-1), logPeak: Float64Array.of(-2), side: Int32Array.of(0), secondNode: Int32Array.of(-1) }, 0) // => -2
 */
export function componentPeak(
  flat: Pick<FlatGroups, "logWeight" | "logPeak" | "side" | "secondNode" | "secondSide" | "secondVariance">,
  c: number,
): number {
  const peak = whole(flat.side, c) === 0 ? real(flat.logPeak, c) : real(flat.logWeight, c);
  if (whole(flat.secondNode, c) < 0 || whole(flat.secondSide, c) !== 0) return peak;
  return peak - LOG_SQRT_TWO_PI - 0.5 * Math.log(real(flat.secondVariance, c));
}

function firstLog(flat: FlatGroups, values: Float64Array, c: number): number {
  const distance = real(values, whole(flat.node, c)) - real(flat.mean, c);
  const side = whole(flat.side, c);
  if (side === 0 && whole(flat.spreadNode, c) < 0)
    return real(flat.logPeak, c) - distance * distance * real(flat.halfPrecision, c);
  return real(flat.logWeight, c) + factorLog(side, distance, componentVariance(flat, values, c));
}

/** The log of one factor of a component: a normal (side 0), or a bound from below (1) or above (-1). */
function factorLog(side: number, distance: number, variance: number): number {
  if (side !== 0) return normalLogCdfInSum((side * distance) / Math.sqrt(variance));
  return -LOG_SQRT_TWO_PI - 0.5 * Math.log(variance) - (0.5 * distance * distance) / variance;
}

/**
 * The components of a group.
 * @example
 * componentsOf({ start: Int32Array.of(0, 2, 5) }, 1) // => [2, 3, 4]
 */
export function componentsOf({ start }: Pick<FlatGroups, "start">, g: number): readonly number[] {
  return Array.from({ length: whole(start, g + 1) - whole(start, g) }, (_, k) => whole(start, g) + k);
}

/**
 * The likeliest of those components of a group that are thought of; its first where none is.
 * @example
 * likeliestOf({ start: Int32Array.of(0, 3) }, Float64Array.of(0.2, 0.5, 0.3), 0, (c) => c !== 1) // => 2
 */
export function likeliestOf(
  flat: Pick<FlatGroups, "start">,
  shares: Float64Array,
  g: number,
  isThoughtOf: (c: number) => boolean = () => true,
): number {
  const open = componentsOf(flat, g).filter(isThoughtOf);
  return open.reduce((best, c) => (real(shares, c) > real(shares, best) ? c : best), open[0] ?? whole(flat.start, g));
}
