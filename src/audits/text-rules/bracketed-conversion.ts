import type { Quantity } from "../../claims/quantity.ts";
import { readQuantities } from "../../claims/read-quantities.ts";
import type { ComparedText } from "../../sources/repeated-passages.ts";
import { unitsPerDollar } from "../../values/exchange-rates.ts";
import { boundsOf } from "../../values/range.ts";
import { figure, spoken } from "../amount-words.ts";
import { intervalOf } from "../interval.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";

/** Years for which there are rates. */
const YEARS = Array.from({ length: 41 }, (_, at) => 1985 + at);
const RATE = 0.1;

/** A sum with its conversion in brackets after it. */
export const bracketedConversion: TextRule = {
  id: "bracketed-conversion",
  name: "Conversion in brackets",
  checks:
    "finds ranges of which the bracketed conversion gives one end only, and conversions at a rate that no year had",
  tolerance: "10 % beyond the lowest and highest yearly rate from 1985 to 2025",
  citation:
    "World Bank, Official exchange rate (LCU per US$, period average), PA.NUS.FCRF: src/values/exchange-rates.ts.",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const points = Array.from(text.text);
  const sums = readQuantities(text.text).filter(({ kind, currency }) => kind === "money" && currency !== undefined);
  return sums.flatMap((from, at) => {
    const to = sums[at + 1];
    if (to === undefined || to.currency === from.currency) return [];
    const between = points.slice(from.end, to.start).join("");
    return /^[^()]{0,12}\([^()\d]{0,24}$/u.test(between) ? draftOf(text.id, from, to) : [];
  });
}

function draftOf(id: string, from: Quantity, to: Quantity): readonly TextDraft[] {
  const rates = ratesBetween(from.currency ?? "", to.currency ?? "");
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
    : `No year from 1985 to 2025 had such a rate: it lay between ${figure(Math.min(...rates))} and ${figure(Math.max(...rates))}.`;
  return [
    {
      grade: oneEnd ? "inconsistent" : "decision-changing",
      sureness: oneEnd ? "certain" : "likely",
      passages: [{ id, start: from.start, end: to.end }],
      stated: words,
      computed: `${figure(given.low * least)}–${figure(given.high * most)} ${to.currency ?? ""}`,
      explanation,
    },
  ];
}

/** The yearly rates between two currencies, for all years that have both. */
function ratesBetween(from: string, to: string): readonly number[] {
  return YEARS.flatMap((year) => {
    const [before, after] = [unitsPerDollar(from, year), unitsPerDollar(to, year)];
    return before === undefined || after === undefined ? [] : [after / before];
  });
}
