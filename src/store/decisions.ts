import { type Database, touchCase } from "./database.ts";
import type { DecisionStore } from "./parts.ts";
import { cellsOf, decisions, loadRecords, saveCells } from "./row-tables.ts";
import { transact } from "./transaction.ts";

/** What people decided about the claims and findings of cases. */
export function decisionStore(database: Database): DecisionStore {
  return {
    list: (caseId) => database.records(caseId, decisions),
    async append(caseId, made) {
      await transact(database.db, async (trx) => {
        await touchCase(trx, caseId);
        const kept = await loadRecords(trx, caseId, decisions);
        await saveCells(trx, caseId, { table: decisions, rows: cellsOf(decisions, [...kept, ...made]) });
      });
      database.changed(caseId);
    },
  };
}
