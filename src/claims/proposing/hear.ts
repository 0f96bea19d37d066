import type { CodePointMap } from "../../values/code-points.ts";
import { foldSpaces } from "../../values/digest.ts";
import type { Quantity } from "../quantity.ts";
import { countedPeople } from "./counted-people.ts";
import { type NumberInWords, numberInWords } from "./number-in-words.ts";
import { clauseOf, type Sentence, sentencesOf } from "./sentences.ts";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";

/** A quantity with its sentence, at UTF-16 indices, and where its paragraph begins. */
export interface PlacedQuantity {
  readonly quantity: Quantity;
  readonly sentence: Sentence;
  readonly number: { readonly start: number; readonly end: number };
  readonly opening: number;
}

/** A quantity with the words that say what it is. */
export interface HeardQuantity extends PlacedQuantity {
  readonly passage: { readonly start: number; readonly end: number };
  readonly inWords: NumberInWords;
  readonly round: Surroundings;
  /** Whether it is the only number of its passage. */
  readonly alone: boolean;
  /** The words of its paragraph before its passage. */
  readonly preceding: string;
  readonly following: string;
}

/** How far before and after a passage its neighbours are heard, in characters. */
const PRECEDING = 350;
const FOLLOWING = 90;

/**
 * Each quantity of a text with the sentence in which it begins; both come in order, so one walk finds them.
 * @example
 * inSentences("A. B 5.", { utf16: (at) => at, codePoint: (at) => at }, []) // => []
 */
export function inSentences(
  text: string,
  map: CodePointMap,
  quantities: readonly Quantity[],
): readonly PlacedQuantity[] {
  const sentences = sentencesOf(text);
  let [index, opening] = [0, 0];
  return quantities.map((quantity) => {
    const number = { start: map.utf16(quantity.start), end: map.utf16(quantity.end) };
    while (index + 1 < sentences.length && (sentences[index]?.end ?? 0) <= number.start) {
      index++;
      const [before, here] = [sentences[index - 1], sentences[index]];
      if (before?.paragraph !== here?.paragraph) opening = here?.start ?? 0;
    }
    const sentence = sentences[index] ?? { ...number, paragraph: 0 };
    return { quantity, number, sentence, opening };
  });
}

/** Where the words after a number that speak of it end: at the next number, past a conversion in brackets. */
function nextNumber(text: string, found: readonly PlacedQuantity[], index: number): number {
  const [here, next] = [found[index], found[index + 1]];
  if (here === undefined || next === undefined) return text.length;
  const isConversion = /^\s?\($/u.test(text.slice(here.number.end, next.number.start).slice(0, 4));
  return (isConversion ? found[index + 2] : next)?.number.start ?? text.length;
}

/**
 * A quantity with the words round it, near and far; absent where there is none of that index.
 * @example
 * hear("", [], 0) ?? "nothing" // => "nothing"
 */
export function hear(text: string, found: readonly PlacedQuantity[], index: number): HeardQuantity | undefined {
  const one = found[index];
  if (one === undefined) return undefined;
  const passage = clauseOf(text, one.sentence, one.number);
  const inWords = numberInWords(text, passage, one.number);
  const before = one.number.start - Math.max(passage.start, found[index - 1]?.number.end ?? 0);
  const after = Math.min(passage.end, nextNumber(text, found, index)) - one.number.end;
  const opening = Math.max(one.opening, passage.start - PRECEDING);
  const round = surroundingsOf(inWords, { before: Math.max(0, before), after: Math.max(0, after) });
  return {
    ...one,
    quantity: countedPeople(one.quantity, round),
    passage,
    inWords,
    round,
    alone:
      (found[index - 1]?.number.end ?? -1) <= passage.start &&
      (found[index + 1]?.number.start ?? text.length) >= passage.end,
    preceding: foldSpaces(text.slice(opening, passage.start)),
    following: foldSpaces(text.slice(passage.end, passage.end + FOLLOWING)),
  };
}
