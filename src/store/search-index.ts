import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Claim } from "../claims/claim.ts";
import type { Source } from "../sources/source.ts";
import { splitPassages } from "./passages.ts";
import { claims, loadRecords, sources } from "./row-tables.ts";
import { bigramVector, spacedWords } from "./search-words.ts";
import { loadText } from "./source-text.ts";
import type { SearchEntriesRow, Tables } from "./tables.ts";

type Entry = Omit<SearchEntriesRow, "case_id" | "words">;

const ROWS_A_STATEMENT = 200;

/** Indexes the titles of the case's sources and the paraphrases of its claims anew. */
export async function indexRecords(db: Kysely<Tables>, caseId: string): Promise<void> {
  const [allSources, allClaims] = [await loadRecords(db, caseId, sources), await loadRecords(db, caseId, claims)];
  const titles = new Map(allSources.map((source) => [source.id, source.title]));
  await db.deleteFrom("search_entries").where("case_id", "=", caseId).where("kind", "!=", "passage").execute();
  await dropPassages(db, caseId, [...titles.keys()]);
  await insert(db, caseId, [
    ...allSources.map(sourceEntry),
    ...allClaims.map((claim) => claimEntry(claim, titles.get(claim.source) ?? claim.source)),
  ]);
}

/** Adds the paraphrases of new claims to the index and takes those of claims that are gone out of it. */
export async function indexClaims(
  db: Kysely<Tables>,
  caseId: string,
  { added, removed }: { readonly added: readonly Claim[]; readonly removed: readonly string[] },
): Promise<void> {
  const titles = new Map((await loadRecords(db, caseId, sources)).map((source) => [source.id, source.title]));
  if (removed.length > 0)
    await db
      .deleteFrom("search_entries")
      .where("case_id", "=", caseId)
      .where("kind", "=", "claim")
      .where("id", "in", removed)
      .execute();
  await insert(
    db,
    caseId,
    added.map((claim) => claimEntry(claim, titles.get(claim.source) ?? claim.source)),
  );
}

/** Indexes the passages of one source's text anew. */
export async function indexText(db: Kysely<Tables>, caseId: string, source: Source): Promise<void> {
  await db
    .deleteFrom("search_entries")
    .where("case_id", "=", caseId)
    .where("kind", "=", "passage")
    .where("source", "=", source.id)
    .execute();
  const text = await loadText(db, caseId, source);
  if (text === undefined) return;
  await insert(
    db,
    caseId,
    splitPassages(text).map((passage) => ({
      kind: "passage",
      id: `${source.id}:${passage.start}`,
      source: source.id,
      title: source.title,
      body: passage.text,
      start: passage.start,
    })),
  );
}

/** Indexes everything of the case anew. */
export async function indexCase(db: Kysely<Tables>, caseId: string): Promise<void> {
  await db.deleteFrom("search_entries").where("case_id", "=", caseId).execute();
  await indexRecords(db, caseId);
  for (const source of await loadRecords(db, caseId, sources)) await indexText(db, caseId, source);
}

async function dropPassages(db: Kysely<Tables>, caseId: string, kept: readonly string[]): Promise<void> {
  let drop = db.deleteFrom("search_entries").where("case_id", "=", caseId).where("kind", "=", "passage");
  if (kept.length > 0) drop = drop.where("source", "not in", kept);
  await drop.execute();
}

function sourceEntry({ id, title, author = "", publisher = "", note = "" }: Source): Entry {
  const body = [author, publisher, note].filter((part) => part !== "").join(" · ");
  return { kind: "source", id, source: id, title, body, start: 0 };
}

function claimEntry({ id, source, statedBy, paraphrase, note = "" }: Claim, title: string): Entry {
  const speaker = statedBy.startsWith("witness:") ? "" : statedBy;
  const body = [paraphrase, note, speaker].filter((part) => part !== "").join(" · ");
  return { kind: "claim", id, source, title, body, start: 0 };
}

/** The title of a source is searched with the source, not again with each of its claims and passages. */
function searched({ kind, title, body }: Entry): string {
  return kind === "source" ? `${title}\n${body}` : body;
}

/**
 * The words of a text as the index keeps them. The server's configuration `russian` stems Latin words as English and
 * Cyrillic ones as Russian; bigrams of our own stand after them.
 */
export function wordsOf(text: string): RawBuilder<string> {
  return sql<string>`to_tsvector('russian', ${spacedWords(text)}) || ${bigramVector(text)}::tsvector`;
}

async function insert(db: Kysely<Tables>, caseId: string, entries: readonly Entry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += ROWS_A_STATEMENT) {
    const rows = entries.slice(from, from + ROWS_A_STATEMENT).map((entry) => ({
      ...entry,
      title: entry.title.replaceAll("\u0000", " "),
      body: entry.body.replaceAll("\u0000", " "),
      case_id: caseId,
      words: wordsOf(searched(entry)),
    }));
    await db.insertInto("search_entries").values(rows).execute();
  }
}
