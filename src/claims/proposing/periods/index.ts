import { parsePeriod } from "../../../values/period.ts";
import { farness } from "../nearest.ts";
import type { NumberInWords } from "../number-in-words.ts";
import type { DatedWords, DateForm } from "./dates.ts";
import { ENGLISH_DATES } from "./english.ts";
import { CHINESE_DATES, KOREAN_DATES, RUSSIAN_DATES } from "./others.ts";
import { RELATIVE_REACH, relativeDates } from "./relative.ts";

/** The forms of each language, with a letter or sign that a text in it has. */
const FORMS: readonly (readonly [RegExp, readonly DateForm[]])[] = [
  [/[A-Za-z(–~-]/u, ENGLISH_DATES],
  [/년/u, KOREAN_DATES],
  [/[а-я]/iu, RUSSIAN_DATES],
  [/年/u, CHINESE_DATES],
];

/** The dates that words give in full, the longer way of writing one before the shorter that is part of it. */
function writtenDates(words: string): readonly DatedWords[] {
  if (!/\d0|\d{4}/u.test(words)) return [];
  const found: DatedWords[] = [];
  const forms = FORMS.flatMap(([sign, list]) => (sign.test(words) ? list : []));
  for (const { form, edtf } of forms) {
    for (const match of words.matchAll(form)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const text = edtf(match.slice(1).map((part) => part ?? ""));
      const isFree = found.every((one) => end <= one.start || start >= one.end);
      if (text !== undefined && isFree && parsePeriod(text).ok) found.push({ start, end, edtf: text });
    }
  }
  return found;
}

/** Whether "now" is said of a number: it stands near it, or opens the sentence that goes on to it. */
function isNear(date: DatedWords, number: NumberInWords): boolean {
  if (farness(date, number) <= RELATIVE_REACH) return true;
  return date.start <= 2 && !/[;:?!]/u.test(number.words.slice(date.end, number.at));
}

/**
 * The period for which a number holds, as EDTF: the nearest of those that its sentence names; absent where it names none.
 * @example
 * periodOf({ words: "In 2012 they were 400.", at: 18, to: 21 }, "2014") // => "2012"
 */
export function periodOf(number: NumberInWords, published: string | undefined): string | undefined {
  const written = writtenDates(number.words).filter(({ start, end }) => end <= number.at || start >= number.to);
  const relative = relativeDates(number.words, published).filter((date) => isNear(date, number));
  const ranked = [...written, ...relative]
    .map((date) => ({ date, far: farness(date, number) }))
    .sort((a, b) => a.far - b.far);
  return ranked[0]?.date.edtf;
}
