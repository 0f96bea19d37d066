import { addSparse, productWith, type SparseVector, sparseProduct } from "./sparse-vector.ts";
import { dot, real, whole } from "./vector.ts";

/** A precision that is added to a density, or taken from it, along one direction. */
export interface RankOne {
  readonly direction: SparseVector;
  /** Precision along it; below zero where some is taken away. */
  readonly precision: number;
}

/** One piece of a turn, I − W·M·Wᵀ for k directions W: M, and Mᵀ for the way back (each k × k, row by row). */
export type Knot = { readonly forth: Float64Array; readonly back: Float64Array } & (
  | { readonly directions: readonly SparseVector[] }
  /** Directions that all have entries in the same places, side by side, row by row. */
  | { readonly at: Int32Array; readonly rows: Float64Array }
);

/** A linear map Π of whitened coordinates, in place. */
export interface Turn {
  /** What it is made of, for whoever does it faster. Knots of one turn have no places in common. */
  readonly knots: readonly Knot[];
  /** z becomes Π·z. */
  forth(z: Float64Array): void;
  /** z becomes Πᵀ·z. */
  back(z: Float64Array): void;
}

/**
 * What a standard normal turns into a normal with rank-one changes of its precision: Π(I − γ·a·aᵀ), with 1 − γ|a|² = 1/√(1 + δ|a|²) for the precision δ along
 * a, where a is each direction as the changes before it leave it. Gains come first, so that no loss meets a precision that is
 * not there yet. All of it is worked out in the space of the directions W, where Π = I − W·M·Wᵀ, for directions that have nothing in common each for itself;
 * `product` gives the scalar product of two changes' directions.
 * @example
 * ((z) => { turnOf([{ direction: { at: Int32Array.of(0), amounts: Float64Array.of(1) }, precision: 3 }]).forth(z); return [...z]; })(Float64Array.of(2)) // => [1]
 */
export function turnOf(
  changes: readonly RankOne[],
  product: (one: SparseVector, other: SparseVector) => number = sparseProduct,
): Turn {
  const knots = apart(changes).map((own) => {
    const ordered = own.toSorted((a, b) => b.precision - a.precision);
    const directions = ordered.map(({ direction }) => direction);
    const gram = gramOf(directions.length, (i, j) => {
      const [one, other] = [directions[i], directions[j]];
      return one && other ? product(one, other) : 0;
    });
    const core = coreOf(
      gram,
      Float64Array.from(ordered, ({ precision }) => precision),
    );
    return { directions, ...core, along: new Float64Array(directions.length) };
  });
  return {
    knots,
    forth(z) {
      for (const { directions, forth, along } of knots) takeAway(directions, forth, along, z);
    },
    back(z) {
      for (const { directions, back, along } of knots) takeAway(directions, back, along, z);
    },
  };
}

/** z becomes z − W·K·Wᵀ·z, for the directions W and a matrix K (k × k, row by row). */
function takeAway(
  directions: readonly SparseVector[],
  matrix: Float64Array,
  along: Float64Array,
  z: Float64Array,
): void {
  for (let i = 0; i < along.length; i++) {
    const direction = directions[i];
    if (direction) along[i] = productWith(direction, z);
  }
  for (let i = 0; i < along.length; i++) {
    const direction = directions[i];
    if (direction) addSparse(z, direction, -rowTimes(matrix, i, along));
  }
}

/** Changes whose directions hang together by what they have in common. */
function apart(changes: readonly RankOne[]): readonly (readonly RankOne[])[] {
  const owners = new Map<number, number>();
  const heads = Int32Array.from(changes.keys());
  const headOf = (i: number): number => {
    let head = i;
    while (whole(heads, head) !== head) head = whole(heads, head);
    return head;
  };
  changes.forEach(({ direction: { at } }, i) => {
    for (const position of at) {
      const owner = owners.get(position);
      if (owner === undefined) owners.set(position, i);
      else heads[headOf(owner)] = headOf(i);
    }
  });
  const found = new Map<number, RankOne[]>();
  changes.forEach((change, i) => {
    const knot = found.get(headOf(i));
    if (knot) knot.push(change);
    else found.set(headOf(i), [change]);
  });
  return [...found.values()];
}

