import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, sql } from "kysely";
import pg from "pg";
import { prepareDataDir } from "./data-folder.ts";
import { clientOptions, removeSocketFolder, startEmbedded } from "./embedded.ts";
import { DataFolderError, DataInUseError } from "./errors.ts";
import { type FolderLock, type LockAttempt, type LockRecord, takeLock } from "./folder-lock.ts";
import { Maintenance } from "./maintenance.ts";
import { LeasedDialect, migrate } from "./migrate.ts";
import type { StoreOptions } from "./parts.ts";
import type { Tables } from "./tables.ts";

/** An open database with its tables up to date, and what else must be given back when it is closed. */
export interface Connection {
  readonly db: Kysely<Tables>;
  readonly where: string;
  readonly mode: "embedded" | "beside" | "postgres";
  /** Folder for backups; absent for a server. */
  readonly dataDir?: string;
  readonly workbench?: string;
  /** Checkpoints and vacuum; absent where the database sees to them itself. */
  readonly maintenance?: Maintenance;
  announce(address: string): void;
  close(): Promise<void>;
}

type FolderOptions = Extract<StoreOptions, { readonly dataDir: string }>;
type ServerOptions = Extract<StoreOptions, { readonly postgres: string }>;

const POOL_SIZE = 4;
/** How long a command waits for the process that holds the folder to open the database. */
const PATIENCE_MS = 30_000;
/** How long a command that has the folder and is done waits for the commands that work through it. */
const COURTESY_MS = 60_000;

/** The database that the options name, opened. */
export async function connect(options: StoreOptions): Promise<Connection> {
  return "postgres" in options ? connectServer(options) : connectFolder(options);
}

async function connectServer(options: ServerOptions): Promise<Connection> {
  const schema = options.schema ?? "public";
  const connectionString = options.postgres;
  const db = openPool({ connectionString, options: `-c search_path=${schema} -c TimeZone=UTC` });
  try {
    if (schema !== "public") await sql`CREATE SCHEMA IF NOT EXISTS ${sql.id(schema)}`.execute(db);
    const version = await sql<{ server_version: string }>`SHOW server_version`.execute(db);
    await migrate(db, schema, options.onProgress ?? (() => {}));
    const number = version.rows[0]?.server_version.split(" ")[0] ?? "";
    const where = `PostgreSQL ${number} at ${new URL(connectionString).host}`;
    return { db, where, mode: "postgres", announce: () => {}, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function connectFolder(options: FolderOptions): Promise<Connection> {
  prepareDataDir(options.dataDir);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const attempt = await lockFolder(options.dataDir);
    if (attempt.kind === "taken") return openFolder(options, attempt.lock, attempt.stale);
    const { record } = attempt;
    if (options.mode === "serve") throw new DataInUseError(options.dataDir, record.pid, record.address);
    if (record.socket !== undefined) {
      const beside = await openBeside(options, record, record.socket);
      if (beside !== undefined) return beside;
    }
    if (Date.now() > deadline) throw new DataInUseError(options.dataDir, record.pid, record.address);
    await sleep(100);
  }
}

async function lockFolder(dataDir: string): Promise<LockAttempt> {
  try {
    return await takeLock(dataDir);
  } catch (cause) {
    throw new DataFolderError(`the data folder ${dataDir} cannot be written to`, { cause });
  }
}

async function openFolder(options: FolderOptions, lock: FolderLock, stale: readonly LockRecord[]): Promise<Connection> {
  const { dataDir, onProgress = () => {} } = options;
  const opened: (() => Promise<void>)[] = [async () => lock.release()];
  const close = async () => {
    for (const step of opened.toReversed()) await step();
  };
  try {
    for (const record of stale) if (record.socket !== undefined) removeSocketFolder(record.socket);
    const embedded = await startEmbedded(dataDir, onProgress);
    opened.push(() => embedded.close(options.mode === "serve" ? 0 : COURTESY_MS));
    const db = openPool(clientOptions(embedded.socket));
    opened.push(() => db.destroy());
    await migrate(db, "public", onProgress);
    const maintenance = new Maintenance(db);
    opened.push(() => maintenance.close());
    lock.update({ socket: embedded.socket });
    const where = `embedded database in ${dataDir}`;
    const announce = (address: string) => lock.update({ address });
    return { db, where, mode: "embedded", dataDir, maintenance, announce, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Works through the process that holds the folder; absent when it has just gone. */
async function openBeside(options: FolderOptions, record: LockRecord, socket: string): Promise<Connection | undefined> {
  const db = openPool(clientOptions(socket));
  try {
    await migrate(db, "public", options.onProgress ?? (() => {}));
  } catch (error) {
    await db.destroy();
    if (isNoConnection(error)) return undefined;
    throw error;
  }
  return {
    db,
    where: `embedded database in ${options.dataDir}, through process ${record.pid}`,
    mode: "beside",
    dataDir: options.dataDir,
    ...(record.address === undefined ? {} : { workbench: record.address }),
    announce: () => {},
    close: () => db.destroy(),
  };
}

function isNoConnection(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ECONNREFUSED" || code === "ECONNRESET";
}

function openPool(config: pg.PoolConfig): Kysely<Tables> {
  const pool = new pg.Pool({ max: POOL_SIZE, ...config });
  pool.on("error", () => {}); // an idle connection that breaks is replaced; a busy one fails its query
  return new Kysely<Tables>({ dialect: new LeasedDialect({ pool }) });
}
