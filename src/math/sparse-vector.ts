import { real, whole } from "./vector.ts";

/** A vector of which most entries are nought: where the others are, in ascending order, and what they are. */
export interface SparseVector {
  readonly at: Int32Array;
  readonly amounts: Float64Array;
}

/**
 * The entries of a vector whose size is more than some amount.
 * @example
 * sparseOf(Float64Array.of(0, 3, 1e-9), 1e-6).at.length // => 1
 */
export function sparseOf(vector: Float64Array, least = 0): SparseVector {
  const at = Int32Array.from([...vector.keys()].filter((i) => Math.abs(real(vector, i)) > least));
  return { at, amounts: Float64Array.from(at, (i) => real(vector, i)) };
}

/**
 * The scalar product of two sparse vectors.
 * @example
 * sparseProduct(sparseOf(Float64Array.of(1, 2)), sparseOf(Float64Array.of(0, 3))) // => 6
 */
export function sparseProduct(one: SparseVector, other: SparseVector): number {
  let [i, j, sum] = [0, 0, 0];
  while (i < one.at.length && j < other.at.length) {
    const apart = whole(one.at, i) - whole(other.at, j);
    if (apart === 0) sum += real(one.amounts, i) * real(other.amounts, j);
    if (apart <= 0) i++;
    if (apart >= 0) j++;
  }
  return sum;
}

/**
 * The scalar product of a sparse vector and a full one.
 * @example
 * productWith(sparseOf(Float64Array.of(0, 3)), Float64Array.of(5, 2)) // => 6
 */
export function productWith({ at, amounts }: SparseVector, vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += real(amounts, i) * real(vector, whole(at, i));
  return sum;
}

/**
 * Adds a sparse vector, times a factor, to a full one.
 * @example
 * ((sums) => { addSparse(sums, sparseOf(Float64Array.of(0, 3)), -2); return [...sums]; })(Float64Array.of(1, 1)) // => [1, -5]
 */
export function addSparse(sums: Float64Array, { at, amounts }: SparseVector, factor: number): void {
  for (let i = 0; i < at.length; i++) {
    const position = whole(at, i);
    sums[position] = real(sums, position) + factor * real(amounts, i);
  }
}
