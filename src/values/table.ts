import { type CsvText, parseCsv, writeCsv } from "./csv.ts";
import type { Issue, Parsed } from "./issue.ts";
import { NUMBER_PATTERN, parseNumber } from "./number.ts";

/** One column of a table: what it holds and what its cells must be. Also its field in `datapackage.json`. */
export interface Column {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: "string" | "integer" | "number";
  /** Whether an empty cell is refused. */
  readonly required?: boolean;
  readonly enum?: readonly string[];
  /** A regular expression that the whole cell matches. */
  readonly pattern?: string;
  /** What a cell that does not match should be, in words. */
  readonly expected?: string;
  /** Column of another table whose value it names; only where the cell matches `where`, if that is given. */
  readonly names?: { readonly table: string; readonly column: string; readonly where?: string };
}

/** What a table of a case package looks like, without the records in it. */
export interface TableSchema {
  /** Path inside the package: `claims.csv`. */
  readonly path: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** Columns that no two rows share; their cells together are the row's key. */
  readonly primaryKey: readonly string[];
}

/** One row's cells by column name, and the way to refuse one of them. */
export interface RowCells {
  /** The cell's text; empty when nothing stands in it. */
  readonly get: (column: string) => string;
  /** The cell's text; absent when nothing stands in it. */
  readonly optional: (column: string) => string | undefined;
  /** The number in the cell; absent when nothing stands in it. */
  readonly number: (column: string) => number | undefined;
  /** Notes what is wrong with a cell; the row is then refused. */
  readonly refuse: (column: string, expected: string) => void;
}

/** A table of a case package: its schema, and how its rows become records and rows again. */
export interface TableDef<T> extends TableSchema {
  parseRow(cells: RowCells): T;
  /** The record's cells by column name; absent and empty are the same. */
  writeRow(record: T): Readonly<Record<string, string | undefined>>;
  /** Rows in canonical order; absent for a table that keeps the order in which it was written. */
  compare?(left: T, right: T): number;
}

/** A record of a table with the number of its row, counting the header as row 1. */
export interface TableRow<T> {
  readonly row: number;
  readonly record: T;
}

/**
 * The member of a list that a text names; throws when it names none.
 * @example
 * memberOf(["yes", "no"], "no") // => "no"
 */
export function memberOf<const T extends string>(list: readonly T[], text: string): T {
  const member = list.find((candidate) => candidate === text);
  if (member === undefined) throw new Error(`invalid word: ${text}`);
  return member;
}

/**
 * The order of two texts by code unit, the same on every machine: negative, 0 or positive.
 * @example
 * compareText("a", "b") // => -1
 */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What a column's cells should be, in words. */
function expectation(column: Column): string {
  if (column.enum !== undefined) return `one of ${column.enum.join(", ")}`;
  if (column.expected !== undefined) return column.expected;
  return column.type === "integer" ? "a whole number" : "a plain decimal number without separators";
}

function patternOf(column: Column): string | undefined {
  if (column.pattern !== undefined || column.type === "string") return column.pattern;
  return column.type === "integer" ? "^(0|[1-9][0-9]*)$" : NUMBER_PATTERN;
}

/** Control characters other than tab and line feed, and halves of surrogate pairs: no cell of ours may hold them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff]/u;

/** What is wrong with a cell by its column alone; absent when nothing is. */
function cellProblem(column: Column, cell: string): string | undefined {
  if (cell.trim() === "") {
    if (column.required === true) return column.enum || column.pattern ? expectation(column) : "something in this cell";
    return cell === "" ? undefined : "an empty cell or words, not white space alone";
  }
  if (controls.test(cell)) return "text without control characters or broken characters";
  if (column.enum !== undefined && !column.enum.includes(cell)) return expectation(column);
  const pattern = patternOf(column);
  if (pattern !== undefined && !new RegExp(pattern, "u").test(cell)) return expectation(column);
  if (column.type !== "string" && parseNumber(cell) === undefined) return "a number of at most 15 digits";
  return undefined;
}

