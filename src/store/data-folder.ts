import {
  accessSync,
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join, relative } from "node:path";
import { DataFolderError } from "./errors.ts";

/** Major version of the PostgreSQL that the embedded database is. */
const POSTGRES_MAJOR = "18";

/** Makes the data folder when it is absent; throws `DataFolderError` when it cannot be one. */
export function prepareDataDir(dataDir: string): void {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory()) throw new DataFolderError(`${dataDir} is a file, not a data folder`);
  try {
    if (found === undefined) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new DataFolderError(`the data folder ${dataDir} cannot be ${found ? "written to" : "made"}`, { cause });
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

/** A copy of a folder that is thrown away, or put back file by file when opening the folder has failed. */
export interface SafetyCopy {
  putBack(): void;
  discard(): void;
}

/** A copy of the database in `target`: a failing start may write to some files before it notices. */
export function safetyCopy(database: string, target: string): SafetyCopy {
  cpSync(database, target, { recursive: true, preserveTimestamps: true, mode: constants.COPYFILE_FICLONE });
  const before = snapshot(database);
  return {
    putBack() {
      const after = snapshot(database);
      for (const path of after.keys()) if (!before.has(path)) rmSync(join(database, path));
      for (const [path, state] of before) {
        if (after.get(path)?.mark === state.mark) continue;
        copyFileSync(join(target, path), join(database, path));
        utimesSync(join(database, path), state.at, state.at);
      }
    },
    discard() {
      rmSync(target, { recursive: true, force: true });
    },
  };
}

interface FileState {
  /** Differs when the file was written to. */
  readonly mark: string;
  readonly at: Date;
}

function snapshot(folder: string): ReadonlyMap<string, FileState> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const state = statSync(path, { bigint: true });
      return [relative(folder, path), { mark: `${state.size}:${state.mtimeNs}`, at: state.mtime }];
    }),
  );
}
