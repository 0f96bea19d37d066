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

/** A direction along which a density may gain or lose precision, whitened by the metric that is to follow: Cᵀ·J. */
export interface Direction {
  /** The entries that matter, and where they are. */
  readonly at: Int32Array;
  readonly amounts: Float64Array;
}

/**
 * A direction without the entries that hardly matter beside its largest.
 * @example
 * directionOf(Float64Array.of(0, 3, 1e-9)).at.length // => 1
 */
export function directionOf(whitened: Float64Array): Direction {
  const most = whitened.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
  const at = Int32Array.from([...whitened.keys()].filter((i) => Math.abs(real(whitened, i)) > NEGLIGIBLE * most));
  return { at, amounts: Float64Array.from(at, (i) => real(whitened, i)) };
}

/**
 * The scalar product of two directions.
 * @example
 * directionsProduct(directionOf(Float64Array.of(1, 2)), directionOf(Float64Array.of(0, 3))) // => 6
 */
export function directionsProduct(one: Direction, other: Direction): number {
  let [i, j, sum] = [0, 0, 0];
  while (i < one.at.length && j < other.at.length) {
    const apart = whole(one.at, i) - whole(other.at, j);
    if (apart === 0) sum += real(one.amounts, i) * real(other.amounts, j);
    if (apart <= 0) i++;
    if (apart >= 0) j++;
  }
  return sum;
}

/** A precision that is added to a density, or taken from it, along one direction. */
export interface RankOne {
  readonly direction: Direction;
  /** Precision along it; below zero where some is taken away. */
  readonly precision: number;
}

/**
 * A metric after rank-one changes of the precision: C·Π(I − γ·a·aᵀ), with 1 − γ|a|² = 1/√(1 + δ|a|²) for the precision δ along
 * a, where a is each direction as the changes before it leave it. Gains come first, so that no loss meets a precision that is
 * not there yet. All of it is worked out in the space of the directions W, where Π = I − W·M·Wᵀ; `product` gives the scalar product of two changes' directions.
 * @example
 * ((z) => { updatedMetric(metricOf(Float64Array.of(1), 1), [{ direction: directionOf(Float64Array.of(1)), precision: 3 }]).spread(Float64Array.of(2), z); return [...z]; })(new Float64Array(1)) // => [1]
 */
export function updatedMetric(
  metric: Metric,
  changes: readonly RankOne[],
  product: (one: Direction, other: Direction) => number = directionsProduct,
): Metric {
  const ordered = [...changes].sort((a, b) => b.precision - a.precision);
  const directions = ordered.map(({ direction }) => direction);
  const core = coreOf(ordered, product);
  const k = directions.length;
  const along = new Float64Array(k);
  const turned = new Float64Array(metric.size);
  return {
    size: metric.size,
    spread(whitened, step) {
      turned.set(whitened);
      for (let i = 0; i < k; i++) along[i] = alongDirection(directions[i], whitened);
      for (let j = 0; j < k; j++) {
        let amount = 0;
        for (let i = 0; i < k; i++) amount += real(core, i * k + j) * real(along, i);
        subtract(directions[j], amount, turned);
      }
      metric.spread(turned, step);
    },
    gather(gradient, whitened) {
      metric.gather(gradient, whitened);
      for (let i = 0; i < k; i++) along[i] = alongDirection(directions[i], whitened);
      for (let i = 0; i < k; i++) {
        let amount = 0;
        for (let j = 0; j < k; j++) amount += real(core, i * k + j) * real(along, j);
        subtract(directions[i], amount, whitened);
      }
    },
  };
}

/**
 * No change takes more of the precision along its direction than leaves this: what is left is a difference of two numbers that are known to three
 * digits, for negligible entries are left out. A step that is too short there costs time; one that is too long would be refused.
 */
const LEAST_LEFT = 0.01;

/** The matrix M (k × k, row by row), one change after another. */
function coreOf(changes: readonly RankOne[], product: (one: Direction, other: Direction) => number): Float64Array {
  const k = changes.length;
  const gram = new Float64Array(k * k);
  changes.forEach(({ direction }, i) => {
    for (let j = 0; j <= i; j++) {
      const other = changes[j]?.direction ?? direction;
      gram[i * k + j] = gram[j * k + i] = product(direction, other);
    }
  });
  const core = new Float64Array(k * k);
  const a = new Float64Array(k);
  const seen = new Float64Array(k);
  const row = new Float64Array(k);
  changes.forEach(({ precision }, f) => {
    times(core, k, gram.subarray(f * k, (f + 1) * k), a);
    for (let i = 0; i < k; i++) a[i] = (i === f ? 1 : 0) - real(a, i);
    times(gram, k, a, seen);
    const square = dot(a, seen);
    const left = Math.max(1 + precision * square, LEAST_LEFT);
    if (square <= 0 || left === 1) return;
    const gamma = (1 - 1 / Math.sqrt(left)) / square;
    for (let j = 0; j < k; j++) {
      let sum = real(a, j);
      for (let i = 0; i < k; i++) sum -= real(core, i * k + j) * real(seen, i);
      row[j] = gamma * sum;
    }
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++) core[i * k + j] = real(core, i * k + j) + real(a, i) * real(row, j);
  });
  return core;
}

/** Writes the product of a matrix (k × k, row by row) and a vector. */
function times(matrix: Float64Array, k: number, vector: Float64Array, out: Float64Array): void {
  for (let i = 0; i < k; i++) {
    let sum = 0;
    for (let j = 0; j < k; j++) sum += real(matrix, i * k + j) * real(vector, j);
    out[i] = sum;
  }
}

function alongDirection(direction: Direction | undefined, z: Float64Array): number {
  if (!direction) return 0;
  const { at, amounts } = direction;
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += real(amounts, i) * real(z, whole(at, i));
  return sum;
}

function subtract(direction: Direction | undefined, amount: number, z: Float64Array): void {
  if (!direction) return;
  const { at, amounts } = direction;
  for (let i = 0; i < at.length; i++) {
    const position = whole(at, i);
    z[position] = real(z, position) - amount * real(amounts, i);
  }
}
