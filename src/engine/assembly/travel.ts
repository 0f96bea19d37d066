import { at } from "./layout";
import { add, exponential, real, setReal, whole } from "./numbers";
import {
  ACTIVES,
  ALONG,
  DIRECTION,
  FACTOR_ENTRIES,
  FACTOR_INVERSE,
  FACTOR_ORDER,
  FACTOR_PLACES,
  FACTOR_ROWS,
  FACTOR_STARTS,
  FOLDED,
  FORCE,
  GRADIENT,
  KNOT_RECORDS,
  KNOTS,
  MOMENTUM,
  OWN,
  POSITION,
  STEP_TABLE,
  STRETCH,
  TAIL_AT,
  TAILS,
  TURNED,
} from "./slots";
import { given } from "./trajectories";

/** A product is put into its logarithm before it gets larger than this. */
const FAR: f64 = 1e100;

/** `plainTravel` of `src/math/hamiltonian.ts`, of the density given the chosen components in folded coordinates; `outer` is what the outer kicks of a step are of its length. */
export function travel(stride: f64, steps: i32, outer: f64): f64 {
  let value = evaluate();
  const start = value - energy();
  kick(2 * outer * stride);
  for (let s = 1; s <= steps && Math.abs(value) < Infinity; s++) {
    go(stride);
    kick((2 - 4 * outer) * stride);
    value = go(stride);
    kick((s < steps ? 4.0 : 2.0) * outer * stride);
  }
  return value - energy() - start;
}

function energy(): f64 {
  const momentum = at(MOMENTUM);
  let sum: f64 = 0;
  for (let i = 0; i < <i32>at(ACTIVES); i++) sum += real(momentum, i) * real(momentum, i);
  return sum / 2;
}

function kick(by: f64): void {
  const momentum = at(MOMENTUM);
  const force = at(FORCE);
  for (let i = 0; i < <i32>at(ACTIVES); i++) add(momentum, i, by * real(force, i));
}

function go(stride: f64): f64 {
  spread();
  const position = at(FOLDED);
  const direction = at(DIRECTION);
  for (let i = 0; i < <i32>at(ACTIVES); i++) add(position, i, stride * real(direction, i));
  return evaluate();
}

/** The log density where the trajectory is, with the Jacobian of folding; leaves the force. */
function evaluate(): f64 {
  const position = at(POSITION);
  const gradient = at(GRADIENT);
  const stretch = at(STRETCH);
  memory.copy(position, at(FOLDED), at(ACTIVES) << 3);
  let product: f64 = 1;
  let logs: f64 = 0;
  for (let k = 0; k < <i32>at(TAILS); k++) {
    const i = whole(at(TAIL_AT), k);
    const up = exponential(real(position, i) / 2, at(STEP_TABLE));
    setReal(position, i, up - 1 / up);
    setReal(stretch, k, (up + 1 / up) / 2);
    product *= real(stretch, k);
    if (product > FAR) {
      logs += Math.log(product);
      product = 1;
    }
  }
  const log = given();
  for (let k = 0; k < <i32>at(TAILS); k++) {
    const i = whole(at(TAIL_AT), k);
    setReal(gradient, i, real(gradient, i) * real(stretch, k) + real(position, i) / 4 / real(stretch, k));
  }
  gather();
  return log + logs + Math.log(product);
}

/** The step of a position from the momentum, by the metric: as `metricOf` and `turnedMetric` of `src/math/metric.ts`. */
function spread(): void {
  const turned = at(TURNED);
  const step = at(DIRECTION);
  const starts = at(FACTOR_STARTS);
  const rows = at(FACTOR_ROWS);
  const entries = at(FACTOR_ENTRIES);
  memory.copy(turned, at(MOMENTUM), at(ACTIVES) << 3);
  for (let knot = <i32>at(KNOTS) - 1; knot >= 0; knot--) turn(recordOf(knot), turned, FORTH);
  for (let j = <i32>at(ACTIVES) - 1; j >= 0; j--) {
    let sum = real(turned, j);
    const to = whole(starts, j + 1);
    for (let k = whole(starts, j); k < to; k++) sum -= real(entries, k) * real(step, whole(rows, k));
    setReal(step, whole(at(FACTOR_ORDER), j), sum * real(at(FACTOR_INVERSE), j));
  }
}

