import { computeFactor, computeFactors } from "./factors";
import { at } from "./layout";
import { normalLogCdfInSum, real, setReal, whole } from "./numbers";
import { computeNodes, follow, takeBack } from "./revision";
import {
  COSTS,
  FACTOR_SUMS,
  HELD_FACTOR_SUMS,
  HELD_LARGEST,
  HELD_PARAMETER_LOGS,
  HELD_PRIOR_LOGS,
  HELD_VALUES,
  IS_STEP,
  LARGEST,
  PARAMETER_LOGS,
  PARAMETERS,
  PEAKS,
  PRIOR_IS_NORMAL,
  PRIOR_LOGS,
  PRIOR_MEANS,
  PRIOR_NODES,
  PRIOR_VARIANCES,
  PRIORS,
  VALUES,
} from "./slots";
import { FREEDOM } from "./terms";

// A site in memory: so many of each thing, with pointers to them.
const SITE_PARAMETERS = 0;
const SITE_NODES = 2;
const SITE_TERM_STARTS = 4;
const SITE_TERMS = 5;
const SITE_FACTORS = 6;
const SITE_PRIORS = 8;
const SITE_BASE_COST = 10;
const SITE_LINES = 11;
/** Where the lines begin: of each how many parameters, and pointers to these and to how far each moves. */
const FIRST_LINE = 12;
const LINE_LENGTH = 3;

/** A product of sums is put into its logarithm before it gets larger than this, or as small. */
const FAR: f64 = 1e200;

let moved: i32 = 0;
let spent: f64 = 0;

/** What the last move took to compute. */
export function cost(): f64 {
  return spent;
}

/** Takes up the parameters as they stand. */
export function begin(): void {
  computeNodes();
  for (let i = 0; i < <i32>at(PARAMETERS); i++) setReal(at(PARAMETER_LOGS), i, parameterLog(i));
  for (let k = 0; k < <i32>at(PRIORS); k++) setReal(at(PRIOR_LOGS), k, priorLog(k));
  computeFactors();
}

/** Moves along the lines of a site by amounts; gives the change of the log density, or −∞ as soon as it is sure to be less than `least`. */
export function move(site: usize, by: usize, least: f64): f64 {
  moveAlong(site, by);
  follow(
    pointer(site, SITE_NODES),
    count(site, SITE_NODES),
    pointer(site, SITE_TERM_STARTS - 1),
    pointer(site, SITE_TERMS - 1),
  );
  const factors = pointer(site, SITE_FACTORS);
  const all = count(site, SITE_FACTORS);
  const largest = at(LARGEST);
  const sums = at(FACTOR_SUMS);
  let change = changeOfPriors(site);
  let room = roomOf(factors, all);
  let ratio: f64 = 1;
  let i: i32 = 0;
  spent = <f64>whole(site, SITE_BASE_COST);
  for (; i < all && (change + room >= least || change + room + Math.log(ratio) >= least); i++) {
    const f = whole(factors, i);
    const before = real(largest, f);
    const sum = real(sums, f);
    setReal(at(HELD_LARGEST), f, before);
    setReal(at(HELD_FACTOR_SUMS), f, sum);
    computeFactor(f);
    spent += real(at(COSTS), f);
    change += real(largest, f) - before;
    room -= real(at(PEAKS), f) - before;
    ratio *= real(sums, f) / sum;
    if (ratio > FAR || ratio < 1 / FAR) {
      change += Math.log(ratio);
      ratio = 1;
    }
  }
  moved = i;
  return i < all ? -Infinity : change + Math.log(ratio);
}

