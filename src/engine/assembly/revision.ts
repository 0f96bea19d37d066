import { at } from "./layout";
import { logitOfLog, real, setReal, whole } from "./numbers";
import {
  ANEW,
  ARGS,
  BIASES,
  CONSTANTS,
  HELD_PARTS,
  HELD_SHIFTS,
  HELD_SUMS,
  HELD_TOPS,
  HELD_VALUES,
  NODES,
  OPS,
  PARAMETERS,
  PARTS,
  SHIFTS,
  STARTS,
  SUMS,
  TOPS,
  VALUES,
} from "./slots";
import { EXP, LINEAR, LOG_SUM_EXP, PAIR } from "./terms";

/** As in `src/math/tape-revision.ts`. */
const SHRUNK: f64 = 1e-3;
const GROWN: f64 = 1e100;

/** Computes every node from the parameters. */
export function computeNodes(): void {
  const nodes = <i32>at(NODES);
  for (let n = 0; n < nodes; n++) {
    if (whole(at(OPS), n) === LOG_SUM_EXP) addUp(n);
    else compute(n);
  }
}

/** Computes the nodes of a plan: of a sum only those terms that move. */
export function follow(nodes: usize, count: i32, starts: usize, terms: usize): void {
  const parameters = <i32>at(PARAMETERS);
  const ops = at(OPS);
  const args = at(ARGS);
  const constants = at(CONSTANTS);
  const biases = at(BIASES);
  const firsts = at(STARTS);
  const values = at(VALUES);
  const heldValues = at(HELD_VALUES);
  const parts = at(PARTS);
  const heldParts = at(HELD_PARTS);
  for (let i = 0; i < count; i++) {
    const node = whole(nodes, i);
    const n = node - parameters;
    setReal(heldValues, node, real(values, node));
    const op = whole(ops, n);
    if (op === PAIR) {
      const k = whole(firsts, n);
      const first = real(biases, n) + real(constants, k) * real(values, whole(args, k));
      setReal(values, node, first + real(constants, k + 1) * real(values, whole(args, k + 1)));
      continue;
    }
    if (op !== LOG_SUM_EXP) {
      compute(n);
      continue;
    }
    const to = whole(starts, i + 1);
    const shift = real(at(SHIFTS), n);
    const before = real(at(SUMS), n);
    const top = real(at(TOPS), n);
    let sum = before;
    for (let j = whole(starts, i); j < to; j++) {
      const k = whole(terms, j);
      const old = real(parts, k);
      const part = Math.exp(real(values, whole(args, k)) + real(constants, k) - shift);
      setReal(heldParts, k, old);
      setReal(parts, k, part);
      sum += part - old;
    }
    setReal(at(HELD_SUMS), n, before);
    setReal(at(HELD_TOPS), n, top);
    if (sum > SHRUNK * top && sum < GROWN) {
      store<u8>(at(ANEW) + n, 0);
      setReal(at(SUMS), n, sum);
      if (sum > top) setReal(at(TOPS), n, sum);
      setReal(values, node, shift + Math.log(sum));
    } else renew(n, terms, whole(starts, i), to);
  }
}

/** Takes what `follow` did back, bit for bit. */
export function takeBack(nodes: usize, count: i32, starts: usize, terms: usize): void {
  const parameters = <i32>at(PARAMETERS);
  const ops = at(OPS);
  const values = at(VALUES);
  const heldValues = at(HELD_VALUES);
  const parts = at(PARTS);
  const heldParts = at(HELD_PARTS);
  for (let i = 0; i < count; i++) {
    const node = whole(nodes, i);
    const n = node - parameters;
    setReal(values, node, real(heldValues, node));
    if (whole(ops, n) !== LOG_SUM_EXP) continue;
    setReal(at(SUMS), n, real(at(HELD_SUMS), n));
    setReal(at(TOPS), n, real(at(HELD_TOPS), n));
    if (load<u8>(at(ANEW) + n) === 1) restoreAll(n);
    else
      for (let j = whole(starts, i); j < whole(starts, i + 1); j++) {
        const k = whole(terms, j);
        setReal(parts, k, real(heldParts, k));
      }
  }
}

/** Computes one node that is no sum. */
function compute(n: i32): void {
  const values = at(VALUES);
  const args = at(ARGS);
  const constants = at(CONSTANTS);
  const from = whole(at(STARTS), n);
  const op = whole(at(OPS), n);
  const node = <i32>at(PARAMETERS) + n;
  if (op === PAIR) {
    const first = real(at(BIASES), n) + real(constants, from) * real(values, whole(args, from));
    setReal(values, node, first + real(constants, from + 1) * real(values, whole(args, from + 1)));
  } else if (op === LINEAR) {
    let sum = real(at(BIASES), n);
    const to = whole(at(STARTS), n + 1);
    for (let k = from; k < to; k++) sum += real(constants, k) * real(values, whole(args, k));
    setReal(values, node, sum);
  } else if (op === EXP) setReal(values, node, Math.exp(real(values, whole(args, from))));
  else setReal(values, node, logitOfLog(real(values, whole(args, from))));
}

/** Adds a sum up anew whose moving parts were replaced. */
function renew(n: i32, terms: usize, from: i32, to: i32): void {
  const parts = at(PARTS);
  const heldParts = at(HELD_PARTS);
  for (let j = from; j < to; j++) {
    const k = whole(terms, j);
    setReal(parts, k, real(heldParts, k));
  }
  setReal(at(HELD_SHIFTS), n, real(at(SHIFTS), n));
  store<u8>(at(ANEW) + n, 1);
  for (let k = whole(at(STARTS), n); k < whole(at(STARTS), n + 1); k++) setReal(heldParts, k, real(parts, k));
  addUp(n);
}

function restoreAll(n: i32): void {
  setReal(at(SHIFTS), n, real(at(HELD_SHIFTS), n));
  for (let k = whole(at(STARTS), n); k < whole(at(STARTS), n + 1); k++) setReal(at(PARTS), k, real(at(HELD_PARTS), k));
}

/** Adds a sum up from the values of all its parts, less the largest. */
function addUp(n: i32): void {
  const values = at(VALUES);
  const from = whole(at(STARTS), n);
  const to = whole(at(STARTS), n + 1);
  let shift = -Infinity;
  for (let k = from; k < to; k++) shift = Math.max(shift, real(values, whole(at(ARGS), k)) + real(at(CONSTANTS), k));
  let sum: f64 = 0;
  for (let k = from; k < to; k++) {
    const part = Math.exp(real(values, whole(at(ARGS), k)) + real(at(CONSTANTS), k) - shift);
    setReal(at(PARTS), k, part);
    sum += part;
  }
  setReal(at(SHIFTS), n, shift);
  setReal(at(SUMS), n, sum);
  setReal(at(TOPS), n, sum);
  setReal(values, <i32>at(PARAMETERS) + n, shift + Math.log(sum));
}
