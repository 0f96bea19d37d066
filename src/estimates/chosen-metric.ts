import { type FactoredMetric, turnedMetric } from "../math/metric.ts";
import { type SparseVector, sparseOf, sparseProduct } from "../math/sparse-vector.ts";
import { type RankOne, turnOf } from "../math/turn.ts";
import { real, whole } from "../math/vector.ts";
import type { FlatGroups } from "./flat-groups.ts";
import { turnOfWide, type WideNodes } from "./wide-nodes.ts";

/** A node that claims are held against. */
export interface HeldNode {
  /** Along what its value changes, in the coordinates of the rough metric; none of a wide node. */
  readonly direction?: SparseVector;
  /** Its variance under the normal. */
  readonly variance: number;
  /** The precision that claims have there on average. */
  readonly usual: number;
}

/** What metrics for chosen components are made from. */
export interface ChosenMetricInput {
  /** The metric without what is known of wide nodes. */
  readonly rough: FactoredMetric;
  /** The metric with all that is known on average. */
  readonly metric: FactoredMetric;
  readonly nodes: ReadonlyMap<number, HeldNode>;
  readonly wide: WideNodes;
  readonly flat: Pick<FlatGroups, "side" | "node">;
  /** The precision of every component. */
  readonly precision: Float64Array;
}

/** A precision at a node changes the metric where it changes the variance there by more than this factor. */
const MATTERS = Math.log(1.7);
/** Entries of a direction that are less than this share of its largest are left out. */
const NEGLIGIBLE = 1e-3;

/**
 * A direction without the entries that hardly matter beside its largest.
 * @example
 * knownDirection(Float64Array.of(0, 3, 1e-9)).at.length // => 1
 */
export function knownDirection(whitened: Float64Array): SparseVector {
  return sparseOf(whitened, NEGLIGIBLE * whitened.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0));
}

/**
 * Gives the metric for chosen components: what is known of narrow nodes is changed where a verdict changes it, then what is known of the wide ones is put upon that.
 * @example
 * chosenMetric({ metric: { size: 0 }, nodes: new Map(), wide: {}, flat: { side: new Int32Array() } })(new Int32Array()).size // => 0
 */
export function chosenMetric(input: ChosenMetricInput): (chosen: Int32Array) => FactoredMetric {
  const { metric, nodes, flat, precision } = input;
  let heldKey = "";
  let held = metric;
  const now = new Map<number, number>();
  const product = rememberedProducts();
  return (chosen) => {
    now.clear();
    for (const c of chosen) {
      if (whole(flat.side, c) !== 0) continue;
      const node = whole(flat.node, c);
      now.set(node, (now.get(node) ?? 0) + real(precision, c));
    }
    const changes: RankOne[] = [];
    const ofWide = new Map<number, number>();
    let key = "";
    for (const [node, { direction, variance, usual }] of nodes) {
      const more = (now.get(node) ?? 0) - usual;
      if (Math.abs(Math.log(Math.max(1 + more * variance, 1e-6))) < MATTERS) continue;
      if (direction) changes.push({ direction, precision: more });
      else ofWide.set(node, more);
      key += `${node}:${more} `;
    }
    if (key !== heldKey) {
      heldKey = key;
      held = key === "" ? metric : changedMetric(input, changes, ofWide, product);
    }
    return held;
  };
}

function changedMetric(
  { rough, wide }: ChosenMetricInput,
  changes: readonly RankOne[],
  ofWide: ReadonlyMap<number, number>,
  product: (one: SparseVector, other: SparseVector) => number,
): FactoredMetric {
  const turn = turnOf(changes, product);
  const turned = (direction: Float64Array): Float64Array => {
    const own = Float64Array.from(direction);
    turn.back(own);
    return own;
  };
  // Gains come before losses.
  const more = [...ofWide].sort(([, one], [, other]) => other - one);
  const directions = [...wide.directions, ...more.map(([node]) => wide.byNode.get(node) ?? new Float64Array())];
  const precisions = Float64Array.of(...wide.precisions, ...more.map(([, precision]) => precision));
  return turnedMetric(rough, [turn, turnOfWide(wide.at, directions.map(turned), precisions)]);
}

/** Products of directions, each worked out when it is first asked for: the same claims are in doubt again and again. */
function rememberedProducts(): (one: SparseVector, other: SparseVector) => number {
  const known = new Map<SparseVector, Map<SparseVector, number>>();
  return (one, other) => {
    const row = known.get(one) ?? new Map<SparseVector, number>();
    known.set(one, row);
    const product = row.get(other) ?? sparseProduct(one, other);
    row.set(other, product);
    return product;
  };
}
