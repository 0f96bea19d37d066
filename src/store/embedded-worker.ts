import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { DurableDatabase } from "./durable-database.ts";
import { WriteAheadLog } from "./write-ahead-log.ts";

/** What the thread that starts this worker gives it. */
export interface EmbeddedWorkerData {
  /** Folder of the database. */
  readonly database: string;
  /** Path of the unix socket to answer on. */
  readonly socket: string;
}

/** What this worker tells the thread that started it. */
export type EmbeddedWorkerMessage =
  /** Its code is loaded: what fails from here on is the database. */
  | { readonly kind: "opening" }
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly message: string }
  /** The database has given up, as on a full disk; its thread ends, and with it the connections of all clients. */
  | { readonly kind: "stopped"; readonly message: string }
  | { readonly kind: "closed" };

/** The one order that this worker takes: to close, after its clients have gone or this time is over. */
export interface EmbeddedWorkerOrder {
  readonly patienceMs: number;
}

/** Until the thread that started this one has heard of the end. */
const TOLD_MS = 50;

const { database, socket } = workerData as EmbeddedWorkerData;

function tell(message: EmbeddedWorkerMessage): void {
  parentPort?.postMessage(message);
}

/** Waits for the clients of other processes to end, as long as that. */
async function untilUnused(server: PGLiteSocketServer, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (server.getStats().activeConnections > 0 && Date.now() < deadline) await sleep(50);
}

/** A database that panics answers nobody any more: without this its clients would wait for ever. */
function onStderr(line: string): true {
  const panic = /PANIC: +(.*)/.exec(line)?.[1];
  if (panic !== undefined) {
    tell({ kind: "stopped", message: panic });
    setTimeout(() => process.exit(1), TOLD_MS);
  }
  return true;
}

async function serve(): Promise<void> {
  tell({ kind: "opening" });
  const log = new WriteAheadLog(database);
  const db = new DurableDatabase({ dataDir: database, onStderr, onStdout: () => true }, log);
  await db.waitReady;
  const server = new PGLiteSocketServer({ db, path: socket, maxConnections: 32 });
  await server.start();
  parentPort?.on("message", async ({ patienceMs }: EmbeddedWorkerOrder) => {
    await untilUnused(server, patienceMs);
    await server.stop();
    await db.close();
    log.sync();
    log.syncFiles();
    tell({ kind: "closed" });
    parentPort?.close();
  });
  tell({ kind: "ready" });
}

serve().catch((error: unknown) =>
  tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
);
