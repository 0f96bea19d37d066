import { isClosedNumber, printedOf, type ToldNumber, type ToldText } from "./told-text.ts";

/** What a number of a document counts in all: people who work abroad, countries that they are in, people who were asked. */
export type HeadCountOf = "people abroad" | "countries" | "people asked";

/** A number that a document gives as a total, with whose word it is and the years that its sentence names. */
export interface HeadCount {
  readonly of: HeadCountOf;
  readonly number: ToldNumber;
  readonly voice: string;
  readonly years: readonly number[];
}

const ABROAD =
  /\b(?:abroad|overseas|worldwide|around the world|across the world|(?:in|to|across|over) (?:\S+ ){0,5}countries)\b/iu;
const WORK = /\b(?:work\w*|labou?r\w*|employ\w*|nationals|citizens|dispatched|sent|north koreans)\b/iu;
/** A plan, a rise, a part or a newcomer is no total. */
const NOT_ALL =
  /\b(?:will|would|plans?|planned|planning|expect\w*|hopes?|intends?|more|another|extra|additional|new|could|every year|a year|each year|annually|rose|fell|increase\w*|decrease\w*|of whom|of them|of these|returned|died|between 19)\b/iu;
const SAID =
  /\baccording to (?:an? |the )?(?:same )?([\p{L}-]+)|\b([\p{L}-]+) (?:said|says|believes?|believed|estimates? that|estimated that|claims?|reports?|reported|puts?|told|counted|wrote)\b/iu;
const NOBODY = ["it", "they", "he", "she", "we", "is", "are", "was", "were", "been", "some", "who", "and"];
const PLACE = /^\s?(?:[\p{Ll}-]+\s){0,4}?(?:in|to|at)\s(?:the\s)?\p{Lu}/u;
const ASKED =
  /^\s?(?:\p{Ll}+\s){0,2}?(?:interviewees|respondents|participants|informants)\b(?!\s(?:who|whose|with|from|in|were women|were men))/u;
const ALL_ASKED = /\b(?:all|the|our|these|total of|sample of)\s(?:of the\s|the\s)?$/iu;
const WE_ASKED =
  /\b(?:we|i|authors?|team) (?:interviewed|surveyed|questioned|talked to|spoke (?:to|with))\s(?:a total of\s)?$/iu;
const ASKING = /\b(?:interview\w*|survey\w*|respondents?|asked)\b/iu;

/**
 * The numbers of a document that are given as totals: of people at work abroad, of the countries that they are in, and of the people asked.
 * @example
 * headCounts({ id: "a", text: "", points: [], sentences: [], numbers: [], bySentence: new Map() }) // => []
 */
export function headCounts(text: ToldText): readonly HeadCount[] {
  return text.numbers.flatMap((number): readonly HeadCount[] => {
    const words = (text.sentences[number.sentence]?.words ?? "").replace(/\s+/gu, " ");
    const of = countedBy(number, words);
    if (of === undefined) return [];
    const years = [...words.matchAll(/\b(?:19|20)\d\d\b/gu)].map(([year]) => Number(year));
    return [{ of, number, voice: voiceIn(words), years }];
  });
}

function countedBy(number: ToldNumber, words: string): HeadCountOf | undefined {
  if (number.kind !== "count" || !isClosedNumber(number) || number.per.length > 0) return undefined;
  const near = `${number.before.slice(-60)} ${number.after.slice(0, 60)}`;
  if (number.unit === "countries")
    return WORK.test(words) && !ASKING.test(words) && !NOT_ALL.test(near) ? "countries" : undefined;
  const asked = ASKED.test(number.after) && ALL_ASKED.test(number.before);
  const weAsked = WE_ASKED.test(number.before) && !/\band\s$/u.test(number.after);
  if (asked || weAsked) return "people asked";
  if (!isOfPeople(number) || printedOf(number).low < 500) return undefined;
  const all = ABROAD.test(words) && WORK.test(words) && !NOT_ALL.test(near) && !ASKING.test(words);
  return all && !PLACE.test(number.after) ? "people abroad" : undefined;
}

/** People, or what is counted with no noun beside it: "45,000 of them". */
function isOfPeople({ unit, after }: ToldNumber): boolean {
  return unit === "persons" || (unit === undefined && /^\s?of (?:them|its|their|these)\b/iu.test(after));
}

/** The first word of whoever is said to say so; empty where nobody is. */
function voiceIn(words: string): string {
  const match = SAID.exec(words);
  const name = (match?.[1] ?? match?.[2] ?? "").toLowerCase();
  return NOBODY.includes(name) ? "" : name;
}
