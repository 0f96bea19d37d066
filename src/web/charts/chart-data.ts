/** A cell of a chart's table: words, or a number with the text that the page shows for it; absent when there is none. */
export type Cell = string | { readonly value: number; readonly text: string } | undefined;

/** A row of a chart's table. */
export interface DataRow {
  readonly id: string;
  readonly cells: readonly Cell[];
  /** Opens what the row's first cell names. */
  readonly open?: (() => void) | undefined;
  /** Opens what another cell names. */
  readonly also?: { readonly column: number; readonly open: () => void } | undefined;
}

/** The numbers of a chart as a table. */
export interface ChartData {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly DataRow[];
}

function field(cell: Cell): string {
  const text = cell === undefined ? "" : typeof cell === "string" ? cell : String(Number(cell.value.toPrecision(6)));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The table as CSV (RFC 4180, LF), numbers to six figures.
 * @example
 * csvOf({ columns: [{ label: "a", numeric: false }], rows: [{ id: "1", cells: ["x, y"] }] }) // => "a\n\"x, y\"\n"
 */
export function csvOf(data: ChartData): string {
  const lines = [data.columns.map((column) => field(column.label)), ...data.rows.map((row) => row.cells.map(field))];
  return lines.map((line) => `${line.join(",")}\n`).join("");
}

/**
 * A file name made from a title: lower case, words joined by hyphens, Hangul kept.
 * @example
 * fileNameOf("Most of the pay, 2012") // => "most-of-the-pay-2012"
 */
export function fileNameOf(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["chart"];
  return words.join("-").slice(0, 60);
}
