import type { Kysely } from "kysely";
import type { Database } from "./database.ts";
import type { FileStore } from "./parts.ts";
import type { Tables } from "./tables.ts";

/** The files of cases that are kept as they were written. */
export function fileStore(database: Database): FileStore {
  return {
    async list(caseId) {
      const rows = await database.db.selectFrom("case_files").select("path").where("case_id", "=", caseId).execute();
      return rows.map((row) => row.path).sort();
    },
    async get(caseId, path) {
      const row = await database.db
        .selectFrom("case_files")
        .select("bytes")
        .where("case_id", "=", caseId)
        .where("path", "=", path)
        .executeTakeFirst();
      return row?.bytes.toString("utf8");
    },
  };
}

/** Every file of the case by path, in order of path. */
export async function loadFiles(db: Kysely<Tables>, caseId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom("case_files").select(["path", "bytes"]).where("case_id", "=", caseId).execute();
  const files = rows.map((row) => [row.path, row.bytes.toString("utf8")] as const);
  return new Map(files.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Puts a file in place of the one that has its path; removes it when there is no text. */
export async function saveFile(
  db: Kysely<Tables>,
  caseId: string,
  { path, text }: { readonly path: string; readonly text?: string | undefined },
): Promise<void> {
  await db.deleteFrom("case_files").where("case_id", "=", caseId).where("path", "=", path).execute();
  if (text === undefined) return;
  await db
    .insertInto("case_files")
    .values({ case_id: caseId, path, bytes: Buffer.from(text, "utf8") })
    .execute();
}
