import { real, setReal, setWhole, whole } from "./numbers";
import { exponentials } from "./pairs";

/** Bits that are sorted by at a time. */
const BITS = 11;
const BUCKETS = 2048;
const MASK = 2047;
/** Longer runs of one key than this are not put in order by comparing. */
const LONGEST_RUN = 24;

let length: i32 = 0;
let values: usize = 0;
let sorted: usize = 0;
let raised: usize = 0;
let scores: usize = 0;
let ranks: usize = 0;
let away: usize = 0;
let keys: usize = 0;
let order: usize = 0;
let next: usize = 0;
let starts: usize = 0;
let effective: f64 = 0;

/** Makes room for series of so many numbers; what was there before is lost. */
export function prepare(n: i32): void {
  length = n;
  const reals = (<usize>n + 2) << 3;
  values = (__heap_base + 15) & ~15;
  sorted = values + reals;
  raised = sorted + reals;
  scores = raised + reals;
  ranks = scores + reals;
  away = ranks + reals;
  keys = away + reals;
  order = keys + reals;
  next = order + reals;
  starts = next + reals;
  const missing = <i32>(starts + (BUCKETS << 2)) - (memory.size() << 16);
  if (missing > 0) memory.grow((missing + 0xffff) >> 16);
}

/** Where the numbers to come are to be written. */
export function valuesAt(): usize {
  return values;
}

/** Where they stand in ascending order. */
export function sortedAt(): usize {
  return sorted;
}

/** Where the exponentials of these stand. */
export function raisedAt(): usize {
  return raised;
}

/** Where the normal scores of ranks are to be written. */
export function scoresAt(): usize {
  return scores;
}

/** The effective number of draws that `diagnose` found. */
export function draws(): f64 {
  return effective;
}

/** Puts the numbers in ascending order, and their exponentials; gives false where they are to be sorted some other way. */
export function sort(): bool {
  if (!stepsBetween()) return false;
  sortByKeys();
  if (!insertWithinRuns()) return false;
  for (let k = 0; k < length; k++) setReal(sorted, k, real(values, whole(order, k)));
  for (let k: usize = 0; k < <usize>length; k += 2)
    v128.store(raised + (k << 3), exponentials(v128.load(sorted + (k << 3))));
  return true;
}

/** R-hat of the numbers, which stand in so many halves of chains one after another; to be called once they are sorted. */
export function diagnose(halves: i32): f64 {
  normalScores(order, sorted);
  const bulk = rhatOf(halves);
  effective = effectiveDraws(halves);
  fold();
  normalScores(next, away);
  return max(bulk, rhatOf(halves));
}

/** Writes where each number stands between the least and the largest, in as many steps as two digits can tell apart. */
function stepsBetween(): bool {
  let least = real(values, 0);
  let largest = least;
  for (let i = 1; i < length; i++) {
    const value = real(values, i);
    if (value < least) least = value;
    else if (value > largest) largest = value;
    // What is no number is neither less nor more than anything.
    else if (!(value >= least)) return false;
  }
  const scale = <f64>(BUCKETS * BUCKETS - 1) / (largest - least);
  if (!(scale > 0 && scale < Infinity)) return false;
  for (let i = 0; i < length; i++) setWhole(keys, i, <i32>((real(values, i) - least) * scale));
  return true;
}

function sortByKeys(): void {
  for (let i = 0; i < length; i++) setWhole(next, i, i);
  sortByDigit(0, next, order);
  sortByDigit(BITS, order, next);
  const done = next;
  next = order;
  order = done;
}

function sortByDigit(shift: i32, from: usize, into: usize): void {
  memory.fill(starts, 0, BUCKETS << 2);
  for (let i = 0; i < length; i++) {
    const digit = (whole(keys, i) >>> shift) & MASK;
    setWhole(starts, digit, whole(starts, digit) + 1);
  }
  let sum = 0;
  for (let digit = 0; digit < BUCKETS; digit++) {
    const count = whole(starts, digit);
    setWhole(starts, digit, sum);
    sum += count;
  }
  for (let k = 0; k < length; k++) {
    const i = whole(from, k);
    const digit = (whole(keys, i) >>> shift) & MASK;
    const place = whole(starts, digit);
    setWhole(into, place, i);
    setWhole(starts, digit, place + 1);
  }
}

