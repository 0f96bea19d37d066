import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writePackage } from "../../src/cases/write-package.ts";
import { Backups } from "../../src/store/backups.ts";
import { connect } from "../../src/store/connection.ts";
import { DataFolderError, DataInUseError } from "../../src/store/errors.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { samplePackage } from "../cases/sample-package.ts";
import { filesUnder, fingerprint, packageOf, temporaryFolder } from "./stores.ts";

const COMPILED = new URL("../../dist/store/", import.meta.url).href;

/** A process of its own that runs `code` with the compiled store at hand, and the lines that it prints. */
function childWith(code: string, dataDir: string): { child: ChildProcess; lines: string[]; ended: Promise<void> } {
  const preamble = `import { openStore } from "${COMPILED}store.js"; const dataDir = process.argv[1];`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", preamble + code, dataDir]);
  const lines: string[] = [];
  let rest = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => lines.push(`stderr: ${text}`));
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  return { child, lines, ended };
}

async function until(done: () => boolean): Promise<void> {
  for (let waited = 0; !done(); waited += 20) {
    if (waited > 55_000) throw new Error("waited in vain");
    await sleep(20);
  }
}

describe("two processes on one data folder", () => {
  const dataDir = temporaryFolder();
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ dataDir, mode: "serve" });
    await store.cases.importPackage(samplePackage());
  });
  afterAll(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  test("[S6] openStore({mode: serve}) refuses with the address of the first", async () => {
    await store.announce("http://127.0.0.1:4321/?token=x");
    const second = openStore({ dataDir, mode: "serve" });
    await expect(second).rejects.toThrow(DataInUseError);
    await expect(second).rejects.toMatchObject({ address: "http://127.0.0.1:4321/?token=x", pid: process.pid });
  });

  test("[S6] a command works through the process that has the folder", async () => {
    const code = `
      const store = await openStore({ dataDir });
      await store.custody.append("sample", { source: "report-2013", at: "2026-11-23", event: "viewed", actor: "child" });
      console.log(store.mode, store.workbench);
      await store.close();`;
    const { lines, ended } = childWith(code, dataDir);
    await ended;
    expect(lines).toEqual(["beside http://127.0.0.1:4321/?token=x"]);
    expect((await store.custody.list("sample")).at(-1)?.actor).toBe("child");
  });

  test("clients that ask at the same time get their own answers", async () => {
    const socket = JSON.parse(readOnly(dataDir, /^lock-.*\.json$/)).socket;
    const options = { host: socket, port: 5432, user: "postgres", database: "postgres" };
    const clients = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const client = new pg.Client(options);
        await client.connect();
        return client;
      }),
    );
    // Long enough that a batch of messages comes in several pieces, between which others have their turn.
    const long = "x".repeat(300_000);
    const answers = clients.map(async (client, n) => {
      for (let i = 0; i < 15; i++) {
        const { rows } = await client.query(`SELECT $1::int AS client, length($2::text) AS long, ${n} AS own`, [
          n,
          long,
        ]);
        if (rows[0]?.client !== n || rows[0]?.long !== long.length || rows[0]?.own !== n) return rows[0];
      }
      return "its own";
    });
    expect(await Promise.all(answers)).toEqual(clients.map(() => "its own"));
    for (const client of clients) await client.end();
  });

  test("a client that vanishes in the middle of a transaction holds nobody up", async () => {
    const code = `
      import { connect } from "${COMPILED}connection.js";
      const { db } = await connect({ dataDir });
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom("claims").execute();
        console.log("deleted");
        await new Promise(() => setInterval(() => {}, 1000));
      });`;
    const { child, lines, ended } = childWith(code, dataDir);
    await until(() => lines.includes("deleted"));
    const waiting = store.claims.list("sample");
    child.kill("SIGKILL");
    await ended;
    expect((await waiting).total).toBe(3);
  });
});

function readOnly(folder: string, name: RegExp): string {
  for (const [path, text] of filesUnder(folder)) if (name.test(path)) return text;
  throw new Error(`no file ${name} in ${folder}`);
}

