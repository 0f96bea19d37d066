import { sql } from "kysely";
import type { CaseDescription, CasePackage } from "../cases/case-package.ts";
import { type Policy, parsePolicies } from "../cases/policy.ts";
import type { CaseSummary } from "../cases/views.ts";
import type { Database } from "./database.ts";
import { ConflictError, NotFoundError } from "./errors.ts";
import { loadFiles } from "./files.ts";
import { importInto } from "./import-package.ts";
import type { CaseStore } from "./parts.ts";
import { claims, consents, custody, decisions, loadRecords, parties, sources, witnesses } from "./row-tables.ts";
import { ALL_TABLES } from "./tables.ts";
import { transact } from "./transaction.ts";

/** The cases of the store, whole. */
export function caseStore(database: Database): CaseStore {
  return {
    list: () => summaries(database),
    get: async (id) => (await summaries(database, id))[0],
    revision: (id) => database.revision(id),
    async importPackage(pkg, options = {}) {
      const result = await transact(database.db, (trx) => importInto(trx, pkg, options));
      if (result.changed) database.changed(pkg.id);
      return result;
    },
    exportPackage: (id) => exportPackage(database, id),
    async create(pkg) {
      await transact(database.db, async (trx) => {
        const { created } = await importInto(trx, pkg, { replace: true });
        if (!created) throw new ConflictError(`there is a case ${pkg.id} already`);
      });
      database.changed(pkg.id);
      const [summary] = await summaries(database, pkg.id);
      if (summary === undefined) throw new NotFoundError(`there is no case ${pkg.id}`);
      return summary;
    },
    async remove(id) {
      return transact(database.db, async (trx) => {
        const there = await trx.deleteFrom("cases").where("case_id", "=", id).executeTakeFirst();
        for (const name of ALL_TABLES) await sql`DELETE FROM ${sql.table(name)} WHERE case_id = ${id}`.execute(trx);
        return there.numDeletedRows > 0n;
      });
    },
  };
}

/** All cases, or one, by id. */
async function summaries({ db }: Database, id?: string): Promise<readonly CaseSummary[]> {
  const only = id === undefined ? sql`true` : sql`case_id = ${id}`;
  const found = await sql<{ description: string; sources: string; claims: string }>`
    SELECT description,
      (SELECT count(*) FROM sources WHERE sources.case_id = cases.case_id) AS sources,
      (SELECT count(*) FROM claims WHERE claims.case_id = cases.case_id) AS claims
    FROM cases WHERE ${only} ORDER BY case_id COLLATE "C"`.execute(db);
  return found.rows.map((row) => {
    const { id: name, title, description, invented } = descriptionIn(row.description);
    return { id: name, title, description, invented, sources: Number(row.sources), claims: Number(row.claims) };
  });
}

function descriptionIn(json: string): CaseDescription {
  const description: CaseDescription = JSON.parse(json);
  return description;
}

/** Read in one snapshot, so that a case that changes meanwhile is never half old and half new. */
async function exportPackage(database: Database, id: string): Promise<CasePackage> {
  return database.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      const row = await trx.selectFrom("cases").select("description").where("case_id", "=", id).executeTakeFirst();
      if (row === undefined) throw new NotFoundError(`there is no case ${id}`);
      const files = await loadFiles(trx, id);
      return {
        kind: "case package",
        ...descriptionIn(row.description),
        sources: await loadRecords(trx, id, sources),
        custody: await loadRecords(trx, id, custody),
        witnesses: await loadRecords(trx, id, witnesses),
        consents: await loadRecords(trx, id, consents),
        claims: await loadRecords(trx, id, claims),
        decisions: await loadRecords(trx, id, decisions),
        parties: await loadRecords(trx, id, parties),
        policies: policiesIn(files.get("policies.yaml")),
        files,
      };
    });
}

function policiesIn(text: string | undefined): readonly Policy[] {
  if (text === undefined) return [];
  const parsed = parsePolicies("policies.yaml", text);
  if (!parsed.ok) throw new Error("invalid policies.yaml in the store");
  return parsed.value;
}