/** Directions that all have entries in the same places: side by side, row by row, and the precision that is added along each. */
export interface FullChanges {
  readonly at: Int32Array;
  readonly rows: Float64Array;
  readonly precisions: Float64Array;
}

/**
 * The same turn along directions that have most of their entries in common, as totals of many parts have: without looking up where each entry stands. The changes
 * are taken in their order, so gains have to come first.
 * @example
 * ((z) => { fullTurnOf({ at: Int32Array.of(1), rows: Float64Array.of(1), precisions: Float64Array.of(3) }).forth(z); return [...z]; })(Float64Array.of(2, 2)) // => [2, 1]
 */
export function fullTurnOf({ at, rows, precisions }: FullChanges): Turn {
  const width = at.length;
  const row = (i: number): Float64Array => rows.subarray(i * width, (i + 1) * width);
  const core = coreOf(
    gramOf(precisions.length, (i, j) => dot(row(i), row(j))),
    precisions,
  );
  const own = new Float64Array(width);
  const along = new Float64Array(precisions.length);
  const turn = (z: Float64Array, matrix: Float64Array): void => {
    for (let u = 0; u < width; u++) own[u] = real(z, whole(at, u));
    for (let i = 0; i < along.length; i++) {
      let sum = 0;
      for (let u = 0, k = i * width; u < width; u++, k++) sum += real(rows, k) * real(own, u);
      along[i] = sum;
    }
    for (let i = 0; i < along.length; i++) {
      const amount = rowTimes(matrix, i, along);
      for (let u = 0, k = i * width; u < width; u++, k++) own[u] = real(own, u) - amount * real(rows, k);
    }
    for (let u = 0; u < width; u++) z[whole(at, u)] = real(own, u);
  };
  return { knots: [{ at, rows, ...core }], forth: (z) => turn(z, core.forth), back: (z) => turn(z, core.back) };
}

function rowTimes(matrix: Float64Array, i: number, vector: Float64Array): number {
  let sum = 0;
  for (let j = 0, k = i * vector.length; j < vector.length; j++, k++) sum += real(matrix, k) * real(vector, j);
  return sum;
}

/**
 * The scalar products of k directions with each other (k × k, row by row).
 * @example
 * gramOf(2, (i, j) => 10 * i + j) // => {"0":0,"1":10,"2":10,"3":11}
 */
export function gramOf(k: number, product: (i: number, j: number) => number): Float64Array {
  const gram = new Float64Array(k * k);
  for (let i = 0; i < k; i++) for (let j = 0; j <= i; j++) gram[i * k + j] = gram[j * k + i] = product(i, j);
  return gram;
}

/**
 * No change takes more of the precision along its direction than leaves this: what is left is a difference of two numbers that are known to three
 * digits, for negligible entries are left out. A step that is too short there costs time; one that is too long would be refused.
 */
const LEAST_LEFT = 0.01;

/** The matrix Mᵀ for the way back (k × k, row by row), one change after another, and M itself for the way forth. */
function coreOf(gram: Float64Array, precisions: Float64Array): { forth: Float64Array; back: Float64Array } {
  const k = precisions.length;
  const core = new Float64Array(k * k);
  const a = new Float64Array(k);
  const seen = new Float64Array(k);
  const row = new Float64Array(k);
  for (let f = 0; f < k; f++) {
    const own = gram.subarray(f * k, (f + 1) * k);
    for (let i = 0; i < k; i++) a[i] = (i === f ? 1 : 0) - rowTimes(core, i, own);
    for (let i = 0; i < k; i++) seen[i] = rowTimes(gram, i, a);
    const square = dot(a, seen);
    const left = Math.max(1 + real(precisions, f) * square, LEAST_LEFT);
    if (square <= 0 || left === 1) continue;
    const gamma = (1 - 1 / Math.sqrt(left)) / square;
    for (let j = 0; j < k; j++) {
      let sum = real(a, j);
      for (let i = 0; i < k; i++) sum -= real(core, i * k + j) * real(seen, i);
      row[j] = gamma * sum;
    }
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++) core[i * k + j] = real(core, i * k + j) + real(a, i) * real(row, j);
  }
  return { forth: core.map((_, at) => real(core, (at % k) * k + Math.floor(at / k))), back: core };
}
