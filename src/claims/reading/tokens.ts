import type { Lexicon, WordUse } from "./lexicon.ts";
import { printedDigits } from "./printed-digits.ts";

/** A word, a number in digits or a mark of a text, at its UTF-16 indices. */
export interface Token {
  readonly kind: "word" | "number" | "mark";
  readonly start: number;
  readonly end: number;
  /** Lower-case text of a word or mark; empty for a number. */
  readonly lower: string;
  readonly use: WordUse | undefined;
  /** Whether white space stands before it, and whether a line begins with it. */
  readonly spaced: boolean;
  readonly line: boolean;
  readonly capital: boolean;
  /** Counts the sentences of the text. */
  readonly sentence: number;
  /** What a number in digits is worth; absent for a code such as 12.04.2012. */
  readonly value: number | undefined;
  readonly grouped: boolean;
  readonly decimals: number;
}

const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof st no nos vol pp pg p fig vs etc approx ca c inc ltd co jan feb mar apr jun jul aug sep sept oct nov dec rs tk тыс млн млрд руб долл стр г гг".split(
    " ",
  ),
);

/** Lines shorter than this end their sentence before a blank line. */
const SHORT_LINE = 50;

const CLASS = { space: 0, digit: 1, letter: 2, unspaced: 3, mark: 4 } as const;
type CharacterClass = (typeof CLASS)[keyof typeof CLASS];

/** The class of a character beyond ASCII. */
function wideClass(code: number, character: string): CharacterClass {
  if (code >= 0xac00 && code <= 0xd7a3) return CLASS.unspaced;
  if ((code >= 0x3400 && code <= 0x9fff) || code === 0x3007 || (code >= 0xf900 && code <= 0xfaff))
    return CLASS.unspaced;
  if (code >= 0xff10 && code <= 0xff19) return CLASS.digit;
  if (code === 0xa0 || code === 0x3000 || code === 0xfeff || /\s/u.test(character)) return CLASS.space;
  if (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) return CLASS.letter;
  if (code >= 0x400 && code <= 0x52f) return CLASS.letter;
  return /\p{L}|\p{M}/u.test(character) ? CLASS.letter : CLASS.mark;
}

function classify(code: number, character: string): CharacterClass {
  if (code <= 32) return CLASS.space;
  if (code >= 48 && code <= 57) return CLASS.digit;
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return CLASS.letter;
  return code < 128 ? CLASS.mark : wideClass(code, character);
}

/** Classes of the characters of the basic plane, found once each. */
const classes = new Uint8Array(0x10000).fill(255);

function classAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const known = classes[code] ?? 255;
  if (known !== 255) return known;
  const found = classify(code, text.charAt(index));
  classes[code] = found;
  return found;
}

/** Cuts a text into tokens from its beginning to its end, once. */
class Tokenizer {
  readonly tokens: Token[] = [];
  index = 0;
  sentence = 0;
  spaced = true;
  line = true;
  lineStart = 0;
  cyrillic = false;
  readonly text: string;
  readonly lexicon: Lexicon;

  constructor(text: string, lexicon: Lexicon, cyrillic: boolean) {
    this.text = text;
    this.lexicon = lexicon;
    this.cyrillic = cyrillic;
  }

  run(): Token[] {
    while (this.index < this.text.length) this.step(classAt(this.text, this.index));
    return this.tokens;
  }

  step(kind: number): void {
    if (kind === CLASS.space) this.white();
    else if (kind === CLASS.digit) this.number();
    else if (kind === CLASS.letter) this.word();
    else if (kind === CLASS.unspaced) this.unspacedRun();
    else this.mark();
  }

  white(): void {
    const code = this.text.charCodeAt(this.index++);
    this.spaced = true;
    if (code === 10 || code === 13 || code === 12) {
      if (code === 10 && this.line && this.endsParagraph()) this.sentence++;
      this.line = true;
    }
  }

  /** Whether a blank line ends the sentence: after a short line, as headings are, where no small letter goes on. */
  endsParagraph(): boolean {
    const { text, index } = this;
    if ((this.tokens.at(-1)?.end ?? 0) - this.lineStart >= SHORT_LINE) return false;
    let at = index;
    while (at < text.length && at - index < 8 && classAt(text, at) === CLASS.space) at++;
    return classAt(text, at) !== CLASS.letter || isUpper(text, at);
  }

  add(kind: Token["kind"], end: number, digits?: { value?: number; grouped: boolean; decimals: number }): void {
    const start = this.index;
    if (this.line) this.lineStart = start;
    const text = kind === "number" ? "" : this.text.slice(start, end);
    const lower = kind === "word" ? text.toLowerCase() : text;
    this.tokens.push({
      kind,
      start,
      end,
      lower,
      use: kind === "number" ? undefined : this.lexicon.uses.get(lower),
      spaced: this.spaced,
      line: this.line,
      capital: kind === "word" && lower.charCodeAt(0) !== text.charCodeAt(0),
      sentence: this.sentence,
      value: digits?.value,
      grouped: digits?.grouped ?? false,
      decimals: digits?.decimals ?? 0,
    });
    this.index = end;
    this.spaced = false;
    this.line = false;
  }

