import { cholesky, invertLower } from "./cholesky.ts";
import { real, whole } from "./vector.ts";

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
 * The metric of a curvature matrix H = L·Lᵀ at a center: C = L⁻ᵀ, without the entries that hardly matter. Any invertible C
 * serves a sampler, and most of an account's quantities hang together with few others, so most entries of L⁻¹ are next to zero.
 * @example
 * [...metricOf(Float64Array.of(4), Float64Array.of(1)).fromPosition(Float64Array.of(2))] // => [2]
 */
export function metricOf(curvature: Float64Array, center: Float64Array): Metric {
  const n = center.length;
  const rows = sparseRows(invertLower(cholesky(curvature, n), n), n);
  return createMetric(center, rows, new Float64Array(n).fill(1));
}

/** Entries of L⁻¹ smaller than this are left out; its diagonal is of order one. */
const NEGLIGIBLE = 1e-3;

/** The rows of a lower triangle, only what is not negligible; the diagonal is the last entry of its row. */
interface SparseRows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly entries: Float64Array;
}

function sparseRows(matrix: Float64Array, n: number): SparseRows {
  const starts = new Int32Array(n + 1);
  const columns: number[] = [];
  const entries: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const entry = real(matrix, i * n + j);
      if (i !== j && Math.abs(entry) < NEGLIGIBLE) continue;
      columns.push(j);
      entries.push(entry);
    }
    starts[i + 1] = columns.length;
  }
  return { starts, columns: Int32Array.from(columns), entries: Float64Array.from(entries) };
}

function createMetric(center: Float64Array, rows: SparseRows, scale: Float64Array): Metric {
  const n = center.length;
  const { starts, columns, entries } = rows;
  return {
    center,
    toPosition(whitened, position) {
      position.set(center);
      for (let i = 0; i < n; i++) {
        const amount = real(whitened, i) * real(scale, i);
        for (let k = whole(starts, i); k < whole(starts, i + 1); k++) {
          const column = whole(columns, k);
          position[column] = real(position, column) + amount * real(entries, k);
        }
      }
    },
    toWhitened(gradient, whitened) {
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (let k = whole(starts, i); k < whole(starts, i + 1); k++)
          sum += real(entries, k) * real(gradient, whole(columns, k));
        whitened[i] = sum * real(scale, i);
      }
    },
    fromPosition(position) {
      const left = position.map((value, i) => value - real(center, i));
      const whitened = new Float64Array(n);
      for (let i = n - 1; i >= 0; i--) {
        const amount = real(left, i) / real(entries, whole(starts, i + 1) - 1);
        for (let k = whole(starts, i); k < whole(starts, i + 1); k++) {
          const column = whole(columns, k);
          left[column] = real(left, column) - amount * real(entries, k);
        }
        whitened[i] = amount / real(scale, i);
      }
      return whitened;
    },
    stretched: (factors) =>
      createMetric(
        center,
        rows,
        scale.map((value, i) => value * real(factors, i)),
      ),
  };
}
