import { real, whole } from "./vector.ts";

/** Bits that are sorted by at a time, and how many passes 64 bits take. */
const BITS = 11;
const PASSES = 6;
const BUCKETS = 1 << BITS;
const MASK = BUCKETS - 1;

/**
 * The positions of values in ascending order of the values; equal ones stay as they stand. A radix sort of the bits of the numbers, whose order
 * is that of the numbers once those below zero are turned round: some ten times as fast as a sort that compares.
 * @example
 * orderOf(Float64Array.of(3, 1, 2)) // => {"0":1,"1":2,"2":0}
 */
export function orderOf(values: Float64Array): Int32Array {
  const n = values.length;
  const { low, high } = keysOf(values);
  let order = Int32Array.from({ length: n }, (_, i) => i);
  let next = new Int32Array(n);
  const starts = new Int32Array(BUCKETS);
  for (let pass = 0; pass < PASSES; pass++) {
    starts.fill(0);
    for (let i = 0; i < n; i++) {
      const digit = digitOf(low, high, i, pass);
      starts[digit] = whole(starts, digit) + 1;
    }
    if (n > 0 && whole(starts, digitOf(low, high, 0, pass)) === n) continue;
    for (let digit = 0, at = 0; digit < BUCKETS; digit++) {
      const count = whole(starts, digit);
      starts[digit] = at;
      at += count;
    }
    for (let k = 0; k < n; k++) {
      const i = whole(order, k);
      const digit = digitOf(low, high, i, pass);
      const at = whole(starts, digit);
      next[at] = i;
      starts[digit] = at + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** The two halves of numbers whose order as whole numbers is that of the values. */
function keysOf(values: Float64Array): { readonly low: Int32Array; readonly high: Int32Array } {
  const words = new Int32Array(Float64Array.from(values).buffer);
  const first = IS_LITTLE_ENDIAN ? 0 : 1;
  const low = new Int32Array(values.length);
  const high = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const upper = whole(words, 2 * i + 1 - first);
    const lower = whole(words, 2 * i + first);
    low[i] = upper < 0 ? ~lower : lower;
    high[i] = upper < 0 ? ~upper : upper ^ 0x80000000;
  }
  return { low, high };
}

const IS_LITTLE_ENDIAN = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;

/** Eleven bits of a key, from the lowest; the third digit spans both halves. */
function digitOf(low: Int32Array, high: Int32Array, i: number, pass: number): number {
  const bit = pass * BITS;
  if (bit + BITS <= 32) return (whole(low, i) >>> bit) & MASK;
  if (bit >= 32) return (whole(high, i) >>> (bit - 32)) & MASK;
  return ((whole(low, i) >>> bit) | (whole(high, i) << (32 - bit))) & MASK;
}

/**
 * Values in a given order.
 * @example
 * inOrder(Float64Array.of(3, 1, 2), Int32Array.of(1, 2, 0)) // => {"0":1,"1":2,"2":3}
 */
export function inOrder(values: Float64Array, order: Int32Array): Float64Array {
  const sorted = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) sorted[k] = real(values, whole(order, k));
  return sorted;
}
