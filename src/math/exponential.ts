import { real } from "./vector.ts";

/** The table has this many steps between a power of two and the next. */
const STEPS = 128;
const STEPS_PER_UNIT = STEPS / Math.LN2;
/** What the nearest number leaves of ln 2. */
const LN2_LEFT = 2.3190468138462996e-17;
/** ln 2 / 128 in two parts, the first with so few digits that its multiples are exact. */
const STEP_HIGH = Math.fround(Math.LN2 / STEPS);
const STEP_LOW = Math.LN2 / STEPS - STEP_HIGH + LN2_LEFT / STEPS;
/** Beyond this the result is no ordinary number, or nearly none. */
const FARTHEST = 700;
const MOST_POWER = 1024;
/** The powers of two from 0 to 1, step by step. */
export const STEP_TABLE: Readonly<Float64Array> = Float64Array.from(
  { length: STEPS },
  (_, step) => 2 ** (step / STEPS),
);
const POWERS = Float64Array.from({ length: 2 * MOST_POWER }, (_, power) => 2 ** (power - MOST_POWER));

/**
 * The exponential to the last digit or two (relative error under 6e-16), without the cases that the engine's own has to tell apart: the nearest of 128 steps to
 * a power of two from a table, times a polynomial of what is left (Tang 1989, ACM TOMS 15, 144–157).
 * @example
 * exponential(1) // => 2.718281828459045
 */
export function exponential(x: number): number {
  if (!(x > -FARTHEST && x < FARTHEST)) return Math.exp(x);
  const steps = Math.floor(x * STEPS_PER_UNIT + 0.5) | 0;
  const left = x - steps * STEP_HIGH - steps * STEP_LOW;
  const square = left * left;
  const more = left + square * (0.5 + left * (1 / 6 + left / 24 + square / 120));
  const table = real(STEP_TABLE, steps & (STEPS - 1));
  return (table + table * more) * real(POWERS, (steps >> 7) + MOST_POWER);
}
