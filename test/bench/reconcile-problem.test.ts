import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { KINDS, reconcileProblem, SLIPS, truthOf } from "../../bench/reconcile-problem.mjs";
import { createRandom } from "../../src/math/random.ts";
import { mean, variance } from "../../src/math/summary.ts";
import { ROOT } from "../repository/tree.ts";

const problem = reconcileProblem({ places: 8, years: 10, claims: 12_000 }, createRandom(1));
const { truth } = problem;

/** What each claim says beyond the truth, in its own standard deviations. */
const beyond = problem.m.map((m: number, c: number) => {
  const said = Math.log(truthOf(truth, problem.kind[c], problem.h[c] - 1, problem.y[c] - 1));
  return (m - said) / problem.sd[c];
});
const isSlip = (c: number): boolean => problem.out[c] === 1;

describe("reconcileProblem(12,000 claims), seed 1", () => {
  test("has the columns of the reference problem, place and year counted from 1", () => {
    for (const name of ["kind", "h", "y", "m", "sd", "out"] as const) expect(problem[name].length).toBe(12_000);
    expect([problem.H, problem.Y, problem.C]).toEqual([8, 10, 12_000]);
    expect(truth.W.map((series: readonly number[]) => series.length)).toEqual(Array(8).fill(10));
    expect([truth.take.length, truth.keep.length, truth.other.length]).toEqual([8, 8, 8]);
    const ends = (values: readonly number[]) => [Math.min(...values), Math.max(...values)];
    expect(ends(problem.kind)).toEqual([1, 6]);
    expect(ends(problem.h)).toEqual([1, 8]);
    expect(ends(problem.y)).toEqual([1, 10]);
    expect([...problem.m, ...problem.sd].every(Number.isFinite)).toBe(true);
  });

  // A share p of 12,000 has the standard error √(p(1-p)/12,000), at most 0.0045; four of them are allowed.
  test("claims each kind as often as its share, and a twelfth are slips", () => {
    const share = (wanted: (c: number) => boolean): number =>
      problem.kind.filter((_: number, c: number) => wanted(c)).length / 12_000;
    KINDS.forEach((kind, k) => {
      expect(Math.abs(share((c) => problem.kind[c] === k + 1) - kind.share)).toBeLessThan(0.018);
    });
    expect(Math.abs(share(isSlip) - 1 / 12)).toBeLessThan(0.01);
  });

  // 11,000 standard normals: their mean has the standard error 0.0095, their variance 0.0135; four of them are allowed.
  test("says the truth within its standard deviation where it is no slip", () => {
    const right = Float64Array.from(beyond.filter((_: number, c: number) => !isSlip(c)));
    expect(Math.abs(mean(right))).toBeLessThan(0.038);
    expect(Math.abs(variance(right) - 1)).toBeLessThan(0.054);
  });

  // Beyond their slip, slips err like all others: within five standard deviations of one of the six factors, in 1,000.
  test("multiplies a slip by one of six factors, all of which occur", () => {
    const nearest = problem.out.flatMap((out: number, c: number) => {
      const distances = SLIPS.map((factor) => Math.abs((beyond[c] ?? Number.NaN) - Math.log(factor) / problem.sd[c]));
      return out === 1 ? [{ distance: Math.min(...distances), at: distances.indexOf(Math.min(...distances)) }] : [];
    });
    expect(Math.max(...nearest.map((one: { distance: number }) => one.distance))).toBeLessThan(5);
    expect(new Set(nearest.map((one: { at: number }) => one.at)).size).toBe(6);
  });

  // 600 places: levels with standard deviation 1 to 1.5 have a mean within 0.06 (one standard error), 5,400 steps an sd within 0.002.
  test("draws levels and steps from the priors", () => {
    const many = reconcileProblem({ places: 600, years: 10, claims: 1 }, createRandom(2)).truth;
    const logs = (values: readonly number[]) => Float64Array.from(values, Math.log);
    const levels: readonly (readonly [readonly number[], number, number])[] = [
      [many.W.map((series: readonly number[]) => series[0] ?? Number.NaN), Math.log(5000), 1.5],
      [many.take, Math.log(250), 1],
      [many.keep, Math.log(120), 1],
      [many.other, Math.log(60), 1],
    ];
    for (const [values, center, sd] of levels) {
      expect(Math.abs(mean(logs(values)) - center)).toBeLessThan(0.25);
      expect(Math.abs(Math.sqrt(variance(logs(values))) - sd)).toBeLessThan(0.18);
    }
    const steps = many.W.flatMap((series: readonly number[]) =>
      series.slice(1).map((value, year) => Math.log(value / (series[year] ?? Number.NaN))),
    );
    expect(Math.abs(Math.sqrt(variance(Float64Array.from(steps))) - 0.2)).toBeLessThan(0.008);
  });

  test("is the same for the same seed, and another for another", () => {
    const size = { places: 2, years: 3, claims: 5 };
    expect(reconcileProblem(size, createRandom(7))).toEqual(reconcileProblem(size, createRandom(7)));
    expect(reconcileProblem(size, createRandom(7))).not.toEqual(reconcileProblem(size, createRandom(8)));
  });
});

describe("node bench/reconcile-problem.mjs", () => {
  test("prints the problem of its seed as JSON", async () => {
    const args = ["bench/reconcile-problem.mjs", "--places", "2", "--years", "3", "--claims", "5", "--seed", "7"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: join(ROOT) });
    expect(JSON.parse(stdout)).toEqual(reconcileProblem({ places: 2, years: 3, claims: 5 }, createRandom(7)));
  });

  test("refuses a size that is none", async () => {
    const run = promisify(execFile)(process.execPath, ["bench/reconcile-problem.mjs", "--places", "none"], {
      cwd: ROOT,
    });
    await expect(run).rejects.toThrow("invalid --places: none");
  });
});
