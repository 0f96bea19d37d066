import type { Amount } from "./amount.ts";
import type { Printed } from "./printed.ts";
import { type Scan, tokenAt } from "./reading.ts";
import { type Counted, unitOf } from "./surroundings.ts";

/** Words that a hyphen may join to a number which counts what follows them. */
const JOINED = new Set(["strong", "plus", "odd", "ish", "some"]);

/**
 * "two-way", "one-on-one": a number that is glued to a word by a hyphen and counts nothing known.
 * @example
 * typeof isCompound // => "function"
 */
export function isCompound(reading: Scan, printed: Printed, counted: Counted): boolean {
  const hyphen = tokenAt(reading, printed.amount.end);
  const next = tokenAt(reading, printed.amount.end + 1);
  if (hyphen?.lower !== "-" || hyphen.spaced || next?.kind !== "word" || next.spaced) return false;
  return !JOINED.has(next.lower) && (counted.unit === undefined || unitOf(next) === undefined);
}

const PLANS = new Set(["plan", "plans", "strategy", "programme", "program"]);

/**
 * A length in the name of a plan: "the Third Five-Year Plan".
 * @example
 * typeof isPlanName // => "function"
 */
export function isPlanName(reading: Scan, amount: Amount): boolean {
  const plan = tokenAt(reading, amount.end);
  if (amount.time === undefined || plan?.capital !== true || !PLANS.has(plan.lower)) return false;
  return tokenAt(reading, amount.start)?.capital === true && tokenAt(reading, amount.end - 1)?.capital === true;
}

/**
 * A number word in a name: "the Eight Bureau".
 * @example
 * typeof isCapitalName // => "function"
 */
export function isCapitalName(reading: Scan, amount: Amount): boolean {
  const first = tokenAt(reading, amount.start);
  const before = tokenAt(reading, amount.start - 1);
  if (first?.kind !== "word" || !first.capital || before?.kind !== "word") return false;
  return !before.capital && before.sentence === first.sentence && tokenAt(reading, amount.end)?.capital === true;
}
