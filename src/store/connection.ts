import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, sql } from "kysely";
import pg from "pg";
import { prepareDataDir } from "./data-folder.ts";
import { type Explain, StoreDialect } from "./dialect.ts";
import { clientOptions, removeSocketFolder, startEmbedded } from "./embedded.ts";
import { DataFolderError, DataInUseError, DiskFullError } from "./errors.ts";
import { type FolderLock, type LockAttempt, type LockRecord, takeLock } from "./folder-lock.ts";
import { Maintenance } from "./maintenance.ts";
import { migrate } from "./migrate.ts";
import type { StoreOptions } from "./parts.ts";
import { freeReserve, holdReserve } from "./reserve.ts";
import type { Tables } from "./tables.ts";
import { diskFull, explainEmbedded, explainServer, isConnectionLost, isDiskFull } from "./trouble.ts";

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
  if ("postgres" in options) return connectServer(options);
  try {
    return await connectFolder(options);
  } catch (error) {
    const mayUseReserve = options.reading === true && error instanceof DiskFullError;
    if (!mayUseReserve || !freeReserve(options.dataDir)) throw error;
    return connectFolder(options);
  }
}

async function connectServer(options: ServerOptions): Promise<Connection> {
  const schema = options.schema ?? "public";
  const connectionString = options.postgres;
  const host = hostOf(connectionString);
  const session = `-c search_path=${schema} -c TimeZone=UTC`;
  const db = openPool({ connectionString, options: session }, explainServer(host));
  try {
    if (schema !== "public") await sql`CREATE SCHEMA IF NOT EXISTS ${sql.id(schema)}`.execute(db);
    const version = await sql<{ server_version: string }>`SHOW server_version`.execute(db);
    await migrate(db, { schema, alone: false, onProgress: options.onProgress ?? (() => {}) });
    const number = version.rows[0]?.server_version.split(" ")[0] ?? "";
    const where = `PostgreSQL ${number} at ${host}`;
    return { db, where, mode: "postgres", announce: () => {}, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function hostOf(address: string): string {
  if (URL.canParse(address)) return new URL(address).host;
  throw new DataFolderError(
    "the address of the database is none: one such as postgres://user@host:5432/name is expected",
  );
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
    if (isDiskFull(cause)) throw diskFull(`the disk of the data folder ${dataDir}`, cause);
    throw new DataFolderError(`the data folder ${dataDir} cannot be written to`, { cause });
  }
}

async function openFolder(options: FolderOptions, lock: FolderLock, stale: readonly LockRecord[]): Promise<Connection> {
  const { dataDir, onProgress = () => {} } = options;
  const opened: (() => Promise<void>)[] = [async () => lock.release()];
  const close = async () => {
    const failed: unknown[] = [];
    for (const step of opened.toReversed()) await step().catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw failed[0];
  };
  try {
    for (const record of stale) if (record.socket !== undefined) removeSocketFolder(record.socket);
    const embedded = await startEmbedded(dataDir, onProgress);
    opened.push(async () => holdReserve(dataDir));
    opened.push(() => embedded.close(options.mode === "serve" ? 0 : COURTESY_MS));
    const db = openPool(clientOptions(embedded.socket), explainEmbedded(dataDir, embedded.stopped));
    opened.push(() => db.destroy());
    await migrate(db, { schema: "public", alone: true, onProgress });
    const maintenance = new Maintenance(db);
    opened.push(() => maintenance.close());
    lock.update({ socket: embedded.socket });
    if (options.reading !== true) holdReserve(dataDir);
    const where = `embedded database in ${dataDir}`;
    const announce = (address: string) => lock.update({ address });
    return { db, where, mode: "embedded", dataDir, maintenance, announce, close };
  } catch (error) {
    await close();
    throw isDiskFull(error) ? diskFull(`the disk of the data folder ${dataDir}`, error) : error;
  }
}

/** Works through the process that holds the folder; absent when it has just gone. */
async function openBeside(options: FolderOptions, record: LockRecord, socket: string): Promise<Connection | undefined> {
  const db = openPool(clientOptions(socket), explainEmbedded(options.dataDir));
  try {
    await migrate(db, { schema: "public", alone: false, onProgress: options.onProgress ?? (() => {}) });
  } catch (error) {
    await db.destroy();
    if (isConnectionLost(error)) return undefined;
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

function openPool(config: pg.PoolConfig, explain: Explain): Kysely<Tables> {
  const pool = new pg.Pool({ max: POOL_SIZE, ...config });
  pool.on("error", () => {}); // an idle connection that breaks is replaced; a busy one fails its query
  pool.on("connect", (client) => client.on("error", () => {})); // and one in a transaction fails the next
  return new Kysely<Tables>({ dialect: new StoreDialect({ pool }, explain) });
}
