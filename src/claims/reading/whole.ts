import { type Numeral, numeralAt } from "./numeral.ts";
import { isOwner } from "./owner.ts";
import { lowerAt, phraseAt, type Scan, tokenAt } from "./reading.ts";
import type { Marks } from "./unit-after.ts";

/** An amount that one word or phrase gives, with its marks. */
export interface WholeAmount extends Marks {
  readonly start: number;
  readonly end: number;
  readonly numeral: Numeral;
  readonly low: number;
  readonly high: number;
}

const PARTS_OF_DECADE = new Set(["early", "mid", "late"]);

function numeralOf(low: number, high: number, end: number): Numeral {
  return { low, high, end, vague: false, chain: [], form: "words", large: true, decimals: 0 };
}

/** Whether a decade such as "thirties" is somebody's age: whose it is stands before it, or it is set off as in a list. */
function isAgeDecade(reading: Scan, start: number): boolean {
  if (isOwner(reading, start - 1)) return true;
  const part = lowerAt(reading, start - 1) === "-" ? start - 2 : start - 1;
  return PARTS_OF_DECADE.has(lowerAt(reading, part)) && [",", "(", ";"].includes(lowerAt(reading, part - 1));
}

/**
 * An amount whose one word says both number and unit: "fourfold", "in her thirties", полгода.
 * @example
 * wholeAt({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "none" // => "none"
 */
export function wholeAt(reading: Scan, start: number): WholeAmount | undefined {
  const whole = tokenAt(reading, start)?.use?.whole;
  if (whole === undefined) return undefined;
  const [low, high, unit] = whole;
  const end = start + 1;
  const amount = { start, end, numeral: numeralOf(low, high, end), low, high };
  if (unit === "times") return { ...amount, measure: unit, ratio: true };
  if (unit !== "age") return { ...amount, time: unit };
  return isAgeDecade(reading, start) ? { ...amount, age: true } : undefined;
}

/**
 * The time of day of "half past four".
 * @example
 * halfPastAt({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "none" // => "none"
 */
export function halfPastAt(reading: Scan, start: number): WholeAmount | undefined {
  if (lowerAt(reading, start) !== "half" || lowerAt(reading, start + 1) !== "past") return undefined;
  const hour = numeralAt(reading, start + 2, false);
  if (hour === undefined || hour.high > 12 || hour.low < 1 || hour.low !== hour.high) return undefined;
  const after = phraseAt(reading, hour.end, "hour after");
  const value = hour.low + 0.5;
  const end = after?.end ?? hour.end;
  const half = after?.phrase.means === "afternoon" ? "afternoon" : "morning";
  return { start, end, numeral: { ...hour, large: true }, low: value, high: value, hour: half };
}
