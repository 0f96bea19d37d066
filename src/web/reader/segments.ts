/** A claim's passage in the text: its number in the margin and its place in code points. */
export interface Anchored {
  readonly claim: string;
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** A run of text with the claims whose passages cover it, and those whose passages end with it. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly covers: readonly Anchored[];
  readonly ends: readonly Anchored[];
}

export interface Paragraph {
  readonly start: number;
  readonly segments: readonly Segment[];
}

interface Piece {
  readonly start: number;
  readonly points: readonly string[];
}

/** Where the text goes on after a blank line at this place; -1 where there is none. */
function afterBlankLine(points: readonly string[], at: number): number {
  let end = at;
  let lines = 0;
  while (end < points.length && /\s/.test(points[end] ?? "")) {
    if (points[end] === "\n" || points[end] === "\f") lines += points[end] === "\f" ? 2 : 1;
    end += 1;
  }
  return lines >= 2 ? end : -1;
}

/** The text's paragraphs, cut at blank lines and form feeds, with their places in code points. */
function pieces(points: readonly string[]): readonly Piece[] {
  const found: Piece[] = [];
  let start = 0;
  let at = 0;
  while (at < points.length) {
    const after = points[at] === "\n" || points[at] === "\f" ? afterBlankLine(points, at) : -1;
    if (after === -1) {
      at += 1;
      continue;
    }
    if (at > start) found.push({ start, points: points.slice(start, at) });
    start = after;
    at = after;
  }
  if (points.length > start) found.push({ start, points: points.slice(start) });
  return found;
}

function segmentsOf(piece: Piece, anchored: readonly Anchored[]): readonly Segment[] {
  const end = piece.start + piece.points.length;
  const here = anchored.filter((item) => item.start < end && item.end > piece.start);
  const inside = here.flatMap((item) => [item.start, item.end]).filter((at) => at > piece.start && at < end);
  const cuts = [...new Set([piece.start, ...inside, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    return {
      text: piece.points.slice(from - piece.start, to - piece.start).join(""),
      start: from,
      covers: here.filter((item) => item.start < to && item.end > from),
      ends: here.filter((item) => item.end === to),
    };
  });
}

/** A text as paragraphs of runs, each with the passages that cover it. Positions are Unicode code points. */
export function paragraphsOf(text: string, anchored: readonly Anchored[]): readonly Paragraph[] {
  return pieces(Array.from(text)).map((piece) => ({ start: piece.start, segments: segmentsOf(piece, anchored) }));
}
