import type { SparseVector } from "./sparse-vector.ts";
import { real, whole } from "./vector.ts";

/** A symmetric matrix of which most entries are nought. */
export class SparseSymmetric {
  readonly diagonal: Float64Array;
  /** Entries off the diagonal, each in both of its rows. */
  readonly rows: readonly Map<number, number>[];

  constructor(diagonal: Float64Array) {
    this.diagonal = Float64Array.from(diagonal);
    this.rows = Array.from(diagonal, () => new Map<number, number>());
  }

  /** Adds v·vᵀ times a weight. */
  addOuter({ at, amounts }: SparseVector, weight: number): void {
    for (let i = 0; i < at.length; i++) {
      const row = whole(at, i);
      const amount = weight * real(amounts, i);
      this.diagonal[row] = real(this.diagonal, row) + amount * real(amounts, i);
      for (let j = 0; j < i; j++) this.add(row, whole(at, j), amount * real(amounts, j));
    }
  }

  private add(i: number, j: number, amount: number): void {
    const next = (this.rows[i]?.get(j) ?? 0) + amount;
    this.rows[i]?.set(j, next);
    this.rows[j]?.set(i, next);
  }
}

/** The factor L of a matrix whose rows and columns were put into another order first, column by column. */
export interface SparseFactor {
  /** Which row of the matrix stands at each place. */
  readonly order: Int32Array;
  /** Where the entries of each column begin, below its diagonal. */
  readonly starts: Int32Array;
  /** At which place each entry stands. */
  readonly places: Int32Array;
  readonly entries: Float64Array;
  /** One over the diagonal. */
  readonly inverse: Float64Array;
}

/**
 * The Cholesky factor of a positive definite matrix, in the order of least degree, which keeps it sparse (George and Liu 1989, doi 10.1137/1031001). It refuses
 * a matrix that is not positive definite.
 * @example
 * [...sparseCholesky(new SparseSymmetric(Float64Array.of(4, 16))).inverse] // => [0.5, 0.25]
 */
export function sparseCholesky(matrix: SparseSymmetric): SparseFactor {
  const { order, columns } = eliminate(matrix.rows);
  const n = order.length;
  const placeOf = new Int32Array(n);
  for (let place = 0; place < n; place++) placeOf[whole(order, place)] = place;
  const starts = new Int32Array(n + 1);
  columns.forEach((column, place) => {
    starts[place + 1] = whole(starts, place) + column.length;
  });
  const places = new Int32Array(whole(starts, n));
  columns.forEach((column, place) => {
    places.set(Int32Array.from(column, (row) => whole(placeOf, row)).sort(), whole(starts, place));
  });
  const factor = { order, starts, places, entries: new Float64Array(places.length), inverse: new Float64Array(n) };
  fill(factor, matrix, placeOf);
  return factor;
}

/** The order in which rows are eliminated, each time one with the fewest others left beside it, and which these are: the rows of its column of the factor. */
function eliminate(rows: readonly ReadonlyMap<number, number>[]): {
  order: Int32Array;
  columns: readonly (readonly number[])[];
} {
  const beside = rows.map((row) => new Set(row.keys()));
  const left = new Set(rows.keys());
  const order = new Int32Array(rows.length);
  const columns: (readonly number[])[] = [];
  while (left.size > 0) {
    const next = fewest(left, beside);
    const others = [...(beside[next] ?? [])];
    order[columns.length] = next;
    columns.push(others);
    left.delete(next);
    for (const one of others) {
      const own = beside[one];
      own?.delete(next);
      for (const other of others) if (other !== one) own?.add(other);
    }
  }
  return { order, columns };
}

function fewest(left: ReadonlySet<number>, beside: readonly ReadonlySet<number>[]): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const row of left) {
    const size = beside[row]?.size ?? 0;
    if (size >= least) continue;
    [best, least] = [row, size];
    if (size === 0) break;
  }
  return best;
}

/** Column by column, from those before it that reach it: each waits in the list of the place that it reaches next. */
function fill(factor: SparseFactor, { diagonal, rows }: SparseSymmetric, placeOf: Int32Array): void {
  const { order, starts, places, entries, inverse } = factor;
  const n = order.length;
  const waiting: number[][] = Array.from({ length: n }, () => []);
  const next = Int32Array.from(starts);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    const row = whole(order, j);
    column[j] = real(diagonal, row);
    for (const [other, amount] of rows[row] ?? [])
      if (whole(placeOf, other) > j) column[whole(placeOf, other)] = amount;
    for (const before of waiting[j] ?? []) {
      const from = whole(next, before);
      const end = whole(starts, before + 1);
      const amount = real(entries, from);
      for (let k = from; k < end; k++) {
        const place = whole(places, k);
        column[place] = real(column, place) - amount * real(entries, k);
      }
      next[before] = from + 1;
      if (from + 1 < end) waiting[whole(places, from + 1)]?.push(before);
    }
    const pivot = real(column, j);
    if (!(pivot > 0 && pivot < Number.POSITIVE_INFINITY)) throw new Error("invalid matrix: not positive definite");
    inverse[j] = 1 / Math.sqrt(pivot);
    for (let k = whole(starts, j); k < whole(starts, j + 1); k++) {
      const place = whole(places, k);
      entries[k] = real(column, place) * real(inverse, j);
      column[place] = 0;
    }
    if (whole(starts, j) < whole(starts, j + 1)) waiting[whole(places, whole(starts, j))]?.push(j);
  }
}
