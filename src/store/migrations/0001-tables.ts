import { type Kysely, type Migration, sql } from "kysely";

/** Tables whose columns are those of a CSV table of the case package, as text, so that an export gives the same cells. */
const ROW_TABLES = {
  sources: {
    columns:
      "id type title author publisher published language copy_at reliability credibility sha256 text_sha256 media_type file note",
    key: ["id"],
  },
  custody: {
    columns: "source at event actor tool input_sha256 output_sha256 reason previous entry",
    key: ["entry"],
  },
  witnesses: { columns: "id source letter place sector protection note", key: ["id"] },
  consents: {
    columns: "witness use given how language conditions date withdrawn review",
    key: ["witness", "use", "date"],
  },
  claims: {
    columns:
      "id source locator start end passage_sha256 before_sha256 after_sha256 stated_by basis modality measure statistic place occupation sex period low high approximate unit currency per derived_from origin derivation reliability credibility paraphrase note",
    key: ["id"],
  },
  decisions: { columns: "at by decision subject why", key: ["at", "by", "decision", "subject"] },
  parties: { columns: "id name type country note", key: ["id"] },
} as const;

/** What people made: packages, row by row, and the copies that users attached. */
async function makeTruth(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE cases (
    case_id text PRIMARY KEY, revision bigint NOT NULL, description text NOT NULL)`.execute(db);
  await sql`CREATE TABLE case_files (
    case_id text NOT NULL, path text NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (case_id, path))`.execute(db);
  for (const [name, table] of Object.entries(ROW_TABLES)) {
    const cells = table.columns.split(" ").map((column) => sql`${sql.ref(column)} text NOT NULL`);
    const key = ["case_id", ...table.key].map((column) => sql.ref(column));
    await sql`CREATE TABLE ${sql.table(name)} (
      case_id text NOT NULL, position integer NOT NULL, ${sql.join(cells)}, PRIMARY KEY (${sql.join(key)}))`.execute(
      db,
    );
  }
  await sql`CREATE TABLE copies (
    case_id text NOT NULL, source text NOT NULL, media_type text NOT NULL, bytes bytea NOT NULL, text bytea NOT NULL,
    PRIMARY KEY (case_id, source))`.execute(db);
}

/** What is worked out from the truth and may be dropped at any time. */
async function makeDerived(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE search_entries (
    case_id text NOT NULL, kind text NOT NULL, id text NOT NULL, source text NOT NULL, title text NOT NULL,
    body text NOT NULL, start integer NOT NULL, words tsvector NOT NULL, PRIMARY KEY (case_id, kind, id))`.execute(db);
  await sql`CREATE INDEX search_entries_words ON search_entries USING gin (words)`.execute(db);
  await sql`CREATE TABLE reconciliations (
    case_id text PRIMARY KEY, at text NOT NULL, input text NOT NULL, diagnostics text NOT NULL)`.execute(db);
  await sql`CREATE TABLE estimates (
    case_id text NOT NULL, quantity text NOT NULL, measure text NOT NULL, place text NOT NULL, year integer,
    position integer NOT NULL, body text NOT NULL, PRIMARY KEY (case_id, quantity))`.execute(db);
  await sql`CREATE TABLE claim_results (
    case_id text NOT NULL, claim text NOT NULL, position integer NOT NULL, body text NOT NULL,
    PRIMARY KEY (case_id, claim))`.execute(db);
}

export const tables: Migration = {
  async up(db) {
    await makeTruth(db);
    await makeDerived(db);
  },
};
