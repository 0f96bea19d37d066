import { factorLog } from "./components";
import { at } from "./layout";
import { logitOfLog, normalLogCdfInSum, real, setReal, setWhole, slopeOfBound, whole } from "./numbers";
import {
  ACTIVE,
  ACTIVES,
  ADJOINTS,
  ARGS,
  BIASES,
  CHOSEN,
  CONSTANTS,
  EXPONENTIALS,
  FACTORS,
  GRADIENT,
  GROUPS,
  HALF_PRECISION,
  IS_PART,
  IS_STEP,
  LED_NODES,
  LED_PARTS,
  LOG_PEAK,
  LOG_WEIGHT,
  MEAN,
  NODE,
  NODES,
  OPS,
  PARAMETERS,
  PATH_VALUES,
  POSITION,
  PRIOR_IS_NORMAL,
  PRIOR_MEANS,
  PRIOR_NODES,
  PRIOR_VARIANCES,
  PRIORS,
  SECOND_MEAN,
  SECOND_NODE,
  SECOND_SIDE,
  SECOND_VARIANCE,
  SIDE,
  SLOPES,
  SPREAD_NODE,
  STARTS,
  VARIANCE,
  WANTED,
} from "./slots";
import { EXP, FREEDOM, LEAST_SUM, LINEAR, LOG_SUM_EXP, MOST_SUM, NEAREST_TO_ONE, PAIR } from "./terms";

/** A product is put into its logarithm before it gets larger than this. */
const FAR: f64 = 1e200;

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

/** The log density given the chosen components, up to a constant, where the active parameters are; writes its gradient. */
export function given(): f64 {
  const values = at(PATH_VALUES);
  for (let i = 0; i < <i32>at(ACTIVES); i++) setReal(values, whole(at(ACTIVE), i), real(at(POSITION), i));
  forward();
  memory.fill(at(ADJOINTS), 0, (<usize>(<i32>at(PARAMETERS) + <i32>at(NODES))) << 3);
  let log = pullPriors();
  for (let g = 0; g < <i32>at(GROUPS); g++) log += pushComponent(whole(at(CHOSEN), g));
  backward();
  return log + finish();
}

function want(node: i32): void {
  if (node >= 0) store<u8>(at(WANTED) + node, 1);
}

function forward(): void {
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

function backward(): void {
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

function add(vector: usize, position: i32, more: f64): void {
  setReal(vector, position, real(vector, position) + more);
}

function pullPriors(): f64 {
  let log: f64 = 0;
  for (let k = 0; k < <i32>at(PRIORS); k++) {
    const node = whole(at(PRIOR_NODES), k);
    const distance = real(at(PATH_VALUES), node) - real(at(PRIOR_MEANS), k);
    const variance = real(at(PRIOR_VARIANCES), k);
    if (load<u8>(at(PRIOR_IS_NORMAL) + k) === 1) {
      log += (-0.5 * distance * distance) / variance;
      add(at(ADJOINTS), node, -distance / variance);
    } else {
      log += normalLogCdfInSum(-distance / Math.sqrt(variance));
      add(at(ADJOINTS), node, slopeOfBound(-1, distance, variance));
    }
  }
  return log;
}

/** The log of a component; adds its slopes to the adjoints. */
function pushComponent(c: i32): f64 {
  const values = at(PATH_VALUES);
  const adjoints = at(ADJOINTS);
  const node = whole(at(NODE), c);
  const distance = real(values, node) - real(at(MEAN), c);
  const side = whole(at(SIDE), c);
  const spread = whole(at(SPREAD_NODE), c);
  let variance = real(at(VARIANCE), c);
  let log: f64 = 0;
  if (side === 0 && spread < 0) log = real(at(LOG_PEAK), c) - distance * distance * real(at(HALF_PRECISION), c);
  else {
    if (spread >= 0) variance += real(values, spread) * real(values, spread);
    log = real(at(LOG_WEIGHT), c) + factorLog(side, distance, variance);
  }
  add(adjoints, node, slopeOf(side, distance, variance));
  const second = whole(at(SECOND_NODE), c);
  if (second >= 0) {
    const beside = real(values, second) - real(at(SECOND_MEAN), c);
    log += factorLog(whole(at(SECOND_SIDE), c), beside, real(at(SECOND_VARIANCE), c));
    add(adjoints, second, slopeOf(whole(at(SECOND_SIDE), c), beside, real(at(SECOND_VARIANCE), c)));
  }
  if (spread >= 0 && side === 0)
    add(adjoints, spread, (((distance * distance) / variance - 1) / variance) * real(values, spread));
  return log;
}

function slopeOf(side: i32, distance: f64, variance: f64): f64 {
  return side === 0 ? -distance / variance : slopeOfBound(side, distance, variance);
}

/** Adds the priors of the parameters, whose adjoints are there; one logarithm for many steps, which are Student-t. */
function finish(): f64 {
  const adjoints = at(ADJOINTS);
  const gradient = at(GRADIENT);
  let squares: f64 = 0;
  let logs: f64 = 0;
  let product: f64 = 1;
  for (let i = 0; i < <i32>at(ACTIVES); i++) {
    const z = real(at(POSITION), i);
    const p = whole(at(ACTIVE), i);
    const square = z * z;
    if (load<u8>(at(IS_STEP) + p) === 1) {
      product *= 1 + square / FREEDOM;
      if (product > FAR) {
        logs += Math.log(product);
        product = 1;
      }
      setReal(gradient, i, real(adjoints, p) - ((FREEDOM + 1) * z) / (FREEDOM + square));
    } else {
      squares += square;
      setReal(gradient, i, real(adjoints, p) - z);
    }
  }
  return -0.5 * squares - ((FREEDOM + 1) / 2) * (logs + Math.log(product));
}
