import type { Amount } from "./amount.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";

const LONG_TIMES = new Set(["week", "month", "year", "decade", "quarter"]);
/** Words after which "over six years" says how long at the least. */
const BEFORE_BOUND =
  /^(?:for|in|after|of|to|than|by|with|at|from|within|until|and|or|is|was|are|were|be|been|being|am|has|have|had|it|there|here|now|already|just|away|abroad|well|spen[dt]\w*|tak\w+|took|last\w*|serv\w+|work\w*|liv(?:ed|ing|e|es)|stay\w*|wait\w*|remain\w*|continu\w+|detained|held|jailed|imprisoned|employed|aged?|s|ve|some|a|the|him|her|them|me|us|you|contracts?|sentences?|periods?|term|wages?|pay|salar\w+|delays?)$/u;
/** Words after which "over" compares: "a rise over 3 million". */
const COMPARED = new Set(["increase", "rise", "growth", "gain", "improvement", "jump"]);
const AFTER_BOUND = new Set(["ago", "old", "of", "earlier", "later", "before", "’", "'", "a", "per", "in", "each"]);

/**
 * Whether the "over" before a number is no bound: it says "during", as in "earned $88 million over six years", or compares.
 * @example
 * typeof isDuring // => "function"
 */
export function isDuring(reading: Scan, start: number, amount: Amount): boolean {
  if (lowerAt(reading, start) !== "over" || amount.start !== start + 1) return false;
  if (COMPARED.has(lowerAt(reading, start - 1))) return true;
  if (amount.time === undefined || !LONG_TIMES.has(amount.time) || amount.numeral.form === "few") return false;
  const before = tokenAt(reading, start - 1);
  if (before?.kind === "mark") return before.lower === ")" || before.lower === "%";
  if (before?.kind !== "word" || before.sentence !== tokenAt(reading, start)?.sentence)
    return before?.kind === "number";
  return !BEFORE_BOUND.test(before.lower) && !AFTER_BOUND.has(lowerAt(reading, amount.end));
}
