import type { ComparedText, TextStretch } from "../sources/repeated-passages.ts";
import { codePointLength } from "../values/code-points.ts";

/** A match of a pattern, with its groups and its place in code points. */
export interface PatternMatch {
  readonly groups: readonly string[];
  readonly stretch: TextStretch;
}

/**
 * The matches of a global pattern in a text, in order.
 * @example
 * matchesOf({ id: "a", text: "𝟙 b b" }, /b/gu).map(({ stretch }) => stretch.start) // => [2,4]
 */
export function matchesOf({ id, text }: ComparedText, pattern: RegExp): readonly PatternMatch[] {
  const found: PatternMatch[] = [];
  let unit = 0;
  let point = 0;
  for (const match of text.matchAll(pattern)) {
    point += codePointLength(text.slice(unit, match.index));
    unit = match.index;
    const end = point + codePointLength(match[0]);
    found.push({ groups: match.map((group) => group ?? ""), stretch: { id, start: point, end } });
  }
  return found;
}
