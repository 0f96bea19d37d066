import { foldSpaces } from "../../values/digest.ts";

/** The words round a number with their white space folded, and where the number stands in them (UTF-16 indices). */
export interface NumberInWords {
  readonly words: string;
  readonly at: number;
  readonly to: number;
}

/**
 * A number in the folded words of its passage.
 * @example
 * numberInWords("They  earn 100 a month.", { start: 0, end: 23 }, { start: 11, end: 14 }).at // => 10
 */
export function numberInWords(
  text: string,
  passage: { readonly start: number; readonly end: number },
  number: { readonly start: number; readonly end: number },
): NumberInWords {
  const words = foldSpaces(text.slice(passage.start, passage.end));
  const at = foldSpaces(text.slice(passage.start, number.start)).length;
  const to = foldSpaces(text.slice(passage.start, number.end)).length;
  return { words, at, to };
}
