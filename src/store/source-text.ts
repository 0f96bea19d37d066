import type { Kysely } from "kysely";
import type { Source } from "../sources/source.ts";
import type { Tables } from "./tables.ts";

/** Text of the copy that a user attached, else of the one in the package. */
export async function loadText(db: Kysely<Tables>, caseId: string, source: Source): Promise<string | undefined> {
  const copy = await db
    .selectFrom("copies")
    .select("text")
    .where("case_id", "=", caseId)
    .where("source", "=", source.id)
    .executeTakeFirst();
  return copy === undefined ? loadPackageText(db, caseId, source) : copy.text.toString("utf8");
}

/** Text of the source in the package; absent when it has none there. */
export async function loadPackageText(db: Kysely<Tables>, caseId: string, source: Source): Promise<string | undefined> {
  if (source.file === undefined) return undefined;
  const file = await db
    .selectFrom("case_files")
    .select("bytes")
    .where("case_id", "=", caseId)
    .where("path", "=", source.file)
    .executeTakeFirst();
  return file?.bytes.toString("utf8");
}

/** Ids of the sources whose words can be opened. */
export async function attachedSources(
  db: Kysely<Tables>,
  caseId: string,
  all: readonly Source[],
): Promise<ReadonlySet<string>> {
  const copies = await db.selectFrom("copies").select("source").where("case_id", "=", caseId).execute();
  const inPackage = all.filter((source) => source.file !== undefined).map((source) => source.id);
  return new Set([...copies.map((row) => row.source), ...inPackage]);
}
