/**
 * The entry of a vector of reals at a position, NaN outside it. Inlined by the engine; it keeps kernels free of assertions.
 * @example
 * real(Float64Array.of(2, 3), 1) // => 3
 */
export function real(vector: Float64Array, position: number): number {
  return vector[position] ?? Number.NaN;
}

/**
 * The entry of a vector of whole numbers at a position, -1 outside it.
 * @example
 * whole(Int32Array.of(2, 3), 0) // => 2
 */
export function whole(vector: Int32Array, position: number): number {
  return vector[position] ?? -1;
}

/**
 * The scalar product of two vectors of equal length.
 * @example
 * dot(Float64Array.of(1, 2), Float64Array.of(3, 4)) // => 11
 */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += real(a, i) * real(b, i);
  return sum;
}

/**
 * Adds values, each times a factor, to sums.
 * @example
 * ((sums) => { addTo(sums, Float64Array.of(4), 0.5); return sums[0]; })(Float64Array.of(1)) // => 3
 */
export function addTo(sums: Float64Array, values: Float64Array, factor: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = real(sums, i) + factor * real(values, i);
}
