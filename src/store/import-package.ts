import type { Kysely } from "kysely";
import type { CaseDescription, CasePackage } from "../cases/case-package.ts";
import { ConflictError } from "./errors.ts";
import { loadFiles, saveFile } from "./files.ts";
import { type Merge, merge, replacement } from "./merge.ts";
import type { ImportResult } from "./parts.ts";
import { forgetProposals } from "./proposal-texts.ts";
import { cellsOf, loadCells, type RowTable, rowTables, saveCells } from "./row-tables.ts";
import { indexRecords, indexText } from "./search-index.ts";
import type { Tables } from "./tables.ts";

export interface ImportOptions {
  /** Put the package in place of what the store holds. */
  readonly replace?: boolean;
}

/** How many differences an error names. */
const NAMED = 5;

interface TableMerge {
  readonly table: RowTable<unknown>;
  readonly merged: Merge;
}

/** Files that change, with their new text; absent text for one that goes. */
interface FileMerge {
  readonly changes: readonly { readonly path: string; readonly text?: string | undefined }[];
  readonly merged: Merge;
}

/** Brings the package and the stored case together inside a transaction. Throws `ConflictError`. */
export async function importInto(
  db: Kysely<Tables>,
  pkg: CasePackage,
  { replace = false }: ImportOptions,
): Promise<ImportResult> {
  const created = await lockCase(db, pkg);
  const combine = replace ? replacement : merge;
  const tables: TableMerge[] = [];
  for (const table of rowTables) {
    const stored = await loadCells(db, pkg.id, table);
    tables.push({ table, merged: combine(table, stored, cellsOf(table, table.records(pkg))) });
  }
  const files = mergeFiles(await loadFiles(db, pkg.id), pkg.files, replace);
  const description = await mergeDescription(db, pkg, replace);
  const merges = [...tables.map(({ merged }) => merged), files.merged, description];
  refuse(pkg.id, merges);
  const [added, updated, removed] = [sum(merges, "added"), sum(merges, "updated"), sum(merges, "removed")];
  const changed = created || added + updated + removed > 0;
  if (changed) await apply(db, pkg, { tables, files });
  return { case: pkg.id, changed, created, added, updated, removed };
}

/** Locks the case's row until the transaction ends. True when it was made. */
async function lockCase(db: Kysely<Tables>, pkg: CasePackage): Promise<boolean> {
  const made = await db
    .insertInto("cases")
    // Milliseconds, so that a case that was removed and made again never shows an old revision.
    .values({ case_id: pkg.id, revision: String(Date.now()), description: JSON.stringify(descriptionOf(pkg)) })
    .onConflict((conflict) => conflict.column("case_id").doNothing())
    .returning("case_id")
    .executeTakeFirst();
  if (made !== undefined) return true;
  await db.selectFrom("cases").select("case_id").where("case_id", "=", pkg.id).forUpdate().execute();
  return false;
}

function descriptionOf({ id, title, description, invented, version, licenses }: CasePackage): CaseDescription {
  return { id, title, description, invented, version, licenses };
}

async function mergeDescription(db: Kysely<Tables>, pkg: CasePackage, replace: boolean): Promise<Merge> {
  const row = await db.selectFrom("cases").select("description").where("case_id", "=", pkg.id).executeTakeFirst();
  const same = row?.description === JSON.stringify(descriptionOf(pkg));
  const differences = same || replace ? [] : ["datapackage.json: title, description, version or licence differ"];
  return { rows: [], added: 0, updated: same ? 0 : 1, removed: 0, differences };
}

function mergeFiles(
  stored: ReadonlyMap<string, string>,
  given: ReadonlyMap<string, string>,
  replace: boolean,
): FileMerge {
  const added = [...given.keys()].filter((path) => !stored.has(path));
  const updated = [...given.keys()].filter((path) => stored.has(path) && stored.get(path) !== given.get(path));
  const removed = [...stored.keys()].filter((path) => !given.has(path));
  const differences = [
    ...updated.map((path) => `${path}: the store has another text`),
    ...removed.map((path) => `${path} is in the store and not in the package`),
  ];
  const changes = [...added, ...updated, ...removed].map((path) => ({ path, text: given.get(path) }));
  const counts = { added: added.length, updated: updated.length, removed: removed.length };
  return { changes, merged: { rows: [], ...counts, differences: replace ? [] : differences } };
}

function refuse(caseId: string, merges: readonly Merge[]): void {
  const differences = merges.flatMap((merged) => merged.differences);
  if (differences.length === 0) return;
  const more = differences.length > NAMED ? [`and ${differences.length - NAMED} more`] : [];
  const message = `the package would change what the store holds of ${caseId}; nothing was changed`;
  throw new ConflictError(message, [...differences.slice(0, NAMED), ...more]);
}

function sum(merges: readonly Merge[], count: "added" | "updated" | "removed"): number {
  return merges.reduce((total, merged) => total + merged[count], 0);
}

async function apply(
  db: Kysely<Tables>,
  pkg: CasePackage,
  { tables, files }: { readonly tables: readonly TableMerge[]; readonly files: FileMerge },
): Promise<void> {
  const changed = tables.filter(({ merged }) => merged.added + merged.updated + merged.removed > 0);
  for (const { table, merged } of changed) await saveCells(db, pkg.id, { table, rows: merged.rows });
  for (const change of files.changes) await saveFile(db, pkg.id, change);
  await db
    .updateTable("cases")
    .set((set) => ({ revision: set("revision", "+", "1"), description: JSON.stringify(descriptionOf(pkg)) }))
    .where("case_id", "=", pkg.id)
    .execute();
  await indexRecords(db, pkg.id);
  const texts = new Set(files.changes.map((change) => change.path));
  // What is proposed depends on the account and on what is known of the sources.
  const isNewContext = texts.has("account.yaml") || changed.some(({ table }) => table.name === "sources");
  if (isNewContext) await forgetProposals(db, pkg.id);
  for (const source of pkg.sources) {
    if (source.file === undefined || !texts.has(source.file)) continue;
    await indexText(db, pkg.id, source);
    await forgetProposals(db, pkg.id, source.id);
  }
}
