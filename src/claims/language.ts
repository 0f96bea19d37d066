/** The languages whose numbers are read. */
export const LANGUAGES = ["en", "ko", "ru", "zh"] as const;
export type LanguageId = (typeof LANGUAGES)[number];

/** Phrases by what they do to the number beside them; each phrase is lower-case words with single spaces. */
export interface Modifiers {
  readonly approximate: readonly string[];
  readonly atLeast: readonly string[];
  readonly atMost: readonly string[];
}

/**
 * The words with which a language gives quantities, all in lower case. A phrase of several words has single spaces. What a
 * language does without is empty.
 */
export interface Language {
  readonly id: LanguageId;
  readonly name: string;
  /** The sign before decimals; the other of point and comma may group thousands. */
  readonly decimal: "." | ",";
  /** Number words below a hundred: `sixty`, `두`, `двадцать`, `两`. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Words and abbreviations that multiply: `hundred`, `bn`, `만`, `тыс`, `亿`. */
  readonly magnitudes: Readonly<Record<string, number>>;
  /** Plural or vague magnitudes that stand for several: `dozens`, `thousands`, `десятки`. */
  readonly several: Readonly<Record<string, number>>;
  /** Words for a small number that is not told, with the interval they are read as. */
  readonly few: Readonly<Record<string, readonly [number, number]>>;
  /** Words that are a whole quantity: the interval with a unit of time, `times` (fourfold) or `age` (thirties). */
  readonly wholes: Readonly<Record<string, readonly [number, number, string]>>;
  /** Parts of one: `half`, `quarter`. */
  readonly fractions: Readonly<Record<string, number>>;
  readonly before: Modifiers;
  readonly after: Modifiers;
  /** Words that open a range ("between", "from") and those that join its ends ("to"; "and" after "between" only). */
  readonly opens: readonly string[];
  readonly joins: readonly string[];
  readonly pairs: readonly string[];
  /** Words, codes and common misspellings of currencies, with their ISO 4217 codes; unknown where the country decides. */
  readonly currencies: Readonly<Record<string, string>>;
  readonly percent: readonly string[];
  /** Words that make the number before them tenths (成), and words between a whole and its parts (分之). */
  readonly tenths: readonly string[];
  readonly partsOf: readonly string[];
  /** Words for stretches of time, with `hour`, `day`, `week`, `month`, `year` and so on. */
  readonly times: Readonly<Record<string, string>>;
  /** Words for lengths, weights, areas, with the unit in English. */
  readonly measures: Readonly<Record<string, string>>;
  /** Nouns that are counted, with the unit: `persons`, `countries`. */
  readonly nouns: Readonly<Record<string, string>>;
  /** Words that make a time or a person a basis ("per", "a", "every") and words that hold both ("monthly", "each"). */
  readonly every: readonly string[];
  readonly rates: Readonly<Record<string, string>>;
  /** Names of months, and words whose number is a name and no quantity ("chapter", "resolution"). */
  readonly months: readonly string[];
  readonly labels: readonly string[];
  /** Words after a number that make it the month of a date (월, 月). */
  readonly monthMarks: readonly string[];
  /** Words before a year ("in", "since"), and before a time of day ("at", "until"). */
  readonly beforeYear: readonly string[];
  readonly beforeHour: readonly string[];
  readonly afterHour: readonly string[];
  /** Words that put a time of day after noon, before it and after it. */
  readonly beforeAfternoon: readonly string[];
  readonly afterAfternoon: readonly string[];
  /** Words that make a number of years an age, before it and after it. */
  readonly beforeAge: readonly string[];
  readonly afterAge: readonly string[];
  /** Verbs of change: "rose from 3 to 5" gives two numbers and no range. */
  readonly changes: readonly string[];
}

/**
 * The words of a list that is written as one text with spaces.
 * @example
 * words("one two") // => ["one","two"]
 */
export function words(list: string): readonly string[] {
  return list.split(/\s+/u).filter((word) => word !== "");
}

/**
 * A table that gives each word of each list the list's key.
 * @example
 * keyed({ hour: "hour hours", day: "day" }) // => {"hour":"hour","hours":"hour","day":"day"}
 */
export function keyed(lists: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(lists).flatMap(([key, list]) => words(list).map((word) => [word, key])));
}

/**
 * The forms of a word: its stem with each ending, a dash standing for none.
 * @example
 * inflected("доллар", "- а ов") // => ["доллар","доллара","долларов"]
 */
export function inflected(stem: string, endings: string): readonly string[] {
  return words(endings).map((ending) => stem + (ending === "-" ? "" : ending));
}

/**
 * The words of a list that is written as one text with commas, phrases among them.
 * @example
 * phrases("more than, at least") // => ["more than","at least"]
 */
export function phrases(list: string): readonly string[] {
  return list
    .split(",")
    .map((phrase) => phrase.trim().replace(/\s+/gu, " "))
    .filter((phrase) => phrase !== "");
}
