import type { YearMark } from "./props.ts";
import { textWidth } from "./text-width.ts";

/** A labelled tick above the years: its text, or its number where there is no room for texts. */
export interface PlacedYearMark {
  readonly x: number;
  readonly row: number;
  readonly text: string;
  readonly mark: YearMark;
  /** Whether the text stands left of its tick. */
  readonly left: boolean;
}

/** Labels in as few rows as keep them apart, read from left to right; numbers where texts would take over `rows` rows. */
export function placeYearMarks(
  marks: readonly YearMark[],
  options: {
    readonly x: (year: number) => number;
    readonly right: number;
    readonly size: number;
    readonly rows: number;
  },
): PlacedYearMark[] {
  const sorted = marks.toSorted((a, b) => a.year - b.year);
  const texts = inRows(
    sorted,
    sorted.map((mark) => mark.label),
    options,
  );
  if (texts.every((mark) => mark.row < options.rows)) return texts;
  return inRows(
    sorted,
    sorted.map((_, index) => String(index + 1)),
    options,
  );
}

function inRows(
  marks: readonly YearMark[],
  texts: readonly string[],
  options: { readonly x: (year: number) => number; readonly right: number; readonly size: number },
): PlacedYearMark[] {
  const ends: number[] = [];
  return marks.map((mark, index) => {
    const text = texts[index] ?? mark.label;
    const x = options.x(mark.year);
    const width = textWidth(text, options.size) + 10;
    const left = x + width > options.right;
    const start = left ? x - width : x;
    const found = ends.findIndex((end) => end <= start);
    const row = found === -1 ? ends.length : found;
    ends[row] = start + width;
    return { x, row, text, mark, left };
  });
}
