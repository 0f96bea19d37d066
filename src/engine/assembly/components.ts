import { normalLogCdfInSum } from "./numbers";
import { LOG_SQRT_TWO_PI } from "./terms";

/** The log of one factor of a component: a normal (side 0), or a bound from below (1) or above (-1). */
export function factorLog(side: i32, distance: f64, variance: f64): f64 {
  if (side !== 0) return normalLogCdfInSum((<f64>side * distance) / Math.sqrt(variance));
  return -LOG_SQRT_TWO_PI - 0.5 * Math.log(variance) - (0.5 * distance * distance) / variance;
}
