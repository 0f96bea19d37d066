import type { Kysely } from "kysely";
import type { DocumentPart } from "../sources/document-part.ts";
import type { Source } from "../sources/source.ts";
import { type Database, touchCase } from "./database.ts";
import { NotFoundError } from "./errors.ts";
import type { Copy, CopyStore } from "./parts.ts";
import { forgetProposals } from "./proposal-texts.ts";
import { sources } from "./row-tables.ts";
import { indexText } from "./search-index.ts";
import { loadText } from "./source-text.ts";
import type { Tables } from "./tables.ts";
import { transact } from "./transaction.ts";

/** Keeps a copy instead of one kept before, and opens its passages to the search. */
export async function keepCopy(
  trx: Kysely<Tables>,
  { caseId, source, copy }: { readonly caseId: string; readonly source: Source; readonly copy: Copy },
): Promise<void> {
  const cells = {
    media_type: copy.mediaType,
    bytes: Buffer.from(copy.bytes),
    text: Buffer.from(copy.text, "utf8"),
    parts: copy.parts === undefined ? null : JSON.stringify(copy.parts),
  };
  await trx
    .insertInto("copies")
    .values({ case_id: caseId, source: source.id, ...cells })
    .onConflict((conflict) => conflict.columns(["case_id", "source"]).doUpdateSet(cells))
    .execute();
  await indexText(trx, caseId, source);
  await forgetProposals(trx, caseId, source.id);
}

/** The users' own copies of sources. */
export function copyStore(database: Database): CopyStore {
  const sourceOf = async (caseId: string, sourceId: string): Promise<Source> => {
    const source = (await database.records(caseId, sources)).find((one) => one.id === sourceId);
    if (source === undefined) throw new NotFoundError(`there is no source ${sourceId} in ${caseId}`);
    return source;
  };
  return {
    async attach(caseId, sourceId, copy) {
      const source = await sourceOf(caseId, sourceId);
      await transact(database.db, async (trx) => {
        await touchCase(trx, caseId);
        await keepCopy(trx, { caseId, source, copy });
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
        await forgetProposals(trx, caseId, sourceId);
        return gone.numDeletedRows > 0n;
      });
    },
    async text(caseId, sourceId) {
      return loadText(database.db, caseId, await sourceOf(caseId, sourceId));
    },
    async get(caseId, sourceId) {
      const row = await database.db
        .selectFrom("copies")
        .select(["bytes", "media_type", "text", "parts"])
        .where("case_id", "=", caseId)
        .where("source", "=", sourceId)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const parts: readonly DocumentPart[] | undefined = row.parts === null ? undefined : JSON.parse(row.parts);
      const copy = { bytes: new Uint8Array(row.bytes), mediaType: row.media_type, text: row.text.toString("utf8") };
      return parts === undefined ? copy : { ...copy, parts };
    },
  };
}
