import { type Migration, sql } from "kysely";

/** What is asked of a reconciliation after it has run: some of its draws, and what was asked at once. */
export const draws: Migration = {
  async up(db) {
    await sql`CREATE TABLE draws (
      case_id text PRIMARY KEY, input text NOT NULL, width integer NOT NULL, bytes bytea NOT NULL)`.execute(db);
    await sql`CREATE TABLE appraisals (
      case_id text NOT NULL, part text NOT NULL, id text NOT NULL, position integer NOT NULL, body text NOT NULL,
      PRIMARY KEY (case_id, part, id))`.execute(db);
  },
};
