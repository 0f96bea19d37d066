import { type Migration, sql } from "kysely";

/** The occupation of an estimate, by which estimates are asked for; empty for all work together. */
export const occupations: Migration = {
  async up(db) {
    await sql`ALTER TABLE estimates ADD COLUMN occupation text NOT NULL DEFAULT ''`.execute(db);
  },
};
