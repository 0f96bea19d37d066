import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

const EVERY_MS = 5 * 60_000;

/** What no background process does in the embedded database: checkpoints, vacuum, fresh statistics. */
export class Maintenance {
  readonly #db: Kysely<Tables>;
  readonly #timer: NodeJS.Timeout;
  #due = false;
  #running: Promise<void> = Promise.resolve();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
    this.#timer = setInterval(() => this.run(), EVERY_MS);
    this.#timer.unref();
  }

  /** Tells that much was written, so that the next turn has something to do. */
  note(): void {
    this.#due = true;
  }

  /** Does what is due, after what is being done. Resolves when it is done. */
  run(): Promise<void> {
    this.#running = this.#running.then(() => this.#work());
    return this.#running;
  }

  async #work(): Promise<void> {
    if (!this.#due) return;
    this.#due = false;
    // A failure here costs space or speed only; the next turn tries again.
    await sql`VACUUM ANALYZE`.execute(this.#db).catch(() => this.note());
    await sql`CHECKPOINT`.execute(this.#db).catch(() => this.note());
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.run();
  }
}
