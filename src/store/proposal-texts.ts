import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { ProposalText } from "../cases/proposal-text.ts";
import type { ClaimProposal } from "../claims/proposal.ts";
import type { DocumentPart } from "../sources/document-part.ts";
import { claims, loadRecords, sources } from "./row-tables.ts";
import { attachedSources, loadText } from "./source-text.ts";
import type { Tables } from "./tables.ts";

/** Raise it when proposals come out differently from the same text: every text is then read again. */
const EDITION = "1";

const ROWS_A_STATEMENT = 200;

/** Lets go of the proposals of a source, or of all sources of a case: they are read again when somebody asks. */
export async function forgetProposals(db: Kysely<Tables>, caseId: string, source?: string): Promise<void> {
  let proposals = db.deleteFrom("proposals").where("case_id", "=", caseId);
  let texts = db.deleteFrom("proposal_texts").where("case_id", "=", caseId);
  if (source !== undefined) {
    proposals = proposals.where("source", "=", source);
    texts = texts.where("source", "=", source);
  }
  await proposals.execute();
  await texts.execute();
}

/** Ids of the sources with a text from which nobody has read proposals by these rules, in order. */
export async function unreadSources(db: Kysely<Tables>, caseId: string): Promise<readonly string[]> {
  const attached = await attachedSources(db, caseId, await loadRecords(db, caseId, sources));
  const read = await db
    .selectFrom("proposal_texts")
    .select("source")
    .where("case_id", "=", caseId)
    .where("edition", "=", EDITION)
    .execute();
  const done = new Set(read.map((row) => row.source));
  return [...attached].filter((source) => !done.has(source)).sort();
}

/** The text of a source as it is now; absent when there is none. */
export async function textToRead(
  db: Kysely<Tables>,
  caseId: string,
  sourceId: string,
): Promise<ProposalText | undefined> {
  const source = (await loadRecords(db, caseId, sources)).find(({ id }) => id === sourceId);
  const text = source === undefined ? undefined : await loadText(db, caseId, source);
  if (source === undefined || text === undefined) return undefined;
  const copy = await db
    .selectFrom("copies")
    .select("parts")
    .where("case_id", "=", caseId)
    .where("source", "=", sourceId)
    .executeTakeFirst();
  const account = await db
    .selectFrom("case_files")
    .select("bytes")
    .where("case_id", "=", caseId)
    .where("path", "=", "account.yaml")
    .executeTakeFirst();
  const measures = [...new Set((await loadRecords(db, caseId, claims)).map(({ measure }) => measure))].sort();
  const parts: readonly DocumentPart[] | null = JSON.parse(copy?.parts ?? "null");
  return {
    source,
    text,
    measures,
    ...(parts === null ? {} : { parts }),
    ...(account === undefined ? {} : { account: account.bytes.toString("utf8") }),
  };
}

/** Keeps what was read from a text in place of what was read before. */
export async function keepProposals(
  db: Kysely<Tables>,
  caseId: string,
  { source, proposals }: { readonly source: string; readonly proposals: readonly ClaimProposal[] },
): Promise<void> {
  await forgetProposals(db, caseId, source);
  const marker = { case_id: caseId, source, edition: EDITION, stamp: randomUUID() };
  await db.insertInto("proposal_texts").values(marker).execute();
  for (let from = 0; from < proposals.length; from += ROWS_A_STATEMENT) {
    const rows = proposals.slice(from, from + ROWS_A_STATEMENT).map((proposal) => ({
      case_id: caseId,
      id: proposal.id,
      source,
      start: proposal.number.start,
      body: JSON.stringify(proposal),
    }));
    await db
      .insertInto("proposals")
      .values(rows)
      // The same words twice in one text have one id, and are decided once.
      .onConflict((conflict) => conflict.columns(["case_id", "id"]).doNothing())
      .execute();
  }
}
