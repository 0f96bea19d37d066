import { at } from "./layout";
import { add, logitOfLog, real, setReal, setWhole, whole } from "./numbers";
import {
  ADJOINTS,
  ARGS,
  BIASES,
  CHOSEN,
  CONSTANTS,
  EXPONENTIALS,
  FACTORS,
  GROUPS,
  IS_PART,
  LED_NODES,
  LED_PARTS,
  NODE,
  NODES,
  OPS,
  PARAMETERS,
  PATH_VALUES,
  PRIOR_NODES,
  PRIORS,
  SECOND_NODE,
  SLOPES,
  SPREAD_NODE,
  STARTS,
  WANTED,
} from "./slots";
import { EXP, LEAST_SUM, LINEAR, LOG_SUM_EXP, MOST_SUM, NEAREST_TO_ONE, PAIR } from "./terms";

let ledParts: i32 = 0;
let ledNodes: i32 = 0;

/** Has trajectories go over what the chosen components and the priors need, and no more. */
export function lead(): void {
  const wanted = at(WANTED);
  const parameters = <i32>at(PARAMETERS);
  memory.fill(wanted, 0, parameters + <i32>at(NODES));
  for (let k = 0; k < <i32>at(PRIORS); k++) store<u8>(wanted + whole(at(PRIOR_NODES), k), 1);
  for (let g = 0; g < <i32>at(GROUPS); g++) {
    const c = whole(at(CHOSEN), g);
    want(whole(at(NODE), c));
    want(whole(at(SECOND_NODE), c));
    want(whole(at(SPREAD_NODE), c));
  }
  const starts = at(STARTS);
  const nodes = at(LED_NODES);
  const all = <i32>at(NODES);
  let first = all;
  for (let n = all - 1; n >= 0; n--) {
    if (load<u8>(wanted + parameters + n) === 0) continue;
    setWhole(nodes, --first, n);
    for (let k = whole(starts, n); k < whole(starts, n + 1); k++) store<u8>(wanted + whole(at(ARGS), k), 1);
  }
  ledNodes = all - first;
  memory.copy(nodes, nodes + ((<usize>first) << 2), (<usize>ledNodes) << 2);
  ledParts = 0;
  for (let p = 0; p < parameters; p++)
    if (load<u8>(wanted + p) === 1 && load<u8>(at(IS_PART) + p) === 1) setWhole(at(LED_PARTS), ledParts++, p);
}

/** Has trajectories go over the whole tape. */
export function leadToAll(): void {
  const parameters = <i32>at(PARAMETERS);
  ledNodes = <i32>at(NODES);
  for (let n = 0; n < ledNodes; n++) setWhole(at(LED_NODES), n, n);
  ledParts = 0;
  for (let p = 0; p < parameters; p++) if (load<u8>(at(IS_PART) + p) === 1) setWhole(at(LED_PARTS), ledParts++, p);
}

function want(node: i32): void {
  if (node >= 0) store<u8>(at(WANTED) + node, 1);
}

/** Computes those nodes that the path goes over. */
export function forward(): void {
  const parameters = <i32>at(PARAMETERS);
  const values = at(PATH_VALUES);
  const exponentials = at(EXPONENTIALS);
  const isPart = at(IS_PART);
  const ops = at(OPS);
  const args = at(ARGS);
  const constants = at(CONSTANTS);
  const biases = at(BIASES);
  const starts = at(STARTS);
  for (let i = 0; i < ledParts; i++) {
    const p = whole(at(LED_PARTS), i);
    setReal(exponentials, p, Math.exp(real(values, p)));
  }
  for (let i = 0; i < ledNodes; i++) {
    const n = whole(at(LED_NODES), i);
    const node = parameters + n;
    const op = whole(ops, n);
    const from = whole(starts, n);
    if (op === PAIR) {
      const first = real(biases, n) + real(constants, from) * real(values, whole(args, from));
      setReal(values, node, first + real(constants, from + 1) * real(values, whole(args, from + 1)));
    } else if (op === LOG_SUM_EXP) setReal(values, node, addParts(from, whole(starts, n + 1)));
    else if (op === LINEAR) {
      let sum = real(biases, n);
      const to = whole(starts, n + 1);
      for (let k = from; k < to; k++) sum += real(constants, k) * real(values, whole(args, k));
      setReal(values, node, sum);
    } else if (op === EXP) setReal(values, node, Math.exp(real(values, whole(args, from))));
    else {
      const value = real(values, whole(args, from));
      setReal(at(SLOPES), from, value > NEAREST_TO_ONE ? 0 : -1 / Math.expm1(value));
      setReal(values, node, logitOfLog(value));
    }
    if (load<u8>(isPart + node) === 1) setReal(exponentials, node, Math.exp(real(values, node)));
  }
}

/** A sum from the exponentials of its parts; leaves its slopes. */
function addParts(from: i32, to: i32): f64 {
  const args = at(ARGS);
  const slopes = at(SLOPES);
  let sum: f64 = 0;
  for (let k = from; k < to; k++) {
    const part = real(at(EXPONENTIALS), whole(args, k)) * real(at(FACTORS), k);
    setReal(slopes, k, part);
    sum += part;
  }
  if (!(sum > LEAST_SUM && sum < MOST_SUM)) return logSumExp(from, to);
  const share = 1 / sum;
  for (let k = from; k < to; k++) setReal(slopes, k, real(slopes, k) * share);
  return Math.log(sum);
}

function logSumExp(from: i32, to: i32): f64 {
  const slopes = at(SLOPES);
  let largest = -Infinity;
  for (let k = from; k < to; k++) {
    const term = real(at(PATH_VALUES), whole(at(ARGS), k)) + real(at(CONSTANTS), k);
    setReal(slopes, k, term);
    if (term > largest) largest = term;
  }
  let sum: f64 = 0;
  for (let k = from; k < to; k++) {
    const share = Math.exp(real(slopes, k) - largest);
    setReal(slopes, k, share);
    sum += share;
  }
  for (let k = from; k < to; k++) setReal(slopes, k, real(slopes, k) / sum);
  return largest + Math.log(sum);
}

/** Adds to the adjoints of the parameters what those of the nodes of the path imply. */
export function backward(): void {
  const parameters = <i32>at(PARAMETERS);
  const values = at(PATH_VALUES);
  const adjoints = at(ADJOINTS);
  const ops = at(OPS);
  const args = at(ARGS);
  const constants = at(CONSTANTS);
  const starts = at(STARTS);
  const slopes = at(SLOPES);
  for (let i = ledNodes - 1; i >= 0; i--) {
    const n = whole(at(LED_NODES), i);
    const adjoint = real(adjoints, parameters + n);
    if (adjoint === 0) continue;
    const from = whole(starts, n);
    const op = whole(ops, n);
    if (op === EXP) {
      add(adjoints, whole(args, from), adjoint * real(values, parameters + n));
      continue;
    }
    const by = op === PAIR || op === LINEAR ? constants : slopes;
    const to = whole(starts, n + 1);
    for (let k = from; k < to; k++) add(adjoints, whole(args, k), adjoint * real(by, k));
  }
}
