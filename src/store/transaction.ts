import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables.ts";
import { codeOf } from "./trouble.ts";

const ATTEMPTS = 6;
/** Serialization failure, deadlock: the server asks to try the whole transaction again. */
const RETRY = new Set(["40001", "40P01"]);

/**
 * What `work` gives, done whole or not at all, again when the server asks for it. Work uses the transaction that it is
 * handed and nothing else of the store: the embedded database has one connection, and waiting for it would never end.
 */
export async function transact<T>(db: Kysely<Tables>, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (!RETRY.has(codeOf(error)) || attempt === ATTEMPTS) throw error;
      await sleep(10 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}
