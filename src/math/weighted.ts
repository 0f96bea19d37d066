import { real, whole } from "./vector.ts";

/**
 * The mean of values under weights that sum to one.
 * @example
 * weightedMean(Float64Array.of(1, 5), Float64Array.of(0.75, 0.25)) // => 2
 */
export function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += real(weights, i) * real(values, i);
  return sum;
}

/**
 * Quantiles of weighted values, each standing for the middle of its weight, with straight lines between; `order` is that of
 * the values, probabilities ascend.
 * @example
 * weightedQuantiles(Float64Array.of(2, 1, 3), Int32Array.of(1, 0, 2), Float64Array.of(0.25, 0.5, 0.25), [0.25, 0.5]) // => [1,1.6666666666666665]
 */
export function weightedQuantiles(
  values: Float64Array,
  order: Int32Array,
  weights: Float64Array,
  probabilities: readonly number[],
): readonly number[] {
  const found: number[] = [];
  let before = 0;
  let position = Number.NEGATIVE_INFINITY;
  let value = real(values, whole(order, 0));
  for (let i = 0; i < order.length; i++) {
    const at = whole(order, i);
    const weight = real(weights, at);
    const next = before + weight / 2;
    for (let p = probabilities[found.length]; p !== undefined && p <= next; p = probabilities[found.length]) {
      const share = position === Number.NEGATIVE_INFINITY || next === position ? 1 : (p - position) / (next - position);
      found.push(value + share * (real(values, at) - value));
    }
    before += weight;
    position = next;
    value = real(values, at);
  }
  while (found.length < probabilities.length) found.push(value);
  return found;
}
