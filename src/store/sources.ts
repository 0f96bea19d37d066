import type { SourceView } from "../cases/views.ts";
import { appendCustody } from "../sources/custody.ts";
import { keepCopy } from "./copies.ts";
import { type Database, touchCase } from "./database.ts";
import { ConflictError } from "./errors.ts";
import type { SourceStore } from "./parts.ts";
import { cellsOf, claims, custody, loadRecords, saveCells, sources } from "./row-tables.ts";
import { indexRecords } from "./search-index.ts";
import { attachedSources } from "./source-text.ts";
import { transact } from "./transaction.ts";

/** The sources of cases, with what the case does with each. */
export function sourceStore(database: Database): SourceStore {
  const views = async (caseId: string): Promise<readonly SourceView[]> => {
    const all = await database.records(caseId, sources);
    const attached = await attachedSources(database.db, caseId, all);
    const counts = new Map<string, number>();
    for (const { source } of await database.records(caseId, claims)) counts.set(source, (counts.get(source) ?? 0) + 1);
    return all.map((source) => ({
      source,
      attached: attached.has(source.id),
      claims: counts.get(source.id) ?? 0,
    }));
  };
  return {
    async add(caseId, { source, copy, custody: acts }) {
      await transact(database.db, async (trx) => {
        await touchCase(trx, caseId);
        const known = await loadRecords(trx, caseId, sources);
        if (known.some(({ id }) => id === source.id)) throw new ConflictError(`there is a source ${source.id} already`);
        await saveCells(trx, caseId, { table: sources, rows: cellsOf(sources, [...known, source]) });
        const chain = acts.reduce(appendCustody, await loadRecords(trx, caseId, custody));
        await saveCells(trx, caseId, { table: custody, rows: cellsOf(custody, chain) });
        await keepCopy(trx, { caseId, source, copy });
        await indexRecords(trx, caseId);
      });
      database.changed(caseId);
    },
    all: (caseId) => database.records(caseId, sources),
    list: views,
    get: async (caseId, id) => (await views(caseId)).find((view) => view.source.id === id),
  };
}
