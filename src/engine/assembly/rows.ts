import { at } from "./layout";
import { logitOfLog, real, setReal, whole } from "./numbers";
import { exponentials, logarithms } from "./pairs";
import {
  ARGS,
  BIASES,
  CONSTANTS,
  EXPONENTIALS,
  FACTORS,
  IS_PART,
  NODES,
  OPS,
  PARAMETERS,
  STARTS,
  VALUES,
} from "./slots";
import { EXP, LEAST_SUM, LINEAR, LOG_SUM_EXP, MOST_SUM, PAIR } from "./terms";

export { slots, unused } from "./layout";

/** As many positions as are computed side by side: `SIDE_BY_SIDE` of `src/math/tape-rows.ts`. */
const ROWS = 16;
/** Bytes that the values of one node take, and of a quarter of them. */
const NODE_BYTES: usize = 128;
const QUARTER: usize = 32;

/**
 * The values of some nodes at some rows of parameters, `width` reals apart: those of the k-th node from `out + 8 · k · apart` on. So much is computed in steps of as many rows as
 * stand side by side.
 */
export function nodesDrawn(
  rows: usize,
  count: i32,
  width: i32,
  nodes: usize,
  wanted: i32,
  out: usize,
  apart: i32,
): void {
  for (let first = 0; first < count; first += ROWS) {
    const held = min(ROWS, count - first);
    takeUp(rows + ((<usize>first * <usize>width) << 3), held, width);
    forward();
    for (let k = 0; k < wanted; k++) {
      const from = at(VALUES) + <usize>whole(nodes, k) * NODE_BYTES;
      memory.copy(out + ((<usize>k * <usize>apart + <usize>first) << 3), from, (<usize>held) << 3);
    }
  }
}

/** Puts rows of parameters side by side. */
function takeUp(rows: usize, held: i32, width: i32): void {
  const values = at(VALUES);
  const parameters = <i32>at(PARAMETERS);
  for (let r = 0; r < held; r++) {
    const row = rows + ((<usize>r * <usize>width) << 3);
    for (let p = 0; p < parameters; p++) setReal(values, p * ROWS + r, real(row, p));
  }
}

function forward(): void {
  const parameters = <i32>at(PARAMETERS);
  const made = <i32>at(NODES);
  for (let n = -parameters; n < made; n++) {
    const node = parameters + n;
    if (n >= 0) compute(n, at(VALUES) + <usize>node * NODE_BYTES);
    if (load<u8>(at(IS_PART) + node) === 1) exponentiate(at(VALUES), at(EXPONENTIALS), node);
  }
}

function exponentiate(values: usize, into: usize, node: i32): void {
  const first = <usize>node * NODE_BYTES;
  for (let b: usize = 0; b < NODE_BYTES; b += 16)
    v128.store(into + first + b, exponentials(v128.load(values + first + b)));
}

function compute(n: i32, into: usize): void {
  const op = whole(at(OPS), n);
  const from = whole(at(STARTS), n);
  const to = whole(at(STARTS), n + 1);
  if (op === PAIR || op === LINEAR) {
    for (let q: usize = 0; q < NODE_BYTES; q += QUARTER)
      weigh(from, to, at(VALUES) + q, at(CONSTANTS), real(at(BIASES), n), into + q);
  } else if (op === LOG_SUM_EXP) {
    for (let q: usize = 0; q < NODE_BYTES; q += QUARTER)
      weigh(from, to, at(EXPONENTIALS) + q, at(FACTORS), 0, into + q);
    for (let b: usize = 0; b < NODE_BYTES; b += 16) takeLog(from, to, into + b, <i32>b >> 3);
  } else {
    const arg = at(VALUES) + <usize>whole(at(ARGS), from) * NODE_BYTES;
    for (let r = 0; r < ROWS; r++) setReal(into, r, op === EXP ? Math.exp(real(arg, r)) : logitOfLog(real(arg, r)));
  }
}

/** A weighted sum of what the terms of a node name, in four rows. */
function weigh(from: i32, to: i32, base: usize, weights: usize, bias: f64, into: usize): void {
  let one = f64x2.splat(bias);
  let other = one;
  for (let k = from; k < to; k++) {
    const weight = f64x2.splat(real(weights, k));
    const arg = base + <usize>whole(at(ARGS), k) * NODE_BYTES;
    one = f64x2.add(one, f64x2.mul(weight, v128.load(arg)));
    other = f64x2.add(other, f64x2.mul(weight, v128.load(arg, 16)));
  }
  v128.store(into, one);
  v128.store(into, other, 16);
}

/** The logarithms of a sum in two rows; where it is too small or too large, of its parts less the largest. */
function takeLog(from: i32, to: i32, into: usize, row: i32): void {
  const sum = v128.load(into);
  const isOrdinary = v128.and(f64x2.gt(sum, f64x2.splat(LEAST_SUM)), f64x2.lt(sum, f64x2.splat(MOST_SUM)));
  if (i64x2.all_true(isOrdinary)) v128.store(into, logarithms(sum));
  else {
    setReal(into, 0, logSumExp(from, to, row));
    setReal(into, 1, logSumExp(from, to, row + 1));
  }
}

function logSumExp(from: i32, to: i32, row: i32): f64 {
  let largest = -Infinity;
  for (let k = from; k < to; k++) largest = Math.max(largest, term(k, row));
  let sum: f64 = 0;
  for (let k = from; k < to; k++) sum += Math.exp(term(k, row) - largest);
  return largest + Math.log(sum);
}

function term(k: i32, row: i32): f64 {
  return real(at(VALUES), whole(at(ARGS), k) * ROWS + row) + real(at(CONSTANTS), k);
}
