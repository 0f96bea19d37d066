import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, openDesk, type Running } from "./command.ts";

const ADDRESS = /(http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+)/;
const QUICK_MS = 6000;

let desk: Desk;
let serving: Running;
let address: string;

beforeAll(async () => {
  desk = await openDesk();
  serving = desk.start("serve", "--port", "0");
  address = await serving.says(ADDRESS);
});
afterAll(() => desk.clear());

const ask = (path: string, headers: Record<string, string> = {}) => {
  const url = new URL(path, address);
  return fetch(url, {
    headers: { authorization: `Bearer ${new URL(address).searchParams.get("token")}`, ...headers },
    redirect: "manual",
  });
};

describe("tributary serve", () => {
  test("brings in the shipped cases and answers at the printed address, with a token that is its owner's alone", async () => {
    const { cases } = await (await ask("/api/cases")).json();
    expect(cases.map((c: { id: string }) => c.id)).toContain("example");
    const opened = await fetch(address, { redirect: "manual" });
    expect(opened.status).toBe(303);
    const token = join(desk.folder, "data", "token");
    expect((await stat(token)).mode & 0o777).toBe(0o600);
    expect(address).toContain((await readFile(token, "utf8")).trim());
  });
  test("refuses a stranger: no token, another host", async () => {
    expect((await fetch(new URL("/api/cases", address))).status).toBe(401);
    expect((await ask("/api/cases", { origin: "http://evil.example" })).status).toBe(403);
  });
  test("reconciles behind the pages and tells of it over the stream", async () => {
    const controller = new AbortController();
    const { cases } = await (await ask("/api/cases")).json();
    const url = new URL(`/api/cases/${cases[0].id}/events`, address);
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${new URL(address).searchParams.get("token")}` },
      signal: controller.signal,
    });
    const { value } = (await response.body?.pipeThrough(new TextDecoderStream()).getReader().read()) ?? {};
    controller.abort();
    expect(value).toMatch(/^event: reconciling\ndata: \{"kind":"(running|done)"/);
    await serving.says(/Reconciling \w+/);
  });
  test("a second one on the same data is refused with the address of the first, whichever port it wants", async () => {
    const { port } = new URL(address);
    for (const wanted of ["0", port]) {
      const { code, out, err } = await desk.tributary("serve", "--port", wanted);
      expect(code).toBe(3);
      expect(out).toBe("");
      expect(err).toContain(address);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
  });
  test("a command beside it works through it, and has it reconcile what was brought in", async () => {
    expect(await desk.tributary("new", "orchards", "--id", "orchards", "--title", "Orchards")).toMatchObject({
      code: 0,
    });
    const imported = await desk.tributary("import", "orchards");
    expect(imported.code, imported.err).toBe(0);
    expect(imported.err).toContain(
      `orchards: not reconciled yet; the workbench at ${new URL(address).origin} is reconciling it`,
    );
    expect((await ask("/api/cases/orchards/overview")).status).toBe(200);
    const { kind } = await (await ask("/api/cases/orchards/reconciling")).json();
    expect(["running", "done"]).toContain(kind);
  });
  test("Ctrl-C while it reconciles closes everything within seconds, and the folder is free", async () => {
    await ask("/api/cases/orchards/events");
    const asked = performance.now();
    // Once from the terminal and once through npm, as it happens.
    serving.child.kill("SIGINT");
    serving.child.kill("SIGINT");
    const { code, err } = await serving.ended;
    expect(performance.now() - asked).toBeLessThan(QUICK_MS);
    expect(code).toBe(0);
    expect(err).toContain("Stopped.");
    expect((await readdir(join(desk.folder, "data"))).filter((name) => name.startsWith("lock-"))).toEqual([]);
  });
  test("the next start prints the same token and imports nothing again; SIGTERM stops it too", async () => {
    const again = desk.start("serve", "--port", "0");
    const printed = await again.says(ADDRESS);
    expect(new URL(printed).searchParams.get("token")).toBe(new URL(address).searchParams.get("token"));
    again.child.kill("SIGTERM");
    const { code, err } = await again.ended;
    expect(code).toBe(0);
    expect(err).not.toContain("Importing");
  });
});

describe("tributary serve, refused", () => {
  test("a taken port: one sentence, exit code 3, nothing on disk", async () => {
    const other = createServer();
    const port = await new Promise<number>((done) =>
      other.listen(0, "127.0.0.1", () => done(Number(Object(other.address()).port))),
    );
    const { code, err } = await desk.tributary("serve", "--port", String(port), "--data", "elsewhere");
    other.close();
    expect(code).toBe(3);
    expect(err).toBe(`Port ${port} is taken by another program; choose another one with --port.\n`);
    expect(existsSync(join(desk.folder, "elsewhere"))).toBe(false);
  });
  test("a data folder that is a file, and one that is damaged: one sentence, exit code 3, nothing changed", async () => {
    const path = join(desk.folder, "file");
    await writeFile(path, "mine");
    const file = await desk.tributary("serve", "--port", "0", "--data", "file");
    expect(file).toMatchObject({ code: 3, out: "" });
    expect(await readFile(path, "utf8")).toBe("mine");
    expect(file.err.trim().split("\n")).toHaveLength(1);
    await mkdir(join(desk.folder, "damaged", "database"), { recursive: true });
    await writeFile(join(desk.folder, "damaged", "database", "PG_VERSION"), "noise");
    const damaged = await desk.tributary("serve", "--port", "0", "--data", "damaged");
    expect(damaged).toMatchObject({ code: 3, out: "", err: expect.stringContaining("damaged") });
    expect(damaged.err.trim().split("\n")).toHaveLength(1);
    expect(await readdir(join(desk.folder, "damaged"), { recursive: true })).toEqual([
      "database",
      "database/PG_VERSION",
    ]);
  });
  test("a database that cannot be reached: one sentence, exit code 3", async () => {
    const { code, err } = await desk.tributary("claims", "--database", "postgres://nobody@127.0.0.1:1/none");
    expect(code).toBe(3);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).not.toContain(resolve("."));
  });
});
