import type { Numeral } from "./numeral.ts";
import { firstPhrase, lowerAt, type Scan, tokenAt } from "./reading.ts";
import type { Token } from "./tokens.ts";
import type { WholeAmount } from "./whole.ts";

const ARTICLES = new Set(["a", "an"]);
/** Modifiers after which "a month" is the time of a rate and no length: "$400 minimum a month". */
const OF_RATES = new Set(["some", "much", "many", "minimum", "maximum", "say"]);
const SECONDS: Readonly<Record<string, number>> = { two: 2, three: 3 };

function numeralOf(high: number, end: number): Numeral {
  return { low: 1, high, end, vague: false, chain: [], form: "article", large: true, decimals: 0 };
}

/** "over a fortnight": a word that is a whole length of time. */
function spanOf(start: number, [low, high, time]: readonly [number, number, string]): WholeAmount | undefined {
  if (time === "times" || time === "age") return undefined;
  return { start, end: start + 2, numeral: { ...numeralOf(high, start + 2), low }, low, high, time };
}

/** Whether a number or its mark ends at a token, so that "a day" after it is its basis. */
function isAmountEnd(token: Token | undefined): boolean {
  const { currency, magnitude, number, time } = token?.use ?? {};
  return token?.kind === "number" || (currency ?? magnitude ?? number ?? time) !== undefined;
}

/**
 * Whether an article, its time and the words after them are a length: "a year or two", "a month or more".
 * @example
 * isLength({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => false
 */
export function isLength(reading: Scan, start: number): boolean {
  const end = start + 2;
  if (lowerAt(reading, end) !== "or" || isAmountEnd(tokenAt(reading, start - 1))) return false;
  return (
    SECONDS[lowerAt(reading, end + 1)] !== undefined ||
    firstPhrase(reading, end, ["approximate after", "at least after", "at most after"]) !== undefined
  );
}

/**
 * The length of time that an article gives: "a year" after a word that softens or bounds it ("about a year", "at least a
 * week"), and "a year or two", "a month or more" anywhere; absent where "a month" may be a rate.
 * @example
 * plainTime({ text: "", tokens: [], meter: { steps: 0 } }, 0, false) ?? "none" // => "none"
 */
export function plainTime(reading: Scan, start: number, modified: boolean): WholeAmount | undefined {
  if (!ARTICLES.has(lowerAt(reading, start))) return undefined;
  const { time, whole } = tokenAt(reading, start + 1)?.use ?? {};
  if (whole !== undefined && modified) return spanOf(start, whole);
  if (time === undefined) return undefined;
  const end = start + 2;
  const second = isLength(reading, start) ? SECONDS[lowerAt(reading, end + 1)] : undefined;
  if (second !== undefined)
    return { start, end: end + 2, numeral: numeralOf(second, end + 2), low: 1, high: second, time };
  const before = modified && !OF_RATES.has(lowerAt(reading, start - 1));
  const held = before || isLength(reading, start);
  return held ? { start, end, numeral: numeralOf(1, end), low: 1, high: 1, time } : undefined;
}
