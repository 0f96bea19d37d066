import { foldSpaces } from "../../values/digest.ts";
import type { Quantity } from "../quantity.ts";
import type { WordStretch } from "./nearest.ts";
import type { NumberInWords } from "./number-in-words.ts";
import { type CaseNames, placeMentions } from "./place-mentions.ts";

const LONGEST = 70;
/** What a row may hold besides names of places, dates and numbers. */
const SMALL_WORDS =
  /\b(?:about|some|around|approximately|over|more than|up to|nearly|January|February|March|April|May|June|July|August|September|October|November|December|other countries|total|in all|약|около|约)\b|[\d,.:;~–—()*•-]+/giu;
const MOST_WORDS = 2;
const LONGEST_NAME = 14;

/**
 * Whether a number stands in a row of a list or table: only places, dates and numbers are beside it, so that what it counts is
 * said above the list.
 * @example
 * ["Ordania: 13,000", "They paid 13,000"].map((words) => isListRow({ words, at: words.length - 6, to: words.length }, new Map())) // => [true,false]
 */
export function isListRow({ words }: NumberInWords, names: CaseNames): boolean {
  if (words.length > LONGEST) return false;
  let rest = words;
  for (const { start, end } of [...placeMentions(words, names)].reverse())
    rest = rest.slice(0, start) + rest.slice(end);
  rest = rest.replace(SMALL_WORDS, "");
  // What is left may be one place that no gazetteer knows.
  const left = rest.match(/\p{L}+/gu) ?? [];
  return left.length <= MOST_WORDS && left.every((word) => word.length <= LONGEST_NAME && !/^\p{Ll}/u.test(word));
}

/** How far above its first row the words are that say what a list counts, and how far its rows may be apart. */
const LEAD = 320;
const ROW_GAP = 140;

/**
 * The words above the list in whose row a number stands; absent for a number that stands in no row.
 * @example
 * leadOf({ passage: { start: 9, end: 17 }, number: { start: 14, end: 17 }, inWords: { words: "Malta 300", at: 6, to: 9 } }, undefined, { text: "Workers:\nMalta 300", names: new Map() }) // => "Workers: "
 */
export function leadOf(
  row: { readonly passage: WordStretch; readonly number: WordStretch; readonly inWords: NumberInWords },
  last: { readonly heard: { readonly number: WordStretch }; readonly lead: string | undefined } | undefined,
  { text, names }: { readonly text: string; readonly names: CaseNames },
): string | undefined {
  if (!isListRow(row.inWords, names)) return undefined;
  if (last?.lead !== undefined && row.number.start - last.heard.number.end <= ROW_GAP) return last.lead;
  return foldSpaces(text.slice(Math.max(0, row.passage.start - LEAD), row.passage.start));
}

const PEOPLE =
  /workers?\b|labou?rers?\b|employ|citizens|nationals|\bpeople\b|\bpersons?\b|노동자|근로자|рабоч|граждан|工人|劳工/iu;

/**
 * A bare count of a row with `persons` as its unit where the words above its list are of people.
 * @example
 * countedAbove({ start: 0, end: 3, kind: "count", range: { kind: "point", value: 300 }, approximate: false, vague: false, per: [] }, "Workers: ").unit // => "persons"
 */
export function countedAbove(quantity: Quantity, lead: string): Quantity {
  const isBare = quantity.kind === "count" && quantity.unit === undefined;
  return isBare && PEOPLE.test(lead) ? { ...quantity, unit: "persons" } : quantity;
}
