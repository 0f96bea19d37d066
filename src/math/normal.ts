/** ln √(2π). */
export const LOG_SQRT_TWO_PI = 0.9189385332046728;

/**
 * The log density of a normal distribution, given its variance.
 * @example
 * Math.round(1e6 * normalLogDensity(0, 0, 1)) // => -918939
 */
export function normalLogDensity(x: number, mean: number, variance: number): number {
  const distance = x - mean;
  return -LOG_SQRT_TWO_PI - 0.5 * Math.log(variance) - (0.5 * distance * distance) / variance;
}

/**
 * The log of the standard normal distribution function, to some 14 digits, in the lower tail as well as in the middle.
 * @example
 * Math.round(1e6 * normalLogCdf(0)) // => -693147
 */
export function normalLogCdf(x: number): number {
  const z = -x * Math.SQRT1_2;
  if (z < -0.46875) return Math.log1p(-0.5 * scaledErfc(-z) * Math.exp(-z * z));
  if (z <= 0.46875) return Math.log(0.5 - 0.5 * centralErf(z));
  return Math.log(0.5 * scaledErfc(z)) - z * z;
}

/** From here on the distribution function is 1 to the last digit. */
const SURE = 8.3;

/**
 * The same where it is added to logarithms of ordinary size, in whose digits so little as it comes to far above the mean does not show: 0 there.
 * @example
 * normalLogCdfInSum(9) // => 0
 */
export function normalLogCdfInSum(x: number): number {
  return x > SURE ? 0 : normalLogCdf(x);
}

// W. J. Cody's rational Chebyshev approximations of the error function (Math. Comp. 23, 1969, 631–637), in the form of CALERF.
const A: Five = [0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694];
const B: Five = [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const C: Nine = [
  2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
];
const D: Nine = [
  1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
];
const P = [
  0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
  0.0006587491615298378,
];
const Q = [1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918];
const ONE_OVER_SQRT_PI = 0.5641895835477563;

/** erf for |z| ≤ 0.46875. */
function centralErf(z: number): number {
  const square = z * z;
  return (z * ofFive(A, square)) / ofFive(B, square);
}

/** exp(z²)·erfc(z) for z > 0.46875. */
function scaledErfc(z: number): number {
  if (z <= 4) return ofNine(C, z) / ofNine(D, z);
  const r = 1 / (z * z);
  return (ONE_OVER_SQRT_PI - (r * horner(P, r)) / horner(Q, r)) / z;
}

/**
 * The quantile of the standard normal distribution (P. J. Acklam's rational approximation, relative error under 1.2e-9).
 * @example
 * Math.round(1e4 * normalQuantile(0.95)) // => 16449
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new Error(`invalid probability: ${p}`);
  if (p < 0.02425) return tailQuantile(Math.sqrt(-2 * Math.log(p)));
  if (p > 0.97575) return -tailQuantile(Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1];
  return (horner(a, r) * q) / horner(b, r);
}

function tailQuantile(q: number): number {
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];
  return horner(c, q) / horner(d, q);
}

function horner(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

type Five = readonly [number, number, number, number, number];
type Nine = readonly [...Five, number, number, number, number];

/** The polynomial of five coefficients, written out, for it stands in the hot loop. */
function ofFive(c: Five, x: number): number {
  return (((c[0] * x + c[1]) * x + c[2]) * x + c[3]) * x + c[4];
}

/** The same of nine. */
function ofNine(c: Nine, x: number): number {
  return (((((((c[0] * x + c[1]) * x + c[2]) * x + c[3]) * x + c[4]) * x + c[5]) * x + c[6]) * x + c[7]) * x + c[8];
}
