import { type Kysely, sql } from "kysely";
import { ALL_TABLES, type Tables } from "./tables.ts";

/** After the last change of many. */
const QUIET_MS = 20_000;

/** What no background process does in the embedded database: checkpoints, vacuum, fresh statistics. */
export class Maintenance {
  readonly #db: Kysely<Tables>;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Tells that much was written: it is tended when nothing more comes for a while. */
  note(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.run(), QUIET_MS).unref();
  }

  /** Vacuum and a checkpoint, after those under way. Resolves when they are done. */
  run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running = this.#running.then(() => this.#work());
    return this.#running;
  }

  async #work(): Promise<void> {
    const tables = ["cases", ...ALL_TABLES].map((name) => sql.table(name));
    // A failure costs space or speed only; the next change tries again.
    await sql`VACUUM ANALYZE ${sql.join(tables)}`.execute(this.#db).catch(() => {});
    await sql`CHECKPOINT`.execute(this.#db).catch(() => {});
  }

  /** Ends what is under way. Closing the database makes a checkpoint of its own. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
  }
}
