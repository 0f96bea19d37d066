import type { Kysely } from "kysely";
import { NotFoundError } from "./errors.ts";
import { loadRecords, type RowTable } from "./row-tables.ts";
import type { Tables } from "./tables.ts";

/** A case's records as they were at one revision. */
interface Remembered {
  readonly revision: number;
  readonly records: Map<string, readonly unknown[]>;
}

/** Those who wait for changes: the backups, and the upkeep of the embedded database. */
export interface Told {
  readonly changed: (caseId: string) => void;
  readonly wrote: () => void;
}

/** The database as the parts of the store share it. */
export class Database {
  readonly db: Kysely<Tables>;
  readonly #remembered = new Map<string, Remembered>();
  readonly #told: Told;

  constructor(db: Kysely<Tables>, told: Told) {
    this.db = db;
    this.#told = told;
  }

  /** The case's revision; 0 when there is no such case. */
  async revision(caseId: string): Promise<number> {
    const row = await this.db.selectFrom("cases").select("revision").where("case_id", "=", caseId).executeTakeFirst();
    return row === undefined ? 0 : Number(row.revision);
  }

  /** The records of a table, read again only when the case has changed. Throws `NotFoundError`. */
  async records<T>(caseId: string, table: RowTable<T>): Promise<readonly T[]> {
    const revision = await this.revision(caseId);
    if (revision === 0) throw new NotFoundError(`there is no case ${caseId}`);
    const kept = this.#remembered.get(caseId);
    const remembered = kept?.revision === revision ? kept : { revision, records: new Map() };
    this.#remembered.set(caseId, remembered);
    const records = (remembered.records.get(table.name) as readonly T[] | undefined) ?? undefined;
    if (records !== undefined) return records;
    const loaded = await loadRecords(this.db, caseId, table);
    remembered.records.set(table.name, loaded);
    return loaded;
  }

  /** Tells that what the package of a case holds has changed. */
  changed(caseId: string): void {
    this.#told.changed(caseId);
    this.#told.wrote();
  }

  /** Tells that much was written that no package holds. */
  wrote(): void {
    this.#told.wrote();
  }
}

/** Locks the case until the transaction ends, without changing it. Throws `NotFoundError`. */
export async function lockCase(db: Kysely<Tables>, caseId: string): Promise<void> {
  const locked = await db.selectFrom("cases").select("case_id").where("case_id", "=", caseId).forUpdate().execute();
  if (locked.length === 0) throw new NotFoundError(`there is no case ${caseId}`);
}

/** Counts the revision of a case up and locks the case until the transaction ends. Throws `NotFoundError`. */
export async function touchCase(db: Kysely<Tables>, caseId: string): Promise<void> {
  const touched = await db
    .updateTable("cases")
    .set((set) => ({ revision: set("revision", "+", "1") }))
    .where("case_id", "=", caseId)
    .returning("case_id")
    .executeTakeFirst();
  if (touched === undefined) throw new NotFoundError(`there is no case ${caseId}`);
}