/** Puts the positions in every run of one key in the order of their numbers; gives false at a run that is too long for that. */
function insertWithinRuns(): bool {
  let first = 0;
  for (let k = 1; k < length; k++) {
    const at = whole(order, k);
    if (whole(keys, at) !== whole(keys, whole(order, first))) first = k;
    if (k - first >= LONGEST_RUN) return false;
    const value = real(values, at);
    let place = k;
    for (; place > first && real(values, whole(order, place - 1)) > value; place--)
      setWhole(order, place, whole(order, place - 1));
    setWhole(order, place, at);
  }
  return true;
}

/** Writes normal scores of the ranks of numbers, where these stand; ties get the score in the middle of theirs. */
function normalScores(order: usize, sorted: usize): void {
  let first = 0;
  while (first < length) {
    let last = first;
    while (last + 1 < length && real(sorted, last + 1) === real(sorted, first)) last++;
    const score = (real(scores, (first + last) >> 1) + real(scores, (first + last + 1) >> 1)) / 2;
    for (let k = first; k <= last; k++) setReal(ranks, whole(order, k), score);
    first = last + 1;
  }
}

/** Writes distances from the median in ascending order into `away`, and where they stand into `next`: the two sides of the order merged. */
function fold(): void {
  const half = <f64>(length - 1) * 0.5;
  const low = <i32>half;
  let middle = real(sorted, low);
  if (low + 1 < length) middle += (half - <f64>low) * (real(sorted, low + 1) - middle);
  let above = 0;
  while (above < length - 1 && real(sorted, above) < middle) above++;
  let below = above - 1;
  for (let i = 0; i < length; i++) {
    const up = above < length ? Math.abs(real(sorted, above) - middle) : Infinity;
    const down = below >= 0 ? Math.abs(real(sorted, below) - middle) : Infinity;
    setReal(away, i, min(up, down));
    setWhole(next, i, whole(order, up <= down ? above++ : below--));
  }
}

let within: f64 = 0;
let between: f64 = 0;

/** Split R-hat of the ranks; leaves the mean of the variances within halves, and the variance of their means, and centers each half. */
function rhatOf(halves: i32): f64 {
  const n = length / halves;
  let mean: f64 = 0;
  let squares: f64 = 0;
  within = 0;
  for (let h = 0; h < halves; h++) {
    const half = ranks + ((<usize>(h * n)) << 3);
    const center = sumOf(half, n) / <f64>n;
    let sum: f64 = 0;
    for (let i = 0; i < n; i++) {
      const off = real(half, i) - center;
      setReal(half, i, off);
      sum += off * off;
    }
    within += sum / <f64>(n - 1) / <f64>halves;
    // Welford's mean and squares of the centers.
    const off = center - mean;
    mean += off / <f64>(h + 1);
    squares += off * (center - mean);
  }
  between = squares / <f64>(halves - 1);
  const share = <f64>(n - 1) / <f64>n;
  return Math.sqrt(between === 0 ? share : share + between / within);
}

function sumOf(vector: usize, n: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; i++) sum += real(vector, i);
  return sum;
}

/** Geyer's initial monotone sequence over the combined autocorrelations of centered halves; never more than draws · log10(draws). */
function effectiveDraws(halves: i32): f64 {
  const n = length / halves;
  const pooled = (<f64>(n - 1) / <f64>n) * within + between;
  const unbiased = 1 / <f64>(n - 1) / <f64>halves;
  let tau: f64 = -1;
  let previous = Infinity;
  for (let lag = 0; lag + 1 < n; lag += 2) {
    let sum: f64 = 0;
    for (let h = 0; h < halves; h++) {
      const half = ranks + ((<usize>(h * n)) << 3);
      sum += productsAt(half, n, lag) + productsAt(half, n, lag + 1);
    }
    const pair = min(2 - (2 * within - sum * unbiased) / pooled, previous);
    if (pair <= 0) break;
    tau += 2 * pair;
    previous = pair;
  }
  return <f64>length / max(tau, 1 / Math.log10(<f64>length));
}

/** The sum of the products of a half with itself, a lag later. */
function productsAt(half: usize, n: i32, lag: i32): f64 {
  const later = half + ((<usize>lag) << 3);
  const count = n - lag;
  let one = f64x2.splat(0);
  let other = one;
  let i = 0;
  for (; i + 3 < count; i += 4) {
    const first = (<usize>i) << 3;
    one = f64x2.add(one, f64x2.mul(v128.load(half + first), v128.load(later + first)));
    other = f64x2.add(other, f64x2.mul(v128.load(half + first, 16), v128.load(later + first, 16)));
  }
  const both = f64x2.add(one, other);
  let sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
  for (; i < count; i++) sum += real(half, i) * real(later, i);
  return sum;
}
