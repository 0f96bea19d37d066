import {
  type Direction,
  directionOf,
  directionsProduct,
  type Metric,
  metricOf,
  type RankOne,
  updatedMetric,
} from "../math/metric.ts";
import { dot, real, whole } from "../math/vector.ts";
import type { Density } from "./density.ts";
import type { FlatGroups } from "./flat-groups.ts";
import type { Model } from "./model.ts";
import { nodeInformation, usualMean, usualPrecision } from "./node-information.ts";

/**
 * The posterior near a point as a normal: in logarithms an account is nearly linear, and given its component every claim is
 * normal. It is made with the precision that claims have at their nodes on average; what the components of the moment have more
 * or less is a change of rank one at that node.
 */
export interface Linearisation {
  /** The metric with the precision that claims have on average. */
  readonly metric: Metric;
  /** The metric for the chosen components; it depends on them only, never on the position. */
  metricFor(chosen: Int32Array): Metric;
  /** How the active parameters follow when a node moves: their covariances with it. */
  follow(node: number): Float64Array;
  /** Where a node is, as a normal. */
  at(node: number): { readonly mean: number; readonly variance: number };
  /** Where a node would be without the values that claims give it, as a normal; nothing where they say all that is known of it. */
  without(node: number): { readonly mean: number; readonly variance: number } | undefined;
  /** By how much the evidence takes from the variance of every active parameter, as a share of it. */
  informed(): Float64Array;
  /** The precision that chosen components have along every active parameter, the others held where they are. */
  stiffness(chosen: Int32Array): Float64Array;
}

/** What a linearisation is made of. */
export interface LinearisationInput {
  readonly model: Model;
  readonly flat: FlatGroups;
  readonly active: Int32Array;
  readonly density: Density;
  readonly center: Float64Array;
  /** How probable each component is, on average. */
  readonly shares: Float64Array;
}

/** A precision at a node changes the metric where it changes the variance there by more than this factor. */
const MATTERS = Math.log(1.7);

/** A node that claims are held against. */
interface HeldNode {
  readonly direction: Direction;
  /** Its variance under the normal. */
  readonly variance: number;
  /** The precision that claims have there on average. */
  readonly usual: number;
}

/**
 * The linearisation of a model around a point.
 * @example
 * linearise({ model: { tape: { slopesAt() {} }, priors: [], parameters: { isStep: Uint8Array.of() } }, flat: { variance: new Float64Array(), side: new Int32Array() }, active: new Int32Array(), density: { nodeValues: () => [] }, center: new Float64Array(), shares: new Float64Array() }).informed().length // => 0
 */
export function linearise({ model, flat, active, density, center, shares }: LinearisationInput): Linearisation {
  const values = Float64Array.from(density.nodeValues(center));
  const slopes = slopesOf(model, active, values);
  const precision = flat.variance.map((own, c) => {
    const spread = whole(flat.spreadNode, c);
    return whole(flat.side, c) === 0 ? 1 / (own + (spread < 0 ? 0 : real(values, spread) ** 2)) : 0;
  });
  const usual = usualPrecision(flat, shares, precision);
  const prior = priorCurvature(model, active, center);
  const curvature = Float64Array.from(prior);
  for (const [node, weight] of nodeInformation(model, flat, values, shares, precision))
    if (weight > 1e-9) addOuter(curvature, slopes(node), weight);
  const metric = metricOf(curvature, active.length);
  const said = usualMean(flat, shares, precision);
  const nodes = new Map<number, HeldNode>();
  const whitenedSlope = (node: number): Float64Array => {
    const whitened = new Float64Array(active.length);
    metric.gather(slopes(node), whitened);
    return whitened;
  };
  // Numbers only: an account of thousands of parameters has thousands of nodes, and their slopes would not fit in memory.
  const variances = new Map<number, number>();
  const varianceAt = (node: number): number => {
    const known = variances.get(node);
    if (known !== undefined) return known;
    const whitened = whitenedSlope(node);
    const variance = dot(whitened, whitened);
    variances.set(node, variance);
    return variance;
  };
  for (const [node, amount] of usual) {
    const whitened = whitenedSlope(node);
    nodes.set(node, { direction: directionOf(whitened), variance: dot(whitened, whitened), usual: amount });
  }
  return {
    metric,
    metricFor: metricForChosen(metric, nodes, flat, precision),
    follow(node) {
      const along = new Float64Array(active.length);
      metric.spread(whitenedSlope(node), along);
      return along;
    },
    at: (node) => ({ mean: real(values, node), variance: varianceAt(node) }),
    without(node) {
      const held = nodes.get(node);
      if (!held) return undefined;
      const left = 1 / held.variance - held.usual;
      if (left * held.variance < LEFT) return undefined;
      return { mean: (real(values, node) / held.variance - (said.get(node) ?? 0)) / left, variance: 1 / left };
    },
    informed: () => informedBy(metric, prior, active.length),
    stiffness: (chosen) => stiffnessOf(chosen, flat, precision, slopes, active.length),
  };
}

