import { real } from "./vector.ts";

/**
 * The arithmetic mean.
 * @example
 * mean(Float64Array.of(1, 2, 6)) // => 3
 */
export function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += real(values, i);
  return sum / values.length;
}

/**
 * The sample variance (divisor n - 1) about the mean.
 * @example
 * variance(Float64Array.of(1, 2, 3)) // => 1
 */
export function variance(values: Float64Array): number {
  const center = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const away = real(values, i) - center;
    sum += away * away;
  }
  return sum / (values.length - 1);
}

/**
 * The quantile of values in ascending order, linear between neighbours (type 7 of Hyndman and Fan 1996).
 * @example
 * quantileOfSorted(Float64Array.of(1, 2, 3, 4), 0.5) // => 2.5
 */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new Error(`invalid probability: ${p}`);
  const h = (sorted.length - 1) * p;
  const below = Math.floor(h);
  const low = real(sorted, below);
  return below + 1 < sorted.length ? low + (h - below) * (real(sorted, below + 1) - low) : low;
}
