import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, openDesk } from "./command.ts";

const EXAMPLE = resolve("cases/example");
const SHORT = ["--chains", "2", "--draws", "60"];

let desk: Desk;

/** The example with one more claim, on a measure that its account does not have. */
async function misspelt(folder: string): Promise<string> {
  const path = join(desk.folder, folder);
  await cp(EXAMPLE, path, { recursive: true });
  const claims = await readFile(join(path, "claims.csv"), "utf8");
  const row = claims.split("\n").find((line) => line.includes(",workers,")) ?? "";
  const more = row.replace(/^[^,]*/, "").replace(",workers,", ",wrokers,");
  await writeFile(join(path, "claims.csv"), `${claims}${more}\n`);
  return path;
}

beforeAll(async () => {
  desk = await openDesk();
  await desk.keepOpen();
  expect((await desk.tributary("import", EXAMPLE)).err).toContain("example: not reconciled yet; `tributary reconcile");
  await desk.tributary("reconcile", "--case", "example", ...SHORT);
});
afterAll(() => desk.clear());

describe("claims on measures that the account does not have", () => {
  test("are counted and named by import and format, which do their work all the same", async () => {
    const folder = await misspelt("misspelt");
    const sentence = "example: 1 claim on measures that the account does not have: wrokers\n";
    expect(await desk.tributary("format", folder)).toMatchObject({ code: 0, err: sentence });
    const imported = await desk.tributary("import", folder, "--data", "other");
    expect(imported.code, imported.err).toBe(0);
    expect(imported.err).toContain(sentence);
  });
});

describe("estimates that are older than the claims", () => {
  test("are told as stale by import, estimates, claims and trace, in one line beside the data", async () => {
    const stale = "stale: the claims have changed since; run tributary reconcile --case example\n";
    expect((await desk.tributary("claims", "--json")).err).toBe("");
    const folder = await misspelt("changed");
    await desk.tributary("format", folder);
    const imported = await desk.tributary("import", folder);
    expect(imported.err).toContain(
      "example: the estimates are stale now; `tributary reconcile --case example` does it",
    );
    for (const args of [["estimates"], ["claims"], ["trace", "workers.world.2012"]]) {
      const { code, out, err } = await desk.tributary(...args, "--json");
      expect({ code, err }).toEqual({ code: 0, err: stale });
      if (args[0] !== "trace") expect(JSON.parse(out).stale).toBe(true);
    }
  });
});

describe("a quantity that has not settled", () => {
  test("is marked in words by estimates and trace, and by its numbers in JSON", async () => {
    const { out } = await desk.tributary("estimates", "--measure", "workers", "--year", "2012");
    expect(out).toMatch(/workers\.world\.2012 .* not settled/);
    expect((await desk.tributary("trace", "workers.world.2012")).out).toMatch(
      /\n {2}not settled: R-hat \d\.\d{3}, ESS \d+/,
    );
    const [estimate] = JSON.parse((await desk.tributary("estimates", "--json")).out).estimates;
    expect(estimate).toMatchObject({ rhat: expect.any(Number), ess: expect.any(Number) });
  });
});

describe("what is refused", () => {
  test("a measure and a place that nobody has, with those there are", async () => {
    for (const command of ["estimates", "claims"]) {
      expect(await desk.tributary(command, "--measure", "wages")).toMatchObject({
        code: 1,
        out: "",
        err: expect.stringMatching(/^There is no measure in example called "wages"; there are: workers, .*\n$/),
      });
      expect(await desk.tributary(command, "--place", "ZZ")).toMatchObject({
        code: 1,
        err: expect.stringMatching(/no place in example called "ZZ"; there are: world, /),
      });
    }
  });

  test("an import that would change something, with each difference once", async () => {
    const folder = join(desk.folder, "retold");
    await cp(EXAMPLE, folder, { recursive: true });
    const readme = join(folder, "README.md");
    await writeFile(readme, `${await readFile(readme, "utf8")}More.\n`);
    const { code, err } = await desk.tributary("import", folder);
    expect(code).toBe(1);
    expect(err.match(/README\.md: the store has another text/g)).toHaveLength(1);
    expect(err).toContain("nothing was changed");
  });

  test("a folder where a file is wanted, and a data folder of other things", async () => {
    await mkdir(join(desk.folder, "papers"));
    await writeFile(join(desk.folder, "papers", "mine.txt"), "mine");
    expect(await desk.tributary("attach", "papers")).toMatchObject({
      code: 1,
      err: "The folder papers is no document; name the files in it.\n",
    });
    expect(await desk.tributary("claims", "--data", "papers")).toMatchObject({
      code: 3,
      err: "The folder papers is not a data folder: it holds mine.txt; name an empty folder or a new one.\n",
    });
  });

  test("with --json as one document on standard output: what, and what is wrong with the data", async () => {
    const broken = join(desk.folder, "broken");
    await cp(EXAMPLE, broken, { recursive: true });
    await writeFile(join(broken, "claims.csv"), Buffer.from("id\n\xe9\n", "latin1"));
    const imported = await desk.tributary("import", broken, "--json");
    expect(imported.code).toBe(1);
    expect(JSON.parse(imported.out)).toEqual({
      error: {
        message: expect.stringContaining("not in order"),
        issues: [{ file: "claims.csv", row: 2, expected: expect.stringContaining("byte 3 (0xE9)") }],
      },
    });
    const unknown = await desk.tributary("trace", "nothing.2012", "--json");
    expect(JSON.parse(unknown.out)).toEqual({ error: { message: expect.stringContaining("nothing.2012") } });
    const misunderstood = await desk.tributary("trace", "--json");
    expect(misunderstood.code).toBe(2);
    expect(JSON.parse(misunderstood.out)).toEqual({ error: { message: "Missing required argument 'quantity'." } });
  });
});

describe("rebuild --json", () => {
  test("prints what was rebuilt", async () => {
    const { code, out } = await desk.tributary("rebuild", "--no-reconcile", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ rebuilt: ["example"], reconciled: false });
  });
});
