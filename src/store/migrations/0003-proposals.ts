import { type Migration, sql } from "kysely";

/** Where the parts of a copy stand, the claim that a proposal became, and the proposals that are read from texts. */
export const proposals: Migration = {
  async up(db) {
    await sql`ALTER TABLE copies ADD COLUMN parts text`.execute(db);
    await sql`ALTER TABLE decisions ADD COLUMN claim text NOT NULL DEFAULT ''`.execute(db);
    await sql`CREATE TABLE proposals (
      case_id text NOT NULL, id text NOT NULL, source text NOT NULL, start integer NOT NULL, body text NOT NULL,
      PRIMARY KEY (case_id, id))`.execute(db);
    await sql`CREATE INDEX proposals_source ON proposals (case_id, source)`.execute(db);
    await sql`CREATE TABLE proposal_texts (
      case_id text NOT NULL, source text NOT NULL, edition text NOT NULL, stamp text NOT NULL,
      PRIMARY KEY (case_id, source))`.execute(db);
  },
};
