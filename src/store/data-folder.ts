import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { DataFolderError } from "./errors.ts";
import { isOpenToOthers } from "./private-files.ts";

/** Major version of the PostgreSQL that the embedded database is. */
const POSTGRES_MAJOR = "18";

/**
 * Makes the data folder when it is absent, and closes it to others than its owner; throws `DataFolderError` when it cannot
 * be one, and where it holds things of somebody else.
 */
export function prepareDataDir(dataDir: string): void {
  const exists = existsSync(dataDir);
  if (exists && !statSync(dataDir).isDirectory()) throw new DataFolderError(`${dataDir} is a file, not a data folder`);
  try {
    if (!exists) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new DataFolderError(`the data folder ${dataDir} cannot be ${exists ? "written to" : "made"}`, { cause });
  }
  refuseForeign(dataDir);
  closeFolder(realpathSync(dataDir));
  for (const [name, mode] of PRIVATE) {
    const path = join(dataDir, name);
    if (isOpenToOthers(path)) chmodSync(path, mode);
  }
}

/** The database is closed file by file when it is opened. */
const PRIVATE = [
  ["backups", 0o700],
  ["token", 0o600],
] as const;

/** What Tributary puts into a data folder; a database may have been moved aside under a longer name. */
const OWN = /^(database|backups$|token$|reserve$|lock-\d+-[0-9a-f]+\.json)/;
/** What systems and version control leave in any folder. */
const ANYWHERE = /^(\.|lost\+found$)/;

/** A folder with other things in it and nothing of ours was hardly meant: a slip would fill it, and close it to others. */
function refuseForeign(dataDir: string): void {
  const names = readdirSync(dataDir);
  const foreign = names.filter((name) => !ANYWHERE.test(name)).sort();
  if (foreign.length === 0 || names.some((name) => OWN.test(name))) return;
  const shown = foreign.length > 1 ? `${foreign[0]} and ${foreign.length - 1} more` : foreign[0];
  throw new DataFolderError(
    `the folder ${dataDir} is not a data folder: it holds ${shown}; name an empty folder or a new one`,
  );
}

function closeFolder(dataDir: string): void {
  if (!isOpenToOthers(dataDir)) return;
  try {
    chmodSync(dataDir, 0o700);
  } catch {
    // Told below: some file systems say no, others say yes and do nothing.
  }
  if (isOpenToOthers(dataDir)) {
    const why = "others can enter it, and it cannot be closed to them";
    throw new DataFolderError(`${dataDir} cannot hold the data: ${why}; name a folder that is yours alone`);
  }
}

/** Folder of the embedded database inside a data folder. */
export function databaseFolder(dataDir: string): string {
  return join(dataDir, "database");
}

/** Throws `DataFolderError` when the database folder lacks what every database has: opening it would make it anew. */
export function checkDatabase(dataDir: string): void {
  const database = databaseFolder(dataDir);
  if (!statSync(database).isDirectory()) throw damaged(dataDir, "database is a file");
  const version = join(database, "PG_VERSION");
  if (!existsSync(version)) throw damaged(dataDir, "database/PG_VERSION is missing");
  const major = readFileSync(version, "latin1").trim();
  if (!/^\d+$/.test(major)) throw damaged(dataDir, "database/PG_VERSION is unreadable");
  if (major !== POSTGRES_MAJOR) {
    const needs = `this version needs ${POSTGRES_MAJOR}: export the cases with the version that made them`;
    throw new DataFolderError(`the database in ${dataDir} is of PostgreSQL ${major}, and ${needs}`);
  }
  for (const part of ["base", "global", "pg_wal", "pg_xact", "global/pg_control", "postgresql.conf"]) {
    if (!existsSync(join(database, part))) throw damaged(dataDir, `database/${part} is missing`);
  }
}

/** The error for a database that is there and cannot be opened. */
export function damaged(dataDir: string, reason: string): DataFolderError {
  return new DataFolderError(
    `the database in ${dataDir} is damaged (${reason}) and was left as it is: ${wayOut(dataDir)}`,
  );
}

/** The error for a database that opened and turned out to be damaged when something was read. */
export function damagedInUse(dataDir: string, reason: string, cause: unknown): DataFolderError {
  return new DataFolderError(`the database in ${dataDir} is damaged (${reason}): ${wayOut(dataDir)}`, { cause });
}

function wayOut(dataDir: string): string {
  const backups = join(dataDir, "backups");
  return `move ${databaseFolder(dataDir)} away, start again and import the newest backups in ${backups}`;
}

/** Files that are thrown away, or put back where they differ when opening the database has failed. */
export interface SafetyCopy {
  putBack(): void;
  discard(): void;
}

/**
 * A copy, in `target`, of what a start may write to before it notices that the database is damaged: of one that was
 * closed cleanly all but the tables, of one that must recover everything.
 */
export function safetyCopy(database: string, target: string): SafetyCopy {
  const before = snapshot(database);
  const all = !wasClosedCleanly(database);
  const copied = [...before.keys()].filter((path) => all || !path.startsWith("base/") || path.endsWith(".init"));
  for (const path of copied) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    copyFileSync(join(database, path), join(target, path), constants.COPYFILE_FICLONE);
  }
  return {
    putBack() {
      const after = snapshot(database);
      for (const path of after.keys()) if (!before.has(path)) rmSync(join(database, path));
      for (const path of copied) {
        const state = before.get(path);
        if (state === undefined || after.get(path)?.mark === state.mark) continue;
        copyFileSync(join(target, path), join(database, path));
        utimesSync(join(database, path), state.atSeconds, state.atSeconds);
      }
    },
    discard() {
      rmSync(target, { recursive: true, force: true });
    },
  };
}

/** Byte of `pg_control` that holds the state of the database, and the state of one that was shut down. */
const STATE_AT = 16;
const SHUT_DOWN = 1;

function wasClosedCleanly(database: string): boolean {
  const control = readFileSync(join(database, "global/pg_control"));
  return control.length > STATE_AT + 4 && control.readUInt32LE(STATE_AT) === SHUT_DOWN;
}

interface FileState {
  /** Differs when the file was written to. */
  readonly mark: string;
  readonly atSeconds: number;
}

function snapshot(folder: string): ReadonlyMap<string, FileState> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const state = statSync(path, { bigint: true });
      return [
        relative(folder, path),
        { mark: `${state.size}:${state.mtimeNs}`, atSeconds: Number(state.mtimeNs) / 1e9 },
      ];
    }),
  );
}
