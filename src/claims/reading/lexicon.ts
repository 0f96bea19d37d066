import type { Language } from "../language.ts";

/** What a phrase of several words does where it stands. */
export type PhraseRole =
  | "approximate"
  | "at least"
  | "at most"
  | "approximate after"
  | "at least after"
  | "at most after"
  | "opens"
  | "joins"
  | "pairs"
  | "few"
  | "percent"
  | "every"
  | "rate"
  | "hour after"
  | "age before"
  | "age after";

/** A phrase by the words after its first one. */
export interface Phrase {
  readonly rest: readonly string[];
  readonly means?: string;
  readonly interval?: readonly [number, number];
}

/** All that one word can be in the quantities of some language. */
export interface WordUse {
  number?: number;
  magnitude?: number;
  several?: number;
  fraction?: number;
  whole?: readonly [number, number, string];
  currency?: string;
  time?: string;
  measure?: string;
  noun?: string;
  month?: true;
  label?: true;
  change?: true;
  beforeYear?: true;
  beforeHour?: true;
  beforeAfternoon?: true;
  tenths?: true;
  partsOf?: true;
  monthMark?: true;
  readonly phrases: Partial<Record<PhraseRole, Phrase[]>>;
}

/** The words of several languages, and those of scripts without spaces by their first character. */
export interface Lexicon {
  readonly uses: ReadonlyMap<string, WordUse>;
  /** Lengths of the words that begin with a Hangul syllable or a Han character, longest first. */
  readonly unspaced: ReadonlyMap<string, readonly number[]>;
}

type Marks =
  | "month"
  | "label"
  | "change"
  | "beforeYear"
  | "beforeHour"
  | "beforeAfternoon"
  | "tenths"
  | "partsOf"
  | "monthMark";
type Values = "number" | "magnitude" | "several" | "fraction";
type Names = "currency" | "time" | "measure" | "noun";

/** Whether a character is written without spaces between words: Hangul or Han. */
function isUnspaced(character: string): boolean {
  return /^[\p{Script=Hangul}\p{Script=Han}〇]/u.test(character);
}

/** Collects what words are used for, and asks for each word's record only once. */
class LexiconDraft {
  readonly uses = new Map<string, WordUse>();

  use(word: string): WordUse {
    const found = this.uses.get(word) ?? { phrases: {} };
    this.uses.set(word, found);
    return found;
  }

  values(role: Values, table: Readonly<Record<string, number>>): void {
    for (const [word, value] of Object.entries(table)) this.use(word)[role] = value;
  }

  names(role: Names, table: Readonly<Record<string, string>>): void {
    for (const [word, name] of Object.entries(table)) this.use(word)[role] = name;
  }

  marks(role: Marks, list: readonly string[]): void {
    for (const word of list) this.use(word)[role] = true;
  }

  phrase(role: PhraseRole, text: string, more: Omit<Phrase, "rest"> = {}): void {
    const [first = "", ...rest] = text.split(" ");
    const { phrases } = this.use(first);
    const list = phrases[role] ?? [];
    phrases[role] = list;
    list.push({ rest, ...more });
    list.sort((a, b) => b.rest.length - a.rest.length);
  }

  phrases(role: PhraseRole, list: readonly string[]): void {
    for (const text of list) this.phrase(role, text);
  }
}

function addModifiers(draft: LexiconDraft, language: Language): void {
  const { before, after } = language;
  draft.phrases("approximate", before.approximate);
  draft.phrases("at least", before.atLeast);
  draft.phrases("at most", before.atMost);
  draft.phrases("approximate after", after.approximate);
  draft.phrases("at least after", after.atLeast);
  draft.phrases("at most after", after.atMost);
  draft.phrases("opens", language.opens);
  draft.phrases("joins", language.joins);
  draft.phrases("pairs", language.pairs);
}

function addLanguage(draft: LexiconDraft, language: Language): void {
  draft.values("number", language.numbers);
  draft.values("magnitude", language.magnitudes);
  draft.values("several", language.several);
  draft.values("fraction", language.fractions);
  for (const [word, whole] of Object.entries(language.wholes)) draft.use(word).whole = whole;
  draft.names("currency", language.currencies);
  draft.names("time", language.times);
  draft.names("measure", language.measures);
  draft.names("noun", language.nouns);
  draft.marks("month", language.months);
  draft.marks("label", language.labels);
  draft.marks("change", language.changes);
  draft.marks("beforeYear", language.beforeYear);
  draft.marks("beforeHour", language.beforeHour);
  draft.marks("tenths", language.tenths);
  draft.marks("partsOf", language.partsOf);
  draft.marks("monthMark", language.monthMarks);
  draft.marks("beforeAfternoon", language.beforeAfternoon);
  addModifiers(draft, language);
  for (const [text, interval] of Object.entries(language.few)) draft.phrase("few", text, { interval });
  for (const [text, means] of Object.entries(language.rates)) draft.phrase("rate", text, { means });
  draft.phrases("percent", language.percent);
  draft.phrases("every", language.every);
  draft.phrases("hour after", language.afterHour);
  for (const text of language.afterAfternoon) draft.phrase("hour after", text, { means: "afternoon" });
  draft.phrases("age before", language.beforeAge);
  draft.phrases("age after", language.afterAge);
}

/** For each first character of a script without spaces, the lengths of the words that begin with it. */
function unspacedWords(uses: ReadonlyMap<string, WordUse>): Map<string, number[]> {
  const lengths = new Map<string, number[]>();
  for (const word of uses.keys()) {
    const first = word.charAt(0);
    if (!isUnspaced(first)) continue;
    const known = lengths.get(first) ?? [];
    if (!known.includes(word.length)) known.push(word.length);
    lengths.set(first, known);
  }
  for (const list of lengths.values()) list.sort((a, b) => b - a);
  return lengths;
}

/**
 * The words of the given languages, ready to be looked up.
 * @example
 * compileLexicon([]).uses.size // => 0
 */
export function compileLexicon(languages: readonly Language[]): Lexicon {
  const draft = new LexiconDraft();
  for (const language of languages) addLanguage(draft, language);
  return { uses: draft.uses, unspaced: unspacedWords(draft.uses) };
}
