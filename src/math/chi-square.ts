/** Lanczos's coefficients for g = 7 (as Godfrey 2001 gives them): ln Γ to some 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const PRECISION = 1e-15;
const MOST_TERMS = 10_000;

/**
 * The logarithm of the gamma function of a positive number.
 * @example
 * Math.round(1e9 * Math.exp(logGamma(5))) / 1e9 // => 24
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new Error(`invalid argument of the gamma function: ${x}`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const t = z + 7.5;
  const sum = LANCZOS.reduce((total, coefficient, k) => total + (k === 0 ? coefficient : coefficient / (z + k)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * The probability that a chi-square number with so many degrees of freedom is at most x: the regularised incomplete gamma
 * function P(df/2, x/2), by its series below its middle and by Lentz's continued fraction above (Press and others 2007, §6.2).
 * @example
 * Math.round(1e6 * chiSquareCdf(9.487729036781154, 4)) // => 950000
 */
export function chiSquareCdf(x: number, degrees: number): number {
  if (!(degrees > 0)) throw new Error(`invalid degrees of freedom: ${degrees}`);
  if (!(x > 0)) return 0;
  const [a, y] = [degrees / 2, x / 2];
  const front = Math.exp(a * Math.log(y) - y - logGamma(a));
  return y < a + 1 ? front * seriesOf(a, y) : 1 - front * fractionOf(a, y);
}

function seriesOf(a: number, y: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
    term *= y / (a + n);
    sum += term;
  }
  return sum;
}

function fractionOf(a: number, y: number): number {
  let b = y + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const term = -n * (n - a);
    b += 2;
    d = 1 / (term * d + b);
    c = b + term / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return fraction;
}

/**
 * The chi-square number that is passed with probability 1 − p: the quantile of p, by bisection to the last digits.
 * @example
 * Math.round(1e4 * chiSquareQuantile(0.95, 4)) // => 94877
 */
export function chiSquareQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p < 1)) throw new Error(`invalid probability: ${p}`);
  let [low, high] = [0, degrees + 10];
  while (chiSquareCdf(high, degrees) < p) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-14 * high; i++) {
    const middle = (low + high) / 2;
    if (chiSquareCdf(middle, degrees) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
