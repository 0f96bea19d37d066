import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assemble } from "../../src/store/assemble.ts";
import { connect } from "../../src/store/connection.ts";
import { DataFolderError, DiskFullError } from "../../src/store/errors.ts";
import { takeLock } from "../../src/store/folder-lock.ts";
import { migrate } from "../../src/store/migrate.ts";
import { freeReserve } from "../../src/store/reserve.ts";
import { openStore } from "../../src/store/store.ts";
import { explainServer } from "../../src/store/trouble.ts";
import { samplePackage } from "../cases/sample-package.ts";
import { temporaryFolder } from "./stores.ts";

const COMPILED = new URL("../../dist/store/", import.meta.url).href;

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = temporaryFolder();
  dataDir = join(folder, "data");
  const store = await openStore({ dataDir });
  await store.cases.importPackage(samplePackage());
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A data folder of its own for a test to harm. */
function copyOfData(name: string): string {
  const copy = join(folder, name);
  cpSync(dataDir, copy, { recursive: true });
  return copy;
}

describe("a database whose tables are damaged", () => {
  test("[S12] opens, and the first thing that is read says so and names the backups", async () => {
    const copy = copyOfData("damaged");
    const tables = join(copy, "database/base/5");
    for (const name of readdirSync(tables).filter((one) => Number(one) >= 16384)) {
      const pages = readFileSync(join(tables, name));
      for (let at = 0; at < pages.length; at += 8192) pages.fill(7, at, at + 24);
      writeFileSync(join(tables, name), pages);
    }
    const reading = openStore({ dataDir: copy }).then((store) => store.claims.list("sample").finally(store.close));
    await expect(reading).rejects.toThrow(DataFolderError);
    await expect(reading).rejects.toThrow(/is damaged \(invalid page .*import the newest backups in .*backups$/);
  });
});

describe("a full disk", () => {
  test("[S12] is told in one sentence when the database meets it, and nothing of what did not fit is kept", async () => {
    const connection = await connect({ dataDir: copyOfData("full") });
    const { db } = connection;
    await sql`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE 'could not extend file "base/5/1": No space left on device' USING ERRCODE = '53100'; END $$`.execute(
      db,
    );
    await sql`CREATE TRIGGER full_disk BEFORE INSERT ON claims FOR EACH ROW EXECUTE FUNCTION full_disk()`.execute(db);
    const store = assemble(connection);
    const importing = store.cases.importPackage({ ...samplePackage(), id: "more" });
    await expect(importing).rejects.toThrow(DiskFullError);
    await expect(importing).rejects.toThrow(
      /^the disk of the data folder .*full is full; what did not fit was not kept/,
    );
    expect((await store.cases.list()).map(({ id }) => id)).toEqual(["sample"]);
    await store.close();
  });

  test("[S12] that makes the database give up is told to whoever waits for it, and costs nothing that was confirmed", async () => {
    const copy = copyOfData("panic");
    const { db, close } = await connect({ dataDir: copy });
    // Where the next segment of the log would be written: as on a full disk, the database cannot make it.
    mkdirSync(join(copy, "database/pg_wal/xlogtemp.42/in-the-way"), { recursive: true });
    await sql`SELECT pg_switch_wal()`.execute(db).catch(() => undefined);
    const writing = sql`CREATE TABLE late (x int)`.execute(db);
    await expect(writing).rejects.toThrow(/the database in .*panic stopped \(.*\); what was confirmed before is kept/);
    await expect(sql`SELECT 1`.execute(db)).rejects.toThrow(/stopped/);
    await close();
    rmSync(join(copy, "database/pg_wal/xlogtemp.42"), { recursive: true });
    const store = await openStore({ dataDir: copy });
    expect((await store.claims.list("sample")).total).toBe(3);
    await store.close();
  });

  test("room is kept back beside the database, for commands that only read, and kept again when they are done", async () => {
    const copy = copyOfData("reserved");
    expect(freeReserve(copy)).toBe(true);
    expect(freeReserve(copy)).toBe(false);
    const store = await openStore({ dataDir: copy, reading: true });
    expect(readdirSync(copy)).not.toContain("reserve");
    await store.close();
    expect(readdirSync(copy)).toContain("reserve");
  });

  test("a lock that cannot be written leaves no draft", async () => {
    const empty = join(folder, "locked");
    mkdirSync(empty);
    const attempt = await takeLock(empty);
    if (attempt.kind === "held") throw new Error("nobody else is here");
    const [name] = readdirSync(empty);
    rmSync(join(empty, name ?? ""));
    mkdirSync(join(empty, name ?? "", "in-the-way"), { recursive: true });
    expect(() => attempt.lock.update({ socket: "/nowhere" })).toThrow();
    expect(readdirSync(empty)).toEqual([name]);
  });
});

describe("explainServer(host)", () => {
  test("explainServer(host)(error) names the server, and gives other errors back as they are", () => {
    const explain = explainServer("db:5432");
    expect(explain(Object.assign(new Error("invalid page"), { code: "XX001" }))).toBeInstanceOf(DataFolderError);
    expect(explain(Object.assign(new Error("no space"), { code: "53100" }))).toMatchObject({
      message: expect.stringMatching(/^the disk of the database at db:5432 is full/),
    });
    const other = Object.assign(new Error("duplicate key"), { code: "23505" });
    expect(explain(other)).toBe(other);
  });
});

describe("a start that is killed while it makes the tables", () => {
  test("[S11] holds the next one up by nothing", async () => {
    const killed = join(folder, "killed");
    const code = `
      import { openStore } from "${COMPILED}store.js";
      const onProgress = (message) => /tables/.test(message) && process.kill(process.pid, "SIGKILL");
      await openStore({ dataDir: process.argv[1], onProgress });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", code, killed]);
    const signal = await new Promise((resolve) => child.on("close", (_, name) => resolve(name)));
    expect(signal).toBe("SIGKILL");
    const said: string[] = [];
    const store = await openStore({ dataDir: killed, onProgress: (message) => said.push(message) });
    // Nobody is waited for, though the dead left its lease; the tables are made now.
    expect(said).toEqual(["bringing the tables up to date"]);
    expect(await store.cases.list()).toEqual([]);
    await store.close();
  });

  test("[S11] where others may be at it, the wait for the dead is told, with its length", async () => {
    const { db, close } = await connect({ dataDir: copyOfData("leased") });
    await sql`DROP SCHEMA public CASCADE`.execute(db);
    await sql`CREATE SCHEMA public`.execute(db);
    await sql`CREATE TABLE leases (case_id text, name text, holder text, until timestamptz, PRIMARY KEY (case_id, name))`.execute(
      db,
    );
    await sql`INSERT INTO leases VALUES ('', 'migrate', 'the dead', now() + interval '1 second')`.execute(db);
    const said: string[] = [];
    await migrate(db, { schema: "public", alone: false, onProgress: (message) => said.push(message) });
    expect(said).toEqual([
      "waiting for another process that is bringing the tables up to date, or died while it did: 1 s at most",
      "bringing the tables up to date",
    ]);
    await close();
  });
});
