import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, openDesk } from "./command.ts";

const EXAMPLE = resolve("cases/example");
const SHORT = ["--chains", "2", "--draws", "60"];

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.clear());

/** What `reconcile FOLDER --json` prints, beside a store that must stay away. */
async function reconciled(folder: string, ...options: readonly string[]) {
  const elsewhere = ["--data", join(desk.folder, "no-store")];
  const ended = await desk.tributary("reconcile", folder, "--json", ...elsewhere, ...SHORT, ...options);
  expect(await readdir(desk.folder)).not.toContain("no-store");
  return ended;
}

/** A copy of the example with its claims, or its account, changed. */
async function changed(name: string, file: "claims.csv" | "account.yaml", from: string, to: string): Promise<string> {
  const folder = join(desk.folder, name);
  await cp(EXAMPLE, folder, { recursive: true });
  const text = await readFile(join(folder, file), "utf8");
  if (!text.includes(from)) throw new Error(`not in ${file}: ${from}`);
  await writeFile(join(folder, file), text.replaceAll(from, to));
  return folder;
}

describe("reconcile FOLDER --json", () => {
  test("prints every quantity, every claim and the diagnostics, the same for the same seed, and touches no store", async () => {
    const { code, out, err } = await reconciled(EXAMPLE, "--seed", "7");
    expect(code, err).toBe(0);
    const printed = JSON.parse(out);
    expect(Object.keys(printed)).toEqual(
      expect.arrayContaining(["case", "input", "quantities", "claims", "diagnostics"]),
    );
    for (const quantity of printed.quantities) {
      expect(quantity.id).toMatch(/^[a-z][a-z0-9_]*(\.[A-Za-z0-9-]+){0,2}$/);
      for (const key of ["median", "q05", "q25", "q75", "q95", "ess", "rhat", "origins"])
        expect(quantity[key], `${quantity.id} ${key}`).toBeTypeOf("number");
      expect(quantity.q05).toBeLessThanOrEqual(quantity.q25);
      expect(quantity.q75).toBeLessThanOrEqual(quantity.q95);
    }
    const rows = (await readFile(join(EXAMPLE, "claims.csv"), "utf8")).match(/^c[0-9a-f]{12},/gm) ?? [];
    expect(printed.claims.map((claim: { id: string }) => `${claim.id},`).sort()).toEqual([...rows].sort());
    for (const claim of printed.claims) {
      expect(claim.grossError).toBeGreaterThanOrEqual(0);
      expect(claim.grossError).toBeLessThanOrEqual(1);
      expect(claim.distance).toBeTypeOf("number");
      // Used and said of a quantity, or not used and why.
      expect(claim.quantity === undefined).toBe(claim.unused !== undefined);
    }
    expect(printed.claims.some((claim: { slip?: unknown }) => claim.slip !== undefined)).toBe(true);
    expect(printed.diagnostics).toMatchObject({ seed: 7, chains: 2, draws: 60, problems: [] });
    for (const key of ["worstRhat", "minEss", "divergences", "seconds"])
      expect(printed.diagnostics[key], key).toBeTypeOf("number");
    for (const key of ["unsettled", "leftPrior"]) expect(printed.diagnostics[key], key).toBeInstanceOf(Array);
    expect(err).toContain("Reconciling example");
    const again = await reconciled(EXAMPLE, "--seed", "7");
    expect(JSON.parse(again.out).quantities).toEqual(printed.quantities);
  });

  test("[E35] tells a warning beside the estimates, with its row", async () => {
    const folder = await changed("unlisted", "account.yaml", "shown: {work_permits:", "shown: {other_permits:");
    const { code, out } = await reconciled(folder);
    expect(code).toBe(0);
    expect(JSON.parse(out).diagnostics.problems).toMatchObject([
      { severity: "warning", file: "claims.csv", row: 45, field: "measure", value: "work_permits" },
    ]);
    const told = await desk.tributary("reconcile", folder, ...SHORT);
    expect(told.out).toContain(
      'warning: claims.csv, row 45, measure "work_permits": expected a measure of the account',
    );
  });

  test("[E35] ends with 1 and every error where no account can be drawn, and prints no estimates", async () => {
    const folder = await changed(
      "turned",
      "account.yaml",
      "formula: in_hand / gross_pay",
      "formula: gross_pay / in_hand",
    );
    const { code, out } = await reconciled(folder);
    expect(code).toBe(1);
    const { error } = JSON.parse(out);
    expect(error.message).toBe("The evidence of example is not in order.");
    expect(error.issues).toMatchObject([{ file: "account.yaml", field: "kept_share.formula" }]);
  });

  test("[E35] a stored case keeps its last good estimates", async () => {
    const good = await desk.tributary("import", EXAMPLE);
    expect(good.code, good.err).toBe(0);
    expect((await desk.tributary("reconcile", "--case", "example", ...SHORT)).code).toBe(0);
    const before = (await desk.tributary("estimates", "--case", "example", "--json")).out;
    const bad = await changed(
      "turned-again",
      "account.yaml",
      "formula: in_hand / gross_pay",
      "formula: gross_pay / in_hand",
    );
    expect((await desk.tributary("import", bad, "--replace")).code).toBe(0);
    const failed = await desk.tributary("reconcile", "--case", "example", ...SHORT);
    expect(failed.code).toBe(1);
    expect(failed.err).toContain("kept_share.formula");
    expect(JSON.parse((await desk.tributary("estimates", "--case", "example", "--json")).out)).toMatchObject(
      Array.isArray(JSON.parse(before)) ? JSON.parse(before) : { estimates: JSON.parse(before).estimates },
    );
  });
});
