import { symmetricEigen } from "../math/symmetric-eigen.ts";
import { fullTurnOf, gramOf, type Turn } from "../math/turn.ts";
import { dot, real, whole } from "../math/vector.ts";

/** What is known of a wide node on average, and along what its value changes, in the coordinates of the metric of all else. */
export interface WideNode {
  readonly node: number;
  readonly direction: Float64Array;
  readonly precision: number;
}

/**
 * What is known of all wide nodes together, along directions that are at right angles to each other: years of one total hang on nearly the same, so there are fewer
 * of these.
 */
export interface WideNodes {
  /** The coordinates in which it is more than faint. */
  readonly at: Int32Array;
  /** Directions in all coordinates, and the precision along each. */
  readonly directions: readonly Float64Array[];
  readonly precisions: Float64Array;
  /** Along what the value of each node changes. */
  readonly byNode: ReadonlyMap<number, Float64Array>;
}

/** A coordinate in which all together add less precision than this is left out … */
const FAINT = 0.02;
/** … and so is a direction along which they add less than this; the rest of what is known of it is 1. */
const LITTLE = 0.1;

/**
 * What is known of wide nodes, without what hardly matters.
 * @example
 * wideNodes([{ node: 7, direction: Float64Array.of(0, 2), precision: 4 }]).precisions // => {"0":16}
 */
export function wideNodes(known: readonly WideNode[]): WideNodes {
  const k = known.length;
  const size = known[0]?.direction.length ?? 0;
  const scaled = known.map(({ direction, precision }) => direction.map((entry) => Math.sqrt(precision) * entry));
  const gram = gramOf(k, (i, j) => dot(scaled[i] ?? new Float64Array(), scaled[j] ?? new Float64Array()));
  const { values, vectors } = symmetricEigen(gram, k);
  const telling = [...values.keys()].filter((i) => real(values, i) > LITTLE);
  const along = telling.map((i) => {
    const precision = real(values, i);
    const direction = new Float64Array(size);
    scaled.forEach((one, j) => {
      const share = real(vectors, j * k + i) / Math.sqrt(precision);
      for (let u = 0; u < size; u++) direction[u] = real(direction, u) + share * real(one, u);
    });
    return { direction, precision };
  });
  const added = (u: number): number =>
    along.reduce((sum, { direction, precision }) => sum + precision * real(direction, u) ** 2, 0);
  return {
    at: Int32Array.from({ length: size }, (_, u) => u).filter((u) => added(u) > FAINT),
    directions: along.map(({ direction }) => direction),
    precisions: Float64Array.from(along, ({ precision }) => precision),
    byNode: new Map(known.map(({ node, direction }) => [node, direction])),
  };
}

/**
 * The turn for precisions along directions, in those coordinates alone in which wide nodes are more than faint.
 * @example
 * ((z) => { turnOfWide(Int32Array.of(1), [Float64Array.of(0, 1)], Float64Array.of(3)).forth(z); return [...z]; })(Float64Array.of(2, 2)) // => [2, 1]
 */
export function turnOfWide(at: Int32Array, directions: readonly Float64Array[], precisions: Float64Array): Turn {
  const rows = new Float64Array(at.length * directions.length);
  directions.forEach((direction, k) => {
    for (let u = 0; u < at.length; u++) rows[k * at.length + u] = real(direction, whole(at, u));
  });
  return fullTurnOf({ at, rows, precisions });
}
