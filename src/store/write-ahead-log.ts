import { closeSync, fdatasyncSync, fsyncSync, openSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Brings to disk what the embedded database only hands to the operating system: it runs without fsync, so an
 * acknowledged commit would not outlive a power cut.
 */
export class WriteAheadLog {
  readonly #database: string;
  #logSynced = Date.now();
  /** A database that was just made has never been synced. */
  #filesSynced: number;

  constructor(database: string) {
    this.#database = database;
    const made = statSync(join(database, "PG_VERSION"), { throwIfNoEntry: false })?.ctimeMs ?? 0;
    this.#filesSynced = Date.now() - made < RECENT_MS ? 0 : Date.now();
  }

  /** Waits until the log written since the last call is on disk. */
  sync(): void {
    this.#logSynced = syncChanged(join(this.#database, "pg_wal"), this.#logSynced, fdatasyncSync, false);
  }

  /** Waits until every file changed since the last call is on disk: for after a checkpoint. */
  syncFiles(): void {
    this.#filesSynced = syncChanged(this.#database, this.#filesSynced, fsyncSync, true);
  }
}

const RECENT_MS = 60_000;

/** Clocks of file systems tick coarsely: a file counts as changed from a little before the last call on. */
const CLOCK_SLACK_MS = 100;

function syncChanged(folder: string, since: number, sync: (fd: number) => void, recursive: boolean): number {
  const now = Date.now();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive })) {
    if (!entry.isFile() && !entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (changed !== undefined && changed >= since - CLOCK_SLACK_MS) syncPath(path, sync);
  }
  return now;
}

/** Syncs one file or folder. */
export function syncPath(path: string, sync: (fd: number) => void = fsyncSync): void {
  const fd = openSync(path, "r");
  try {
    sync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Syncs the folder and, unless told not to, everything in it. */
export function syncTree(folder: string, recursive = true): void {
  if (recursive) {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive })) {
      if (entry.isFile() || entry.isDirectory()) syncPath(join(entry.parentPath, entry.name));
    }
  }
  syncPath(folder);
}