/** The force from the gradient. */
function gather(): void {
  const force = at(FORCE);
  const starts = at(FACTOR_STARTS);
  const places = at(FACTOR_PLACES);
  const entries = at(FACTOR_ENTRIES);
  for (let j = 0; j < <i32>at(ACTIVES); j++) setReal(force, j, real(at(GRADIENT), whole(at(FACTOR_ORDER), j)));
  for (let j = 0; j < <i32>at(ACTIVES); j++) {
    const amount = real(force, j) * real(at(FACTOR_INVERSE), j);
    setReal(force, j, amount);
    const to = whole(starts, j + 1);
    for (let k = whole(starts, j); k < to; k++) add(force, whole(places, k), -(amount * real(entries, k)));
  }
  for (let knot = 0; knot < <i32>at(KNOTS); knot++) turn(recordOf(knot), force, BACK);
}

// What the record of a knot holds, in this order, each a whole number: how many directions; pointers to its matrices; for directions with places of their own a pointer to
// three numbers for each, its length and pointers to its places and amounts; for others how many places they have, and pointers to these and to the rows.
const DIRECTIONS = 0;
const FORTH = 1;
const BACK = 2;
const OWN_PLACES = 3;
const WIDTH = 4;
const PLACES = 5;
const ROWS = 6;
const RECORD: usize = 28;

function recordOf(knot: i32): usize {
  return at(KNOT_RECORDS) + <usize>knot * RECORD;
}

function turn(record: usize, z: usize, way: i32): void {
  const matrix = <usize>whole(record, way);
  if (whole(record, OWN_PLACES) !== 0) turnApart(record, z, matrix);
  else turnTogether(record, z, matrix);
}

function turnApart(record: usize, z: usize, matrix: usize): void {
  const count = whole(record, DIRECTIONS);
  const directions = <usize>whole(record, OWN_PLACES);
  for (let i = 0; i < count; i++) {
    const length = whole(directions, 3 * i);
    const places = <usize>whole(directions, 3 * i + 1);
    const amounts = <usize>whole(directions, 3 * i + 2);
    let sum: f64 = 0;
    for (let k = 0; k < length; k++) sum += real(amounts, k) * real(z, whole(places, k));
    setReal(at(ALONG), i, sum);
  }
  for (let i = 0; i < count; i++) {
    const length = whole(directions, 3 * i);
    const places = <usize>whole(directions, 3 * i + 1);
    const amounts = <usize>whole(directions, 3 * i + 2);
    const amount = rowTimes(matrix, i, count);
    for (let k = 0; k < length; k++) add(z, whole(places, k), -(amount * real(amounts, k)));
  }
}

function turnTogether(record: usize, z: usize, matrix: usize): void {
  const count = whole(record, DIRECTIONS);
  const width = whole(record, WIDTH);
  const places = <usize>whole(record, PLACES);
  const rows = <usize>whole(record, ROWS);
  const own = at(OWN);
  for (let u = 0; u < width; u++) setReal(own, u, real(z, whole(places, u)));
  for (let i = 0; i < count; i++) {
    const row = rows + ((<usize>i * <usize>width) << 3);
    let sum: f64 = 0;
    for (let u = 0; u < width; u++) sum += real(row, u) * real(own, u);
    setReal(at(ALONG), i, sum);
  }
  for (let i = 0; i < count; i++) {
    const row = rows + ((<usize>i * <usize>width) << 3);
    const amount = rowTimes(matrix, i, count);
    for (let u = 0; u < width; u++) add(own, u, -(amount * real(row, u)));
  }
  for (let u = 0; u < width; u++) setReal(z, whole(places, u), real(own, u));
}

/** A row of a matrix times how much of each direction there is. */
function rowTimes(matrix: usize, i: i32, count: i32): f64 {
  let sum: f64 = 0;
  for (let j = 0; j < count; j++) sum += real(matrix, i * count + j) * real(at(ALONG), j);
  return sum;
}
