/** A column of a table for a terminal. */
export interface Column {
  readonly head: string;
  /** Numbers stand to the right. */
  readonly right?: boolean;
  /** Cut what is longer, with an ellipsis. */
  readonly max?: number;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** A table as lines of text, its columns aligned, with a head and no frame. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => columns.map((column, i) => cut(row[i] ?? "", column.max)));
  const widths = columns.map((column, i) => Math.max(width(column.head), ...cells.map((row) => width(row[i] ?? ""))));
  const line = (row: readonly string[]) =>
    columns
      .map((column, i) => pad(row[i] ?? "", widths[i] ?? 0, column.right === true))
      .join("  ")
      .trimEnd();
  return [line(columns.map((column) => column.head)), line(widths.map((w) => "─".repeat(w))), ...cells.map(line)].join(
    "\n",
  );
}

function cut(text: string, max = Number.POSITIVE_INFINITY): string {
  const flat = text.replace(/\s+/g, " ");
  if (width(flat) <= max) return flat;
  const kept: string[] = [];
  let used = 1;
  for (const character of flat) {
    used += width(character);
    if (used > max) break;
    kept.push(character);
  }
  return `${kept.join("").trimEnd()}…`;
}

/** How many places a text takes in a terminal: Chinese and Korean characters take two. */
function width(text: string): number {
  let places = 0;
  for (const character of text) places += WIDE.test(character) ? 2 : 1;
  return places;
}

function pad(text: string, places: number, right: boolean): string {
  const gap = " ".repeat(Math.max(0, places - width(text)));
  return right ? gap + text : text + gap;
}
