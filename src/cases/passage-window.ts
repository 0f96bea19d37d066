import type { Stretch } from "../claims/quantity.ts";
import { anchorSpan } from "../sources/anchor.ts";
import type { Anchor, Span } from "../sources/passage.ts";
import { codePointLength, codePointMap, codePointSlice } from "../values/code-points.ts";

/** How many code points of the text are shown on either side of a passage. */
const ROUND = 900;

/** A passage with the text round it, and how it sits in the text at hand. */
export interface PassageWindow {
  readonly anchor: Anchor;
  /** The text round the place; empty where there is none. */
  readonly words: string;
  /** Position of its first code point in the whole text. */
  readonly start: number;
  /** Whether the text goes on before and after it. */
  readonly more: readonly [before: boolean, after: boolean];
}

/** How many code points of the text a list shows on either side of a number. */
const BESIDE = 50;

/** A number with a few words on either side, as a list shows it. */
export interface NumberSnippet {
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/**
 * What gives the words beside numbers of one text, their white space folded; it looks through the text once.
 * @example
 * snippetsOf("They earned 100 a month.")({ start: 12, end: 15 }) // => {"before":"They earned ","number":"100","after":" a month."}
 */
export function snippetsOf(text: string): (number: Stretch) => NumberSnippet {
  const map = codePointMap(text);
  const length = codePointLength(text);
  const words = (from: number, to: number) =>
    text.slice(map.utf16(Math.max(0, Math.min(from, length))), map.utf16(Math.min(to, length))).replace(/\s+/gu, " ");
  return ({ start, end }) => {
    const before = words(start - BESIDE, start);
    const after = words(end, end + BESIDE);
    return {
      before: start > BESIDE ? before.replace(/^\S*\s/u, "") : before,
      number: words(start, end),
      after: end + BESIDE < length ? after.replace(/\s\S*$/u, "") : after,
    };
  };
}

/**
 * The text round a passage, cut between words.
 * @example
 * passageWindow("They earned 100.", { start: 12, end: 15, passage: "", before: "", after: "" }).words // => "They earned 100."
 */
export function passageWindow(text: string | undefined, span: Span): PassageWindow {
  if (text === undefined) return { anchor: { kind: "no text" }, words: "", start: 0, more: [false, false] };
  const length = codePointLength(text);
  const from = Math.max(0, Math.min(span.start, length) - ROUND);
  const to = Math.min(length, span.end + ROUND);
  const raw = codePointSlice(text, from, to);
  const head = from === 0 ? "" : (/^\S*\s+/u.exec(raw)?.[0] ?? "");
  const tail = to === length ? "" : (/\s+\S*$/u.exec(raw)?.[0] ?? "");
  return {
    anchor: anchorSpan(text, span),
    words: raw.slice(head.length, raw.length - tail.length),
    start: from + codePointLength(head),
    more: [from > 0, to < length],
  };
}
