import { real } from "./vector.ts";

/**
 * Log of a sum, from the logs of what is summed.
 * @example
 * logSum(Float64Array.of(0, 0)).toFixed(3) // => "0.693"
 */
export function logSum(logs: Float64Array): number {
  const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  if (largest === Number.NEGATIVE_INFINITY) return largest;
  let sum = 0;
  for (let i = 0; i < logs.length; i++) sum += Math.exp(real(logs, i) - largest);
  return largest + Math.log(sum);
}

/**
 * Log of a sum of two, from their logs.
 * @example
 * logSumOfTwo(0, 0).toFixed(3) // => "0.693"
 */
export function logSumOfTwo(one: number, other: number): number {
  return Math.max(one, other) + Math.log1p(Math.exp(-Math.abs(one - other)));
}
