import type { Judged } from "./judged.ts";
import type { Printed } from "./printed.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";
import type { Counted } from "./surroundings.ts";

/** Words, before a number that ends its phrase, after which the unit of the number before it is left out. */
const AFTER_LENGTH = new Set(["than", "not", "for", "only", "another", "just"]);
const AFTER_SUM = new Set(
  "than not only another just owed got get gets received receive receives paid pay pays earned earn earns kept keep keeps took take takes saved sent left".split(
    " ",
  ),
);
const AFTER_SHARE = new Set(["than", "not", "only", "just"]);
const BEFORE_OF = new Set(["instead", "total", "out"]);
const WORDS_AFTER = new Set([
  "and",
  "but",
  "or",
  "for",
  "in",
  "of",
  "as",
  "if",
  "when",
  "because",
  "to",
  "at",
  "from",
  "home",
]);

/** Whether a number ends its phrase: a mark, the end of the text or a small word follows. */
function endsPhrase(reading: Scan, end: number): boolean {
  const next = tokenAt(reading, end);
  if (next === undefined || next.sentence !== tokenAt(reading, end - 1)?.sentence) return true;
  if (next.kind === "word") return WORDS_AFTER.has(next.lower) && lowerAt(reading, end + 1) !== "the";
  return [",", ".", ";", ")", ":", "—", "–", "”", '"', "?", "!"].includes(next.lower);
}

function isAfter(reading: Scan, start: number, words: ReadonlySet<string>): boolean {
  const before = lowerAt(reading, start - 1);
  if (before === "to" && lowerAt(reading, start - 2) === "entitled") return words.has("received");
  return words.has(before) || (before === "of" && BEFORE_OF.has(lowerAt(reading, start - 2)));
}

const OWED = new Set(["received", "receive", "earned", "paid", "owed", "got", "get", "kept"]);

/** Whether a large number of the next sentence is money as well: "It paid 2,700 euros. It owed 30,700." */
function isNextSum(reading: Scan, { start, amount }: Printed, last: Judged): boolean {
  const before = lowerAt(reading, start - 1);
  const owed = OWED.has(before) || (before === "to" && lowerAt(reading, start - 2) === "entitled");
  return last.kind === "money" && amount.numeral.large && owed;
}

const WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  duration: AFTER_LENGTH,
  money: AFTER_SUM,
  share: AFTER_SHARE,
};

/**
 * What a bare number is whose unit is left out because the number before it in its sentence has it: "five days instead of
 * two", "promised $500 but got 200"; absent where nothing says so.
 * @example
 * typeof elided // => "function"
 */
export function elided(
  reading: Scan,
  printed: Printed,
  facts: { readonly last: Judged | undefined; readonly counted: Counted },
): Pick<Judged, "kind" | "unit" | "currency"> | undefined {
  const { last, counted } = facts;
  const { form, large } = printed.amount.numeral;
  if (last === undefined || counted.noun || (form !== "digits" && form !== "words")) return undefined;
  const words = WORDS[last.kind];
  const { start, end, amount } = printed;
  if (words === undefined || !isAfter(reading, start, words) || !endsPhrase(reading, end)) return undefined;
  const away = (tokenAt(reading, start)?.sentence ?? 0) - (tokenAt(reading, last.start)?.sentence ?? -9);
  if (away > 1 || (away === 1 && !isNextSum(reading, printed, last))) return undefined;
  if (last.kind !== "money" && (large || amount.high > 100)) return undefined;
  if (last.kind === "money" && amount.high < last.low / 1000) return undefined;
  const { kind, unit, currency } = last;
  return { kind, ...(unit === undefined ? {} : { unit }), ...(currency === undefined ? {} : { currency }) };
}
