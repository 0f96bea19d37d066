export const PART_KINDS = ["page", "section", "row", "cue"] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** A located part of a document's text: what a locator names. Positions are code points, end exclusive. */
export interface DocumentPart {
  readonly kind: PartKind;
  /** As a locator prints it: `p. 12`, `Findings`, `Wages, row 3`, `00:01:02`. */
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a document in which a position (a code point) stands; absent where it stands in none. Parts are in order and
 * do not overlap.
 * @example
 * partAt([{ kind: "page", label: "p. 1", start: 0, end: 9 }, { kind: "page", label: "p. 2", start: 10, end: 20 }], 12)?.label // => "p. 2"
 */
export function partAt(parts: readonly DocumentPart[], position: number): DocumentPart | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((parts[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  const found = parts[low];
  return found !== undefined && found.start <= position ? found : undefined;
}
