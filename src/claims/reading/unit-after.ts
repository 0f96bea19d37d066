import { type Numeral, numeralAt } from "./numeral.ts";
import { lowerAt, phraseAt, type Scan, tokenAt } from "./reading.ts";
import { isFunctionWord } from "./surroundings.ts";

/** What the marks beside a number say that it is. */
export interface Marks {
  readonly currency?: string;
  /** Whether the currency stands before the number, after it, or both. */
  readonly currencySide?: "before" | "after" | "both";
  readonly percent?: "percent" | "percentage points";
  readonly time?: string;
  /** What a lesser part of the time adds: half for "and six months" after years. */
  readonly lesser?: number;
  /** What a digit after 成 adds. */
  readonly tenths?: number;
  readonly measure?: string;
  /** The number is an age: "20 years old". */
  readonly age?: true;
  /** It is an age to the decade only: "fifty-something". */
  readonly decade?: boolean;
  /** The number is a time of day: "7 at night", "8:30". */
  readonly hour?: "morning" | "afternoon";
  /** The half of the day that the first end of a range names itself. */
  readonly lowDecimals?: number;
  readonly hourFrom?: "morning" | "afternoon";
  readonly ratio?: true;
}

const HYPHENS = new Set(["-", "‐", "‑", "–"]);
const SQUARED: Readonly<Record<string, string>> = { "²": "square", "³": "cubic" };
const LINKS = new Set([
  "consecutive",
  "straight",
  "full",
  "more",
  "long",
  "additional",
  "extra",
  "working",
  "calendar",
  "whole",
  "short",
  "other",
  "ish",
  "odd",
]);

/**
 * A hyphen glued to the words on both sides, as in two-year.
 * @example
 * afterHyphen({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => 0
 */
export function afterHyphen(reading: Scan, index: number): number {
  const token = tokenAt(reading, index);
  return token !== undefined &&
    HYPHENS.has(token.lower) &&
    !token.spaced &&
    tokenAt(reading, index + 1)?.spaced === false
    ? index + 1
    : index;
}

/** A word between a number and its time, as in "18 hard years": one that nothing else is known of. */
function isAdjective(reading: Scan, index: number): boolean {
  const token = tokenAt(reading, index);
  const time = tokenAt(reading, index + 1);
  if (token?.kind !== "word" || token.capital || token.use !== undefined || isFunctionWord(token.lower)) return false;
  return (
    !token.lower.endsWith("s") && time?.use?.time !== undefined && time.lower.length > 3 && time.lower.endsWith("s")
  );
}

const DEGREES = new Set(["c", "f", "ºc", "℃"]);

/** The degrees of "50C". */
function degreesAfter(reading: Scan, index: number, numeral: Numeral): { marks: Marks; end: number } | undefined {
  const token = tokenAt(reading, index);
  if (token?.lower === "°")
    return { marks: { measure: "degrees" }, end: DEGREES.has(lowerAt(reading, index + 1)) ? index + 2 : index + 1 };
  if (token === undefined || token.spaced || !DEGREES.has(token.lower) || numeral.high > 130) return undefined;
  const label = tokenAt(reading, index - 2)?.use?.label === true || tokenAt(reading, index + 1)?.spaced === false;
  return label && tokenAt(reading, index + 1)?.kind !== "mark"
    ? undefined
    : { marks: { measure: "degrees" }, end: index + 1 };
}

/**
 * The unit of time or measure after a number, through a hyphen or a word such as "consecutive".
 * @example
 * typeof unitAfter // => "function"
 */
export function unitAfter(reading: Scan, start: number, numeral: Numeral): { marks: Marks; end: number } | undefined {
  const age = phraseAt(reading, start, "age after");
  if (age !== undefined && numeral.high <= 120) {
    const decade = lowerAt(reading, age.end - 1).startsWith("something");
    return { marks: decade ? { age: true, decade } : { age: true }, end: age.end };
  }
  let index = afterHyphen(reading, start);
  while (index < start + 2 && LINKS.has(lowerAt(reading, index))) index++;
  const degrees = degreesAfter(reading, start, numeral);
  if (degrees !== undefined) return degrees;
  if (isAdjective(reading, index) && numeral.high !== 1) index++;
  const token = tokenAt(reading, index);
  if (token?.use === undefined) return squareAfter(reading, index);
  const glued = !token.spaced || token.end - token.start > 1 || token.lower.charCodeAt(0) >= 0x3000;
  if (token.use.time !== undefined && glued) return timeAfter(reading, index, token.use.time);
  if (token.use.measure !== undefined && glued) return { marks: { measure: token.use.measure }, end: index + 1 };
  return squareAfter(reading, index);
}

function squareAfter(reading: Scan, index: number): { marks: Marks; end: number } | undefined {
  const word = lowerAt(reading, index);
  const squared = SQUARED[lowerAt(reading, index + 1)];
  const length = word === "m" ? "metres" : word === "km" ? "kilometres" : undefined;
  if (length !== undefined && squared !== undefined && tokenAt(reading, index + 1)?.spaced === false)
    return { marks: { measure: `${squared} ${length}` }, end: index + 2 };
  if (word === "m" && tokenAt(reading, index)?.spaced === true) return { marks: { measure: "metres" }, end: index + 1 };
  if (!["square", "cubic", "sq", "metric"].includes(word)) return undefined;
  const at = lowerAt(reading, index + 1) === "." ? index + 2 : index + 1;
  const short = word === "sq" && lowerAt(reading, at) === "m" ? "metres" : undefined;
  const unit = short ?? tokenAt(reading, at)?.use?.measure;
  if (unit === undefined) return undefined;
  return {
    marks: { measure: word === "metric" ? unit : `${word === "sq" ? "square" : word} ${unit}` },
    end: at + 1,
  };
}

function timeAfter(reading: Scan, index: number, time: string): { marks: Marks; end: number } {
  const lesser = lesserTime(reading, index, time);
  if (lesser !== undefined) return { marks: { time, lesser: lesser.value }, end: lesser.end };
  const next = lowerAt(reading, index + 1);
  const half = ["and a half", "and half"].find((phrase) => matches(reading, index + 1, phrase));
  if (half !== undefined && next === "and") return { marks: { time }, end: index + 1 + half.split(" ").length };
  return { marks: { time }, end: index + 1 };
}

const LESSER: Readonly<Record<string, readonly [string, number]>> = {
  year: ["month", 12],
  hour: ["minute", 60],
  day: ["hour", 24],
  week: ["day", 7],
};

/** The lesser part of a time: "and six months" after "one year". */
function lesserTime(reading: Scan, index: number, time: string): { value: number; end: number } | undefined {
  const [unit, parts] = LESSER[time] ?? [];
  if (unit === undefined || parts === undefined) return undefined;
  const next = lowerAt(reading, index + 1) === "and" ? index + 2 : index + 1;
  const numeral = tokenAt(reading, next)?.kind === "mark" ? undefined : numeralAt(reading, next, false);
  if (numeral === undefined || numeral.high >= parts || tokenAt(reading, numeral.end)?.use?.time !== unit)
    return undefined;
  return { value: numeral.low / parts, end: numeral.end + 1 };
}

/**
 * Whether the words of a phrase stand from a token on.
 * @example
 * matches({ text: "", tokens: [], meter: { steps: 0 } }, 0, "and half") // => false
 */
export function matches(reading: Scan, index: number, phrase: string): boolean {
  return phrase.split(" ").every((word, offset) => lowerAt(reading, index + offset) === word);
}
