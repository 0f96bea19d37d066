import { normalLogCdf } from "./normal.ts";

/**
 * Probability that a χ² variable with an odd number of degrees of freedom passes a value (Abramowitz and Stegun 26.4.4).
 * @example
 * chiSquareTail(16.919, 9).toFixed(4) // => "0.0500"
 */
export function chiSquareTail(value: number, freedom: number): number {
  if (freedom < 1 || freedom % 2 !== 1) throw new Error(`invalid degrees of freedom: ${freedom}`);
  const root = Math.sqrt(value);
  let term = root;
  let sum = 0;
  for (let r = 1; r <= (freedom - 1) / 2; r++) {
    sum += term;
    term *= value / (2 * r + 1);
  }
  const density = Math.exp(-value / 2) / Math.sqrt(2 * Math.PI);
  return Math.min(1, 2 * Math.exp(normalLogCdf(-root)) + 2 * density * sum);
}