/** A node of which others say less than this share of what is known of it is said to be known from its own claims only. */
const LEFT = 1e-3;

function informedBy(metric: Metric, prior: Float64Array, n: number): Float64Array {
  const unit = new Float64Array(n);
  const whitened = new Float64Array(n);
  return Float64Array.from({ length: n }, (_, i) => {
    unit[i] = 1;
    metric.gather(unit, whitened);
    unit[i] = 0;
    return 1 - dot(whitened, whitened) * real(prior, i * n + i);
  });
}

/** Slope by slope: claims at one node add up, and so do those at others. */
function stiffnessOf(
  chosen: Int32Array,
  flat: Pick<FlatGroups, "node">,
  precision: Float64Array,
  slopes: (node: number) => Float64Array,
  n: number,
): Float64Array {
  const stiff = new Float64Array(n);
  for (const c of chosen) {
    const slope = slopes(whole(flat.node, c));
    for (let i = 0; i < n; i++) stiff[i] = real(stiff, i) + real(precision, c) * real(slope, i) ** 2;
  }
  return stiff;
}

function metricForChosen(
  metric: Metric,
  nodes: ReadonlyMap<number, HeldNode>,
  flat: FlatGroups,
  precision: Float64Array,
): (chosen: Int32Array) => Metric {
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
    let key = "";
    for (const [node, { direction, variance, usual }] of nodes) {
      const more = (now.get(node) ?? 0) - usual;
      if (Math.abs(Math.log(Math.max(1 + more * variance, 1e-6))) < MATTERS) continue;
      changes.push({ direction, precision: more });
      key += `${node}:${more} `;
    }
    if (key !== heldKey) {
      heldKey = key;
      held = changes.length === 0 ? metric : updatedMetric(metric, changes, product);
    }
    return held;
  };
}

/** Products of directions, each worked out when it is first asked for: the same claims are in doubt again and again. */
function rememberedProducts(): (one: Direction, other: Direction) => number {
  const known = new Map<Direction, Map<Direction, number>>();
  return (one, other) => {
    const row = known.get(one) ?? new Map<Direction, number>();
    known.set(one, row);
    const product = row.get(other) ?? directionsProduct(one, other);
    row.set(other, product);
    return product;
  };
}

/** Slopes of nodes in the active parameters. */
function slopesOf(model: Model, active: Int32Array, values: Float64Array): (node: number) => Float64Array {
  const slopes = model.tape.slopesAt(values);
  return (node) => {
    const all = slopes(node);
    const own = new Float64Array(active.length);
    for (let i = 0; i < active.length; i++) own[i] = real(all, whole(active, i));
    return own;
  };
}

/** Information of a standard normal is 1; of a Student-t with 4 degrees of freedom (4 + 1)/(4 + 3), less far out. */
function priorCurvature(model: Model, active: Int32Array, center: Float64Array): Float64Array {
  const n = active.length;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const isStep = model.parameters.isStep[whole(active, i)] === 1;
    matrix[i * n + i] = isStep ? 5 / (7 + real(center, i) ** 2) : 1;
  }
  return matrix;
}

function addOuter(matrix: Float64Array, slope: Float64Array, weight: number): void {
  const n = slope.length;
  const touched = [...slope.keys()].filter((i) => slope[i] !== 0);
  for (const i of touched) {
    const amount = weight * real(slope, i);
    for (const j of touched) matrix[i * n + j] = real(matrix, i * n + j) + amount * real(slope, j);
  }
}
