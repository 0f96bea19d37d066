import type { Issue, Parsed } from "./issue.ts";

/** The longest cell that is read, in characters: longer ones are a mistake and would choke the search index. */
export const LONGEST_CELL = 100_000;

/** The most columns that are read. */
const MOST_COLUMNS = 1000;

/** One row of a CSV text with its number, counting the header as row 1. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A CSV text read: its header and the rows under it, all as long as the header. */
export interface CsvText {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** A cell that was read, and where the text goes on after it. */
interface ReadCell {
  readonly cell: string;
  readonly next: number;
  readonly problem?: string;
}

/** Where a cell without quotes ends: at the next comma or line end. */
function plainEnd(text: string, start: number): number {
  let index = start;
  while (index < text.length && text[index] !== "," && text[index] !== "\n") index++;
  return index;
}

function readPlain(text: string, start: number): ReadCell {
  const next = plainEnd(text, start);
  const cell = text.slice(start, next);
  if (!cell.includes('"')) return { cell, next };
  return { cell, next, problem: "a cell that contains a quote to stand in quotes, with the quote doubled" };
}

function readQuoted(text: string, start: number): ReadCell {
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { cell: text.slice(start + 1), next: text.length, problem: "the quote to be closed" };
    if (text[quote + 1] === '"') {
      from = quote + 2;
      continue;
    }
    const next = plainEnd(text, quote + 1);
    const cell = text.slice(start + 1, quote).replaceAll('""', '"');
    if (next === quote + 1) return { cell, next };
    return { cell, next, problem: "a comma or a line end after the closing quote" };
  }
}

/** The text of an issue's value: the beginning of a long one, so that a message stays readable. */
function excerpt(cell: string): string {
  return cell.length > 80 ? `${cell.slice(0, 80)}…` : cell;
}

/** Every row of the text, and what is wrong with single cells. */
function readRows(file: string, text: string): { rows: CsvRow[]; issues: Issue[] } {
  const rows: CsvRow[] = [];
  const issues: Issue[] = [];
  let index = 0;
  while (index < text.length) {
    const row = rows.length + 1;
    const cells: string[] = [];
    for (;;) {
      const read = text[index] === '"' ? readQuoted(text, index) : readPlain(text, index);
      cells.push(read.cell);
      if (read.problem !== undefined) issues.push({ file, row, value: excerpt(read.cell), expected: read.problem });
      if (read.cell.length > LONGEST_CELL)
        issues.push({ file, row, value: excerpt(read.cell), expected: `at most ${LONGEST_CELL} characters in a cell` });
      index = read.next;
      if (text[index] !== ",") break;
      index++;
    }
    index++;
    rows.push({ row, cells });
  }
  return { rows, issues };
}

/** What is wrong with the text as a whole: byte order mark, carriage returns, a missing last line end. */
function wholeIssues(file: string, text: string): Issue[] {
  if (text === "") return [{ file, expected: "a header row; the file is empty" }];
  const issues: Issue[] = [];
  if (text.startsWith("\uFEFF")) issues.push({ file, row: 1, expected: "UTF-8 without a byte order mark" });
  const cr = text.indexOf("\r");
  if (cr !== -1) {
    const line = text.slice(0, cr).split("\n").length;
    issues.push({ file, row: line, expected: "lines that end in LF alone, without carriage returns" });
  }
  if (!text.endsWith("\n")) issues.push({ file, expected: "a line end after the last row (is the file cut short?)" });
  return issues;
}

function headerIssues(file: string, header: readonly string[]): Issue[] {
  if (header.length > MOST_COLUMNS)
    return [{ file, row: 1, expected: `at most ${MOST_COLUMNS} columns, not ${header.length}` }];
  return header.flatMap((name, index): Issue[] => {
    if (name === "") return [{ file, row: 1, expected: `a name for column ${index + 1}` }];
    if (header.indexOf(name) === index) return [];
    return [{ file, row: 1, field: excerpt(name), expected: "each column once" }];
  });
}

/**
 * The header and rows of a CSV text (RFC 4180 with LF line ends), or everything that is wrong with it.
 * @example
 * parseCsv("a.csv", 'x,y\n1,"a, b"\n') // => {"ok":true,"value":{"header":["x","y"],"rows":[{"row":2,"cells":["1","a, b"]}]}}
 */
export function parseCsv(file: string, text: string): Parsed<CsvText> {
  const whole = wholeIssues(file, text);
  if (whole.length > 0) return { ok: false, issues: whole };
  const { rows, issues } = readRows(file, text);
  const header = rows[0]?.cells ?? [];
  issues.push(...headerIssues(file, header));
  const body = rows.slice(1);
  for (const { row, cells } of body) {
    if (cells.length === header.length) continue;
    const value = excerpt(cells.join(","));
    issues.push({ file, row, value, expected: `${header.length} cells as in the header, not ${cells.length}` });
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { header, rows: body } };
}

function writeCell(cell: string): string {
  return /[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * The canonical CSV text of a header and its rows: LF line ends, quotes only where a cell needs them.
 * @example
 * writeCsv(["x", "y"], [["1", "a, b"]]) // => "x,y\n1,\"a, b\"\n"
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => `${cells.map(writeCell).join(",")}\n`).join("");
}
