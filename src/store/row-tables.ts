import { type Kysely, sql } from "kysely";
import type { CasePackage } from "../cases/case-package.ts";
import { type Party, partyTable } from "../cases/party.ts";
import type { Claim } from "../claims/claim.ts";
import { claimTable } from "../claims/claim-table.ts";
import { type Decision, decisionTable } from "../claims/decision.ts";
import type { CustodyEntry } from "../sources/custody.ts";
import { custodyTable } from "../sources/custody-table.ts";
import type { Source } from "../sources/source.ts";
import { sourceTable } from "../sources/source-table.ts";
import { type Consent, consentTable } from "../testimony/consent.ts";
import { type Witness, witnessTable } from "../testimony/witness.ts";
import { parseNumber } from "../values/number.ts";
import type { TableDef } from "../values/table.ts";
import type { Tables } from "./tables.ts";

/** A row of a CSV table: the text of each cell, in the order of the columns. */
export type Cells = readonly string[];

/** How two states of a table may be brought together by an import that replaces nothing. */
export type Growth = "rows" | "end" | "log";

/** A CSV table of the package and the table of the store that holds its cells. */
export interface RowTable<T> {
  readonly name: "sources" | "custody" | "witnesses" | "consents" | "claims" | "decisions" | "parties";
  readonly def: TableDef<T>;
  /**
   * `rows`: a row may be added anywhere. `end`: a chain, rows are added at its end, here or in the package.
   * `log`: rows are added here or in the package, and both are kept.
   */
  readonly growth: Growth;
  readonly records: (pkg: CasePackage) => readonly T[];
}

export const sources: RowTable<Source> = {
  name: "sources",
  def: sourceTable,
  growth: "rows",
  records: (pkg) => pkg.sources,
};
export const custody: RowTable<CustodyEntry> = {
  name: "custody",
  def: custodyTable,
  growth: "end",
  records: (pkg) => pkg.custody,
};
export const witnesses: RowTable<Witness> = {
  name: "witnesses",
  def: witnessTable,
  growth: "rows",
  records: (pkg) => pkg.witnesses,
};
export const consents: RowTable<Consent> = {
  name: "consents",
  def: consentTable,
  growth: "rows",
  records: (pkg) => pkg.consents,
};
export const claims: RowTable<Claim> = {
  name: "claims",
  def: claimTable,
  growth: "rows",
  records: (pkg) => pkg.claims,
};
export const decisions: RowTable<Decision> = {
  name: "decisions",
  def: decisionTable,
  growth: "log",
  records: (pkg) => pkg.decisions,
};
export const parties: RowTable<Party> = {
  name: "parties",
  def: partyTable,
  growth: "rows",
  records: (pkg) => pkg.parties,
};

const ROWS_A_STATEMENT = 200;

/** The cells of the records, one row each, in canonical order. */
export function cellsOf<T>(table: RowTable<T>, records: readonly T[]): readonly Cells[] {
  const { columns, writeRow, compare } = table.def;
  const sorted = compare === undefined ? records : records.toSorted(compare);
  return sorted.map((record) => {
    const cells = writeRow(record);
    return columns.map((column) => cells[column.name] ?? "");
  });
}

/** The records that rows of cells hold. */
export function recordsOf<T>(table: RowTable<T>, rows: readonly Cells[]): readonly T[] {
  const names = table.def.columns.map((column) => column.name);
  return rows.map((row) => {
    const get = (column: string) => row[names.indexOf(column)] ?? "";
    return table.def.parseRow({
      get,
      optional: (column) => (get(column) === "" ? undefined : get(column)),
      number: (column) => parseNumber(get(column)),
      refuse(column, expected) {
        throw new Error(`invalid ${column} in the stored ${table.name}: ${get(column)}, expected ${expected}`);
      },
    });
  });
}

/** The rows of the case as the package orders them. */
export async function loadCells<T>(db: Kysely<Tables>, caseId: string, table: RowTable<T>): Promise<readonly Cells[]> {
  const names = table.def.columns.map((column) => column.name);
  const found = await sql<Record<string, string>>`
    SELECT ${sql.join(names.map((name) => sql.ref(name)))} FROM ${sql.table(table.name)}
    WHERE case_id = ${caseId} ORDER BY position`.execute(db);
  return found.rows.map((row) => names.map((name) => row[name] ?? ""));
}

/** The records of the case as the package orders them. */
export async function loadRecords<T>(db: Kysely<Tables>, caseId: string, table: RowTable<T>): Promise<readonly T[]> {
  return recordsOf(table, await loadCells(db, caseId, table));
}

/** Puts the rows in place of those that the case has. */
export async function saveCells<T>(
  db: Kysely<Tables>,
  caseId: string,
  { table, rows }: { readonly table: RowTable<T>; readonly rows: readonly Cells[] },
): Promise<void> {
  await sql`DELETE FROM ${sql.table(table.name)} WHERE case_id = ${caseId}`.execute(db);
  const names = ["case_id", "position", ...table.def.columns.map((column) => column.name)];
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const values = rows
      .slice(from, from + ROWS_A_STATEMENT)
      .map((row, index) => sql`(${sql.join([caseId, from + index, ...row])})`);
    await sql`
      INSERT INTO ${sql.table(table.name)} (${sql.join(names.map((name) => sql.ref(name)))})
      VALUES ${sql.join(values)}`.execute(db);
  }
}

/** Every CSV table of the package. */
export const rowTables: readonly RowTable<unknown>[] = [
  sources,
  custody,
  witnesses,
  consents,
  claims,
  decisions,
  parties,
];
