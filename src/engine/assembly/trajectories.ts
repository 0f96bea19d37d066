import { factorLog } from "./components";
import { at } from "./layout";
import { add, normalLogCdfInSum, real, setReal, slopeOfBound, whole } from "./numbers";
import { backward, forward, leadToAll } from "./path";
import {
  ACTIVE,
  ACTIVES,
  ADJOINTS,
  CHOSEN,
  GRADIENT,
  GROUP_STARTS,
  GROUPS,
  HALF_PRECISION,
  IS_STEP,
  LOG_PEAK,
  LOG_WEIGHT,
  MEAN,
  NODE,
  NODES,
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
  SPREAD_NODE,
  TERMS,
  VARIANCE,
  VERDICT,
} from "./slots";
import { FREEDOM } from "./terms";

/** A product is put into its logarithm before it gets larger than this. */
const FAR: f64 = 1e200;

/** The log density given the chosen components, up to a constant, where the active parameters are; writes its gradient. */
export function given(): f64 {
  place();
  forward();
  forget();
  let log = pullPriors();
  for (let g = 0; g < <i32>at(GROUPS); g++) {
    const c = whole(at(CHOSEN), g);
    log += logOf(c);
    push(c, 1);
  }
  backward();
  return log + finish();
}

/**
 * The same with the components of each group summed out, of one group, if it is named, only those where it is right, or wrong. It goes over the whole tape, so `lead` has to be
 * called again before what is given is asked for.
 */
export function marginal(pinned: i32, isRight: bool): f64 {
  begin();
  let log = pullPriors();
  for (let g = 0; g < <i32>at(GROUPS); g++) {
    log += normalise(g, g === pinned, isRight);
    for (let c = whole(at(GROUP_STARTS), g); c < whole(at(GROUP_STARTS), g + 1); c++) push(c, real(at(TERMS), c));
  }
  backward();
  return log + finish();
}

/** Leaves how probable each component is within its group; as `marginal`, it goes over the whole tape. */
export function responsibilities(): void {
  begin();
  for (let g = 0; g < <i32>at(GROUPS); g++) normalise(g, false, false);
}

/** Computes the whole tape, and forgets the adjoints. */
function begin(): void {
  leadToAll();
  place();
  forward();
  forget();
}

/** Turns the components of a group into probabilities; gives the log of their sum. */
function normalise(g: i32, isPinned: bool, isRight: bool): f64 {
  const terms = at(TERMS);
  const from = whole(at(GROUP_STARTS), g);
  const to = whole(at(GROUP_STARTS), g + 1);
  let largest = -Infinity;
  for (let c = from; c < to; c++) {
    const isLeftOut = isPinned && (whole(at(VERDICT), c) === 0) !== isRight;
    const log = isLeftOut ? -Infinity : logOf(c);
    setReal(terms, c, log);
    if (log > largest) largest = log;
  }
  let sum: f64 = 0;
  for (let c = from; c < to; c++) {
    const share = Math.exp(real(terms, c) - largest);
    setReal(terms, c, share);
    sum += share;
  }
  for (let c = from; c < to; c++) setReal(terms, c, real(terms, c) / sum);
  return largest + Math.log(sum);
}

function place(): void {
  for (let i = 0; i < <i32>at(ACTIVES); i++) setReal(at(PATH_VALUES), whole(at(ACTIVE), i), real(at(POSITION), i));
}

function forget(): void {
  memory.fill(at(ADJOINTS), 0, (<usize>(<i32>at(PARAMETERS) + <i32>at(NODES))) << 3);
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

/** The log of a component where trajectories are. */
function logOf(c: i32): f64 {
  const values = at(PATH_VALUES);
  const distance = real(values, whole(at(NODE), c)) - real(at(MEAN), c);
  const side = whole(at(SIDE), c);
  const spread = whole(at(SPREAD_NODE), c);
  const second = whole(at(SECOND_NODE), c);
  let log: f64 = 0;
  if (side === 0 && spread < 0) log = real(at(LOG_PEAK), c) - distance * distance * real(at(HALF_PRECISION), c);
  else log = real(at(LOG_WEIGHT), c) + factorLog(side, distance, varianceOf(c));
  if (second < 0) return log;
  const beside = real(values, second) - real(at(SECOND_MEAN), c);
  return log + factorLog(whole(at(SECOND_SIDE), c), beside, real(at(SECOND_VARIANCE), c));
}

/** Adds to the adjoints the slopes of a component, times its share. */
function push(c: i32, share: f64): void {
  if (share < 1e-14) return;
  const values = at(PATH_VALUES);
  const adjoints = at(ADJOINTS);
  const node = whole(at(NODE), c);
  const distance = real(values, node) - real(at(MEAN), c);
  const side = whole(at(SIDE), c);
  const spread = whole(at(SPREAD_NODE), c);
  const second = whole(at(SECOND_NODE), c);
  const variance = varianceOf(c);
  add(adjoints, node, share * slopeOf(side, distance, variance));
  if (second >= 0) {
    const beside = real(values, second) - real(at(SECOND_MEAN), c);
    add(adjoints, second, share * slopeOf(whole(at(SECOND_SIDE), c), beside, real(at(SECOND_VARIANCE), c)));
  }
  if (spread < 0 || side !== 0) return;
  add(adjoints, spread, ((share * ((distance * distance) / variance - 1)) / variance) * real(values, spread));
}

function varianceOf(c: i32): f64 {
  const spread = whole(at(SPREAD_NODE), c);
  if (spread < 0) return real(at(VARIANCE), c);
  const deviation = real(at(PATH_VALUES), spread);
  return real(at(VARIANCE), c) + deviation * deviation;
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
