import type { Amount } from "./amount.ts";
import { isPartOfWord } from "./eastern-names.ts";
import type { Printed } from "./printed.ts";
import { phraseAt, type Scan, tokenAt } from "./reading.ts";
import { type Counted, countedFrom } from "./surroundings.ts";

/**
 * Whether a token is written in Hangul or Han.
 * @example
 * isEastern({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => false
 */
export function isEastern(reading: Scan, index: number): boolean {
  return (tokenAt(reading, index)?.lower.charCodeAt(0) ?? 0) >= 0x3000;
}

/**
 * The counter right after a number, as 명 and 名 are.
 * @example
 * typeof easternCounted // => "function"
 */
export function easternCounted(reading: Scan, printed: Printed): Counted | undefined {
  const next = tokenAt(reading, printed.end);
  if (next?.use?.noun === undefined || next.lower.charCodeAt(0) < 0x3000) return undefined;
  const head = next.use.noun === "count" ? countedFrom(reading, printed.end + 1).unit : undefined;
  return { noun: true, unit: head ?? next.use.noun };
}

/**
 * Whether a number in Hangul or Han words counts: a counter follows it, and no word runs into it.
 * @example
 * typeof isEasternNumber // => "function"
 */
export function isEasternNumber(reading: Scan, printed: Printed): boolean {
  const { amount } = printed;
  if (amount.numeral.form === "fraction") return true;
  return (
    !runsOn(reading, amount.start) &&
    !isPartOfWord(reading, amount.start, amount.numeral.end) &&
    (amount.numeral.form === "few" || easternCounted(reading, printed) !== undefined)
  );
}

/**
 * Whether a Hangul syllable belongs to the word before it, as a particle does.
 * @example
 * runsOn({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => false
 */
export function runsOn(reading: Scan, index: number): boolean {
  const token = tokenAt(reading, index);
  const before = tokenAt(reading, index - 1);
  if (token === undefined || token.spaced || token.lower.charCodeAt(0) < 0xac00 || before === undefined) return false;
  return before.kind === "word" && before.lower.charCodeAt(0) >= 0xac00;
}

/**
 * 1 of 1인당, and 一 of 一次: no number of its own.
 * @example
 * typeof isOneOf // => "function"
 */
export function isOneOf(reading: Scan, amount: Amount): boolean {
  if (amount.high !== 1 || amount.low !== 1) return false;
  const rate = phraseAt(reading, amount.numeral.end, "rate");
  return (
    (rate !== undefined && isEastern(reading, amount.numeral.end)) ||
    (isEastern(reading, amount.start) && amount.measure === "times")
  );
}