describe("a process that is killed", () => {
  test("[S7] leaves every acknowledged row and a lock that the next one takes over", async () => {
    const dataDir = temporaryFolder();
    await (await openStore({ dataDir })).close();
    const code = `
      import { connect } from "${COMPILED}connection.js";
      const { db } = await connect({ dataDir });
      for (let n = Number(process.argv[2] ?? 0); ; n++) {
        await db.insertInto("leases").values({ case_id: "kill", name: String(n) + Math.random(), holder: "x".repeat(500), until: new Date() }).execute();
        console.log("row");
      }`;
    let acknowledged = 0;
    for (let round = 0; round < 3; round++) {
      const { child, lines, ended } = childWith(code, dataDir);
      await until(() => lines.length > 10 + 20 * round);
      await sleep(Math.random() * 100);
      child.kill("SIGKILL");
      await ended;
      acknowledged += lines.filter((line) => line === "row").length;
      const { db, close } = await connect({ dataDir, mode: "serve" });
      const rows = await db.selectFrom("leases").select("name").where("case_id", "=", "kill").execute();
      await close();
      expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
      expect(rows.length).toBeLessThanOrEqual(acknowledged + round + 1);
      acknowledged = rows.length;
    }
    rmSync(dataDir, { recursive: true });
  }, 120_000);

  test("[S6] a lock whose process id was given to another is taken over", async () => {
    const dataDir = temporaryFolder();
    const left = { kind: "holding", pid: process.pid, started: "another boot:1", socket: "/nowhere" };
    writeFileSync(join(dataDir, "lock-1-abcdef01.json"), JSON.stringify(left));
    const store = await openStore({ dataDir, mode: "serve" });
    expect(readdirSync(dataDir).filter((name) => name.startsWith("lock"))).toHaveLength(1);
    await store.close();
    expect(readdirSync(dataDir).filter((name) => name.startsWith("lock"))).toEqual([]);
    rmSync(dataDir, { recursive: true });
  });

  test("[S6] of many processes that come at once, one has the folder and the others work through it", async () => {
    const dataDir = temporaryFolder();
    await (await openStore({ dataDir })).close();
    const code = `
      const store = await openStore({ dataDir });
      console.log(store.mode);
      process.stdin.once("data", async () => {
        console.log((await store.cases.list()).length);
        await store.close();
        process.exit(0);
      });`;
    const children = Array.from({ length: 4 }, () => childWith(code, dataDir));
    await until(() => children.every(({ lines }) => lines.length > 0));
    expect(children.flatMap(({ lines }) => lines).sort()).toEqual(["beside", "beside", "beside", "embedded"]);
    // The one that has the folder is done first, and waits for the others.
    const first = children.toSorted((left) => (left.lines[0] === "embedded" ? -1 : 1));
    for (const { child } of first) {
      child.stdin?.write("end\n");
      await sleep(100);
    }
    await Promise.all(children.map(({ ended }) => ended));
    expect(first.map(({ lines }) => lines[1])).toEqual(["0", "0", "0", "0"]);
    rmSync(dataDir, { recursive: true });
  }, 60_000);
});

describe("a data folder that cannot be opened", () => {
  const dataDir = temporaryFolder();
  beforeAll(async () => (await openStore({ dataDir })).close());
  afterAll(() => rmSync(dataDir, { recursive: true }));

  const spoil: Readonly<Record<string, (database: string) => void>> = {
    "no version": (database) => rmSync(join(database, "PG_VERSION")),
    "another version": (database) => writeFileSync(join(database, "PG_VERSION"), "15\n"),
    "no tables": (database) => rmSync(join(database, "base"), { recursive: true }),
    "a spoiled control file": (database) => writeFileSync(join(database, "global/pg_control"), "x".repeat(8192)),
    "a spoiled log": (database) => {
      for (const name of readdirSync(join(database, "pg_wal")).filter((entry) => /^[0-9A-F]{24}$/.test(entry)))
        writeFileSync(join(database, "pg_wal", name), Buffer.alloc(1 << 20, 7));
    },
    "spoiled catalogues": (database) => {
      const folder = join(database, "base/5");
      for (const name of readdirSync(folder)) writeFileSync(join(folder, name), Buffer.alloc(8192, 7));
    },
  };

  for (const [name, harm] of Object.entries(spoil)) {
    test(`[S8] with ${name} is refused in one sentence and left as it was`, async () => {
      const copy = join(temporaryFolder(), "data");
      cpSync(dataDir, copy, { recursive: true });
      harm(join(copy, "database"));
      const before = fingerprint(copy);
      const opening = openStore({ dataDir: copy });
      await expect(opening).rejects.toThrow(DataFolderError);
      await expect(opening).rejects.toThrow(copy);
      await opening.catch((error: Error) => expect(error.message).not.toContain("\n"));
      expect(fingerprint(copy)).toEqual(before);
      rmSync(copy, { recursive: true });
    });
  }

  test("[S8] a file, and a folder that cannot be made, are refused", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), "text");
    await expect(openStore({ dataDir: join(folder, "file") })).rejects.toThrow(/is a file, not a data folder/);
    await expect(openStore({ dataDir: join(folder, "file", "data") })).rejects.toThrow(/cannot be made/);
    rmSync(folder, { recursive: true });
  });

  test("a database that a newer version made is refused", async () => {
    const copy = temporaryFolder();
    cpSync(dataDir, copy, { recursive: true });
    const { db, close } = await connect({ dataDir: copy });
    await db
      .insertInto("kysely_migration" as never)
      .values({ name: "9999-later", timestamp: "x" } as never)
      .execute();
    await close();
    await expect(openStore({ dataDir: copy })).rejects.toThrow(/newer version \(it has 9999-later\)/);
    rmSync(copy, { recursive: true });
  });
});

describe("backups", () => {
  test("[S9] each changed case is written as a package that can be imported, the last five of each", async () => {
    const dataDir = temporaryFolder();
    const pkg = samplePackage();
    const store = await openStore({ dataDir });
    const backups = new Backups(join(dataDir, "more"), store.cases);
    for (let n = 0; n < 7; n++) {
      await store.cases.importPackage({ ...pkg, title: `Sample ${n}` }, { replace: true });
      backups.note("sample");
      backups.note("gone");
      await backups.flush();
    }
    await store.close();
    expect(readdirSync(join(dataDir, "more/sample"))).toHaveLength(5);
    const [last] = readdirSync(join(dataDir, "backups/sample"));
    for (const folder of [
      `backups/sample/${last}`,
      `more/sample/${readdirSync(join(dataDir, "more/sample")).at(-1)}`,
    ]) {
      const files = filesUnder(join(dataDir, folder));
      expect(Object.fromEntries(files)).toEqual(Object.fromEntries(writePackage({ ...pkg, title: "Sample 6" })));
      expect(packageOf(files).title).toBe("Sample 6");
    }
    rmSync(dataDir, { recursive: true });
  });
});
