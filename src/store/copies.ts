import type { Source } from "../sources/source.ts";
import { type Database, touchCase } from "./database.ts";
import { NotFoundError } from "./errors.ts";
import type { CopyStore } from "./parts.ts";
import { sources } from "./row-tables.ts";
import { indexText } from "./search-index.ts";
import { loadText } from "./source-text.ts";
import { transact } from "./transaction.ts";

/** The users' own copies of sources. */
export function copyStore(database: Database): CopyStore {
  const sourceOf = async (caseId: string, sourceId: string): Promise<Source> => {
    const source = (await database.records(caseId, sources)).find((one) => one.id === sourceId);
    if (source === undefined) throw new NotFoundError(`there is no source ${sourceId} in ${caseId}`);
    return source;
  };
  return {
    async attach(caseId, sourceId, { bytes, mediaType, text }) {
      const source = await sourceOf(caseId, sourceId);
      const copy = { media_type: mediaType, bytes: Buffer.from(bytes), text: Buffer.from(text, "utf8") };
      await transact(database.db, async (trx) => {
        await touchCase(trx, caseId);
        await trx
          .insertInto("copies")
          .values({ case_id: caseId, source: sourceId, ...copy })
          .onConflict((conflict) => conflict.columns(["case_id", "source"]).doUpdateSet(copy))
          .execute();
        await indexText(trx, caseId, source);
      });
      database.wrote();
    },
    async detach(caseId, sourceId) {
      const source = await sourceOf(caseId, sourceId);
      return transact(database.db, async (trx) => {
        await touchCase(trx, caseId);
        const gone = await trx
          .deleteFrom("copies")
          .where("case_id", "=", caseId)
          .where("source", "=", sourceId)
          .executeTakeFirst();
        await indexText(trx, caseId, source);
        return gone.numDeletedRows > 0n;
      });
    },
    async text(caseId, sourceId) {
      return loadText(database.db, caseId, await sourceOf(caseId, sourceId));
    },
    async get(caseId, sourceId) {
      const row = await database.db
        .selectFrom("copies")
        .select(["bytes", "media_type", "text"])
        .where("case_id", "=", caseId)
        .where("source", "=", sourceId)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return { bytes: new Uint8Array(row.bytes), mediaType: row.media_type, text: row.text.toString("utf8") };
    },
  };
}
