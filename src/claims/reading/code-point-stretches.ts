import type { Quantity, Stretch } from "../quantity.ts";

/** Walks once through a text and turns rising UTF-16 indices into code points. */
class Walk {
  index = 0;
  codePoint = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  to(utf16: number): number {
    while (this.index < utf16) {
      const unit = this.text.codePointAt(this.index) ?? 0;
      this.index += unit > 0xffff ? 2 : 1;
      this.codePoint++;
    }
    return this.codePoint;
  }
}

/** The code points of a stretch that lies near the walk: short, so that it is counted on its own. */
function beyond(text: string, from: { utf16: number; codePoint: number }, stretch: Stretch): Stretch {
  const length = (start: number, end: number) => [...text.slice(start, end)].length;
  const start = from.codePoint + length(from.utf16, stretch.start);
  return { start, end: start + length(stretch.start, stretch.end) };
}

/**
 * The quantities of a text with their stretches in code points instead of UTF-16 indices; they come in order.
 * @example
 * codePointStretches("😀 5", [{ start: 3, end: 4, kind: "count", range: { kind: "point", value: 5 }, approximate: false, vague: false, per: [] }])[0].start // => 2
 */
export function codePointStretches(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  if (!/[\ud800-\udbff]/.test(text)) return quantities;
  const walk = new Walk(text);
  return quantities.map((quantity) => {
    const start = walk.to(quantity.start);
    const end = walk.to(quantity.end);
    if (quantity.shareOf === undefined) return { ...quantity, start, end };
    const shareOf = beyond(text, { utf16: quantity.end, codePoint: end }, quantity.shareOf);
    return { ...quantity, start, end, shareOf };
  });
}
