import type { DocumentPart, PartKind } from "../sources/document-part.ts";
import { codePointLength } from "../values/code-points.ts";
import { windows1252Letters } from "./windows-1252.ts";

/** A part before its positions are counted in code points: UTF-16 units of the text. */
export interface MarkedPart {
  readonly kind: PartKind;
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** Where a part begins; it lasts until the next one. */
export interface Mark {
  readonly kind: PartKind;
  readonly label: string;
  readonly at: number;
}

/** Parts with their positions in code points. They must be in order and not overlap. */
export function locate(text: string, marked: readonly MarkedPart[]): readonly DocumentPart[] {
  let unit = 0;
  let point = 0;
  const pointAt = (to: number): number => {
    point += codePointLength(text.slice(unit, to));
    unit = to;
    return point;
  };
  return marked.map(({ kind, label, from, to }) => ({ kind, label, start: pointAt(from), end: pointAt(to) }));
}

/** Parts that begin at marks, without the white space at their ends; those without words are left out. */
export function locateMarks(text: string, marks: readonly Mark[]): readonly DocumentPart[] {
  const marked = marks.map(({ kind, label, at }, index): MarkedPart => {
    const end = marks[index + 1]?.at ?? text.length;
    const words = text.slice(at, end);
    return {
      kind,
      label,
      from: at + (words.length - words.trimStart().length),
      to: at + words.trimEnd().length,
    };
  });
  return locate(
    text,
    marked.filter(({ from, to }) => from < to),
  );
}

/** Pieces joined to one text, each a part of it. */
export function joinParts(
  pieces: readonly { readonly kind: PartKind; readonly label: string; readonly text: string }[],
  gap: string,
): { readonly text: string; readonly parts: readonly DocumentPart[] } {
  let at = 0;
  const marked = pieces.map(({ kind, label, text }) => {
    const from = at;
    at += text.length + gap.length;
    return { kind, label, from, to: from + text.length };
  });
  const text = pieces.map((piece) => piece.text).join(gap);
  return {
    text,
    parts: locate(
      text,
      marked.filter(({ from, to }) => from < to),
    ),
  };
}

/** The text without what no text holds: a lone half of a surrogate pair, control characters. Its length stays. */
export function cleanText(text: string): string {
  const kept = "\t\n\f\r";
  return windows1252Letters(text)
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/\p{Cc}/gu, (control) => (kept.includes(control) ? control : " "));
}
