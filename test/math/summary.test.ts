import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean, quantileOfSorted, variance } from "../../src/math/summary.ts";

const lists = fc.float64Array({ minLength: 2, maxLength: 50, min: -1e6, max: 1e6, noNaN: true });

describe("quantileOfSorted(sorted, p)", () => {
  test("runs from the least to the greatest and never falls", () => {
    fc.assert(
      fc.property(lists, fc.double({ min: 0, max: 0.9, noNaN: true }), (list, p) => {
        const sorted = list.toSorted();
        // By value and not by sign: a quantile that is added to 0 turns -0 into 0.
        expect(quantileOfSorted(sorted, 0) === sorted[0]).toBe(true);
        expect(quantileOfSorted(sorted, 1) === sorted.at(-1)).toBe(true);
        expect(quantileOfSorted(sorted, p + 0.1)).toBeGreaterThanOrEqual(quantileOfSorted(sorted, p));
      }),
    );
  });

  test("is linear between neighbours, as type 7 of Hyndman and Fan", () => {
    const sorted = Float64Array.of(10, 20, 40, 80);
    expect([0.05, 0.25, 0.5, 0.95].map((p) => quantileOfSorted(sorted, p).toFixed(9))).toEqual(
      [11.5, 17.5, 30, 74].map((x) => x.toFixed(9)),
    );
    expect(quantileOfSorted(Float64Array.of(7), 0.3)).toBe(7);
  });

  test("refuses what is no probability", () => {
    expect(() => quantileOfSorted(Float64Array.of(1), 1.5)).toThrow("invalid probability: 1.5");
  });
});

describe("variance(values)", () => {
  test("moves with the square of a factor and not with a shift", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const scale = Math.max(1, variance(list));
        expect(Math.abs(variance(list.map((x) => 3 * x + 5)) - 9 * variance(list)) / scale).toBeLessThan(1e-6);
        expect(Math.abs(mean(list.map((x) => 3 * x + 5)) - (3 * mean(list) + 5))).toBeLessThan(1e-6);
      }),
    );
  });
});
