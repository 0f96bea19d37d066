import type { ComparedText } from "../../sources/repeated-passages.ts";
import { unitsPerDollar } from "../../values/exchange-rates.ts";
import { boundsOf } from "../../values/range.ts";
import { figure, spoken } from "../amount-words.ts";
import { intervalOf } from "../interval.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import { type ToldNumber, type ToldText, toldText, wordsBetween } from "../told-text.ts";

/** Years for which there are rates. */
const YEARS = Array.from({ length: 41 }, (_, at) => 1985 + at);
const RATE = 0.1;
/** What a sum is in another currency stands in a bracket after it, or after "is about". */
const CONVERTED =
  /^[^()]{0,12}\([^()\d]{0,24}$|^\s?(?:is|was|are|were|=|equals?|is worth|was worth|are worth|comes to|is equal to)\s(?:about\s|worth\s|equal to\s|approximately\s|roughly\s)?$/u;

/** A sum with its conversion in brackets after it. */
export const bracketedConversion: TextRule = {
  id: "bracketed-conversion",
  name: "Conversion in brackets",
  checks:
    "finds ranges of which the bracketed conversion gives one end only, and conversions and stated rates (“100 dirhams is about 90 dollars”) that the year which the sentence names did not have, or no year had",
  tolerance: "10 % beyond the yearly rate of the year named and its neighbours, else of all years from 1985 to 2025",
  citation:
    "World Bank, Official exchange rate (LCU per US$, period average), PA.NUS.FCRF: src/values/exchange-rates.ts.",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const told = toldText(text);
  const sums = told.numbers.filter(({ kind, currency }) => kind === "money" && currency !== undefined);
  return sums.flatMap((from, at) => {
    const to = sums[at + 1];
    if (to === undefined || to.currency === from.currency) return [];
    return CONVERTED.test(wordsBetween(told, from, to)) ? draftOf(told, from, to) : [];
  });
}

/** The year that a sentence names and those beside it; all years where it names none or several. */
function yearsOf(words: string): readonly number[] {
  const named = [...new Set([...words.matchAll(/\b(?:19[89]|20[012])\d\b/gu)].map(([year]) => Number(year)))];
  const [year] = named;
  return year === undefined || named.length > 1 ? YEARS : [year - 1, year, year + 1];
}

function draftOf(text: ToldText, from: ToldNumber, to: ToldNumber): readonly TextDraft[] {
  const years = yearsOf(text.sentences[from.sentence]?.words ?? "");
  const rates = ratesBetween(from.currency ?? "", to.currency ?? "", years);
  if (rates.length === 0) return [];
  const [least, most] = [Math.min(...rates) * (1 - RATE), Math.max(...rates) * (1 + RATE)];
  const [given, converted] = [intervalOf(boundsOf(from.range)), intervalOf(boundsOf(to.range))];
  const could = (end: number, other: number) => other >= end * least && other <= end * most;
  const [low, high] = [could(given.low, converted.low), could(given.high, converted.high)];
  const oneEnd = from.range.kind === "between" && to.range.kind === "point" && (low || high);
  if (!oneEnd && low && high) return [];
  const words = `${spoken(given)} ${from.currency ?? ""} (${spoken(converted)} ${to.currency ?? ""})`;
  const explanation = oneEnd
    ? `The conversion gives the ${high ? "upper" : "lower"} end of the range only.`
    : `${years.length > 3 ? "No year from 1985 to 2025 had such a rate" : `The year ${String(years[1])} had no such rate`}: it lay between ${figure(Math.min(...rates))} and ${figure(Math.max(...rates))}.`;
  return [
    {
      grade: oneEnd ? "inconsistent" : "decision-changing",
      sureness: oneEnd ? "certain" : "likely",
      passages: [{ id: text.id, start: from.start, end: to.end }],
      stated: words,
      computed: `${figure(given.low * least)}–${figure(given.high * most)} ${to.currency ?? ""}`,
      explanation,
    },
  ];
}

/** The yearly rates between two currencies, for the years that have both. */
function ratesBetween(from: string, to: string, years: readonly number[]): readonly number[] {
  return years.flatMap((year) => {
    const [before, after] = [unitsPerDollar(from, year), unitsPerDollar(to, year)];
    return before === undefined || after === undefined ? [] : [after / before];
  });
}
