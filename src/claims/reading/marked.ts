import { isAged } from "./age.ts";
import { basisAt } from "./basis.ts";
import { clockHours } from "./clock.ts";
import { type Judged, judgedBase } from "./judged.ts";
import type { Printed } from "./printed.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";
import { isFunctionWord } from "./surroundings.ts";

const PLURALS: Readonly<Record<string, string>> = { century: "centuries" };
const MULTIPLES = new Set(["倍", "배"]);
/** Words after "times" that make it a comparison and no count. */
const COMPARING = new Set(
  "as more less higher lower larger greater the that their his her its our what больше меньше выше ниже дороже дешевле".split(
    " ",
  ),
);

/** The half before a time of day, as 오후 and 下午 give it. */
function afternoonBefore(reading: Scan, start: number): boolean {
  return tokenAt(reading, start - 1)?.use?.beforeAfternoon === true;
}

/**
 * A time of day in hours on the clock of 24.
 * @example
 * typeof asHour // => "function"
 */
export function asHour(reading: Scan, printed: Printed): Judged {
  const { amount } = printed;
  const after = afternoonBefore(reading, printed.start) ? "afternoon" : amount.hour;
  const [low, high] = clockHours({
    low: amount.low,
    high: amount.high,
    decimals: amount.numeral.decimals,
    ...(amount.lowDecimals === undefined ? {} : { lowDecimals: amount.lowDecimals }),
    ...(after === undefined ? {} : { half: after }),
    ...(amount.hourFrom === undefined ? {} : { from: amount.hourFrom }),
  });
  const { bound: _, ...rest } = judgedBase(printed);
  return { ...rest, kind: "time of day", low, high, unit: "hours" };
}

/**
 * What a number is whose own marks say it: money, a share, a time, a measure; absent for a bare one.
 * @example
 * typeof byMarks // => "function"
 */
export function byMarks(reading: Scan, printed: Printed): Judged | undefined {
  const { amount } = printed;
  const of = judgedBase(printed);
  if (amount.currency !== undefined) return { ...of, kind: "money", currency: amount.currency };
  if (amount.percent !== undefined) return fractionOf(of, amount.numeral.form === "fraction" ? 100 : 1, amount.percent);
  if (amount.age === true)
    return { ...of, kind: "age", unit: "years", high: of.high + (amount.decade === true ? 9 : 0) };
  if (amount.ratio === true)
    return { ...of, kind: "ratio", ...(amount.measure === undefined ? {} : { unit: amount.measure }) };
  if (amount.hour !== undefined) return asHour(reading, printed);
  if (amount.time !== undefined) return asTime(reading, printed, amount.time);
  if (amount.measure !== undefined) return asMeasure(reading, printed, amount.measure);
  return undefined;
}

/**
 * A share, its bounds multiplied to give per cent.
 * @example
 * typeof fractionOf // => "function"
 */
export function fractionOf(of: Omit<Judged, "kind">, factor: number, unit: string): Judged {
  return { ...of, kind: "share", low: of.low * factor, high: of.high * factor, unit };
}

function asTime(reading: Scan, printed: Printed, time: string): Judged {
  const { numeral, high } = printed.amount;
  const clock = time === "hour" && numeral.form === "digits" && numeral.decimals === 2 && high <= 24;
  if (clock && tokenAt(reading, printed.start - 1)?.use?.beforeHour === true) return asHour(reading, printed);
  const kind = isAged(reading, printed) ? "age" : "duration";
  return { ...judgedBase(printed), kind, unit: PLURALS[time] ?? `${time}s` };
}

const OFTEN = new Set(["daily", "weekly", "monthly", "yearly", "annually", "altogether", "already"]);

/** "23 times domestic wages": what something is compared with follows at once. */
function isCompared(reading: Scan, index: number): boolean {
  const next = tokenAt(reading, index);
  if (next?.kind !== "word" || next.capital || next.lower.charCodeAt(0) > 0x3ff) return false;
  if (next.use?.time !== undefined || next.use?.number !== undefined || next.lower.length < 4) return false;
  if (basisAt(reading, index + 1) !== undefined) return false;
  return !isFunctionWord(next.lower) && !OFTEN.has(next.lower) && !/(?:ing|ed|ly)$/u.test(next.lower);
}

/** "three times a day" counts, "three times as much" compares. */
function asMeasure(reading: Scan, printed: Printed, measure: string): Judged {
  if (measure !== "times") return { ...judgedBase(printed), kind: "measure", unit: measure };
  const next = lowerAt(reading, printed.end);
  const compares =
    (COMPARING.has(next) && tokenAt(reading, printed.end + 1)?.use?.time === undefined) ||
    isCompared(reading, printed.end) ||
    next.endsWith("er") ||
    MULTIPLES.has(lowerAt(reading, printed.end - 1)) ||
    lowerAt(reading, printed.amount.start - 1) === "в" ||
    printed.amount.low % 1 !== 0;
  return { ...judgedBase(printed), kind: compares ? "ratio" : "count", unit: "times" };
}
