import type { SourceView } from "../cases/views.ts";
import type { Database } from "./database.ts";
import type { SourceStore } from "./parts.ts";
import { claims, sources } from "./row-tables.ts";
import { attachedSources } from "./source-text.ts";

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
    all: (caseId) => database.records(caseId, sources),
    list: views,
    get: async (caseId, id) => (await views(caseId)).find((view) => view.source.id === id),
  };
}
