import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, Migrator, sql } from "kysely";
import { DataFolderError } from "./errors.ts";
import { migrations } from "./migrations/index.ts";
import type { Tables } from "./tables.ts";

/** A process that migrates and dies leaves the lease to others after this time. */
const LEASE_SECONDS = 60;
const LEASE_NAME = "migrate";

/** How tables are brought up to date. */
export interface Migrating {
  /** Schema that holds the tables. */
  readonly schema: string;
  /** True where nobody else can reach the database, so that there is no lease to wait for: one may be left of the dead. */
  readonly alone: boolean;
  readonly onProgress: (message: string) => void;
}

/** Brings the tables up to date: all that is missing, in one transaction, by one process at a time. */
export async function migrate(db: Kysely<Tables>, { schema, alone, onProgress }: Migrating): Promise<void> {
  if (!(await isBehind(db))) return;
  const provider = { getMigrations: async () => ({ ...migrations }) };
  const migrator = new Migrator({ db, provider, migrationTableSchema: schema });
  await makeLeases(db);
  const release = alone ? async () => {} : await takeLease(db, onProgress);
  try {
    onProgress("bringing the tables up to date");
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  } finally {
    await release();
  }
}

async function isBehind(db: Kysely<Tables>): Promise<boolean> {
  const known = Object.keys(migrations);
  const done = await executedMigrations(db);
  const foreign = done.find((name) => !known.includes(name));
  if (foreign !== undefined) {
    throw new DataFolderError(`the database was last used by a newer version (it has ${foreign}): update this one`);
  }
  return known.some((name) => !done.includes(name));
}

async function executedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const there = await sql<{ found: boolean }>`SELECT to_regclass('kysely_migration') IS NOT NULL AS found`.execute(db);
  if (there.rows[0]?.found !== true) return [];
  const done = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db);
  return done.rows.map((row) => row.name);
}

/** Waits for the lease on migrating and takes it. Gives it back when the returned function is called. */
async function takeLease(db: Kysely<Tables>, onProgress: (message: string) => void): Promise<() => Promise<void>> {
  const holder = randomUUID();
  for (let attempt = 0; ; attempt++) {
    const until = sql<Date>`now() + make_interval(secs => ${LEASE_SECONDS})`;
    const taken = await db
      .insertInto("leases")
      .values({ case_id: "", name: LEASE_NAME, holder, until })
      .onConflict((conflict) =>
        conflict
          .columns(["case_id", "name"])
          .doUpdateSet({ holder, until })
          .where("leases.until", "<", sql<Date>`now()`),
      )
      .returning("holder")
      .executeTakeFirst();
    if (taken !== undefined) break;
    if (attempt === 0) onProgress(await describeHolder(db));
    await sleep(100);
  }
  return async () => {
    await db.deleteFrom("leases").where("name", "=", LEASE_NAME).where("holder", "=", holder).execute();
  };
}

/** Who is waited for, and how long at most: one that died does not give its lease back. */
async function describeHolder(db: Kysely<Tables>): Promise<string> {
  const left = sql<number>`ceil(extract(epoch FROM until - now()))::int`;
  const row = await db.selectFrom("leases").select(left.as("left")).where("name", "=", LEASE_NAME).executeTakeFirst();
  const seconds = Math.min(Math.max(row?.left ?? 1, 1), LEASE_SECONDS);
  return `waiting for another process that is bringing the tables up to date, or died while it did: ${seconds} s at most`;
}

/** Two processes may make the table at once: the one that loses finds it made. */
async function makeLeases(db: Kysely<Tables>): Promise<void> {
  const make = sql`CREATE TABLE IF NOT EXISTS leases (
    case_id text NOT NULL, name text NOT NULL, holder text NOT NULL, until timestamptz NOT NULL,
    PRIMARY KEY (case_id, name))`;
  await make.execute(db).catch(() => make.execute(db));
}
