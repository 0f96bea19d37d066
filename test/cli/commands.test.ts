import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { type Desk, openDesk } from "./command.ts";

const EXAMPLE = resolve("cases/example");
const SHORT = ["--chains", "2", "--draws", "60"];

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.keepOpen();
  const imported = await desk.tributary("import", EXAMPLE);
  expect(imported.code, imported.err).toBe(0);
});
afterAll(() => desk.clear());

describe("every command", () => {
  const silent = { out: () => undefined, err: () => undefined, watched: false, env: {}, clock: () => new Date(0) };
  test.each(COMMANDS.map((make) => make(silent)))("$_name says what it does and gives an example", (command) => {
    let help = "";
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(command.description().length).toBeGreaterThan(10);
    expect(help).toContain("Example:\n  tributary ");
    expect(help).not.toContain("<>");
  });
  test("ends with 2 when it is not understood, and says where help is", async () => {
    for (const args of [
      ["estimate"],
      ["trace"],
      ["estimates", "--year", "soon"],
      ["serve", "--port", "x"],
      ["new", "somewhere"],
    ]) {
      const { code, out, err } = await desk.tributary(...args);
      expect(code, args.join(" ")).toBe(2);
      expect(out).toBe("");
      expect(err).toContain("--help");
    }
  });
  test("--help and --version end with 0", async () => {
    expect(await desk.tributary("--help")).toMatchObject({ code: 0, err: "" });
    expect((await desk.tributary("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("new, format, import, export", () => {
  test("a new case is in canonical form, imports, and exports to the same bytes", async () => {
    expect(await desk.tributary("new", "orchards", "--id", "orchards", "--title", "Orchards")).toMatchObject({
      code: 0,
    });
    expect(await desk.tributary("format", "orchards", "--check")).toMatchObject({ code: 0 });
    expect(await desk.tributary("import", "orchards")).toMatchObject({ code: 0 });
    expect(await desk.tributary("export", "back", "--case", "orchards")).toMatchObject({ code: 0 });
    expect(await bytesOf(join(desk.folder, "back"))).toEqual(await bytesOf(join(desk.folder, "orchards")));
  });
  test("new refuses a folder that is not empty and an id that is none, and writes nothing", async () => {
    expect(await desk.tributary("new", "orchards", "--id", "other", "--title", "Other")).toMatchObject({
      code: 1,
      err: expect.stringContaining("not empty"),
    });
    expect(await desk.tributary("new", "fresh", "--id", "Not An Id", "--title", "X")).toMatchObject({
      code: 1,
      err: expect.stringContaining('id "Not An Id"'),
    });
    expect(await readdir(desk.folder)).not.toContain("fresh");
  });
  test("import twice changes nothing and says so", async () => {
    const { code, out } = await desk.tributary("import", EXAMPLE, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out).imported).toMatchObject([{ case: "example", changed: false }]);
  });
  test("import of a broken case names file, row, field, value and what was expected, and keeps nothing of it", async () => {
    const broken = join(desk.folder, "broken");
    await cp(EXAMPLE, broken, { recursive: true });
    const claims = await readFile(join(broken, "claims.csv"), "utf8");
    const rows = claims.split("\n");
    rows[2] = (rows[2] ?? "").replace(/,asserted,/, ",certain,");
    await writeFile(join(broken, "claims.csv"), rows.join("\n"));
    await writeFile(
      join(broken, "datapackage.json"),
      (await readFile(join(broken, "datapackage.json"), "utf8")).replace('"name": "example"', '"name": "broken"'),
    );
    const { code, err } = await desk.tributary("import", broken);
    expect(code).toBe(1);
    expect(err).toMatch(/claims\.csv, row 3, modality "certain": expected .*asserted/);
    expect((await desk.tributary("claims", "--case", "broken")).code).toBe(1);
  });
  test("format fills the id of a new claim, and --check fails until it has", async () => {
    const folder = join(desk.folder, "formatted");
    await cp(EXAMPLE, folder, { recursive: true });
    const path = join(folder, "claims.csv");
    const before = await readFile(path, "utf8");
    const last = before.trimEnd().split("\n").at(-1) ?? "";
    const id = last.split(",")[0] ?? "";
    await writeFile(path, before.replace(`\n${id},`, "\n,"));
    const checked = await desk.tributary("format", folder, "--check");
    expect(checked).toMatchObject({ code: 1, err: expect.stringContaining("claims.csv") });
    expect(await readFile(path, "utf8")).not.toBe(before);
    expect(await desk.tributary("format", folder)).toMatchObject({ code: 0 });
    expect(await readFile(path, "utf8")).toBe(before);
  });
  test("export refuses a folder that is not empty unless it may replace it", async () => {
    await desk.tributary("export", "again", "--case", "example");
    expect((await desk.tributary("export", "again", "--case", "example")).code).toBe(1);
    expect((await desk.tributary("export", "again", "--case", "example", "--replace")).code).toBe(0);
    expect(await bytesOf(join(desk.folder, "again"))).toEqual(await bytesOf(EXAMPLE));
  });
});

describe("the case that is meant", () => {
  test("is asked for when there are several and none is dprk", async () => {
    const { code, err } = await desk.tributary("claims");
    expect(code).toBe(1);
    expect(err).toContain("example, orchards");
  });
  test("must be in the store", async () => {
    expect(await desk.tributary("claims", "--case", "nowhere")).toMatchObject({
      code: 1,
      err: expect.stringContaining('no case "nowhere"'),
    });
  });
});

describe("reconcile, estimates, claims, trace", () => {
  test("reconcile --prior prints what is thought of every headline before any claim is heard", async () => {
    const { code, out } = await desk.tributary("reconcile", EXAMPLE, "--prior", "--json");
    expect(code).toBe(0);
    const { priors } = JSON.parse(out);
    const measures = new Set(priors.map((p: { id: string }) => p.id.split(".")[0]));
    expect([...measures]).toContain("workers");
    for (const prior of priors) expect(prior.q05).toBeLessThan(prior.q95);
  });
  test("before the case is reconciled, what is asked of its draws says what to do", async () => {
    for (const args of [
      ["conflicts"],
      ["influence"],
      ["next-facts", "months"],
      ["what-if", "--without-prior", "months"],
    ])
      expect(await desk.tributary(...args, "--case", "example"), args.join(" ")).toMatchObject({
        code: 1,
        err: expect.stringContaining("tributary reconcile"),
      });
  });
  test("before the case is reconciled, estimates and trace say what to do", async () => {
    expect((await desk.tributary("estimates", "--case", "example")).out).toContain("tributary reconcile");
    expect(await desk.tributary("trace", "workers.world.2012", "--case", "example")).toMatchObject({
      code: 1,
      err: expect.stringContaining("tributary reconcile"),
    });
  });
  test("reconcile of the stored case keeps the estimates, which estimates and trace then print", async () => {
    expect(await desk.tributary("reconcile", "--case", "example", ...SHORT)).toMatchObject({
      code: 0,
      out: expect.stringContaining("workers.world"),
    });
    const estimates = JSON.parse(
      (await desk.tributary("estimates", "--case", "example", "--measure", "workers", "--year", "2012", "--json")).out,
    );
    expect(estimates.estimates.map((e: { quantity: string }) => e.quantity)).toContain("workers.world.2012");
    expect((await desk.tributary("estimates", "--case", "example", "--place", "world")).out).toMatch(
      /workers\.world\.2012 +\d[\d ]* \(/,
    );
    const [{ quantity: revenue }] = JSON.parse(
      (
        await desk.tributary(
          "estimates",
          "--case",
          "example",
          "--measure",
          "state_revenue",
          "--place",
          "world",
          "--year",
          "2012",
          "--json",
        )
      ).out,
    ).estimates;
    const trace = await desk.tributary("trace", revenue, "--case", "example");
    expect(trace).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\n {2}= .*state_/),
    });
    expect(JSON.parse((await desk.tributary("trace", revenue, "--case", "example", "--json")).out)).toMatchObject({
      kind: "trace",
    });
    expect(await desk.tributary("trace", "nothing.2012", "--case", "example")).toMatchObject({ code: 1, out: "" });
  });
  test("[E21] [E22] [E23] [E27] conflicts, influence, next-facts and what-if put their questions to its draws", async () => {
    const ask = async (...args: string[]) => {
      const ended = await desk.tributary(...args, "--case", "example", "--json");
      expect(ended.code, ended.err).toBe(0);
      return JSON.parse(ended.out);
    };
    const { conflicts, check } = await ask("conflicts");
    expect(conflicts.length).toBeGreaterThan(3);
    expect((await desk.tributary("conflicts", "--case", "example")).out).toContain(
      `Of ${check.counted} numbers, each held against the account without its origin`,
    );
    const { influence } = await ask("influence", "--figure", "workers.world.2012");
    expect(influence[0].figures).toHaveLength(1);
    expect((await desk.tributary("influence", "--case", "example")).out).toContain("figure that moves most");
    const { facts } = await ask("next-facts", "state_revenue.world.2012", "--grade", "a");
    expect(facts.length).toBeGreaterThan(3);
    const origin = influence[0].origin;
    const found = await ask("what-if", "--without-origin", origin, "--without-claim", conflicts[0].view.claim.id);
    expect(found.without.origins).toEqual([origin]);
    expect(found.figures.length).toBeGreaterThan(5);
  });
  test("what is asked of draws refuses what is not there, and a question without a subject", async () => {
    const ends = async (code: number, says: string, ...args: string[]) =>
      expect(await desk.tributary(...args, "--case", "example"), args.join(" ")).toMatchObject({
        code,
        out: "",
        err: expect.stringContaining(says),
      });
    await ends(1, 'no quantity "sheep"', "next-facts", "sheep");
    await ends(2, "A to F", "next-facts", "months", "--grade", "Z");
    await ends(1, 'no origin "nobody"', "what-if", "--without-origin", "nobody");
    await ends(2, "what is switched off", "what-if");
    await ends(1, "no headline figure", "influence", "--figure", "sheep");
  });
  test("claims filters, and --json is one document for a pipe", async () => {
    const all = JSON.parse((await desk.tributary("claims", "--case", "example", "--json")).out);
    const some = JSON.parse(
      (await desk.tributary("claims", "--case", "example", "--measure", "workers", "--json")).out,
    );
    expect(all.total).toBe(all.claims.length);
    expect(some.total).toBeLessThan(all.total);
    expect((await desk.tributary("claims", "--case", "example", "--conflict")).out).toContain("100 %");
  });
  test("rebuild works the search out again, Korean included", async () => {
    expect(await desk.tributary("rebuild", "--case", "example", "--no-reconcile")).toMatchObject({ code: 0 });
    const { out } = await desk.tributary("search", "계약", "--case", "example", "--json");
    expect(JSON.parse(out).total).toBeGreaterThan(0);
    expect((await desk.tributary("estimates", "--case", "example")).out).toContain("not been reconciled");
  });
});

/** The files of a folder by path. */
async function bytesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(async (file) => [file.slice(folder.length), await readFile(file, "utf8")] as const),
  );
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}