function headerIssues(schema: TableSchema, header: readonly string[]): Issue[] {
  const names = schema.columns.map((column) => column.name);
  const unknown = header.filter((name) => !names.includes(name));
  const missing = names.filter((name) => !header.includes(name));
  return [
    ...unknown.map((field) => ({
      file: schema.path,
      row: 1,
      field,
      expected: `one of the columns ${names.join(", ")}`,
    })),
    ...missing.map((field) => ({ file: schema.path, row: 1, field, expected: "this column, which is missing" })),
  ];
}

/** Reads one row; what is wrong goes into `issues`, and the row is then absent. */
function readRow<T>(
  def: TableDef<T>,
  at: { row: number; cells: ReadonlyMap<string, string> },
  issues: Issue[],
): T | undefined {
  const found = issues.length;
  const get = (column: string) => at.cells.get(column) ?? "";
  const refuse = (field: string, expected: string) => {
    const cell = get(field);
    const value = cell.length > 80 ? `${cell.slice(0, 80)}…` : cell;
    issues.push({ file: def.path, row: at.row, field, value, expected });
  };
  for (const column of def.columns) {
    const problem = cellProblem(column, get(column.name));
    if (problem !== undefined) refuse(column.name, problem);
  }
  if (issues.length > found) return undefined;
  const optional = (column: string) => (get(column) === "" ? undefined : get(column));
  const number = (column: string) => parseNumber(get(column));
  const record = def.parseRow({ get, optional, number, refuse });
  return issues.length > found ? undefined : record;
}

/** The cells of a record that make its key, joined. */
function keyOf<T>(def: TableDef<T>, record: T): string {
  const cells = def.writeRow(record);
  return def.primaryKey.map((column) => cells[column] ?? "").join(" · ");
}

function duplicateIssues<T>(def: TableDef<T>, rows: readonly TableRow<T>[]): Issue[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, record }): Issue[] => {
    const key = keyOf(def, record);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    if (earlier === undefined) return [];
    const field = def.primaryKey.join(" + ");
    return [{ file: def.path, row, field, value: key, expected: `each key once; row ${earlier} has it too` }];
  });
}

function readRecords<T>(def: TableDef<T>, { header, rows }: CsvText): Parsed<readonly TableRow<T>[]> {
  const issues = headerIssues(def, header);
  if (issues.length > 0) return { ok: false, issues };
  const records = rows.flatMap(({ row, cells }): TableRow<T>[] => {
    const byName = new Map(header.map((name, index) => [name, cells[index] ?? ""]));
    const record = readRow(def, { row, cells: byName }, issues);
    return record === undefined ? [] : [{ row, record }];
  });
  for (const issue of duplicateIssues(def, records)) issues.push(issue);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: records };
}

/**
 * The records of a table's CSV text with their row numbers, or everything that is wrong with it.
 * @example
 * parseTable({ path: "a.csv", title: "", primaryKey: ["x"], columns: [{ name: "x", title: "", description: "", type: "number" }], parseRow: (cells) => cells.number("x"), writeRow: (x) => ({ x: `${x}` }) }, "x\n7\n") // => {"ok":true,"value":[{"row":2,"record":7}]}
 */
export function parseTable<T>(def: TableDef<T>, text: string): Parsed<readonly TableRow<T>[]> {
  const csv = parseCsv(def.path, text);
  return csv.ok ? readRecords(def, csv.value) : csv;
}

/**
 * The canonical CSV text of a table's records, in the table's order.
 * @example
 * writeTable({ path: "a.csv", title: "", primaryKey: ["x"], columns: [{ name: "x", title: "", description: "", type: "number" }], parseRow: (cells) => cells.number("x"), writeRow: (x) => ({ x: `${x}` }) }, [7]) // => "x\n7\n"
 */
export function writeTable<T>(def: TableDef<T>, records: readonly T[]): string {
  const header = def.columns.map((column) => column.name);
  const sorted =
    def.compare === undefined ? records : records.toSorted((left, right) => def.compare?.(left, right) ?? 0);
  const rows = sorted.map((record) => {
    const cells = def.writeRow(record);
    return header.map((name) => cells[name] ?? "");
  });
  return writeCsv(header, rows);
}
