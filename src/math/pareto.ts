import { real, whole } from "./vector.ts";

/** Importance weights after Pareto smoothing, and whether they can be trusted. */
export interface SmoothedWeights {
  /** Sum to one. */
  readonly weights: Float64Array;
  /** Shape of the tail of the weights: above 0.7 their means tell nothing. 0 where all weights are the same. */
  readonly k: number;
  /** How many equal weights these are worth: 1/Σw². */
  readonly ess: number;
}

/** Fewer weights than this are no tail to fit. */
const SMALLEST_TAIL = 5;

/**
 * Importance weights from their logs, the largest of them replaced by the quantiles of a generalised Pareto distribution
 * fitted to them, none larger than the largest was: Vehtari, Simpson, Gelman, Yao and Gabry 2024, "Pareto smoothed
 * importance sampling", JMLR 25. They fail, and say so by their k, where few draws carry nearly all of the weight.
 * @example
 * smoothWeights(Float64Array.of(0, 0, 0, 0)) // => {"weights":{"0":0.25,"1":0.25,"2":0.25,"3":0.25},"k":0,"ess":4}
 */
export function smoothWeights(logs: Float64Array): SmoothedWeights {
  const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const shifted = logs.map((log) => log - largest);
  const order = Int32Array.from(shifted.keys()).sort((a, b) => real(shifted, a) - real(shifted, b));
  const tail = Math.ceil(Math.min(0.2 * logs.length, 3 * Math.sqrt(logs.length)));
  const k = tail < SMALLEST_TAIL ? Number.POSITIVE_INFINITY : smoothTail(shifted, order, tail);
  const weights = shifted.map(Math.exp);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const normal = weights.map((weight) => weight / total);
  const isEven = real(shifted, whole(order, 0)) > -1e-9;
  return {
    weights: normal,
    k: isEven ? 0 : k,
    ess: 1 / normal.reduce((sum, weight) => sum + weight * weight, 0),
  };
}

/** Replaces the last logs of an order by the quantiles of their tail; gives the tail's shape. */
function smoothTail(logs: Float64Array, order: Int32Array, tail: number): number {
  const first = order.length - tail;
  const cutoff = Math.exp(real(logs, whole(order, first - 1)));
  const excess = Float64Array.from({ length: tail }, (_, i) => Math.exp(real(logs, whole(order, first + i))) - cutoff);
  if (!(real(excess, tail - 1) > 1e-12 * (cutoff + 1e-300))) return 0;
  const { k, sigma } = fitPareto(excess);
  if (!Number.isFinite(k)) return Number.POSITIVE_INFINITY;
  for (let i = 0; i < tail; i++) {
    const quantile = paretoQuantile((i + 0.5) / tail, k, sigma);
    logs[whole(order, first + i)] = Math.min(0, Math.log(cutoff + quantile));
  }
  return k;
}

/** The value below which a share p of a generalised Pareto distribution lies. */
function paretoQuantile(p: number, k: number, sigma: number): number {
  return Math.abs(k) < 1e-12 ? -sigma * Math.log1p(-p) : (sigma * Math.expm1(-k * Math.log1p(-p))) / k;
}

/**
 * Shape and scale of a generalised Pareto distribution from values in ascending order: the mean of the profile posterior of
 * Zhang and Stephens 2009 (Technometrics 51, 316–325), its shape drawn towards 0.5 by ten made-up values as in Vehtari and others 2024.
 * @example
 * fitPareto(Float64Array.from({ length: 999 }, (_, i) => -Math.log(1 - (i + 1) / 1000))).sigma.toFixed(1) // => "1.0"
 */
export function fitPareto(sorted: Float64Array): { readonly k: number; readonly sigma: number } {
  const n = sorted.length;
  const m = 30 + Math.floor(Math.sqrt(n));
  const quarter = Math.max(real(sorted, Math.floor(n / 4 + 0.5) - 1), Number.MIN_VALUE);
  const most = real(sorted, n - 1);
  const theta = Float64Array.from({ length: m }, (_, j) => 1 / most + (1 - Math.sqrt(m / (j + 0.5))) / (3 * quarter));
  const logs = theta.map((t) => profile(t, sorted));
  const largest = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let total = 0;
  let mean = 0;
  for (let j = 0; j < m; j++) {
    const weight = Math.exp(real(logs, j) - largest);
    total += weight;
    mean += weight * real(theta, j);
  }
  const at = mean / total;
  const k = meanLog(at, sorted);
  return { k: (k * n + 0.5 * 10) / (n + 10), sigma: -k / at };
}

/** Profile log likelihood of θ, with k = −mean log(1 − θx): n·(log(−θ/k) − k − 1) in the sign of Zhang and Stephens. */
function profile(theta: number, sorted: Float64Array): number {
  const k = meanLog(theta, sorted);
  const log = sorted.length * (Math.log(-theta / k) - k - 1);
  return Number.isNaN(log) ? Number.NEGATIVE_INFINITY : log;
}

function meanLog(theta: number, sorted: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < sorted.length; i++) sum += Math.log1p(-theta * real(sorted, i));
  return sum / sorted.length;
}
