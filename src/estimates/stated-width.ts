import type { Modality } from "../claims/claim.ts";
import type { Credibility, Reliability } from "../sources/grade.ts";
import { printNumber, significantDigits } from "../values/number.ts";
import type { Range } from "../values/range.ts";
import { NINETY } from "./parameters.ts";

/** What a printed range says on a scale: its middle and the half of its 90 % width. */
export interface StatedWidth {
  readonly center: number;
  readonly half: number;
}

/** The scale on which a measure is estimated. */
export type Scale = "log" | "logit";

/**
 * The scale on which a measure is estimated: logit for a share, log for everything else.
 * @example
 * scaleOf({ unit: "person" }) // => "log"
 */
export function scaleOf(measure: { readonly unit: string }): Scale {
  return measure.unit === "share" ? "logit" : "log";
}

/** "More than X" from someone who estimates is the range X to this many X. */
const OPEN_END = 1.5;

/**
 * A positive number, or a share, on its scale.
 * @example
 * toScale(0.5, "logit") // => 0
 */
export function toScale(value: number, scale: Scale): number {
  return scale === "log" ? Math.log(value) : Math.log(value / (1 - value));
}

/**
 * The number at a point of a scale.
 * @example
 * fromScale(0, "logit") // => 0.5
 */
export function fromScale(point: number, scale: Scale): number {
  return scale === "log" ? Math.exp(point) : 1 / (1 + Math.exp(-point));
}

/**
 * Middle and 90 % half-width of a printed range after conversion by a factor: half the width of a range; of a point by its
 * significant digits (15 % for one digit or two ending in 5, 5 % for two, 2 % for more); "about" doubles either (rules E1, E2).
 * An open bound is read as a range to half as much again; where a bound is logical the caller does not ask for this.
 * @example
 * statedWidth({ kind: "point", value: 1053 }, false, 1, "log").half // => 0.02
 */
export function statedWidth(range: Range, approximate: boolean, factor: number, scale: Scale): StatedWidth {
  const doubled = approximate ? 2 : 1;
  if (range.kind === "point") {
    const half = pointHalfWidth(range.value);
    const value = range.value * factor;
    if (scale === "log") return { center: Math.log(value), half: half * doubled };
    const high = toScale(Math.min(0.995, value * Math.exp(half)), scale);
    return {
      center: toScale(value, scale),
      half: Math.max((high - toScale(value * Math.exp(-half), scale)) / 2, 1e-3) * doubled,
    };
  }
  const [low, high] = closedEnds(range, factor, scale);
  const ends = [toScale(low, scale), toScale(high, scale)] as const;
  return { center: (ends[0] + ends[1]) / 2, half: ((ends[1] - ends[0]) / 2) * doubled };
}

function pointHalfWidth(value: number): number {
  const printed = printNumber(value);
  const digits = significantDigits(printed);
  const lastIsFive = printed.replace(".", "").replace(/0+$/, "").endsWith("5");
  if (digits <= 1 || (digits === 2 && lastIsFive)) return 0.15;
  return digits === 2 ? 0.05 : 0.02;
}

function closedEnds(range: Exclude<Range, { kind: "point" }>, factor: number, scale: Scale): readonly [number, number] {
  const most = scale === "log" ? Number.POSITIVE_INFINITY : 0.995;
  const least = scale === "log" ? 0 : 0.005;
  if (range.kind === "between") return [Math.max(least, range.low * factor), Math.min(most, range.high * factor)];
  if (range.kind === "at most")
    return [Math.max(least, (range.high * factor) / OPEN_END), Math.min(most, range.high * factor)];
  const low = range.low * factor;
  return [low, scale === "log" ? low * OPEN_END : Math.min(low * OPEN_END, (1 + low) / 2)];
}

const NOISE: Readonly<Record<Reliability, number>> = { A: 0.05, B: 0.1, C: 0.2, D: 0.35, E: 0.5, F: 0.35 };
const GROSS: Readonly<Record<Credibility, number>> = { "1": 0.03, "2": 0.05, "3": 0.1, "4": 0.15, "5": 0.3, "6": 0.15 };

/**
 * Standard deviation, on the log or logit scale, that a source's reliability adds to what it states (rule E3).
 * @example
 * noiseOf("C") // => 0.2
 */
export function noiseOf(reliability: Reliability): number {
  return NOISE[reliability];
}

/**
 * Probability, before any other evidence, that a claim is about something else (rule E4): by its credibility; hearsay doubles it.
 * @example
 * grossProbability("3", "hearsay") // => 0.2
 */
export function grossProbability(credibility: Credibility, modality: Modality): number {
  return GROSS[credibility] * (modality === "hearsay" ? 2 : 1);
}

/**
 * The variance that a 90 % half-width stands for.
 * @example
 * Math.round(1e6 * varianceOfHalfWidth(1.6448536)) // => 1000000
 */
export function varianceOfHalfWidth(half: number): number {
  return (half / NINETY) ** 2;
}