/** Takes the last move back. */
export function undo(site: usize): void {
  takeBack(
    pointer(site, SITE_NODES),
    count(site, SITE_NODES),
    pointer(site, SITE_TERM_STARTS - 1),
    pointer(site, SITE_TERMS - 1),
  );
  const parameters = pointer(site, SITE_PARAMETERS);
  for (let i = 0; i < count(site, SITE_PARAMETERS); i++) {
    const p = whole(parameters, i);
    setReal(at(VALUES), p, real(at(HELD_VALUES), p));
    setReal(at(PARAMETER_LOGS), p, real(at(HELD_PARAMETER_LOGS), p));
  }
  const priors = pointer(site, SITE_PRIORS);
  for (let i = 0; i < count(site, SITE_PRIORS); i++) {
    const k = whole(priors, i);
    setReal(at(PRIOR_LOGS), k, real(at(HELD_PRIOR_LOGS), k));
  }
  const factors = pointer(site, SITE_FACTORS);
  for (let i = 0; i < moved; i++) {
    const f = whole(factors, i);
    setReal(at(LARGEST), f, real(at(HELD_LARGEST), f));
    setReal(at(FACTOR_SUMS), f, real(at(HELD_FACTOR_SUMS), f));
  }
}

function count(site: usize, what: i32): i32 {
  return whole(site, what);
}

function pointer(site: usize, what: i32): usize {
  return <usize>whole(site, what + 1);
}

function moveAlong(site: usize, by: usize): void {
  const values = at(VALUES);
  const heldValues = at(HELD_VALUES);
  const parameters = pointer(site, SITE_PARAMETERS);
  for (let i = 0; i < count(site, SITE_PARAMETERS); i++) {
    const p = whole(parameters, i);
    setReal(heldValues, p, real(values, p));
  }
  for (let l = 0; l < whole(site, SITE_LINES); l++) {
    const first = FIRST_LINE + LINE_LENGTH * l;
    const moving = <usize>whole(site, first + 1);
    const amounts = <usize>whole(site, first + 2);
    for (let i = 0; i < whole(site, first); i++) {
      const p = whole(moving, i);
      setReal(values, p, real(values, p) + real(amounts, i) * real(by, l));
    }
  }
}

function changeOfPriors(site: usize): f64 {
  let change: f64 = 0;
  const parameters = pointer(site, SITE_PARAMETERS);
  for (let i = 0; i < count(site, SITE_PARAMETERS); i++) {
    const p = whole(parameters, i);
    const before = real(at(PARAMETER_LOGS), p);
    const after = parameterLog(p);
    setReal(at(HELD_PARAMETER_LOGS), p, before);
    setReal(at(PARAMETER_LOGS), p, after);
    change += after - before;
  }
  const priors = pointer(site, SITE_PRIORS);
  for (let i = 0; i < count(site, SITE_PRIORS); i++) {
    const k = whole(priors, i);
    const before = real(at(PRIOR_LOGS), k);
    const after = priorLog(k);
    setReal(at(HELD_PRIOR_LOGS), k, before);
    setReal(at(PRIOR_LOGS), k, after);
    change += after - before;
  }
  return change;
}

/** By how much some factors could gain at most. */
function roomOf(factors: usize, all: i32): f64 {
  let room: f64 = 0;
  for (let i = 0; i < all; i++) {
    const f = whole(factors, i);
    room += real(at(PEAKS), f) - real(at(LARGEST), f);
  }
  return room;
}

function parameterLog(p: i32): f64 {
  const z = real(at(VALUES), p);
  if (load<u8>(at(IS_STEP) + p) === 0) return -0.5 * z * z;
  return -((FREEDOM + 1) / 2) * Math.log(1 + (z * z) / FREEDOM);
}

function priorLog(k: i32): f64 {
  const distance = real(at(VALUES), whole(at(PRIOR_NODES), k)) - real(at(PRIOR_MEANS), k);
  const variance = real(at(PRIOR_VARIANCES), k);
  if (load<u8>(at(PRIOR_IS_NORMAL) + k) === 1) return (-0.5 * distance * distance) / variance;
  return normalLogCdfInSum(-distance / Math.sqrt(variance));
}
