import { type Cells, cellsOf, type RowTable, recordsOf } from "./row-tables.ts";

/** What an import makes of one table: its rows afterwards, and how they differ from those before. */
export interface Merge {
  readonly rows: readonly Cells[];
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  /** What would change or vanish, one line each. */
  readonly differences: readonly string[];
}

/** The table after an import that only adds; its differences say where the package does more than that. */
export function merge<T>(table: RowTable<T>, stored: readonly Cells[], given: readonly Cells[]): Merge {
  if (table.growth === "end" && isPrefix(given, stored)) return unchanged(stored);
  if (table.growth === "log") return compareRows(table, stored, union(table, stored, given));
  return compareRows(table, stored, given);
}

/** The table after an import that puts the package in place of what is stored. */
export function replacement<T>(table: RowTable<T>, stored: readonly Cells[], given: readonly Cells[]): Merge {
  return { ...compareRows(table, stored, given), differences: [] };
}

function unchanged(rows: readonly Cells[]): Merge {
  return { rows, added: 0, updated: 0, removed: 0, differences: [] };
}

function isPrefix(short: readonly Cells[], long: readonly Cells[]): boolean {
  return short.length <= long.length && short.every((row, index) => sameCells(row, long[index] ?? []));
}

function sameCells(left: Cells, right: Cells): boolean {
  return left.length === right.length && left.every((cell, index) => cell === right[index]);
}

/** The rows of the package and those that only the store has, in canonical order. */
function union<T>(table: RowTable<T>, stored: readonly Cells[], given: readonly Cells[]): readonly Cells[] {
  const keyed = byKey(table, given);
  const kept = [...byKey(table, stored)].filter(([key]) => !keyed.has(key)).map(([, row]) => row);
  return cellsOf(table, recordsOf(table, [...given, ...kept]));
}

function compareRows<T>(table: RowTable<T>, stored: readonly Cells[], given: readonly Cells[]): Merge {
  const keyed = byKey(table, given);
  const before = byKey(table, stored);
  const differences: string[] = [];
  let updated = 0;
  for (const [key, row] of before) {
    const now = keyed.get(key);
    if (now === undefined) differences.push(`${table.def.path}: ${key} is in the store and not in the package`);
    else if (!sameCells(row, now)) {
      updated++;
      differences.push(`${table.def.path}: ${key}: ${describeCells(table, row, now)}`);
    }
  }
  const removed = [...before.keys()].filter((key) => !keyed.has(key)).length;
  const added = [...keyed.keys()].filter((key) => !before.has(key)).length;
  return { rows: given, added, updated, removed, differences };
}

function byKey<T>(table: RowTable<T>, rows: readonly Cells[]): ReadonlyMap<string, Cells> {
  const names = table.def.columns.map((column) => column.name);
  const indexes = table.def.primaryKey.map((name) => names.indexOf(name));
  return new Map(rows.map((row) => [indexes.map((index) => row[index] ?? "").join(" · "), row]));
}

function describeCells<T>(table: RowTable<T>, stored: Cells, given: Cells): string {
  const index = stored.findIndex((cell, at) => cell !== given[at]);
  const column = table.def.columns[index]?.name ?? "";
  return `${column} is "${shorten(stored[index])}" in the store and "${shorten(given[index])}" in the package`;
}

function shorten(cell = ""): string {
  return cell.length > 60 ? `${cell.slice(0, 60)}…` : cell;
}
