import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderOf } from "../../src/math/order.ts";
import { weightedMean, weightedQuantiles } from "../../src/math/weighted.ts";

describe("weightedQuantiles(values, order, weights, probabilities)", () => {
  test("of equal weights are the quantiles at the middles of equal shares", () => {
    const values = Float64Array.of(30, 10, 20, 40);
    const weights = new Float64Array(4).fill(0.25);
    expect(weightedQuantiles(values, orderOf(values), weights, [0, 0.125, 0.5, 0.75, 1])).toEqual([10, 10, 25, 35, 40]);
  });

  test("say the same of one value with weight two as of two values", () => {
    const [once, twice] = [Float64Array.of(1, 2, 5), Float64Array.of(1, 2, 2, 5)];
    const p = [0.1, 0.5, 0.9];
    const weighted = weightedQuantiles(once, orderOf(once), Float64Array.of(0.25, 0.5, 0.25), p);
    expect(weighted[1]).toBe(weightedQuantiles(twice, orderOf(twice), new Float64Array(4).fill(0.25), p)[1]);
  });

  test("ascend, and lie between the least and the largest value", () => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(pairs, (list) => {
        const values = Float64Array.from(list, ([value]) => value);
        const raw = list.map(([, weight]) => weight + 1e-9);
        const total = raw.reduce((a, b) => a + b, 0);
        const weights = Float64Array.from(raw, (weight) => weight / total);
        const found = weightedQuantiles(values, orderOf(values), weights, [0.05, 0.25, 0.5, 0.75, 0.95]);
        found.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual((found[i - 1] ?? Math.min(...values)) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        });
      }),
    );
  });

  test("weightedMean(values, weights) is the sum of their products", () => {
    expect(weightedMean(Float64Array.of(2, 4), Float64Array.of(0.5, 0.5))).toBe(3);
  });
});
