import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writePackage } from "../cases/write-package.ts";
import { DiskFullError, NotFoundError } from "./errors.ts";
import type { CaseStore } from "./parts.ts";
import { isDiskFull } from "./trouble.ts";
import { syncTree } from "./write-ahead-log.ts";

const KEPT = 5;
const AFTER_MS = 3_000;

/** Writes each case that has changed as a case package into the data folder, and keeps the last five of each. */
export class Backups {
  readonly #folder: string;
  readonly #cases: CaseStore;
  readonly #due = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(folder: string, cases: CaseStore) {
    this.#folder = folder;
    this.#cases = cases;
  }

  /** Tells that the case has changed: it is written soon, once for many changes. */
  note(caseId: string): void {
    this.#due.add(caseId);
    this.#timer ??= setTimeout(() => this.flush().catch(() => {}), AFTER_MS).unref();
  }

  /** Writes what is due. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#running.catch(() => {}).then(() => this.#work());
    return this.#running;
  }

  async #work(): Promise<void> {
    for (const caseId of [...this.#due]) {
      this.#due.delete(caseId);
      try {
        await this.#write(caseId);
      } catch (error) {
        if (error instanceof NotFoundError) continue; // removed since
        this.#due.add(caseId);
        throw error;
      }
    }
  }

  async #write(caseId: string): Promise<void> {
    const files = writePackage(await this.#cases.exportPackage(caseId));
    const folder = join(this.#folder, caseId);
    const name = new Date().toISOString().replaceAll(/[:.]/g, "-");
    const draft = join(folder, `.${name}-${process.pid}`);
    try {
      writeAll(draft, files);
      renameSync(draft, join(folder, name));
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      const kept = `${caseId} is kept in the database, but no backup of it was written`;
      throw isDiskFull(error) ? new DiskFullError(`the disk is full: ${kept} to ${folder}`, { cause: error }) : error;
    }
    syncTree(folder, false);
    const written = readdirSync(folder)
      .filter((entry) => !entry.startsWith("."))
      .sort();
    for (const old of written.slice(0, -KEPT)) rmSync(join(folder, old), { recursive: true, force: true });
  }
}

function writeAll(draft: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(draft, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(draft, path), text, { mode: 0o600 });
  }
  syncTree(draft);
}
