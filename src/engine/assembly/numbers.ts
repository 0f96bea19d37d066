import { LOG_SQRT_TWO_PI, NEAREST_TO_ONE } from "./terms";

/** The real at a position from a pointer. */
export function real(vector: usize, position: i32): f64 {
  return load<f64>(vector + ((<usize>position) << 3));
}

/** Writes a real. */
export function setReal(vector: usize, position: i32, value: f64): void {
  store<f64>(vector + ((<usize>position) << 3), value);
}

/** Adds to a real. */
export function add(vector: usize, position: i32, more: f64): void {
  setReal(vector, position, real(vector, position) + more);
}

/** The whole number at a position from a pointer. */
export function whole(vector: usize, position: i32): i32 {
  return load<i32>(vector + ((<usize>position) << 2));
}

/** Writes a whole number. */
export function setWhole(vector: usize, position: i32, value: i32): void {
  store<i32>(vector + ((<usize>position) << 2), value);
}

/** Beyond this an exponential is no ordinary number, or nearly none. */
const FARTHEST: f64 = 700;
/** ln 2 / 128 in two parts, and 128 over ln 2: as `src/math/exponential.ts` has them. */
const STEP_HIGH: f64 = <f64>(<f32>(Math.LN2 / 128));
const STEP_LOW: f64 = Math.LN2 / 128 - STEP_HIGH + 2.3190468138462996e-17 / 128;
const STEPS_PER_UNIT: f64 = 128 / Math.LN2;

/** `exponential` of `src/math/exponential.ts`, by the same steps and so to the last digit. */
export function exponential(x: f64, table: usize): f64 {
  if (!(x > -FARTHEST && x < FARTHEST)) return Math.exp(x);
  const steps = <i32>Math.floor(x * STEPS_PER_UNIT + 0.5);
  const left = x - <f64>steps * STEP_HIGH - <f64>steps * STEP_LOW;
  const square = left * left;
  const more = left + square * (0.5 + left * (1.0 / 6 + left / 24 + square / 120));
  const step = real(table, steps & 127);
  return (step + step * more) * reinterpret<f64>((<i64>(steps >> 7) + 1023) << 52);
}

/** Beyond this the distribution function is 1 to the last digit. */
const SURE: f64 = 8.3;

/** The logit of a share given its log; of one as near to one as a share gets, where a ratio is no share. */
export function logitOfLog(log: f64): f64 {
  const value = log < NEAREST_TO_ONE ? log : NEAREST_TO_ONE;
  return value - Math.log(-Math.expm1(value));
}

/** The derivative, in the distance, of the log of a bound from below (side 1) or above (-1). */
export function slopeOfBound(side: i32, distance: f64, variance: f64): f64 {
  const deviation = Math.sqrt(variance);
  const z = (<f64>side * distance) / deviation;
  return (<f64>side * Math.exp(-0.5 * z * z - LOG_SQRT_TWO_PI - normalLogCdf(z))) / deviation;
}

/** As `normalLogCdfInSum` of `src/math/normal.ts`, which says where it comes from. */
export function normalLogCdfInSum(x: f64): f64 {
  return x > SURE ? 0 : normalLogCdf(x);
}

function normalLogCdf(x: f64): f64 {
  const z = -x * Math.SQRT1_2;
  if (z < -0.46875) return Math.log1p(-0.5 * scaledErfc(-z) * Math.exp(-z * z));
  if (z <= 0.46875) return Math.log(0.5 - 0.5 * centralErf(z));
  return Math.log(0.5 * scaledErfc(z)) - z * z;
}

/** erf for |z| ≤ 0.46875. */
function centralErf(z: f64): f64 {
  const s = z * z;
  const above =
    (((0.18577770618460315 * s + 3.1611237438705655) * s + 113.86415415105016) * s + 377.485237685302) * s +
    3209.3775891384694;
  const below = (((s + 23.601290952344122) * s + 244.02463793444417) * s + 1282.6165260773723) * s + 2844.236833439171;
  return (z * above) / below;
}

/** exp(z²)·erfc(z) for z > 0.46875. */
function scaledErfc(z: f64): f64 {
  return z <= 4 ? scaledErfcNear(z) : scaledErfcFar(z);
}

function scaledErfcNear(z: f64): f64 {
  let above: f64 = 2.1531153547440383e-8;
  above = above * z + 0.5641884969886701;
  above = above * z + 8.883149794388377;
  above = above * z + 66.11919063714163;
  above = above * z + 298.6351381974001;
  above = above * z + 881.952221241769;
  above = above * z + 1712.0476126340707;
  above = above * z + 2051.0783778260716;
  above = above * z + 1230.3393547979972;
  let below: f64 = z + 15.744926110709835;
  below = below * z + 117.6939508913125;
  below = below * z + 537.1811018620099;
  below = below * z + 1621.3895745666903;
  below = below * z + 3290.7992357334597;
  below = below * z + 4362.619090143247;
  below = below * z + 3439.3676741437216;
  below = below * z + 1230.3393548037495;
  return above / below;
}

function scaledErfcFar(z: f64): f64 {
  const r = 1 / (z * z);
  let above: f64 = 0.016315387137302097;
  above = above * r + 0.30532663496123236;
  above = above * r + 0.36034489994980445;
  above = above * r + 0.12578172611122926;
  above = above * r + 0.016083785148742275;
  above = above * r + 0.0006587491615298378;
  let below: f64 = r + 2.568520192289822;
  below = below * r + 1.8729528499234673;
  below = below * r + 0.5279051029514285;
  below = below * r + 0.06051834131244132;
  below = below * r + 0.0023352049762686918;
  return (0.5641895835477563 - (r * above) / below) / z;
}
