const LOG_SQRT_TWO_PI = 0.9189385332046728;

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
 * The log of the standard normal distribution function, accurate in the lower tail as well: the complementary error
 * function by W. J. Cody's rational form in the middle, the asymptotic series (Abramowitz and Stegun 26.2.12) below -8.
 * @example
 * Math.round(1e6 * normalLogCdf(0)) // => -693147
 */
export function normalLogCdf(x: number): number {
  if (x < -8) {
    const s = 1 / (x * x);
    return -0.5 * x * x - LOG_SQRT_TWO_PI - Math.log(-x) + Math.log1p(-s * (1 - 3 * s * (1 - 5 * s * (1 - 7 * s))));
  }
  return x > 6 ? Math.log1p(-Math.exp(normalLogCdf(-x))) : Math.log(0.5 * erfc(-x * Math.SQRT1_2));
}

/** erfc by the Chebyshev fit of Numerical Recipes (W. H. Press and others, 3rd edition, 6.2.2): fractional error under 1.2e-7. */
function erfc(x: number): number {
  const z = Math.abs(x);
  const t = 1 / (1 + 0.5 * z);
  const coefficients = [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368,
    -1.26551223,
  ];
  const polynomial = coefficients.reduce((sum, coefficient) => sum * t + coefficient, 0);
  const tail = t * Math.exp(-z * z + polynomial);
  return x >= 0 ? tail : 2 - tail;
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
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
