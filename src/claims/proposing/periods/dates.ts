/** A date or period found in words, as EDTF text. */
export interface DatedWords {
  readonly start: number;
  readonly end: number;
  readonly edtf: string;
}

/** One way of writing a period, and its EDTF text from the parts that it matched; absent where they make no period. */
export interface DateForm {
  readonly form: RegExp;
  readonly edtf: (parts: readonly string[]) => string | undefined;
}

const ENGLISH = "january february march april may june july august september october november december".split(" ");
const RUSSIAN = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split(" ");

/**
 * The number of a month, in two digits, from its name in English or Russian.
 * @example
 * [monthNumber("Sept."), monthNumber("мая"), monthNumber("12")] // => ["09","05","12"]
 */
export function monthNumber(name: string): string {
  const lower = name.toLowerCase().replace(/\.$/u, "");
  if (/^\d{1,2}$/u.test(lower)) return lower.padStart(2, "0");
  const english = ENGLISH.findIndex((month) => month.startsWith(lower.slice(0, 3)));
  const russian = RUSSIAN.findLastIndex((stem) => lower.startsWith(stem));
  return String((english === -1 ? russian : english) + 1).padStart(2, "0");
}

/**
 * The year of four digits that a text of two or four stands for, those of two in the last century from 30 on.
 * @example
 * [fullYear("2012"), fullYear("88"), fullYear("05")] // => ["2012","1988","2005"]
 */
export function fullYear(text: string): string {
  if (text.length === 4) return text;
  return (Number(text) >= 30 ? "19" : "20") + text;
}

/**
 * An interval from one date to another; absent where it would run backwards.
 * @example
 * [spanOfYears("2008", "2015"), spanOfYears("2015", "2008") ?? "none"] // => ["2008/2015","none"]
 */
export function spanOfYears(from: string, to: string): string | undefined {
  return from < to ? `${from}/${to}` : from === to ? from : undefined;
}
