import { codePointLength } from "../values/code-points.ts";

/** A located part of a source's text, as the search finds it. Positions are code points, end exclusive. */
export interface TextPassage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Longer paragraphs are cut at the end of a sentence or line: an entry of the index holds about half a page. */
const LONGEST = 1_600;

/** The paragraphs of a text, in order, without the white space around them. */
export function splitPassages(text: string): readonly TextPassage[] {
  const passages: TextPassage[] = [];
  let at = 0;
  let position = 0;
  for (const [from, to] of paragraphs(text)) {
    position += codePointLength(text.slice(at, from));
    const part = text.slice(from, to);
    const end = position + codePointLength(part);
    passages.push({ start: position, end, text: part });
    at = to;
    position = end;
  }
  return passages;
}

/** Where paragraphs begin and end, in UTF-16 units. */
function* paragraphs(text: string): Generator<readonly [number, number]> {
  const gap = /\n[^\S\n]*\n\s*|\f\s*/gu;
  let from = 0;
  for (const match of text.matchAll(gap)) {
    yield* pieces(text, from, match.index);
    from = match.index + match[0].length;
  }
  yield* pieces(text, from, text.length);
}

function* pieces(text: string, from: number, to: number): Generator<readonly [number, number]> {
  let start = from + (text.slice(from, to).length - text.slice(from, to).trimStart().length);
  const end = from + text.slice(from, to).trimEnd().length;
  while (end - start > LONGEST) {
    const cut = cutBefore(text, start, start + LONGEST);
    yield [start, start + text.slice(start, cut).trimEnd().length];
    start = cut + (text.slice(cut, end).length - text.slice(cut, end).trimStart().length);
  }
  if (end > start) yield [start, end];
}

/** The best place to cut before `limit`: after a sentence, else after a line, else after a word. */
function cutBefore(text: string, start: number, limit: number): number {
  const window = text.slice(start, limit);
  const least = LONGEST / 2;
  for (const mark of [/[.!?。！？]["'”’)]?\s/gu, /\n/gu, /\s/gu]) {
    const last = Array.from(window.matchAll(mark)).at(-1);
    if (last !== undefined && last.index > least) return start + last.index + last[0].length;
  }
  const unit = text.charCodeAt(limit);
  return unit >= 0xdc00 && unit <= 0xdfff ? limit - 1 : limit; // never inside a surrogate pair
}
