import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { DataFolderError } from "./errors.ts";

/** Major version of the PostgreSQL that the embedded database is. */
const POSTGRES_MAJOR = "18";

/** Makes the data folder when it is absent; throws `DataFolderError` when it cannot be one. */
export function prepareDataDir(dataDir: string): void {
  const exists = existsSync(dataDir);
  if (exists && !statSync(dataDir).isDirectory()) throw new DataFolderError(`${dataDir} is a file, not a data folder`);
  try {
    if (!exists) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new DataFolderError(`the data folder ${dataDir} cannot be ${exists ? "written to" : "made"}`, { cause });
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
  const backups = join(dataDir, "backups");
  const way = `move ${databaseFolder(dataDir)} away, start again and import the newest backups in ${backups}`;
  return new DataFolderError(`the database in ${dataDir} is damaged (${reason}) and was left as it is: ${way}`);
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
