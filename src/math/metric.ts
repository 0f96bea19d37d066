import { cholesky, invertLower } from "./cholesky.ts";
import { real } from "./vector.ts";

/** A change of coordinates in which a density is near a standard normal: position = center + C·(scale ∘ whitened). */
export interface Metric {
  readonly center: Float64Array;
  /** Writes the position of a whitened point. */
  toPosition(whitened: Float64Array, position: Float64Array): void;
  /** Writes the whitened gradient of a gradient. */
  toWhitened(gradient: Float64Array, whitened: Float64Array): void;
  /** The whitened point of a position. */
  fromPosition(position: Float64Array): Float64Array;
  /** The same metric, its whitened axes stretched by factors. */
  stretched(factors: Float64Array): Metric;
}

/**
 * The metric of a curvature matrix H = L·Lᵀ at a center: C = L⁻ᵀ.
 * @example
 * [...metricOf(Float64Array.of(4), Float64Array.of(1)).fromPosition(Float64Array.of(2))] // => [2]
 */
export function metricOf(curvature: Float64Array, center: Float64Array): Metric {
  const factor = cholesky(curvature, center.length);
  return createMetric(center, factor, invertLower(factor, center.length), new Float64Array(center.length).fill(1));
}

function createMetric(center: Float64Array, factor: Float64Array, inverse: Float64Array, scale: Float64Array): Metric {
  const n = center.length;
  return {
    center,
    toPosition(whitened, position) {
      position.set(center);
      for (let i = 0; i < n; i++) {
        const amount = real(whitened, i) * real(scale, i);
        const row = i * n;
        for (let j = 0; j <= i; j++) position[j] = real(position, j) + amount * real(inverse, row + j);
      }
    },
    toWhitened(gradient, whitened) {
      for (let i = 0; i < n; i++) {
        const row = i * n;
        let sum = 0;
        for (let j = 0; j <= i; j++) sum += real(inverse, row + j) * real(gradient, j);
        whitened[i] = sum * real(scale, i);
      }
    },
    fromPosition(position) {
      const whitened = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        const distance = real(position, i) - real(center, i);
        for (let j = 0; j <= i; j++) whitened[j] = real(whitened, j) + real(factor, i * n + j) * distance;
      }
      return whitened.map((value, i) => value / real(scale, i));
    },
    stretched: (factors) =>
      createMetric(
        center,
        factor,
        inverse,
        scale.map((value, i) => value * real(factors, i)),
      ),
  };
}
