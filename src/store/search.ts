import { type Kysely, type RawBuilder, sql } from "kysely";
import type { SearchHit } from "../cases/views.ts";
import type { Database } from "./database.ts";
import type { SearchResult, SearchStore } from "./parts.ts";
import { bigramQuery, letterRuns, spacedWords } from "./search-words.ts";
import { snippetOf } from "./snippet.ts";
import type { Tables } from "./tables.ts";

/** Hits are counted this far; a page may then say "1,000+". */
const COUNTED = 1_000;
/** Of very common words, so many entries are ranked and the rest is left out. */
const RANKED = 2_000;
const HITS = 20;

interface FoundRow {
  readonly kind: "source" | "passage" | "claim";
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly body: string;
  readonly start: number;
  /** The body with the words that its stemmer found between U+2068 and U+2069. */
  readonly marked: string;
}

/** The search over titles, passages and claims. */
export function searchStore({ db }: Database): SearchStore {
  return {
    async query(caseId, q, limit = HITS) {
      const query = queryOf(q);
      if (query === undefined) return { hits: [], total: 0, more: false };
      const [rows, counted] = [await find(db, caseId, { query, limit }), await count(db, caseId, query)];
      const runs = letterRuns(q);
      const hits = rows.map((row) => hitOf(row, runs));
      return { hits, total: Math.min(counted, COUNTED), more: counted > COUNTED } satisfies SearchResult;
    },
  };
}

/** All words of `q`, stemmed, and every run of Korean or Chinese letters; absent when there is nothing to look for. */
function queryOf(q: string): RawBuilder<string> | undefined {
  const words = spacedWords(q).trim();
  const runs = bigramQuery(q);
  if (words === "" && runs === "") return undefined;
  const stems = sql<string>`websearch_to_tsquery('russian', ${words})`;
  if (runs === "") return stems;
  return words === "" ? sql<string>`${runs}::tsquery` : sql<string>`(${stems} && ${runs}::tsquery)`;
}

async function find(
  db: Kysely<Tables>,
  caseId: string,
  { query, limit }: { readonly query: RawBuilder<string>; readonly limit: number },
): Promise<readonly FoundRow[]> {
  const found = await sql<FoundRow>`
    WITH query AS (SELECT ${query} AS words),
    matching AS (
      SELECT kind, id, source, title, body, start, entries.words AS words
      FROM search_entries AS entries, query
      WHERE case_id = ${caseId} AND entries.words @@ query.words LIMIT ${RANKED}),
    best AS (
      SELECT matching.*, ts_rank(matching.words, query.words) AS rank FROM matching, query
      ORDER BY rank DESC, kind COLLATE "C" DESC, source COLLATE "C", start, id COLLATE "C" LIMIT ${limit})
    SELECT kind, id, source, title, body, start, ts_headline('russian', body, query.words, ${HEADLINE}) AS marked
    FROM best, query ORDER BY rank DESC, kind COLLATE "C" DESC, source COLLATE "C", start, id COLLATE "C"`.execute(db);
  return found.rows;
}

/** Everything is kept and the words are marked as the views promise. */
const HEADLINE = 'HighlightAll=true, StartSel="\u2068", StopSel="\u2069"';

async function count(db: Kysely<Tables>, caseId: string, query: RawBuilder<string>): Promise<number> {
  const counted = await sql<{ found: string }>`
    SELECT count(*) AS found FROM (
      SELECT 1 FROM search_entries WHERE case_id = ${caseId} AND words @@ ${query} LIMIT ${COUNTED + 1}) AS entries`.execute(
    db,
  );
  return Number(counted.rows[0]?.found ?? 0);
}

function hitOf(row: FoundRow, runs: readonly string[]): SearchHit {
  const snippet = snippetOf(row.marked, runs);
  const base = { kind: row.kind, id: row.id, title: row.title, snippet };
  if (row.kind === "source") return base;
  return row.kind === "claim" ? { ...base, source: row.source } : { ...base, source: row.source, start: row.start };
}
