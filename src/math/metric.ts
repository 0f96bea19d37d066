import { cholesky, invertLower } from "./cholesky.ts";
import { dot, real, whole } from "./vector.ts";

/** A linear map C from whitened steps to steps of a position, C·Cᵀ near the covariance of a density. */
export interface Metric {
  readonly size: number;
  /** Writes the step C·z of a whitened step z. */
  spread(whitened: Float64Array, step: Float64Array): void;
  /** Writes Cᵀ·g, the whitened gradient of a gradient g. */
  gather(gradient: Float64Array, whitened: Float64Array): void;
}

/**
 * The metric of a curvature matrix H = L·Lᵀ (n × n, row by row): C = L⁻ᵀ, without the entries that hardly matter. Any
 * invertible C serves a sampler, and most of an account's quantities hang together with few others, so most entries of L⁻¹
 * are next to zero.
 * @example
 * ((z) => { metricOf(Float64Array.of(4), 1).spread(Float64Array.of(6), z); return [...z]; })(new Float64Array(1)) // => [3]
 */
export function metricOf(curvature: Float64Array, n: number): Metric {
  const rows = sparseRows(invertLower(cholesky(curvature, n), n), n);
  return {
    size: n,
    spread: (whitened, step) => spreadRows(rows, whitened, step),
    gather: (gradient, whitened) => gatherRows(rows, gradient, whitened),
  };
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

function spreadRows({ starts, columns, entries }: SparseRows, whitened: Float64Array, step: Float64Array): void {
  step.fill(0);
  for (let i = 0; i < whitened.length; i++) {
    const amount = real(whitened, i);
    if (amount === 0) continue;
    for (let k = whole(starts, i); k < whole(starts, i + 1); k++) {
      const column = whole(columns, k);
      step[column] = real(step, column) + amount * real(entries, k);
    }
  }
}

function gatherRows({ starts, columns, entries }: SparseRows, gradient: Float64Array, whitened: Float64Array): void {
  for (let i = 0; i < whitened.length; i++) {
    let sum = 0;
    for (let k = whole(starts, i); k < whole(starts, i + 1); k++)
      sum += real(entries, k) * real(gradient, whole(columns, k));
    whitened[i] = sum;
  }
}

/** A precision that is added to a density, or taken from it, along one direction. */
export interface RankOne {
  /** The direction, whitened by the metric that is updated: Cᵀ·J. */
  readonly along: Float64Array;
  /** Precision along it; below zero where some is taken away. */
  readonly precision: number;
}

/**
 * A metric after rank-one changes of the precision: C·Π(I − γ·a·aᵀ), with 1 − γ|a|² = 1/√(1 + δ|a|²) for the precision δ along
 * a, where a is each direction as the changes before it leave it. Gains come first, so that no loss meets a precision that is
 * not there yet.
 * @example
 * ((z) => { updatedMetric(metricOf(Float64Array.of(1), 1), [{ along: Float64Array.of(1), precision: 3 }]).spread(Float64Array.of(2), z); return [...z]; })(new Float64Array(1)) // => [1]
 */
export function updatedMetric(metric: Metric, changes: readonly RankOne[]): Metric {
  const ordered = [...changes].sort((a, b) => b.precision - a.precision);
  const directions: Float64Array[] = [];
  const gammas: number[] = [];
  for (const { along, precision } of ordered) {
    const a = Float64Array.from(along);
    for (const [f, direction] of directions.entries()) shrink(a, direction, gammas[f] ?? 0);
    const square = dot(a, a);
    const left = Math.max(1 + precision * square, 1e-6);
    if (square === 0 || left === 1) continue;
    directions.push(a);
    gammas.push((1 - 1 / Math.sqrt(left)) / square);
  }
  const turned = new Float64Array(metric.size);
  return {
    size: metric.size,
    spread(whitened, step) {
      turned.set(whitened);
      for (let f = directions.length - 1; f >= 0; f--) shrink(turned, directions[f] ?? turned, gammas[f] ?? 0);
      metric.spread(turned, step);
    },
    gather(gradient, whitened) {
      metric.gather(gradient, whitened);
      for (const [f, direction] of directions.entries()) shrink(whitened, direction, gammas[f] ?? 0);
    },
  };
}

/** z − γ·a·(a·z), in place. */
function shrink(z: Float64Array, a: Float64Array, gamma: number): void {
  const amount = gamma * dot(a, z);
  for (let i = 0; i < z.length; i++) z[i] = real(z, i) - amount * real(a, i);
}
