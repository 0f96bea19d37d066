import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Metric, metricOf, turnedMetric } from "../../src/math/metric.ts";
import { SparseSymmetric } from "../../src/math/sparse-cholesky.ts";
import { sparseOf } from "../../src/math/sparse-vector.ts";
import { fullTurnOf, turnOf } from "../../src/math/turn.ts";
import { dot } from "../../src/math/vector.ts";

const N = 4;
/** 3·I and two outer products; the last coordinate has nothing to do with the others. */
const OUTER = [Float64Array.of(1, 2, 0, 0), Float64Array.of(0, -1, 1, 0)];
const curvature = fullOf([3, 3, 3, 3], OUTER, [1, 1]);
const base = metricOf(symmetricOf());
const points = fc
  .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: N, maxLength: N })
  .map((entries) => Float64Array.from(entries));

function symmetricOf(): SparseSymmetric {
  const matrix = new SparseSymmetric(Float64Array.of(3, 3, 3, 3));
  for (const vector of OUTER) matrix.addOuter(sparseOf(vector), 1);
  return matrix;
}

function fullOf(diagonal: readonly number[], outer: readonly Float64Array[], weights: readonly number[]): Float64Array {
  return Float64Array.from({ length: N * N }, (_, at) => {
    const [i, j] = [Math.floor(at / N), at % N];
    const own = i === j ? (diagonal[i] ?? 0) : 0;
    return outer.reduce((sum, vector, v) => sum + (weights[v] ?? 0) * (vector[i] ?? 0) * (vector[j] ?? 0), own);
  });
}

function spread(metric: Metric, whitened: Float64Array): Float64Array {
  const step = new Float64Array(N);
  metric.spread(whitened, step);
  return step;
}

function gather(metric: Metric, gradient: Float64Array): Float64Array {
  const whitened = new Float64Array(N);
  metric.gather(gradient, whitened);
  return whitened;
}

/** Twice the energy of a step under a curvature. */
function energy(matrix: Float64Array, step: Float64Array): number {
  return step.reduce((sum, value, i) => sum + value * dot(matrix.subarray(N * i, N * i + N), step), 0);
}

/** A metric makes the density of its curvature a standard normal, and carries gradients over by the chain rule. */
function expectMetric(metric: Metric, of: Float64Array): void {
  fc.assert(
    fc.property(points, points, (whitened, gradient) => {
      expect(energy(of, spread(metric, whitened))).toBeCloseTo(dot(whitened, whitened), 8);
      expect(dot(gather(metric, gradient), whitened)).toBeCloseTo(dot(gradient, spread(metric, whitened)), 8);
    }),
  );
}

const directions = [
  Float64Array.of(1, 0.5, -0.2, 0),
  Float64Array.of(0, 1, 2, 0),
  Float64Array.of(0.3, 0.3, 0.3, 0),
  Float64Array.of(0, 0, 0, 1.5),
];

/** Each direction in the coordinates of the base. */
const whitened = directions.map((direction) => gather(base, direction));

function changed(precisions: readonly number[]): Float64Array {
  return fullOf([3, 3, 3, 3], [...OUTER, ...directions], [1, 1, ...precisions]);
}

describe("metricOf(curvature)", () => {
  test("turns the density of that curvature into a standard normal", () => expectMetric(base, curvature));
});

describe("turnedMetric(metric, turns)", () => {
  test("is the metric of the curvature with the changes in it, gains and losses", () => {
    const precisions = [4, 0.7, -0.5, -1];
    const turn = turnOf(whitened.map((one, k) => ({ direction: sparseOf(one), precision: precisions[k] ?? 0 })));
    expectMetric(turnedMetric(base, [turn]), changed(precisions));
  });

  test("is the same where the directions are laid side by side", () => {
    const precisions = [4, 0.7, 2, 0.3];
    const rows = Float64Array.from(whitened.flatMap((one) => [...one]));
    const turn = fullTurnOf({ at: Int32Array.of(0, 1, 2, 3), rows, precisions: Float64Array.from(precisions) });
    expectMetric(turnedMetric(base, [turn]), changed(precisions));
  });

  test("puts one change upon another, when the later is told in the coordinates that the earlier leaves", () => {
    const [first, second] = [
      [0, 1],
      [2, 3],
    ].map((own) => own.map((k) => whitened[k] ?? new Float64Array(N)));
    const turn = turnOf((first ?? []).map((one, k) => ({ direction: sparseOf(one), precision: [-0.6, 3][k] ?? 0 })));
    const later = (second ?? []).map((one) => {
      const own = Float64Array.from(one);
      turn.back(own);
      return { direction: sparseOf(own), precision: 5 };
    });
    expectMetric(turnedMetric(base, [turn, turnOf(later)]), changed([-0.6, 3, 5, 5]));
  });

  test("leaves a metric as it is where nothing changes", () => {
    const z = Float64Array.of(1, -2, 0.5, 3);
    expect([...spread(turnedMetric(base, [turnOf([])]), z)]).toEqual([...spread(base, z)]);
  });
});
