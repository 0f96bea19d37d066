/** A sentence of a text, at UTF-16 indices, without the white space round it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Counts the paragraphs, headings and list items of the text. */
  readonly paragraph: number;
}

/** A line that fills less than this many columns ends where its writer ended it, not where the page did. */
const FULL_LINE = 50;
/** A line longer than this was not broken by a page: it is a paragraph. */
const UNBROKEN = 160;
/** Between two sentences stands less white space than this. */
const BLANK = 200;
const SHORT_FORMS =
  /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|pp?|vs|etc|Inc|Ltd|Co|approx|ca|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Gen|Col|тыс|млн|млрд|руб|долл|стр|гг?|чел|им|т|д|е)$/u;
const BREAK = /[.!?。！？…]+[”"’'»」』)\]]*\d{0,3}(?=\s|$)|[。！？]+[”"’'»」』]*|\n\s*/gu;
const ITEM = /^(?:[-–—•▪◦*·]|\(?\d{1,2}[.)]\s|-?\p{Lu} ?\()/u;

/** Whether the point that ends at an index ends a sentence: not after a short form, nor before a small letter. */
function isEnd(text: string, mark: string, start: number): boolean {
  const after = text.slice(start + mark.length, start + mark.length + 12).trimStart();
  if (/^\p{Ll}/u.test(after)) return false;
  if (/\d$/u.test(mark) && !/\p{L}/u.test(text.charAt(start - 1))) return false;
  if (!mark.startsWith(".")) return true;
  return mark.length > 1 || !SHORT_FORMS.test(text.slice(Math.max(0, start - 8), start));
}

/** The columns that a line takes, a character of the East counting two; counted no further than need be. */
function columns(text: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to && count < FULL_LINE; index++) count += text.charCodeAt(index) >= 0x1100 ? 2 : 1;
  return count;
}

const BLANK_LINE = /\n\s*\n/u;
/** A line of spaces, such as stands above the footnotes of a page. */
const RULED = /\n[ \t]{20,}\n?/u;

/** Whether a line ends where its writer ended it: it is shorter than a page's, or longer. */
function isShort(text: string, line: number, at: number): boolean {
  return at - line > UNBROKEN || columns(text, line, at) < FULL_LINE;
}

/** Whether a sentence goes on in the next line: the line before it is full, and no list or label begins. */
function goesOn(text: string, line: number, at: number, next: number): boolean {
  return !isShort(text, line, at) && !ITEM.test(text.slice(next, next + 8));
}

/**
 * The sentences of a text in order. Lines that a page broke are joined; headings, list items and labelled answers stand alone.
 * @example
 * sentencesOf("They left. Mr. Vell stayed.").map(({ start }) => start) // => [0,11]
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let [start, line, paragraph] = [0, 0, 0];
  const close = (end: number) => {
    const piece = text.slice(start, end);
    const from = start + (piece.length - piece.trimStart().length);
    const to = from + piece.trim().length;
    if (to > from) sentences.push({ start: from, end: to, paragraph });
    start = end;
  };
  for (const found of text.matchAll(BREAK)) {
    const [mark] = found;
    const at = found.index;
    if (!mark.startsWith("\n")) {
      if (isEnd(text, mark, at)) close(at + mark.length);
      continue;
    }
    const next = at + mark.length;
    const fresh = at - start < BLANK && text.slice(start, at).trim() === "";
    if (fresh ? isShort(text, line, at) || BLANK_LINE.test(mark) : !goesOn(text, line, at, next) || RULED.test(mark)) {
      if (!fresh) close(at);
      paragraph++;
    }
    line = next;
  }
  close(text.length);
  return sentences;
}

/** A sentence longer than this is cut to the clause that gives the number. */
const LONG = 480;
const REACH = 240;

/**
 * The part of a sentence that a passage holds: all of it, or of a very long one the clause round the number.
 * @example
 * clauseOf("They left.", { start: 0, end: 10, paragraph: 0 }, { start: 0, end: 4 }) // => {"start":0,"end":10}
 */
export function clauseOf(
  text: string,
  sentence: Sentence,
  number: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } {
  const { start, end } = sentence;
  const [low, high] = [Math.min(start, number.start), Math.max(end, number.end)];
  if (high - low <= LONG) return { start: low, end: high };
  const from = Math.max(low, number.start - REACH);
  const to = Math.min(high, Math.max(number.end, Math.min(number.end, number.start + LONG) + REACH));
  const before = from === low ? 0 : openingOf(text.slice(from, number.start));
  const after = to === high ? to - number.end : closingOf(text.slice(number.end, to));
  return { start: from + before, end: number.end + after };
}

/** Where a clause begins in the words before a number: after the last mark that divides clauses, else after a space. */
function openingOf(words: string): number {
  const clauses = [...words.matchAll(/[;:—\n][”"’']?\s+/gu)];
  const last = clauses.at(-1);
  if (last !== undefined) return last.index + last[0].length;
  const space = /\s+/u.exec(words);
  return space === null ? 0 : space.index + space[0].length;
}

/** Where a clause ends in the words after a number. */
function closingOf(words: string): number {
  const clause = /[;:—\n]/u.exec(words);
  if (clause !== null) return clause.index;
  const space = words.search(/\s\S*$/u);
  return space === -1 ? words.length : space;
}
