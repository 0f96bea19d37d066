import { joinParts } from "./marked-text.ts";
import { readText, sniffText } from "./plain-text.ts";
import { type ReadDocument, type Reader, type ReadOptions, refuse } from "./reader.ts";

const SEPARATORS = [",", ";", "\t", "|"] as const;
/** Lines by which the separator is told. */
const SAMPLE_LINES = 50;

/** Rows of a text with separators: quotes as RFC 4180 has them, and none needed. Blank lines are no rows. */
function rowsOf(text: string, separator: string): { row: number; cells: readonly string[] }[] {
  const rows: { row: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let row = 1;
  let at = 0;
  while (at <= text.length) {
    const { cell, next } = cellAt(text, at, separator);
    cells.push(cell);
    at = next + 1;
    if (text[next] === separator) continue;
    if (cells.some((one) => one.trim() !== "")) rows.push({ row, cells });
    cells = [];
    row++;
  }
  return rows;
}

/** The cell at a position, and where the separator or line end after it stands. */
function cellAt(text: string, at: number, separator: string): { cell: string; next: number } {
  if (text[at] !== '"') {
    const next = endOfCell(text, at, separator);
    return { cell: text.slice(at, next), next };
  }
  let end = text.indexOf('"', at + 1);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end === -1) {
    const next = endOfCell(text, at, separator); // a quote that is never closed is a letter like others
    return { cell: text.slice(at, next), next };
  }
  const next = endOfCell(text, end + 1, separator);
  return { cell: text.slice(at + 1, end).replaceAll('""', '"') + text.slice(end + 1, next), next };
}

function endOfCell(text: string, at: number, separator: string): number {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end++;
  return end;
}

/** The separator that cuts the first lines into the same number of cells, the more the better. */
function separatorOf(text: string): string {
  const lines = text.split("\n", SAMPLE_LINES).filter((line) => line.trim() !== "");
  const scored = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/gu, "").split(separator).length);
    const usual = counts.toSorted((left, right) => left - right)[Math.floor(counts.length / 2)] ?? 1;
    const alike = counts.filter((count) => count === usual).length;
    return { separator, score: usual > 1 ? (alike / counts.length) * (1 + Math.log(usual)) : 0 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

/** A cell on one line, as rows are printed. */
export function cellText(cell: string): string {
  return cell.replace(/\s+/gu, " ").trim();
}

async function read(bytes: Uint8Array, options: ReadOptions) {
  const taken = readText(bytes, options);
  if (!taken.ok) return taken;
  const separator = separatorOf(taken.value.text);
  const rows = rowsOf(taken.value.text, separator);
  if (rows.length === 0) return refuse(options, "a table with rows; this one is empty");
  const document: ReadDocument = {
    kind: "document",
    reader: "csv",
    mediaType: "text/csv",
    ...joinParts(
      rows.map(({ row, cells }) => ({
        kind: "row",
        label: `row ${row}`,
        text: cells.map(cellText).join("\t").trimEnd(),
      })),
      "\n",
    ),
    encoding: taken.value.encoding,
    notes: taken.value.notes,
  };
  return { ok: true, value: document } as const;
}

/** Reads tables as text: one part for each row, its cells apart by tabs. */
export const csv: Reader = {
  id: "csv",
  called: "a CSV table",
  mediaTypes: ["text/csv", "text/tab-separated-values"],
  extensions: [".csv", ".tsv"],
  sniff: sniffText,
  read,
};
