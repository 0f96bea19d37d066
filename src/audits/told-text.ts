import type { Quantity } from "../claims/quantity.ts";
import { readQuantities } from "../claims/read-quantities.ts";
import type { ComparedText, TextStretch } from "../sources/repeated-passages.ts";
import { codePointLength } from "../values/code-points.ts";
import { boundsOf } from "../values/range.ts";
import { figures, spoken } from "./amount-words.ts";
import { type Interval, intervalOf } from "./interval.ts";
import { allowedBy } from "./tolerance.ts";

/** A sentence where it stands, in code points. */
export interface ToldSentence {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A number of a document with its sentence and the words around it, up to the numbers beside it in the same sentence. */
export interface ToldNumber extends Quantity {
  readonly at: number;
  /** The number of its sentence. */
  readonly sentence: number;
  readonly before: string;
  readonly after: string;
}

/** A document as the rules over words read it. */
export interface ToldText extends ComparedText {
  readonly points: readonly string[];
  readonly sentences: readonly ToldSentence[];
  readonly numbers: readonly ToldNumber[];
  /** The numbers of each sentence that has any, by the number of the sentence. */
  readonly bySentence: ReadonlyMap<number, readonly ToldNumber[]>;
}

/** The end of a sentence, with a footnote mark or not; abbreviations and initials end none. */
const END =
  /(?<!\b(?:[A-Z]|Mr|Mrs|Dr|St|No|Nos|vs|ca|approx|est|e\.g|i\.e|U\.S|U\.N|p|pp|ch|vol|al))(?:[.!?。]["”’)\]]*|(?<!\d)[.!?]["”’)\]]*\d{1,3})(?:\s+(?=[\p{Lu}\p{Lo}\p{N}“"‘'(])|(?<=。)|\s*$)/gu;

const known = new WeakMap<ComparedText, ToldText>();

/**
 * A document with its sentences and numbers; read once, however many rules ask for it.
 * @example
 * toldText({ id: "a", text: "He owes $5. She owes $7." }).numbers.map(({ sentence }) => sentence) // => [0,1]
 */
export function toldText(text: ComparedText): ToldText {
  const held = known.get(text);
  if (held !== undefined) return held;
  const points = Array.from(text.text);
  const sentences = sentencesOf(text.text);
  const numbers = numbersOf(text.text, points, sentences);
  const told = { ...text, points, sentences, numbers, bySentence: grouped(numbers) };
  known.set(text, told);
  return told;
}

function sentencesOf(text: string): readonly ToldSentence[] {
  const sentences: ToldSentence[] = [];
  let [unit, point] = [0, 0];
  const add = (words: string) => {
    const end = point + codePointLength(words);
    if (words.trim() !== "") sentences.push({ start: point, end, words });
    point = end;
  };
  for (const { index, 0: mark } of text.matchAll(END)) {
    add(text.slice(unit, index + mark.length));
    unit = index + mark.length;
  }
  add(text.slice(unit));
  return sentences;
}

function numbersOf(text: string, points: readonly string[], sentences: readonly ToldSentence[]): ToldNumber[] {
  const read = readQuantities(text);
  let sentence = 0;
  return read.map((quantity, at) => {
    while (sentence < sentences.length - 1 && (sentences[sentence]?.end ?? 0) <= quantity.start) sentence++;
    const { start = 0, end = points.length } = sentences[sentence] ?? {};
    const from = Math.min(quantity.start, Math.max(start, read[at - 1]?.end ?? 0));
    const to = Math.max(quantity.end, Math.min(end, read[at + 1]?.start ?? points.length));
    const words = (low: number, high: number) => points.slice(low, high).join("").replace(/\s+/gu, " ");
    return { ...quantity, at, sentence, before: words(from, quantity.start), after: words(quantity.end, to) };
  });
}

function grouped(numbers: readonly ToldNumber[]): ReadonlyMap<number, readonly ToldNumber[]> {
  const groups = new Map<number, ToldNumber[]>();
  for (const number of numbers) {
    const group = groups.get(number.sentence);
    if (group === undefined) groups.set(number.sentence, [number]);
    else group.push(number);
  }
  return groups;
}

/**
 * The words between two numbers of a text, on one line.
 * @example
 * wordsBetween({ points: ["1", " ", "o", "r", " ", "2"] }, { end: 1 }, { start: 5 }) // => " or "
 */
export function wordsBetween(
  { points }: Pick<ToldText, "points">,
  one: Pick<Quantity, "end">,
  other: Pick<Quantity, "start">,
): string {
  return points.slice(one.end, other.start).join("").replace(/\s+/gu, " ");
}

/** A row of a table runs on for longer than this, or has bars in it. */
const LONGEST_SENTENCE = 600;

/**
 * Whether words are a sentence and no row of a table, whose numbers belong to columns and not to one another.
 * @example
 * [isProse("Of the 60, 12 left."), isProse("| 60 | 12 |")] // => [true,false]
 */
export function isProse(words: string): boolean {
  return words.length <= LONGEST_SENTENCE && !words.includes("|");
}

/**
 * A number as printed, without any allowance.
 * @example
 * printedOf({ range: { kind: "point", value: 5 } }) // => {"low":5,"high":5}
 */
export function printedOf({ range }: Pick<Quantity, "range">): Interval {
  return intervalOf(boundsOf(range));
}

/**
 * What a number of a document may stand for once it was rounded; one that is open at an end is open there.
 * @example
 * roundedOf({ range: { kind: "point", value: 1000 }, approximate: true }) // => {"low":925,"high":1075}
 */
export function roundedOf({ range, approximate }: Pick<Quantity, "range" | "approximate">): Interval {
  return allowedBy({ range, approximate });
}

/**
 * Whether both ends of a number are given: neither a bound nor vague.
 * @example
 * isClosedNumber({ range: { kind: "at least", low: 5 }, vague: false }) // => false
 */
export function isClosedNumber({ range, vague }: Pick<Quantity, "range" | "vague">): boolean {
  return !vague && (range.kind === "point" || range.kind === "between");
}

/**
 * A number with its unit in few words: `150–230 million USD per year`, `25 %`.
 * @example
 * saidOf({ kind: "money", range: { kind: "point", value: 5 }, currency: "USD", per: ["month"] }) // => "5 USD per month"
 */
export function saidOf(quantity: Pick<Quantity, "kind" | "range" | "currency" | "unit" | "per">): string {
  const printed = printedOf(quantity);
  if (quantity.kind === "share") return `${figures(printed)} %`;
  const unit = quantity.kind === "money" ? (quantity.currency ?? "") : (quantity.unit ?? "");
  const per = quantity.per.length === 0 ? "" : ` per ${quantity.per.join(" and ")}`;
  return `${spoken(printed)}${unit === "" ? "" : ` ${unit}`}${per}`;
}

/**
 * Where a number stands.
 * @example
 * placeOf({ id: "a" }, { start: 1, end: 3 }) // => {"id":"a","start":1,"end":3}
 */
export function placeOf({ id }: Pick<ComparedText, "id">, { start, end }: Omit<TextStretch, "id">): TextStretch {
  return { id, start, end };
}
