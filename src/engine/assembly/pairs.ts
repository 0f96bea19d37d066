// Exponentials and logarithms of two numbers at once, to a few times the last digit: series after the argument was made small.

/** Beyond this an exponential is no ordinary number, or nearly none. */
const FARTHEST: f64 = 700;
/** Added to a whole number, it leaves that number in the last bits. */
const SHIFTER: f64 = 6755399441055744;
/** ln 2 in two parts, the first with so few digits that its multiples are exact. */
const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;

/** The exponentials of two numbers. */
export function exponentials(x: v128): v128 {
  const isFar = f64x2.ge(f64x2.abs(x), f64x2.splat(FARTHEST));
  // A number that is none is not less than anything either.
  if (v128.any_true(isFar) || v128.any_true(f64x2.ne(x, x)))
    return f64x2.replace_lane(f64x2.splat(Math.exp(f64x2.extract_lane(x, 0))), 1, Math.exp(f64x2.extract_lane(x, 1)));
  const shifted = f64x2.add(f64x2.mul(x, f64x2.splat(Math.LOG2E)), f64x2.splat(SHIFTER));
  const power = f64x2.sub(shifted, f64x2.splat(SHIFTER));
  const high = f64x2.sub(x, f64x2.mul(power, f64x2.splat(LN2_HIGH)));
  const left = f64x2.sub(high, f64x2.mul(power, f64x2.splat(LN2_LOW)));
  let sum = f64x2.splat(1.0 / 6227020800.0);
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 479001600.0));
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 39916800.0));
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 3628800.0));
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 362880.0));
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 40320.0));
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 5040.0));
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 720.0));
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 120.0));
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 24.0));
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 6.0));
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(0.5));
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0));
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0));
  // Its own power of two, added to the exponent.
  return i64x2.add(sum, i64x2.shl(shifted, 52));
}

/** The logarithms of two positive numbers that are neither nearly nought nor nearly infinite. */
export function logarithms(x: v128): v128 {
  const power = i64x2.shr_s(i64x2.sub(x, i64x2.splat(reinterpret<i64>(Math.SQRT1_2))), 52);
  const small = i64x2.sub(x, i64x2.shl(power, 52));
  const shifter = i64x2.splat(reinterpret<i64>(SHIFTER));
  const times = f64x2.sub(i64x2.add(power, shifter), f64x2.splat(SHIFTER));
  const over = f64x2.sub(small, f64x2.splat(1));
  const s = f64x2.div(over, f64x2.add(over, f64x2.splat(2)));
  const z = f64x2.mul(s, s);
  let sum = f64x2.splat(1.0 / 21.0);
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1.0 / 19.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1.0 / 17.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1.0 / 15.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1.0 / 13.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1.0 / 11.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1.0 / 9.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1.0 / 7.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1.0 / 5.0));
  sum = f64x2.add(f64x2.mul(sum, z), f64x2.splat(1.0 / 3.0));
  const twice = f64x2.add(s, s);
  const rest = f64x2.add(f64x2.mul(f64x2.mul(twice, z), sum), f64x2.mul(times, f64x2.splat(LN2_LOW)));
  return f64x2.add(f64x2.mul(times, f64x2.splat(LN2_HIGH)), f64x2.add(twice, rest));
}
