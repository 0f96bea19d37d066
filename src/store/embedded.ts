import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Worker } from "node:worker_threads";
import pg from "pg";
import { builtPath } from "./built.ts";
import { checkDatabase, damaged, databaseFolder, safetyCopy } from "./data-folder.ts";
import type { EmbeddedWorkerData, EmbeddedWorkerMessage, EmbeddedWorkerOrder } from "./embedded-worker.ts";
import { DataFolderError } from "./errors.ts";
import { closeToOthers, makeForOwnerOnly } from "./private-files.ts";
import { diskFull, hasLittleRoom } from "./trouble.ts";

/** An embedded database that answers on a unix socket. */
export interface EmbeddedDatabase {
  /** Folder of the socket: the `host` for a client. */
  readonly socket: string;
  /** Why the database gave up; undefined while it runs. */
  readonly stopped: () => string | undefined;
  /** Closes when the clients of other processes have gone, or this time is over. */
  close(patienceMs: number): Promise<void>;
}

/** The system cuts longer paths of sockets without a word. */
const LONGEST_SOCKET_PATH = 107;
const SOCKET_FOLDER = "tributary-";
/** A damaged database may hang instead of failing. */
const START_LIMIT_MS = 60_000;
/** Folder, beside the compiled store, of an empty database that is copied instead of made. */
const TEMPLATE = "empty-database";

/** The database in the data folder, made when it is absent. The caller holds the lock. Throws `DataFolderError`. */
export async function startEmbedded(dataDir: string, onProgress: (message: string) => void): Promise<EmbeddedDatabase> {
  const database = databaseFolder(dataDir);
  const socket = makeSocketFolder();
  const maskBack = makeForOwnerOnly();
  const release = () => {
    removeSocketFolder(socket);
    maskBack();
  };
  try {
    if (!existsSync(database)) {
      onProgress("making the database");
      await createDatabase(dataDir, socket);
    } else checkDatabase(dataDir);
    closeToOthers(database);
    const worker = await startGuarded(dataDir, socket);
    const stopped = watch(worker);
    closeToOthers(database); // it gives a few files a mode of its own, whatever the mask
    const close = async (patienceMs: number) => {
      if (stopped() === undefined) await stop(worker, patienceMs);
      release();
      closeToOthers(database);
    };
    return { socket, stopped, close };
  } catch (error) {
    release();
    throw error;
  }
}

/** Writes an empty database to `target`, which must not exist: what `npm run build` makes once. */
export async function writeEmptyDatabase(target: string): Promise<void> {
  const socket = makeSocketFolder();
  try {
    await initialise(target, socket);
  } finally {
    removeSocketFolder(socket);
  }
}

/** Path of the empty database that new ones are copied from. */
export function templatePath(): string {
  return builtPath(TEMPLATE);
}

/** Removes a socket folder, if the path is one. */
export function removeSocketFolder(path: string): void {
  if (basename(path).startsWith(SOCKET_FOLDER)) rmSync(path, { recursive: true, force: true });
}

function makeSocketFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), SOCKET_FOLDER));
  if (Buffer.byteLength(socketPath(folder)) <= LONGEST_SOCKET_PATH) return folder;
  rmSync(folder, { recursive: true });
  throw new DataFolderError(
    `the temporary folder ${tmpdir()} has too long a path for a socket: set TMPDIR to a shorter`,
  );
}

function socketPath(folder: string): string {
  return join(folder, ".s.PGSQL.5432");
}

/** Under another name until it is whole: a start that is cut short leaves nothing that looks like a database. */
async function createDatabase(dataDir: string, socket: string): Promise<void> {
  const draft = `${databaseFolder(dataDir)}.draft`;
  rmSync(draft, { recursive: true, force: true });
  try {
    if (existsSync(templatePath())) cpSync(templatePath(), draft, { recursive: true });
    else await initialise(draft, socket);
    renameSync(draft, databaseFolder(dataDir));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function initialise(target: string, socket: string): Promise<void> {
  const worker = await start(target, socket);
  const client = new pg.Client(clientOptions(socket));
  await client.connect();
  await client.query("ALTER SYSTEM SET max_wal_size = '128MB'");
  await client.query("ALTER SYSTEM SET min_wal_size = '32MB'");
  // One database is used: without the two templates there are a third of the files to copy, check and sync.
  await client.query("UPDATE pg_database SET datistemplate = false");
  await client.query("DROP DATABASE template0");
  await client.query("DROP DATABASE template1");
  await client.query("CHECKPOINT");
  await client.end();
  await stop(worker, 0);
}

/** How a client reaches the embedded database. */
export function clientOptions(socket: string): pg.ClientConfig {
  return { host: socket, port: 5432, user: "postgres", database: "postgres" };
}

async function startGuarded(dataDir: string, socket: string): Promise<Worker> {
  const copy = safetyCopy(databaseFolder(dataDir), join(socket, "copy"));
  try {
    return await start(databaseFolder(dataDir), socket);
  } catch (error) {
    copy.putBack();
    if (hasLittleRoom(dataDir)) throw diskFull(`the disk of the data folder ${dataDir}`, error);
    throw error instanceof StartError ? damaged(dataDir, error.message) : error;
  } finally {
    copy.discard();
  }
}

/** The database itself does not start; other errors are of the thread that runs it. */
class StartError extends Error {}

function start(database: string, socket: string): Promise<Worker> {
  const workerData: EmbeddedWorkerData = { database, socket: socketPath(socket) };
  const worker = new Worker(builtPath("embedded-worker.js"), { workerData, execArgv: [] });
  return new Promise((resolve, reject) => {
    let opening = false;
    const settle = (error?: Error) => {
      clearTimeout(limit);
      worker.removeAllListeners();
      if (error !== undefined) return void worker.terminate().then(() => reject(error));
      worker.on("error", () => {}); // its clients see their connections end
      resolve(worker);
    };
    const fail = (reason: string) => settle(opening ? new StartError(reason) : new Error(reason));
    const limit = setTimeout(() => fail("it does not start"), START_LIMIT_MS);
    worker.once("error", (error) => fail(error.message));
    worker.once("exit", () => fail("it ended while starting"));
    worker.on("message", (message: EmbeddedWorkerMessage) => {
      if (message.kind === "opening") opening = true;
      if (message.kind === "failed") fail(message.message);
      if (message.kind === "ready") settle();
    });
  });
}

/** A function that says why the worker ended; undefined while it has not. */
function watch(worker: Worker): () => string | undefined {
  let reason: string | undefined;
  worker.on("message", (message: EmbeddedWorkerMessage) => {
    if (message.kind === "stopped") reason = message.message;
  });
  worker.once("error", (error) => {
    reason ??= error.message;
  });
  worker.once("exit", () => {
    reason ??= "its thread ended";
  });
  return () => reason;
}

async function stop(worker: Worker, patienceMs: number): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    worker.on("message", ({ kind }: EmbeddedWorkerMessage) => kind === "closed" && resolve());
    worker.once("exit", () => resolve());
  });
  const order: EmbeddedWorkerOrder = { patienceMs };
  worker.postMessage(order);
  await ended;
  await worker.terminate();
}
