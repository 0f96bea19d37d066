import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fromScale,
  grossProbability,
  noiseOf,
  statedWidth,
  toScale,
  varianceOfHalfWidth,
} from "../../src/estimates/stated-width.ts";
import { CREDIBILITIES, RELIABILITIES } from "../../src/sources/grade.ts";
import type { Range } from "../../src/values/range.ts";

const point = (value: number): Range => ({ kind: "point", value });
const half = (value: number) => statedWidth(point(value), false, 1, "log").half;

describe("statedWidth(range, approximate, factor, scale)", () => {
  test("[E1] of a point follows from the digits that are printed", () => {
    for (const value of [5000, 3, 0.5, 2_000_000, 25, 150, 3500, 1_500_000_000, 0.015])
      expect(half(value), String(value)).toBe(0.15);
    for (const value of [12, 4700, 0.23, 230_000_000, 51]) expect(half(value), String(value)).toBe(0.05);
    for (const value of [1053, 10.5, 19_662, 0.333, 505]) expect(half(value), String(value)).toBe(0.02);
  });

  test("[E1] of a point does not depend on the unit that it is converted to", () => {
    expect(statedWidth(point(1200), false, 1 / 12, "log")).toEqual({ center: Math.log(1200 / 12), half: 0.05 });
  });

  test("[E1] of a range is half its width, around its middle on the scale", () => {
    const { center, half } = statedWidth({ kind: "between", low: 100, high: 400 }, false, 1, "log");
    expect(Math.exp(center)).toBeCloseTo(200, 9);
    expect(half).toBeCloseTo(Math.log(2), 12);
  });

  test("[E2] doubles for 'about', for points and ranges on either scale", () => {
    const ranges: readonly Range[] = [point(40), { kind: "between", low: 20, high: 60 }, { kind: "at least", low: 30 }];
    for (const range of ranges)
      for (const [factor, scale] of [
        [1, "log"],
        [0.01, "logit"],
      ] as const) {
        const [plain, about] = [false, true].map((approximate) => statedWidth(range, approximate, factor, scale));
        expect(about?.half).toBeCloseTo(2 * (plain?.half ?? 0), 12);
        expect(about?.center).toBe(plain?.center);
      }
  });

  test("[E9] of 'more than X' from someone who estimates runs to one and a half X, of 'at most X' from X over one and a half", () => {
    const more = statedWidth({ kind: "at least", low: 200 }, false, 1, "log");
    expect([more.center - more.half, more.center + more.half].map(Math.exp)).toEqual([
      expect.closeTo(200, 9),
      expect.closeTo(300, 9),
    ]);
    const less = statedWidth({ kind: "at most", high: 300 }, false, 1, "log");
    expect(less.center).toBeCloseTo(more.center, 12);
    expect(less.half).toBeCloseTo(more.half, 12);
  });

  test("of a share near one stays below it", () => {
    for (const value of [90, 95, 99, 99.9]) {
      const said = statedWidth(point(value), true, 0.01, "logit");
      expect(Number.isFinite(said.center)).toBe(true);
      expect(said.half).toBeGreaterThan(0);
      const more = statedWidth({ kind: "at least", low: value }, false, 0.01, "logit");
      expect(fromScale(more.center + more.half, "logit")).toBeLessThan(1);
      expect(more.half).toBeGreaterThan(0);
    }
  });

  test("of a share in the middle is its width on the log scale, spread by the slope of the logit", () => {
    expect(statedWidth(point(50), false, 0.01, "logit").half / 0.3).toBeCloseTo(1, 1);
  });
});

describe("fromScale(toScale(value))", () => {
  test("gives the value back", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (value) => {
        for (const scale of ["log", "logit"] as const)
          expect(fromScale(toScale(value, scale), scale)).toBeCloseTo(value, 12);
      }),
    );
  });
});

test("[E3] noiseOf(reliability) grows from A to E; what cannot be judged is as D", () => {
  expect(RELIABILITIES.map(noiseOf)).toEqual([0.05, 0.1, 0.2, 0.35, 0.5, 0.35]);
});

test("[E4] grossProbability(credibility, modality) follows the credibility; hearsay doubles it", () => {
  expect(CREDIBILITIES.map((one) => grossProbability(one, "asserted"))).toEqual([0.03, 0.05, 0.1, 0.15, 0.3, 0.15]);
  for (const one of CREDIBILITIES) expect(grossProbability(one, "hearsay")).toBe(2 * grossProbability(one, "asserted"));
});

test("varianceOfHalfWidth(half) puts nine tenths of a normal inside the half-width", () => {
  expect(Math.sqrt(varianceOfHalfWidth(0.329))).toBeCloseTo(0.2, 3);
});
