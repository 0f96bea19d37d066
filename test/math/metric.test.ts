import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directionOf, type Metric, metricOf, updatedMetric } from "../../src/math/metric.ts";
import { dot } from "../../src/math/vector.ts";

const curvature = Float64Array.of(5, 2, 0, 2, 3, -1, 0, -1, 2);
const points = fc
  .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 })
  .map((entries) => Float64Array.from(entries));

function spread(metric: Metric, whitened: Float64Array): Float64Array {
  const step = new Float64Array(3);
  metric.spread(whitened, step);
  return step;
}

function gather(metric: Metric, gradient: Float64Array): Float64Array {
  const whitened = new Float64Array(3);
  metric.gather(gradient, whitened);
  return whitened;
}

/** Twice the energy of a step under a curvature. */
function energy(matrix: Float64Array, step: Float64Array): number {
  return step.reduce((sum, value, i) => sum + value * dot(matrix.subarray(3 * i, 3 * i + 3), step), 0);
}

describe("metricOf(curvature, n)", () => {
  test("turns the density of that curvature into a standard normal", () => {
    fc.assert(
      fc.property(points, (whitened) => {
        expect(energy(curvature, spread(metricOf(curvature, 3), whitened))).toBeCloseTo(dot(whitened, whitened), 4);
      }),
    );
  });

  test("carries gradients over by the chain rule", () => {
    const metric = metricOf(curvature, 3);
    fc.assert(
      fc.property(points, points, (whitened, gradient) => {
        expect(dot(gather(metric, gradient), whitened)).toBeCloseTo(dot(gradient, spread(metric, whitened)), 6);
      }),
    );
  });
});

describe("updatedMetric(metric, changes)", () => {
  const base = metricOf(curvature, 3);
  const directions = [Float64Array.of(1, 0.5, -0.2), Float64Array.of(0, 1, 2), Float64Array.of(0.3, 0.3, 0.3)];

  test("is the metric of the curvature with the changes in it, gains and losses", () => {
    const precisions = [4, 0.7, -0.5];
    const changed = Float64Array.from(curvature);
    directions.forEach((j, d) => {
      for (let i = 0; i < 9; i++)
        changed[i] = (changed[i] ?? 0) + (precisions[d] ?? 0) * (j[Math.floor(i / 3)] ?? 0) * (j[i % 3] ?? 0);
    });
    const metric = updatedMetric(
      base,
      directions.map((j, d) => ({ direction: directionOf(gather(base, j)), precision: precisions[d] ?? 0 })),
    );
    fc.assert(
      fc.property(points, points, (whitened, gradient) => {
        expect(energy(changed, spread(metric, whitened))).toBeCloseTo(dot(whitened, whitened), 3);
        expect(dot(gather(metric, gradient), whitened)).toBeCloseTo(dot(gradient, spread(metric, whitened)), 6);
      }),
    );
  });

  test("leaves a metric as it is where nothing changes", () => {
    const whitened = Float64Array.of(1, -2, 0.5);
    expect([...spread(updatedMetric(base, []), whitened)]).toEqual([...spread(base, whitened)]);
  });
});
