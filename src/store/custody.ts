import { appendCustody } from "../sources/custody.ts";
import { type Database, touchCase } from "./database.ts";
import type { CustodyStore } from "./parts.ts";
import { cellsOf, custody, loadRecords, saveCells } from "./row-tables.ts";
import { transact } from "./transaction.ts";

/** The chains of custody of cases. */
export function custodyStore(database: Database): CustodyStore {
  return {
    list: (caseId) => database.records(caseId, custody),
    async append(caseId, act) {
      const entry = await transact(database.db, async (trx) => {
        await touchCase(trx, caseId);
        const chain = appendCustody(await loadRecords(trx, caseId, custody), act);
        await saveCells(trx, caseId, { table: custody, rows: cellsOf(custody, chain) });
        return chain.at(-1);
      });
      if (entry === undefined) throw new Error(`invalid chain of custody of ${caseId}: it stayed empty`);
      database.changed(caseId);
      return entry;
    },
  };
}
