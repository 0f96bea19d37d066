import { dot, real } from "./vector.ts";

/** The log of a density up to a constant; fills `gradient` at `x`. */
export type LogDensity = (x: Float64Array, gradient: Float64Array) => number;

interface Point {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

interface Pair {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly rho: number;
}

/**
 * A local maximum of a log density near a start, by L-BFGS with ten pairs and a backtracking line search (Nocedal and
 * Wright 2006, algorithm 7.5). Stops when the gradient is small or nothing improves.
 * @example
 * Math.round(findMode((x, g) => { g[0] = 3 - x[0]; return -((3 - x[0]) ** 2) / 2 }, Float64Array.of(0), 50)[0] * 1e6) // => 3000000
 */
export function findMode(target: LogDensity, start: Float64Array, iterations: number): Float64Array {
  const pairs: Pair[] = [];
  let point = evaluate(target, Float64Array.from(start));
  for (let i = 0; i < iterations && dot(point.gradient, point.gradient) > 1e-8; i++) {
    const direction = searchDirection(point.gradient, pairs);
    const next = lineSearch(target, point, direction) ?? lineSearch(target, point, point.gradient);
    if (!next) break;
    remember(pairs, point, next);
    if (next.value - point.value < 1e-9) return next.x;
    point = next;
  }
  return point.x;
}

function evaluate(target: LogDensity, x: Float64Array): Point {
  const gradient = new Float64Array(x.length);
  return { x, value: target(x, gradient), gradient };
}

function lineSearch(target: LogDensity, point: Point, direction: Float64Array): Point | undefined {
  const slope = dot(direction, point.gradient);
  if (!(slope > 0)) return undefined;
  for (let step = Math.min(1, 10 / Math.sqrt(dot(direction, direction))); step > 1e-10; step /= 2) {
    const x = point.x.map((value, i) => value + step * real(direction, i));
    const next = evaluate(target, x);
    if (next.value >= point.value + 1e-4 * step * slope) return next;
  }
  return undefined;
}

function remember(pairs: Pair[], from: Point, to: Point): void {
  const s = to.x.map((value, i) => value - real(from.x, i));
  const y = to.gradient.map((value, i) => real(from.gradient, i) - value);
  const curvature = dot(s, y);
  if (curvature > 1e-12) pairs.push({ s, y, rho: 1 / curvature });
  if (pairs.length > 10) pairs.shift();
}

function searchDirection(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = Float64Array.from(gradient);
  const newestFirst = [...pairs].reverse();
  const weights = newestFirst.map(({ s, y, rho }) => {
    const weight = rho * dot(s, direction);
    for (let i = 0; i < direction.length; i++) direction[i] = real(direction, i) - weight * real(y, i);
    return weight;
  });
  const newest = newestFirst[0];
  const scale = newest ? 1 / (newest.rho * dot(newest.y, newest.y)) : 0.1;
  for (let i = 0; i < direction.length; i++) direction[i] = scale * real(direction, i);
  [...pairs].forEach(({ s, y, rho }, k) => {
    const correction = (weights[pairs.length - 1 - k] ?? 0) - rho * dot(y, direction);
    for (let i = 0; i < direction.length; i++) direction[i] = real(direction, i) + correction * real(s, i);
  });
  return direction;
}

/**
 * The matrix of second derivatives of minus a log density at a point, by central differences of its gradient, symmetrised.
 * @example
 * Math.round(curvature((x, g) => { g[0] = -2 * x[0]; return -x[0] * x[0] }, Float64Array.of(1))[0]) // => 2
 */
export function curvature(target: LogDensity, at: Float64Array): Float64Array {
  const n = at.length;
  const x = Float64Array.from(at);
  const up = new Float64Array(n);
  const down = new Float64Array(n);
  const matrix = new Float64Array(n * n);
  const step = 1e-4;
  for (let i = 0; i < n; i++) {
    const center = real(at, i);
    x[i] = center + step;
    target(x, up);
    x[i] = center - step;
    target(x, down);
    x[i] = center;
    for (let j = 0; j < n; j++) matrix[i * n + j] = (real(down, j) - real(up, j)) / (2 * step);
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const both = (real(matrix, i * n + j) + real(matrix, j * n + i)) / 2;
      matrix[i * n + j] = both;
      matrix[j * n + i] = both;
    }
  }
  return matrix;
}
