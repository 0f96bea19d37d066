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
  const inverse = packLower(invertLower(factor, center.length), center.length);
  return createMetric(center, factor, inverse, new Float64Array(center.length).fill(1));
}

/** The lower triangle row after row in single precision: half the numbers in a quarter of the memory, for the hot loop. */
function packLower(matrix: Float64Array, n: number): Float32Array {
  const packed = new Float32Array((n * (n + 1)) / 2);
  for (let i = 0; i < n; i++) packed.set(matrix.subarray(i * n, i * n + i + 1), (i * (i + 1)) / 2);
  return packed;
}

function createMetric(center: Float64Array, factor: Float64Array, inverse: Float32Array, scale: Float64Array): Metric {
  const n = center.length;
  return {
    center,
    toPosition(whitened, position) {
      position.set(center);
      for (let i = 0, k = 0; i < n; i++) {
        const amount = real(whitened, i) * real(scale, i);
        for (let j = 0; j <= i; j++, k++) position[j] = real(position, j) + amount * single(inverse, k);
      }
    },
    toWhitened(gradient, whitened) {
      for (let i = 0, k = 0; i < n; i++) {
        let sum = 0;
        for (let j = 0; j <= i; j++, k++) sum += single(inverse, k) * real(gradient, j);
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

function single(vector: Float32Array, position: number): number {
  return vector[position] ?? Number.NaN;
}
