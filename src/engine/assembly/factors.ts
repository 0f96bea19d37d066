import { factorLog, nodeOf, RECORD_BYTES, recordLog } from "./components";
import { at } from "./layout";
import { real, setReal, whole } from "./numbers";
import {
  BUNDLE_GROUPS,
  BUNDLE_NODE,
  BUNDLE_OF,
  BUNDLE_STARTS,
  BUNDLES,
  FACTOR_SUMS,
  GROUP_STARTS,
  GROUPS,
  LARGEST,
  LOG_WEIGHT,
  MEAN,
  NODE,
  RECORDS,
  SECOND_MEAN,
  SECOND_NODE,
  SECOND_SIDE,
  SECOND_VARIANCE,
  SIDE,
  SPREAD_NODE,
  TABLE_COEFFICIENTS,
  TABLE_FROM,
  TABLE_KNOWN,
  TABLE_PER_UNIT,
  TABLE_TO,
  VALUES,
  VARIANCE,
  VERDICT,
} from "./slots";

/** Has the coefficients of a cell of a bundle's table written into memory. */
declare function learn(bundle: i32, cell: i32): void;

/** A component smaller than the likeliest by this much in logarithms does not show in the digits of their sum. */
const NOTHING: f64 = 38;
/** A polynomial of fifth degree has so many coefficients. */
const TERMS = 6;

/** Computes a factor, wherever its nodes are. */
export function computeFactor(f: i32): void {
  const b = f - <i32>at(GROUPS);
  if (b < 0) computeGroup(f);
  else {
    setReal(at(LARGEST), f, lookUp(b, real(at(VALUES), whole(at(BUNDLE_NODE), b))));
    setReal(at(FACTOR_SUMS), f, 1);
  }
}

/** Computes all factors. */
export function computeFactors(): void {
  const groups = <i32>at(GROUPS);
  for (let g = 0; g < groups; g++) if (whole(at(BUNDLE_OF), g) < 0) computeGroup(g);
  for (let b = 0; b < <i32>at(BUNDLES); b++) computeFactor(groups + b);
}

/** How probable it is, where the account is now, that nothing is wrong with the words of a group. */
export function rightOf(g: i32): f64 {
  const from = whole(at(GROUP_STARTS), g);
  const to = whole(at(GROUP_STARTS), g + 1);
  const verdict = at(VERDICT);
  const values = at(VALUES);
  let record = at(RECORDS) + <usize>from * RECORD_BYTES;
  let largest = -Infinity;
  let right: f64 = 0;
  let sum: f64 = 0;
  for (let c = from; c < to; c++) {
    const isRight = whole(verdict, c) === 0;
    const log = logAt(c, record, values);
    if (log > largest) {
      const shrunk = Math.exp(largest - log);
      sum = sum * shrunk + 1;
      right = right * shrunk + (isRight ? 1 : 0);
      largest = log;
    } else if (largest - log < NOTHING) {
      const more = Math.exp(log - largest);
      sum += more;
      if (isRight) right += more;
    }
    record += RECORD_BYTES;
  }
  return right / sum;
}

/** The likeliest component of a group, and how much more all are. */
function computeGroup(g: i32): void {
  const from = whole(at(GROUP_STARTS), g);
  const to = whole(at(GROUP_STARTS), g + 1);
  const values = at(VALUES);
  let record = at(RECORDS) + <usize>from * RECORD_BYTES;
  let largest = logAt(from, record, values);
  let sum: f64 = 1;
  for (let c = from + 1; c < to; c++) {
    record += RECORD_BYTES;
    const log = logAt(c, record, values);
    if (log > largest) {
      sum = log - largest > NOTHING ? 1 : sum * Math.exp(largest - log) + 1;
      largest = log;
    } else if (largest - log < NOTHING) sum += Math.exp(log - largest);
  }
  setReal(at(LARGEST), g, largest);
  setReal(at(FACTOR_SUMS), g, sum);
}

function logAt(c: i32, record: usize, values: usize): f64 {
  const node = nodeOf(record);
  return node < 0 ? componentLog(c) : recordLog(record, real(values, node));
}

/** The log of a component that has no record. */
function componentLog(c: i32): f64 {
  const log = firstLog(c);
  const second = whole(at(SECOND_NODE), c);
  if (second < 0) return log;
  const beside = real(at(VALUES), second) - real(at(SECOND_MEAN), c);
  return log + factorLog(whole(at(SECOND_SIDE), c), beside, real(at(SECOND_VARIANCE), c));
}

function firstLog(c: i32): f64 {
  const values = at(VALUES);
  const distance = real(values, whole(at(NODE), c)) - real(at(MEAN), c);
  const spread = whole(at(SPREAD_NODE), c);
  let variance = real(at(VARIANCE), c);
  if (spread >= 0) variance += real(values, spread) * real(values, spread);
  return real(at(LOG_WEIGHT), c) + factorLog(whole(at(SIDE), c), distance, variance);
}

/** What a bundle comes to beyond its table: the sum of the logs of its groups. */
function beyond(b: i32): f64 {
  let log: f64 = 0;
  for (let k = whole(at(BUNDLE_STARTS), b); k < whole(at(BUNDLE_STARTS), b + 1); k++) {
    const g = whole(at(BUNDLE_GROUPS), k);
    computeGroup(g);
    log += real(at(LARGEST), g) + Math.log(real(at(FACTOR_SUMS), g));
  }
  return log;
}

function lookUp(b: i32, value: f64): f64 {
  const from = real(at(TABLE_FROM), b);
  if (!(value >= from && value < real(at(TABLE_TO), b))) return beyond(b);
  const place = (value - from) * real(at(TABLE_PER_UNIT), b);
  const cell = <i32>place;
  if (load<u8>(<usize>whole(at(TABLE_KNOWN), b) + cell) === 0) learn(b, cell);
  const t = 2 * (place - <f64>cell) - 1;
  const first = <usize>whole(at(TABLE_COEFFICIENTS), b) + ((<usize>(TERMS * cell)) << 3);
  const high = load<f64>(first, 24) + t * (load<f64>(first, 32) + t * load<f64>(first, 40));
  return load<f64>(first) + t * (load<f64>(first, 8) + t * (load<f64>(first, 16) + t * high));
}
