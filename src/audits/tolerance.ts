import type { Claim } from "../claims/claim.ts";
import { printNumber, significantDigits } from "../values/number.ts";
import { boundsOf } from "../values/range.ts";
import { type Interval, intervalOf } from "./interval.ts";

/** An exact point may be off by half its last digit that carries meaning, and by no more than this. */
const POINT = 0.05;
/** "About" allows this much. */
const ABOUT = 0.075;
/** A range already says how unsure its writer is: its ends are given this much, twice as much after "about". */
const END = 0.025;

/** In words, for every rule that allows for rounding and nothing else. */
export const ROUNDING =
  "half the last digit of a point and at most 5 %; 7.5 % where the source says about; 2.5 % at each end of a range, 5 % after about";

/** What of a claim says how closely it is printed. */
export type PrintedNumber = Pick<Claim, "range" | "approximate">;

/**
 * The number of a claim as printed, without any allowance.
 * @example
 * printedIn({ range: { kind: "between", low: 70, high: 80 } }) // => {"low":70,"high":80}
 */
export function printedIn(claim: Pick<Claim, "range">): Interval {
  return intervalOf(boundsOf(claim.range));
}

/**
 * The numbers that a claim may stand for once it has been rounded: "about 1,000" is 925 to 1,075, and 70 to 80 stays close to itself.
 * @example
 * allowedBy({ range: { kind: "point", value: 1000 }, approximate: true }) // => {"low":925,"high":1075}
 */
export function allowedBy({ range, approximate }: PrintedNumber): Interval {
  const { low, high } = printedIn({ range });
  const share = range.kind === "between" ? END * (approximate ? 2 : 1) : undefined;
  const below = share === undefined ? pointAllowance(low, approximate) : low * share;
  const above = share === undefined ? pointAllowance(high, approximate) : high * share;
  return { low: Math.max(0, low - below), high: high + above };
}

function pointAllowance(value: number, approximate: boolean): number {
  if (!Number.isFinite(value)) return 0;
  if (approximate) return Math.abs(value) * ABOUT;
  return Math.min(halfLastDigit(value), Math.abs(value) * POINT);
}

/** Half a unit of the last digit that is not a trailing zero: 500 for 5,000, half of one for 1,053. */
function halfLastDigit(value: number): number {
  const text = printNumber(Math.abs(value));
  const [whole = "", decimals] = text.split(".");
  if (decimals !== undefined) return 0.5 * 10 ** -decimals.length;
  return 0.5 * 10 ** (whole.length - Math.max(1, significantDigits(whole)));
}
