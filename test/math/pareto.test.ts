import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalLogDensity } from "../../src/math/normal.ts";
import { fitPareto, smoothWeights } from "../../src/math/pareto.ts";
import { createRandom } from "../../src/math/random.ts";
import { weightedMean } from "../../src/math/weighted.ts";

/** Quantiles of a generalised Pareto distribution at the middles of n equal shares. */
function paretoSample(n: number, k: number, sigma: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => (sigma * Math.expm1(-k * Math.log1p(-(i + 0.5) / n))) / k);
}

describe("fitPareto(sorted)", () => {
  // The sample is the distribution's own quantiles; what is left is the pull of ten made-up values towards 0.5 and the bias of
  // the estimator, together under 0.03 at 2,000 values.
  test.each([
    [0.2, 1],
    [0.5, 3],
    [0.9, 0.01],
    [-0.2, 5],
  ])("finds shape %d and scale %d again", (k, sigma) => {
    const fit = fitPareto(paretoSample(2000, k, sigma));
    expect(Math.abs(fit.k - k)).toBeLessThan(0.03);
    expect(fit.sigma / sigma).toBeCloseTo(1, 1);
  });

  test("does not change its shape when the values are scaled", () => {
    const sample = paretoSample(300, 0.6, 1);
    const [one, other] = [fitPareto(sample), fitPareto(sample.map((x) => 1000 * x))];
    expect(other.k).toBeCloseTo(one.k, 10);
    expect(other.sigma / one.sigma).toBeCloseTo(1000, 6);
  });
});

describe("smoothWeights(logs)", () => {
  const random = createRandom(8);
  const draws = Float64Array.from({ length: 4000 }, () => random.normal());
  const towards = (mean: number, variance: number) =>
    draws.map((x) => normalLogDensity(x, mean, variance) - normalLogDensity(x, 0, 1));

  test("[E22] gives the mean and the k that a target of known moments must have", () => {
    // Seed 8. From N(0, 1) to N(0.5, 0.5²): weights are bounded and worth about 0.4 of the draws, so that the error of the mean is near 0.5/√1600.
    const near = smoothWeights(towards(0.5, 0.25));
    expect(weightedMean(draws, near.weights)).toBeCloseTo(0.5, 1);
    expect(near.k).toBeLessThan(0.5);
    // From N(0, 1) to N(0, 2²) the density ratio grows as exp(3x²/8), whose tail has the shape 0.75 in the
    // limit, and less, by a logarithm, where 4,000 draws can see it: more than the 0.5 at which variances end.
    const wide = smoothWeights(towards(0, 4));
    expect(wide.k).toBeGreaterThan(0.5);
    expect(wide.k).toBeLessThan(0.85);
    expect(smoothWeights(towards(4, 1)).k).toBeGreaterThan(0.7);
  });

  test("leaves equal weights equal, with k 0", () => {
    expect(smoothWeights(new Float64Array(100).fill(-3)).k).toBe(0);
    expect(smoothWeights(new Float64Array(100).fill(-3)).ess).toBeCloseTo(100, 9);
  });

  test("never trusts a handful of draws", () => {
    expect(smoothWeights(Float64Array.of(0, -1, -2, -3)).k).toBe(Number.POSITIVE_INFINITY);
  });

  test("gives weights that sum to one, keep the order of the logs, and do not know what is added to all logs", () => {
    const logs = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 40, maxLength: 200 });
    fc.assert(
      fc.property(logs, fc.double({ min: -200, max: 200, noNaN: true }), (list, added) => {
        const found = smoothWeights(Float64Array.from(list));
        const sum = found.weights.reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(1, 9);
        expect(found.ess).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(found.ess).toBeLessThanOrEqual(list.length + 1e-6);
        const byLog = list.map((log, i) => [log, found.weights[i] ?? 0] as const).sort((a, b) => a[0] - b[0]);
        for (let i = 1; i < byLog.length; i++)
          expect(byLog[i]?.[1] ?? 0).toBeGreaterThanOrEqual((byLog[i - 1]?.[1] ?? 0) * (1 - 1e-9));
        const moved = smoothWeights(Float64Array.from(list, (log) => log + added));
        moved.weights.forEach((weight, i) => {
          expect(weight).toBeCloseTo(found.weights[i] ?? 0, 6);
        });
      }),
    );
  });
});
