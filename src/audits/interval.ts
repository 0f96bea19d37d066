import type { Bounds } from "../values/range.ts";

/** All numbers from `low` to `high`; an open end is infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval between two bounds; an absent lower one is zero, an absent upper one is infinite.
 * @example
 * intervalOf({ low: 2, high: 3 }) // => {"low":2,"high":3}
 */
export function intervalOf({ low = 0, high = Number.POSITIVE_INFINITY }: Bounds): Interval {
  return { low, high };
}

/**
 * The bounds of an interval; an open end is absent.
 * @example
 * boundsIn({ low: 2, high: Infinity }) // => {"low":2}
 */
export function boundsIn({ low, high }: Interval): Bounds {
  return {
    ...(Number.isFinite(low) ? { low: tidy(low) } : {}),
    ...(Number.isFinite(high) ? { high: tidy(high) } : {}),
  };
}

/** Without the last digits, which are the computer's and not the author's. */
function tidy(value: number): number {
  return Number(value.toPrecision(9));
}

/**
 * Both ends times a factor that is not negative.
 * @example
 * times({ low: 2, high: 3 }, 12) // => {"low":24,"high":36}
 */
export function times({ low, high }: Interval, factor: number): Interval {
  return { low: low * factor, high: high * factor };
}

/**
 * The sum of intervals, end by end.
 * @example
 * plus([{ low: 2, high: 3 }, { low: 10, high: 10 }]) // => {"low":12,"high":13}
 */
export function plus(intervals: readonly Interval[]): Interval {
  return intervals.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });
}

/**
 * What is left of an interval when another is taken from it.
 * @example
 * minus({ low: 10, high: 12 }, { low: 1, high: 2 }) // => {"low":8,"high":11}
 */
export function minus(from: Interval, taken: Interval): Interval {
  return { low: from.low - taken.high, high: from.high - taken.low };
}

/**
 * One interval divided by another, both above zero.
 * @example
 * over({ low: 10, high: 20 }, { low: 2, high: 5 }) // => {"low":2,"high":10}
 */
export function over(dividend: Interval, divisor: Interval): Interval {
  return { low: dividend.low / divisor.high, high: dividend.high / divisor.low };
}

/**
 * The least interval that holds all of several.
 * @example
 * hull([{ low: 1, high: 2 }, { low: 5, high: 9 }]) // => {"low":1,"high":9}
 */
export function hull(intervals: readonly Interval[]): Interval {
  return { low: Math.min(...intervals.map(({ low }) => low)), high: Math.max(...intervals.map(({ high }) => high)) };
}

/**
 * Whether two intervals have a number in common.
 * @example
 * meet({ low: 1, high: 2 }, { low: 2, high: 3 }) // => true
 */
export function meet(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/**
 * How many times the nearer end of the one is the nearer end of the other; 1 where they meet.
 * @example
 * gap({ low: 74, high: 81 }, { low: 30, high: 37 }) // => 2
 */
export function gap(a: Interval, b: Interval): number {
  if (meet(a, b)) return 1;
  const [lower, upper] = a.high < b.low ? [a.high, b.low] : [b.high, a.low];
  return lower > 0 ? upper / lower : Number.POSITIVE_INFINITY;
}
