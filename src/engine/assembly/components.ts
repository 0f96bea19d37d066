import { normalLogCdfInSum } from "./numbers";
import { LOG_SQRT_TWO_PI } from "./terms";

/** A record holds the log of the peak, the mean, half the precision, and the node, or -1 where the component is of another sort. */
export const RECORD_BYTES: usize = 32;

/** The node of a record. */
export function nodeOf(record: usize): i32 {
  return load<i32>(record, 24);
}

/** The log of the component of a record at a value of its node. */
export function recordLog(record: usize, value: f64): f64 {
  const distance = value - load<f64>(record, 8);
  return load<f64>(record) - distance * distance * load<f64>(record, 16);
}

/** The log of one factor of a component: a normal (side 0), or a bound from below (1) or above (-1). */
export function factorLog(side: i32, distance: f64, variance: f64): f64 {
  if (side !== 0) return normalLogCdfInSum((<f64>side * distance) / Math.sqrt(variance));
  return -LOG_SQRT_TWO_PI - 0.5 * Math.log(variance) - (0.5 * distance * distance) / variance;
}
