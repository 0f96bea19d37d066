const OPEN = "\u2068";
const CLOSE = "\u2069";
/** Code points of text around the first match. */
const BEFORE = 80;
const AFTER = 200;

/**
 * A line of text around the first match: `marked` has stemmed matches between U+2068 and U+2069, `runs` are the Korean
 * and Chinese words to mark as well.
 */
export function snippetOf(marked: string, runs: readonly string[]): string {
  const letters = Array.from(markRuns(marked, runs).replace(/\s+/gu, " ").trim());
  const first = letters.indexOf(OPEN);
  const from = Math.max(0, wordStart(letters, first - BEFORE));
  const to = Math.min(letters.length, wordEnd(letters, Math.max(first, 0) + AFTER));
  const inside = close(letters.slice(from, to).join(""));
  return `${from > 0 ? "…" : ""}${inside}${to < letters.length ? "…" : ""}`;
}

function markRuns(text: string, runs: readonly string[]): string {
  if (runs.length === 0) return text;
  const longestFirst = [...new Set(runs)].sort((left, right) => right.length - left.length);
  const anyRun = new RegExp(longestFirst.join("|"), "giu"); // runs are letters alone
  return text.normalize("NFC").replace(anyRun, (run) => `${OPEN}${run}${CLOSE}`);
}

/** The start of the word at `index`, no more than 20 letters on. */
function wordStart(letters: readonly string[], index: number): number {
  if (index <= 0) return 0;
  const space = letters.indexOf(" ", index);
  return space >= 0 && space < index + 20 ? space + 1 : index;
}

function wordEnd(letters: readonly string[], index: number): number {
  const space = letters.indexOf(" ", index);
  return space >= 0 && space < index + 20 ? space : index;
}

/** The text without marks that its cut has left without their other half. */
function close(text: string): string {
  const opened = text.lastIndexOf(OPEN);
  const closed = text.lastIndexOf(CLOSE);
  const whole = opened > closed ? `${text}${CLOSE}` : text;
  const firstClose = whole.indexOf(CLOSE);
  const firstOpen = whole.indexOf(OPEN);
  const orphan = firstClose >= 0 && (firstOpen < 0 || firstClose < firstOpen);
  return orphan ? whole.slice(0, firstClose) + whole.slice(firstClose + 1) : whole;
}
