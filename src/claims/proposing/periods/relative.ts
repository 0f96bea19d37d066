import type { DatedWords } from "./dates.ts";

/** Words that give a year by that of the source, and how many years they add to it. */
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/\bthis year\b|올해|금년|в этом году|в нынешнем году|今年/giu, 0],
  [/\blast year\b|\ba year ago\b|지난해|작년|в прошлом году|去年/giu, -1],
  [/\bnext year\b|내년|в следующем году|в будущем году|明年/giu, 1],
  [
    /\b(?:currently|at present|current|right now|nowadays|today|now|presently)\b|현재|сейчас|в настоящее время|目前|现在/giu,
    0,
  ],
];

/** "Now" says when a number held only where it stands near it. */
export const RELATIVE_REACH = 70;

/**
 * Years that words give by the date of their source ("last year"); none where the source has no date.
 * @example
 * relativeDates("Last year 400 came.", "2014-05").map(({ edtf }) => edtf) // => ["2013"]
 */
export function relativeDates(words: string, published: string | undefined): readonly DatedWords[] {
  const year = /^(\d{4})/u.exec(published ?? "")?.[1];
  if (year === undefined) return [];
  const rough = /[~?%]$/u.exec(published ?? "")?.[0] ?? "";
  return RELATIVE.flatMap(([form, added]) =>
    [...words.matchAll(form)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      edtf: `${Number(year) + added}${rough}`,
    })),
  );
}
