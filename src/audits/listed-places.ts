import type { ToldNumber, ToldText } from "./told-text.ts";
import { isClosedNumber } from "./told-text.ts";

/** A count of people that a list gives for a place. */
export interface ListedPlace {
  readonly place: string;
  readonly number: ToldNumber;
}

/** Counts of one list stand no further apart, in code points. */
const NEAR = 320;
const NAME = "(?:the\\s)?(\\p{Lu}[\\p{L}’'-]+(?:\\s(?:of\\s)?\\p{Lu}[\\p{L}’'-]+){0,2})";
const AFTER = new RegExp(`^\\s?(?:[\\p{L}’'-]+\\s){0,4}?(?:in|to|at)\\s${NAME}`, "u");
const BEFORE = new RegExp(`(?:^|\\s)(?:[Ii]n|[Tt]o)\\s${NAME}(?:,\\s[^,]{0,40}|\\s(?:and\\s)?\\(?[^,]{0,24})?$`, "u");
/** The place of "various routes to the Middle East, where about 15,000 workers are". */
const WHERE = new RegExp(`\\b(?:in|to)\\s${NAME}[^.;]{0,60}\\bwhere\\s(?:[\\p{Ll}]+\\s){0,2}$`, "u");
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;
/** What comes on top, is planned, or lies within another count is no item of the list. */
const ASIDE =
  /\b(?:another|more|extra|additional|new group|will|would|plans?|planned|expect\w*|of whom|of them|of these|including|among)\b[^,;]{0,40}$/iu;

/**
 * The lists of a document that give people by place: three places or more, each once, with nothing that stands in brackets.
 * @example
 * listsOfPlaces({ id: "a", text: "", points: [], sentences: [], numbers: [], bySentence: new Map() }) // => []
 */
export function listsOfPlaces(text: ToldText): readonly (readonly ListedPlace[])[] {
  const lists: ListedPlace[][] = [];
  for (const number of text.numbers) {
    const place = isPeople(number) ? placeFor(text, number) : undefined;
    if (place === undefined) continue;
    const list = lists.at(-1);
    const last = list?.at(-1);
    if (list === undefined || last === undefined || number.start - last.number.end > NEAR)
      lists.push([{ place, number }]);
    else if (!list.some((item) => item.place === place)) list.push({ place, number });
  }
  return lists.filter((list) => list.length >= 3);
}

function isPeople(number: ToldNumber): boolean {
  const bracketed = /\([^()]*$/u.test(number.before) && /^[^()]*\)/u.test(number.after);
  const people = number.kind === "count" && (number.unit === "persons" || number.unit === undefined);
  return people && isClosedNumber(number) && number.per.length === 0 && !bracketed && !ASIDE.test(number.before);
}

function placeFor(text: ToldText, number: ToldNumber): string | undefined {
  const sentence = text.sentences[number.sentence];
  const told = text.points
    .slice(sentence?.start ?? 0, number.start)
    .join("")
    .replace(/\s+/gu, " ");
  const name = AFTER.exec(number.after)?.[1] ?? WHERE.exec(told)?.[1] ?? BEFORE.exec(number.before)?.[1];
  return name === undefined || MONTH.test(name) ? undefined : name.toLowerCase();
}
