import { raised } from "./page-text.ts";

/** A run of text on a page: its words, where its baseline begins, how large it is. */
export interface PdfRun {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly endsLine: boolean;
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly size: number;
}

/** A run this much smaller than the one before it, and this much of its size above it, is a footnote mark. */
const SMALLER = 0.92;
const ABOVE = 0.2;
/** Lines farther apart than so many usual distances, or so many times their size, begin a paragraph. */
const PARAGRAPH = 1.35;
const FAR = 2.35;

/** The text of a page: its lines, blank lines where the page leaves space, footnote marks as raised digits. */
export function pageOf(runs: readonly PdfRun[]): string {
  const lines = linesOf(runs);
  const usual = usualDistance(lines);
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      if (before === undefined) return line.text;
      const distance = before.y - line.y;
      const opens = usual > 0 && (distance > Math.min(usual * PARAGRAPH, line.size * FAR) || distance < -usual);
      return `${opens ? "\n\n" : "\n"}${line.text}`;
    })
    .join("")
    .trim();
}

function linesOf(runs: readonly PdfRun[]): readonly Line[] {
  const lines: Line[] = [];
  let open: PdfRun[] = [];
  const end = (): void => {
    const text = lineText(open);
    const largest = open.reduce((size, run) => Math.max(size, run.size), 0);
    const base = open.find((run) => run.size === largest);
    if (text !== "") lines.push({ text, y: base?.y ?? 0, size: largest });
    open = [];
  };
  for (const run of runs) {
    open.push(run);
    if (run.endsLine) end();
  }
  end();
  return lines;
}

function lineText(runs: readonly PdfRun[]): string {
  let text = "";
  let before: PdfRun | undefined;
  for (const run of runs) {
    text += isRaised(run, before) ? raised(run.words) : run.words;
    if (run.words.trim() !== "" && !isRaised(run, before)) before = run;
  }
  return text.replace(/\u00ad/gu, "").trimEnd();
}

function isRaised(run: PdfRun, before: PdfRun | undefined): boolean {
  if (before === undefined || !/^\s*\d{1,3}\s*$/u.test(run.words)) return false;
  return run.size > 0 && run.size < before.size * SMALLER && run.y - before.y > before.size * ABOVE;
}

/** The usual distance between two lines of a page: the median of those that go down; 0 where there are none. */
function usualDistance(lines: readonly Line[]): number {
  const distances = lines
    .map((line, index) => (lines[index - 1]?.y ?? line.y) - line.y)
    .filter((distance) => distance > 0)
    .toSorted((left, right) => left - right);
  return distances[Math.floor((distances.length - 1) / 2)] ?? 0;
}
