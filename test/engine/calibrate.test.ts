import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { calibrate } from "../../src/engine/calibrate.ts";
import type { Calibration } from "../../src/estimates/calibration/calibration.ts";
import { calibrationText } from "../../src/estimates/calibration/calibration-text.ts";
import { ROOT } from "../repository/tree.ts";

const PROBLEMS = 40;
const SHORT = { warmup: 210, draws: 300, mostDraws: 300, thinned: 24 };

/*
 * Forty problems from seed 1, one chain of 300 draws each: the first forty of what `npm run calibrate` does at length. The 25
 * quantities of a problem hang together, and as if they were one, a problem counts as one trial: the share of truths in 90 %
 * intervals has a standard error of at most √(0.9·0.1/40) = 0.047, that in 50 % intervals of √(0.5·0.5/40) = 0.079. Two of them are
 * allowed on either side. Intervals half as wide would hold 0.59 and 0.26 of the truths, intervals twice as wide 0.999 and 0.82.
 */
describe(`calibrate(${PROBLEMS} problems)`, () => {
  let found: Calibration;
  const steps: number[] = [];

  beforeAll(async () => {
    found = await calibrate({ problems: PROBLEMS, seed: 1, ...SHORT, onProgress: (done) => steps.push(done) });
  }, 300_000);

  test("[E19] covers known truths by its 90 and 50 % intervals as often as they say, whatever the sort of quantity", () => {
    for (const row of found.coverage.filter(({ sort }) => sort !== "spread")) {
      expect(Math.abs(row.in90 - 0.9), row.sort).toBeLessThan(2 * 0.047);
      expect(Math.abs(row.in50 - 0.5), row.sort).toBeLessThan(2 * 0.079);
    }
    expect(found.coverage.map(({ truths }) => truths)).toEqual([25, 11, 5, 7, 2].map((each) => each * PROBLEMS));
  });

  // The smallest of 25 p-values, times 25, is under 0.01 once in a hundred sets of problems; this set is fixed.
  test("[E19] ranks truths evenly among its draws", () => {
    for (const row of found.ranks) expect(row.p, `${row.sort}: ${row.worst}`).toBeGreaterThan(0.01);
  });

  // Of some 1,900 claims 400 are wrong. Given what is stated, a bin of n claims errs by chance by the error that it carries.
  test("[E13] states conflicts with the probability with which they happen", () => {
    const { bins, brier, brierIfTrue, brierOfShare, claims, wrong } = found.reliability;
    expect(claims).toBe(48 * PROBLEMS);
    expect(wrong).toBeGreaterThan(200);
    for (const bin of bins.filter((one) => one.claims > 0))
      expect(Math.abs(bin.happened - bin.stated), `from ${bin.from}`).toBeLessThan(4 * bin.error + 0.02);
    expect(brier).toBeLessThan(0.6 * brierOfShare);
    expect(Math.abs(brier - brierIfTrue)).toBeLessThan(0.015);
    expect(bins.at(-1)?.claims).toBeGreaterThan(100);
  });

  test("tells how far it is, problem by problem", () => {
    expect(steps).toEqual(Array.from({ length: PROBLEMS }, (_, k) => k + 1));
  });

  test("prints three tables, with a row for every sort of quantity and every bin", () => {
    const lines = calibrationText(found).split("\n");
    expect(lines.filter((line) => /^\| (all|cell|total|derived|spread) \|/.test(line)).length).toBe(10);
    expect(lines.filter((line) => /^\| \d+–\d+ % \|/.test(line)).length).toBe(found.reliability.bins.length);
    expect(lines[0]).toContain("40 problems, seed 1");
  });
});

describe("calibrate(few problems)", () => {
  test("[E18] gives the same figures for the same seed, whatever the threads do", async () => {
    const few = { problems: 3, seed: 4, warmup: 30, draws: 50, mostDraws: 50, thinned: 9 };
    expect(await calibrate(few)).toEqual(await calibrate(few));
  });

  test("fails with what went wrong in a thread", async () => {
    await expect(
      calibrate({ problems: 1, seed: 1, warmup: 30, draws: -1, mostDraws: 1, thinned: 9 }),
    ).rejects.toThrow();
  });
});

describe("npm run calibrate", () => {
  test("refuses a number of problems that is none", async () => {
    const run = promisify(execFile)(process.execPath, ["scripts/calibrate.mjs", "--problems", "0"], { cwd: ROOT });
    await expect(run).rejects.toThrow("invalid --problems: 0");
  });

  test("finds in the page on reconciling the marks between which its tables stand", () => {
    const page = readFileSync(join(ROOT, "docs/methods/reconciling.md"), "utf8");
    expect(page.split("<!-- npm run calibrate -->").length).toBe(2);
    expect(page.indexOf("<!-- end of npm run calibrate -->")).toBeGreaterThan(
      page.indexOf("<!-- npm run calibrate -->"),
    );
  });
});
