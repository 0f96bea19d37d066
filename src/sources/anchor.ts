import { type CodePointMap, codePointLength, codePointMap, codePointSlice } from "../values/code-points.ts";
import { foldSpaces, sha256Hex } from "../values/digest.ts";
import type { Anchor, Span } from "./passage.ts";

/** How many code points on either side of a passage are digested with it. */
export const CONTEXT = 32;

function digestOf(text: string, start: number, end: number): string {
  return sha256Hex(foldSpaces(codePointSlice(text, Math.max(0, start), end)));
}

/**
 * The span of a passage in a text: its position in code points and the digests of its words and of those beside it.
 * @example
 * spanOf("They earned 100 a month.", 12, 15).end // => 15
 */
export function spanOf(text: string, start: number, end: number): Span {
  const whole = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end;
  if (!whole || end > codePointLength(text)) throw new Error(`invalid span: ${start} to ${end}`);
  return {
    start,
    end,
    passage: digestOf(text, start, end),
    before: digestOf(text, start - CONTEXT, start),
    after: digestOf(text, end, end + CONTEXT),
  };
}

/**
 * How a span sits in a text: exact where the same words stand between the same words; else moved, with the reason.
 * @example
 * anchorSpan("Other words.", spanOf("They earned 100.", 12, 15)) // => {"kind":"moved","reason":"the text ends before the passage"}
 */
export function anchorSpan(text: string, span: Span): Anchor {
  if (codePointLength(text) < span.end) return { kind: "moved", reason: "the text ends before the passage" };
  const found = spanOf(text, span.start, span.end);
  if (found.passage !== span.passage) return { kind: "moved", reason: "other words stand at this position" };
  if (found.before !== span.before) return { kind: "moved", reason: "the words before the passage differ" };
  if (found.after !== span.after) return { kind: "moved", reason: "the words after the passage differ" };
  return { kind: "exact", start: span.start, end: span.end };
}

/**
 * Gives the spans of many passages of one text, as `spanOf` gives one, without counting the text anew for each.
 * @example
 * spansIn("They earned 100 a month.")(12, 15).passage === spanOf("They earned 100 a month.", 12, 15).passage // => true
 */
export function spansIn(text: string, map: CodePointMap = codePointMap(text)): (start: number, end: number) => Span {
  const length = map.codePoint(text.length);
  const digest = (start: number, end: number) =>
    sha256Hex(foldSpaces(text.slice(map.utf16(Math.max(0, start)), map.utf16(Math.min(length, end)))));
  return (start, end) => {
    const whole = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end;
    if (!whole || end > length) throw new Error(`invalid span: ${start} to ${end}`);
    return {
      start,
      end,
      passage: digest(start, end),
      before: digest(start - CONTEXT, start),
      after: digest(end, end + CONTEXT),
    };
  };
}