  number(): void {
    const digits = printedDigits(this.text, this.index, this.cyrillic || this.isDecimalComma() ? "," : ".");
    this.add("number", this.index + Math.max(1, digits.length), digits);
  }

  /** Whether "1,75" is one number with decimals: a currency before it or a magnitude, currency or per cent after it says so. */
  isDecimalComma(): boolean {
    const near = this.text.slice(this.index, this.index + 24);
    const found = /^\d{1,4},\d{1,2}(?![\d,])\s?([%€$£]|euro|mill|bill|bn|mln|per ?cent)?/iu.exec(near);
    if (found === null) return false;
    return found[1] !== undefined || (!this.spaced && this.tokens.at(-1)?.use?.currency !== undefined);
  }

  word(): void {
    const { text } = this;
    let end = this.index + 1;
    while (end < text.length && classAt(text, end) === CLASS.letter) end++;
    if (end === this.index + 1) end = initialsEnd(text, end);
    const code = text.charCodeAt(this.index);
    this.cyrillic = code >= 0x400 && code <= 0x52f;
    if (text.charAt(end) === "$" && end - this.index <= 3) end++;
    if (text.startsWith("://", end) || (end - this.index === 3 && text.startsWith("www.", this.index))) {
      this.address();
      return;
    }
    this.add("word", end);
  }

  /** A web address, as one mark. */
  address(): void {
    let end = this.index;
    while (end < this.text.length && classAt(this.text, end) !== CLASS.space) end++;
    this.add("mark", end);
  }

  /** A known word of a script without spaces; Hangul only where a word begins or something known went before. */
  unspacedRun(): void {
    const { text, lexicon } = this;
    const hangul = text.charCodeAt(this.index) >= 0xac00;
    const previous = this.tokens.at(-1);
    const free = !hangul || this.spaced || previous?.kind !== "word" || previous.use !== undefined;
    const lengths = free ? (lexicon.unspaced.get(text.charAt(this.index)) ?? []) : [];
    for (const length of lengths) {
      if (lexicon.uses.has(text.slice(this.index, this.index + length))) {
        this.add("word", this.index + length);
        return;
      }
    }
    let end = this.index + 1;
    if (hangul) while (end < text.length && classAt(text, end) === CLASS.unspaced) end++;
    this.add("word", end);
  }

  mark(): void {
    const character = this.text.charAt(this.index);
    const previous = this.tokens.at(-1);
    if (this.line && "•▪●○◦■□*–—-".includes(character)) this.sentence++;
    this.add("mark", this.index + 1);
    if ("。！？!?".includes(character)) this.sentence++;
    else if (character === "." && this.endsSentence(previous)) this.sentence++;
  }

  /** Whether the point just read ends a sentence: not after an abbreviation, nor before a small letter. */
  endsSentence(previous: Token | undefined): boolean {
    const { text, index } = this;
    if (index >= text.length || previous === undefined) return true;
    if (/^[^\S\n]*\r?\n[^\S\n]*\r?\n/u.test(text.slice(index, index + 12))) return true;
    const next = classAt(text, index);
    if (next === CLASS.digit) return false;
    if (next === CLASS.letter)
      return isUpper(text, index) && !(previous.capital && previous.end - previous.start === 1);
    if (previous.kind === "word" && (previous.end - previous.start === 1 || ABBREVIATIONS.has(previous.lower)))
      return false;
    let at = index;
    while (at < text.length && at - index < 8 && classAt(text, at) !== CLASS.letter) at++;
    return !(classAt(text, at) === CLASS.letter && !isUpper(text, at));
  }
}

function isUpper(text: string, index: number): boolean {
  const character = text.charAt(index);
  return character !== character.toLowerCase();
}

/** The end of initials such as `U.S.` whose first letter ends at an index. */
function initialsEnd(text: string, end: number): number {
  let at = end;
  while (text.charAt(at) === "." && classAt(text, at + 1) === CLASS.letter && classAt(text, at + 2) !== CLASS.letter)
    at += 2;
  return at > end && text.charAt(at) === "." ? at + 1 : at;
}

/** Whether the first letter of a text is Cyrillic, among its first characters. */
function beginsCyrillic(text: string): boolean {
  return /^[^\p{L}]*\p{Script=Cyrillic}/u.test(text.slice(0, 200));
}

/**
 * The words, numbers and marks of a text in order, each with what it can be in a quantity.
 * @example
 * tokenize("6만 명", { uses: new Map(), unspaced: new Map() }).map((token) => token.kind) // => ["number","word","word"]
 */
export function tokenize(text: string, lexicon: Lexicon): readonly Token[] {
  return new Tokenizer(text, lexicon, beginsCyrillic(text)).run();
}
