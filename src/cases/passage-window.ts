import { anchorSpan } from "../sources/anchor.ts";
import type { Anchor, Span } from "../sources/passage.ts";
import { codePointLength, codePointSlice } from "../values/code-points.ts";

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
