import type { Amount } from "./amount.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";
import { type Counted, isFunctionWord } from "./surroundings.ts";

const SHORTEST = 3;

/** Whether a word is printed in capitals throughout. */
function isShouted(reading: Scan, index: number): boolean {
  const token = tokenAt(reading, index);
  if (token?.kind !== "word" || token.end - token.start < SHORTEST) return false;
  return reading.text.slice(token.start, token.end) === token.lower.toUpperCase();
}

/** Whether a row of points leads to the number, as in "Introduction ...... 3". */
function isLed(reading: Scan, start: number): boolean {
  const points = [1, 2, 3].map((back) => lowerAt(reading, start - back));
  return points.every((point) => point === "." || point === "…") || points[0] === "…";
}

/** Whether a number numbers a section right after the page of the one before: "...... 1 1.1 Present State". */
function isAfterPage(reading: Scan, start: number): boolean {
  return tokenAt(reading, start - 1)?.kind === "number" && isLed(reading, start - 1);
}

/**
 * Whether a bare number is the page of a table of contents: points lead to it, or it stands among words in capitals.
 * @example
 * typeof isContents // => "function"
 */
export function isContents(reading: Scan, amount: Amount, counted: Counted): boolean {
  const { numeral, start, end, high } = amount;
  if (numeral.form !== "digits" || numeral.large || numeral.decimals > 2 || high > 999) return false;
  if (isLed(reading, start)) return true;
  if (isAfterPage(reading, start)) return true;
  if (counted.unit !== undefined || numeral.decimals > 0) return false;
  const before = tokenAt(reading, start - 1);
  const numbered = before?.kind === "number" && lowerAt(reading, end) === ".";
  if (numbered && isShouted(reading, end + 1)) return true;
  if (!isShouted(reading, start - 1) || isFunctionWord(before?.lower ?? "")) return false;
  return isShouted(reading, end) || tokenAt(reading, end)?.kind !== "word";
}

const STREETS = new Set([
  "street",
  "road",
  "avenue",
  "lane",
  "square",
  "boulevard",
  "st",
  "rd",
  "ave",
  "blvd",
  "drive",
]);

const KOREAN_STREETS = new Set(["ro", "gil", "daero", "dong", "gu"]);

/**
 * Whether a number is that of a house: "14 Quay Street".
 * @example
 * isHouse({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => false
 */
export function isHouse(reading: Scan, end: number): boolean {
  for (let index = end; index < end + 4; index++) {
    const token = tokenAt(reading, index);
    if (token?.kind !== "word" || !token.capital) return false;
    if (index > end && STREETS.has(token.lower)) return true;
    if (lowerAt(reading, index + 1) === "-" && KOREAN_STREETS.has(lowerAt(reading, index + 2))) return true;
  }
  return false;
}

/**
 * Whether a number is the day of a date whose month no language here knows: "Julio 3, 2018".
 * @example
 * typeof isForeignDay // => "function"
 */
export function isForeignDay(reading: Scan, { start, end, high, low }: Amount): boolean {
  const year = tokenAt(reading, end + 1);
  if (high > 31 || low !== high || lowerAt(reading, end) !== "," || year?.kind !== "number" || year.grouped)
    return false;
  return tokenAt(reading, start - 1)?.capital === true && (year.value ?? 0) >= 1900 && (year.value ?? 0) <= 2100;
}
