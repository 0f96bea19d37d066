import { type SparseFactor, type SparseSymmetric, sparseCholesky } from "./sparse-cholesky.ts";
import type { Knot, Turn } from "./turn.ts";
import { real, whole } from "./vector.ts";

/** A linear map C from whitened steps to steps of a position, C·Cᵀ near the covariance of a density. */
export interface Metric {
  readonly size: number;
  /** Writes the step C·z of a whitened step z. */
  spread(whitened: Float64Array, step: Float64Array): void;
  /** Writes Cᵀ·g, the whitened gradient of a gradient g. */
  gather(gradient: Float64Array, whitened: Float64Array): void;
}

/** A metric that tells what it is made of, for whoever does the same faster. */
export interface FactoredMetric extends Metric {
  /** The factor of the curvature, and the turns of whitened coordinates: on the way back they come in their order, after the factor. */
  readonly factor: SparseFactor;
  readonly knots: readonly Knot[];
}

/**
 * The metric of a curvature matrix H = L·Lᵀ, its rows in an order that keeps L sparse: C = L⁻ᵀ, by substitution.
 * @example
 * ((z) => { metricOf({ diagonal: Float64Array.of(4), rows: [new Map()] }).spread(Float64Array.of(6), z); return [...z]; })(new Float64Array(1)) // => [3]
 */
export function metricOf(curvature: SparseSymmetric): FactoredMetric {
  const factor = sparseCholesky(curvature);
  const { order, starts, places, entries, inverse } = factor;
  const size = order.length;
  const rows = Int32Array.from(places, (place) => whole(order, place));
  return {
    size,
    factor,
    knots: [],
    spread(whitened, step) {
      for (let j = size - 1; j >= 0; j--) {
        let sum = real(whitened, j);
        for (let k = whole(starts, j); k < whole(starts, j + 1); k++)
          sum -= real(entries, k) * real(step, whole(rows, k));
        step[whole(order, j)] = sum * real(inverse, j);
      }
    },
    gather(gradient, whitened) {
      for (let j = 0; j < size; j++) whitened[j] = real(gradient, whole(order, j));
      for (let j = 0; j < size; j++) {
        const amount = real(whitened, j) * real(inverse, j);
        whitened[j] = amount;
        for (let k = whole(starts, j); k < whole(starts, j + 1); k++) {
          const place = whole(places, k);
          whitened[place] = real(whitened, place) - amount * real(entries, k);
        }
      }
    },
  };
}

/**
 * A metric whose whitened steps are turned first, by the last of the turns first: C·Π₁·Π₂…
 * @example
 * ((z) => { turnedMetric(metricOf({ diagonal: Float64Array.of(4), rows: [new Map()] }), [{ knots: [], forth: (z) => { z[0] = z[0] / 3; } }]).spread(Float64Array.of(6), z); return [...z]; })(new Float64Array(1)) // => [1]
 */
export function turnedMetric(metric: FactoredMetric, turns: readonly Turn[]): FactoredMetric {
  const turned = new Float64Array(metric.size);
  const backwards = turns.toReversed();
  return {
    size: metric.size,
    factor: metric.factor,
    knots: [metric, ...turns].flatMap(({ knots }) => knots),
    spread(whitened, step) {
      turned.set(whitened);
      for (const turn of backwards) turn.forth(turned);
      metric.spread(turned, step);
    },
    gather(gradient, whitened) {
      metric.gather(gradient, whitened);
      for (const turn of turns) turn.back(whitened);
    },
  };
}
