import type { Interval } from "./interval.ts";

/** How many of each time a month can have in it: days worked, hours worked. */
export const IN_A_MONTH: ReadonlyMap<string, Interval> = new Map([
  ["hour", { low: 15 * 6, high: 31 * 18 }],
  ["day", { low: 15, high: 31 }],
  ["week", { low: 4, high: 4.5 }],
  ["month", { low: 1, high: 1 }],
  ["year", { low: 1 / 12, high: 1 / 12 }],
]);
