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

const BEFORE_CLOCK = new Set(["at", "until", "till", "by", "around", "from", "about", "before", "after"]);
const MINUTES = new Set([15, 30, 45]);

/**
 * The time of day of "at seven-thirty".
 * @example
 * wordClockAt({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "none" // => "none"
 */
export function wordClockAt(reading: Scan, start: number): WholeAmount | undefined {
  const hour = tokenAt(reading, start)?.use?.number;
  if (hour === undefined || hour < 1 || hour > 12 || !BEFORE_CLOCK.has(lowerAt(reading, start - 1))) return undefined;
  const at = lowerAt(reading, start + 1) === "-" ? start + 2 : start + 1;
  const minutes = numeralAt(reading, at, false);
  if (minutes?.form !== "words" || !MINUTES.has(minutes.low) || tokenAt(reading, minutes.end)?.use?.noun !== undefined)
    return undefined;
  const after = phraseAt(reading, minutes.end, "hour after");
  const value = hour + minutes.low / 60;
  const end = after?.end ?? minutes.end;
  const half = after?.phrase.means === "afternoon" ? "afternoon" : "morning";
  return { start, end, numeral: { ...minutes, end, large: true }, low: value, high: value, hour: half };
}

const HOURS_BY_NAME: Readonly<Record<string, number>> = { noon: 12, midday: 12, midnight: 24 };

/**
 * The hour that a word names at the end of a range: the midnight of "from 9 p.m. to midnight".
 * @example
 * namedHourAt({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "none" // => "none"
 */
export function namedHourAt(reading: Scan, start: number): WholeAmount | undefined {
  const value = HOURS_BY_NAME[lowerAt(reading, start)];
  if (value === undefined) return undefined;
  const end = start + 1;
  return { start, end, numeral: numeralOf(value, value, end), low: value, high: value, hour: "morning" };
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
