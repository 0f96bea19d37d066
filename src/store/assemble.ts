import { join } from "node:path";
import { sql } from "kysely";
import { appraisalStore } from "./appraisals.ts";
import { Backups } from "./backups.ts";
import { caseStore } from "./cases.ts";
import { claimStore } from "./claims.ts";
import type { Connection } from "./connection.ts";
import { copyStore } from "./copies.ts";
import { custodyStore } from "./custody.ts";
import { Database } from "./database.ts";
import { decisionStore } from "./decisions.ts";
import { claimResultStore, dropEstimates, estimateStore, reconciliationStore } from "./estimates.ts";
import { fileStore } from "./files.ts";
import type { DerivedPart, RecordStore, Store } from "./parts.ts";
import { forgetProposals } from "./proposal-texts.ts";
import { proposalStore } from "./proposals.ts";
import { consents, parties, type RowTable, witnesses } from "./row-tables.ts";
import { searchStore } from "./search.ts";
import { indexCase } from "./search-index.ts";
import { sourceStore } from "./sources.ts";
import { DERIVED } from "./tables.ts";
import { transact } from "./transaction.ts";

/** The store over an open database. */
export function assemble(connection: Connection): Store {
  let backups: Backups | undefined;
  const database = new Database(connection.db, {
    changed: (caseId) => backups?.note(caseId),
    wrote: () => connection.maintenance?.note(),
  });
  const cases = caseStore(database);
  if (connection.dataDir !== undefined) backups = new Backups(join(connection.dataDir, "backups"), cases);
  return {
    kind: "store",
    where: connection.where,
    mode: connection.mode,
    ...(connection.workbench === undefined ? {} : { workbench: connection.workbench }),
    cases,
    sources: sourceStore(database),
    copies: copyStore(database),
    claims: claimStore(database),
    witnesses: recordStore(database, witnesses),
    consents: recordStore(database, consents),
    custody: custodyStore(database),
    decisions: decisionStore(database),
    proposals: proposalStore(database),
    parties: recordStore(database, parties),
    files: fileStore(database),
    reconciliations: reconciliationStore(database),
    estimates: estimateStore(database),
    claimResults: claimResultStore(database),
    appraisals: appraisalStore(database),
    search: searchStore(database),
    announce: async (address) => connection.announce(address),
    rebuild: (caseId, parts) => rebuild(database, caseId, parts),
    dropDerived: (caseId) => dropDerived(database, caseId),
    async close() {
      try {
        await backups?.flush();
      } finally {
        await connection.close();
      }
    },
  };
}

function recordStore<T>(database: Database, table: RowTable<T>): RecordStore<T> {
  return { list: (caseId) => database.records(caseId, table) };
}

async function rebuild(database: Database, caseId?: string, parts: readonly DerivedPart[] = ["search"]): Promise<void> {
  for (const id of await caseIds(database, caseId)) {
    await transact(database.db, async (trx) => {
      if (parts.includes("search")) await indexCase(trx, id);
      if (parts.includes("estimates")) await dropEstimates(trx, id);
      if (parts.includes("proposals")) await forgetProposals(trx, id);
    });
  }
  database.wrote();
}

async function dropDerived(database: Database, caseId?: string): Promise<void> {
  const only = caseId === undefined ? sql`true` : sql`case_id = ${caseId}`;
  await transact(database.db, async (trx) => {
    for (const name of DERIVED) await sql`DELETE FROM ${sql.table(name)} WHERE ${only}`.execute(trx);
  });
  database.wrote();
}

async function caseIds({ db }: Database, caseId?: string): Promise<readonly string[]> {
  if (caseId !== undefined) return [caseId];
  const rows = await db.selectFrom("cases").select("case_id").execute();
  return rows.map((row) => row.case_id).sort();
}
