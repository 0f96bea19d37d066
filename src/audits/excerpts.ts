import type { TextStretch } from "../sources/repeated-passages.ts";
import { compareText } from "../values/table.ts";

/** A piece of an excerpt: words that a finding is about, or words between and around them. */
export interface ExcerptPiece {
  readonly words: string;
  readonly marked: boolean;
}

/** Passages of one text that stand close together, with the words between and around them, on one line. */
export interface Excerpt {
  readonly id: string;
  /** From the first passage to the last, in code points, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly ExcerptPiece[];
}

/** Code points around a passage; passages no further apart than twice that are one excerpt; a longer passage is cut. */
const [AROUND, SHOWN] = [90, 420];

interface ExcerptText {
  readonly points: readonly string[];
  /** What words around a passage never reach into. */
  readonly barred?: readonly Omit<TextStretch, "id">[];
}

/**
 * The passages of a finding as excerpts: those that stand close together in one, in the order of the first passage of each.
 * @example
 * excerptsOf([{ id: "a", start: 3, end: 5 }, { id: "a", start: 9, end: 11 }], () => ({ points: Array.from("He $5 or $7") }))[0]?.pieces.map(({ words }) => words) // => ["He ","$5"," or ","$7"]
 */
export function excerptsOf(
  passages: readonly TextStretch[],
  textOf: (id: string) => ExcerptText | undefined,
): readonly Excerpt[] {
  const groups: TextStretch[][] = [];
  for (const passage of passages.toSorted((a, b) => compareText(a.id, b.id) || a.start - b.start)) {
    const group = groups.at(-1);
    if (group?.some((held) => isNear(held, passage)) === true) group.push(passage);
    else groups.push([passage]);
  }
  const order = (group: readonly TextStretch[]) => Math.min(...group.map((passage) => passages.indexOf(passage)));
  return groups.toSorted((a, b) => order(a) - order(b)).flatMap((group) => excerptOf(group, textOf));
}

function isNear(a: TextStretch, b: TextStretch): boolean {
  return a.id === b.id && b.start <= a.end + 2 * AROUND;
}

function excerptOf(group: readonly TextStretch[], textOf: (id: string) => ExcerptText | undefined): readonly Excerpt[] {
  const [first] = group;
  if (first === undefined) return [];
  const end = Math.max(...group.map((passage) => passage.end));
  const text = textOf(first.id);
  const place = { id: first.id, start: first.start, end };
  return [{ ...place, pieces: text === undefined ? [] : piecesOf(group, text, place) }];
}

function piecesOf(
  group: readonly TextStretch[],
  { points, barred = [] }: ExcerptText,
  { start, end }: Omit<TextStretch, "id">,
): readonly ExcerptPiece[] {
  const words = (from: number, to: number) => points.slice(from, to).join("").replace(/\s+/gu, " ");
  const from = Math.max(0, start - AROUND, ...barred.map((bar) => (bar.end <= start ? bar.end : 0)));
  const to = Math.min(
    points.length,
    end + AROUND,
    ...barred.map((bar) => (bar.start >= end ? bar.start : points.length)),
  );
  const pieces: ExcerptPiece[] = [{ words: fromWord(words(from, start), from === start - AROUND), marked: false }];
  let at = start;
  for (const passage of group) {
    if (passage.start > at) pieces.push({ words: words(at, passage.start), marked: false });
    pieces.push({ words: shortened(words(Math.max(at, passage.start), passage.end)), marked: true });
    at = Math.max(at, passage.end);
  }
  pieces.push({ words: toWord(words(at, Math.max(at, to)), to === end + AROUND), marked: false });
  return pieces.filter((piece) => piece.words !== "");
}

function shortened(words: string): string {
  const points = Array.from(words);
  return points.length > SHOWN ? `${points.slice(0, SHOWN).join("").trimEnd()} …` : words;
}

/** Words cut where one begins. */
function fromWord(words: string, cut: boolean): string {
  return cut ? `… ${words.replace(/^\S*\s/u, "")}` : words;
}

function toWord(words: string, cut: boolean): string {
  return cut ? `${words.replace(/\s\S*$/u, "")} …` : words;
}
