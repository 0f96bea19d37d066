import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DurableDatabase } from "../../src/store/durable-database.ts";
import { WriteAheadLog } from "../../src/store/write-ahead-log.ts";
import { temporaryFolder } from "./stores.ts";

const events: string[] = [];

/** A log that also writes down when it was synced. */
class RecordingLog extends WriteAheadLog {
  override sync(): void {
    events.push("synced");
  }
}

const folder = temporaryFolder();
let db: DurableDatabase;
beforeAll(async () => {
  db = new DurableDatabase({}, new RecordingLog(folder));
  await db.waitReady;
  await db.exec("CREATE TABLE one (n int)");
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

/** Sends one message, its letter and body, as a client does. */
async function send(letter: string, body: string): Promise<void> {
  const bytes = Buffer.from(body, "latin1");
  const message = Buffer.alloc(5 + bytes.length);
  message.write(letter, "latin1");
  message.writeUInt32BE(4 + bytes.length, 1);
  bytes.copy(message, 5);
  await db.execProtocolRawStream(message, { onRawData: () => events.push("answered") });
}

async function eventsOf(...queries: readonly string[]): Promise<readonly string[]> {
  events.length = 0;
  for (const query of queries) await send("Q", `${query}\0`);
  return [...events];
}

test("[S7] a write is synced before it is answered, and reading is not", async () => {
  expect(await eventsOf("INSERT INTO one VALUES (1)")).toEqual(["synced", "answered"]);
  expect(await eventsOf("SELECT * FROM one")).toEqual(["answered"]);
});

test("[S7] a transaction is synced when it is committed, and not when it is rolled back", async () => {
  expect(await eventsOf("BEGIN", "INSERT INTO one VALUES (2)", "COMMIT")).toEqual([
    "answered",
    "answered",
    "synced",
    "answered",
  ]);
  expect((await eventsOf("BEGIN", "SELECT 1", "ROLLBACK")).includes("synced")).toBe(false);
});

test("[S7] a batch of messages is synced at its end, and counts as a transaction until then", async () => {
  events.length = 0;
  await send("P", "\0INSERT INTO one VALUES (3)\0\0\0");
  expect(db.isInTransaction()).toBe(true);
  await send("B", "\0\0\0\0\0\0\0\0");
  await send("E", "\0\0\0\0\0");
  expect(events).not.toContain("synced");
  await send("S", "");
  expect(events.slice(-2)).toEqual(["synced", "answered"]);
  expect(db.isInTransaction()).toBe(false);
});
