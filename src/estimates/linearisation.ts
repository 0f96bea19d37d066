import { type FactoredMetric, type Metric, metricOf, turnedMetric } from "../math/metric.ts";
import { SparseSymmetric } from "../math/sparse-cholesky.ts";
import { addSparse, type SparseVector } from "../math/sparse-vector.ts";
import { dot, real, whole } from "../math/vector.ts";
import { chosenMetric, type HeldNode, knownDirection } from "./chosen-metric.ts";
import type { Density } from "./density.ts";
import type { FlatGroups } from "./flat-groups.ts";
import type { Model } from "./model.ts";
import { nodeInformation, usualMean, usualPrecision } from "./node-information.ts";
import { turnOfWide, type WideNodes, wideNodes } from "./wide-nodes.ts";

/**
 * The posterior near a point as a normal: in logarithms an account is nearly linear, and given its component every claim is
 * normal. It is made with the precision that claims have at their nodes on average; what the components of the moment have more
 * or less is a change of rank one at that node.
 */
export interface Linearisation {
  /** The metric with the precision that claims have on average. */
  readonly metric: Metric;
  /** The metric for the chosen components; it depends on them only, never on the position. */
  metricFor(chosen: Int32Array): FactoredMetric;
  /** How the active parameters follow when a node moves: their covariances with it. */
  follow(node: number): Float64Array;
  /** Where a node is, as a normal. */
  at(node: number): { readonly mean: number; readonly variance: number };
  /** The variance of a node where components are chosen. */
  varianceGiven(node: number, chosen: Int32Array): number;
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
  const information = nodeInformation(model, flat, values, shares, precision);
  const { rough, wide } = apartByWidth(prior, information, slopes);
  const metric = turnedMetric(rough, [turnOfWide(wide.at, wide.directions, wide.precisions)]);
  const whitened = (by: Metric, node: number): Float64Array => whiten(by, slopes(node));
  // Numbers only: an account of thousands of parameters has thousands of nodes, and their slopes would not fit in memory.
  const variances = new Map<number, number>();
  const varianceAt = (node: number): number => {
    const known = variances.get(node);
    if (known !== undefined) return known;
    const along = whitened(metric, node);
    const variance = dot(along, along);
    variances.set(node, variance);
    return variance;
  };
  const nodes = new Map<number, HeldNode>();
  for (const [node, amount] of usual)
    nodes.set(node, {
      ...(wide.byNode.has(node) ? {} : { direction: knownDirection(whitened(rough, node)) }),
      variance: varianceAt(node),
      usual: amount,
    });
  const said = usualMean(flat, shares, precision);
  const metricFor = chosenMetric({ rough, metric, nodes, wide, flat, precision });
  return {
    metric,
    metricFor,
    varianceGiven(node, chosen) {
      const along = whitened(metricFor(chosen), node);
      return dot(along, along);
    },
    follow(node) {
      const along = new Float64Array(active.length);
      metric.spread(whitened(metric, node), along);
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
    informed: () => informedBy(metric, prior),
    stiffness: (chosen) => stiffnessOf(chosen, flat, precision, slopes, active.length),
  };
}

/**
 * A node that hangs on more parameters than this, as a total does, would tie all of them to each other and leave nothing sparse: what is known of it is put upon the
 * metric of all else.
 */
const WIDE = 25;

/** What is known of narrow nodes and before any claim as a metric, and what is known of wide nodes in its coordinates. */
function apartByWidth(
  prior: Float64Array,
  information: ReadonlyMap<number, number>,
  slopes: (node: number) => SparseVector,
): { rough: FactoredMetric; wide: WideNodes } {
  const narrow = new SparseSymmetric(prior);
  const rest: { node: number; precision: number; slope: SparseVector }[] = [];
  for (const [node, precision] of information) {
    if (precision <= 1e-9) continue;
    const slope = slopes(node);
    if (slope.at.length > WIDE) rest.push({ node, precision, slope });
    else narrow.addOuter(slope, precision);
  }
  const rough = metricOf(narrow);
  const wide = wideNodes(
    rest.map(({ node, precision, slope }) => ({ node, precision, direction: whiten(rough, slope) })),
  );
  return { rough, wide };
}

/** A node of which others say less than this share of what is known of it is said to be known from its own claims only. */
const LEFT = 1e-3;

function whiten(metric: Metric, slope: SparseVector): Float64Array {
  const gradient = new Float64Array(metric.size);
  addSparse(gradient, slope, 1);
  const whitened = new Float64Array(metric.size);
  metric.gather(gradient, whitened);
  return whitened;
}

function informedBy(metric: Metric, prior: Float64Array): Float64Array {
  const unit = new Float64Array(prior.length);
  const whitened = new Float64Array(prior.length);
  return prior.map((precision, i) => {
    unit[i] = 1;
    metric.gather(unit, whitened);
    unit[i] = 0;
    return 1 - dot(whitened, whitened) * precision;
  });
}

/** Slope by slope: claims at one node add up, and so do those at others. */
function stiffnessOf(
  chosen: Int32Array,
  flat: Pick<FlatGroups, "node">,
  precision: Float64Array,
  slopes: (node: number) => SparseVector,
  n: number,
): Float64Array {
  const stiff = new Float64Array(n);
  for (const c of chosen) {
    const { at, amounts } = slopes(whole(flat.node, c));
    addSparse(stiff, { at, amounts: amounts.map((slope) => slope * slope) }, real(precision, c));
  }
  return stiff;
}

/** Slopes of nodes in the active parameters. */
function slopesOf(model: Model, active: Int32Array, values: Float64Array): (node: number) => SparseVector {
  const slopes = model.tape.slopesAt(values);
  const places = new Map([...active].map((position, i) => [position, i]));
  return (node) => {
    const { at, amounts } = slopes(node);
    const own = [...at.keys()].filter((k) => places.has(whole(at, k)));
    return {
      at: Int32Array.from(own, (k) => places.get(whole(at, k)) ?? 0),
      amounts: Float64Array.from(own, (k) => real(amounts, k)),
    };
  };
}

/** Information of a standard normal is 1; of a Student-t with 4 degrees of freedom (4 + 1)/(4 + 3), less far out. */
function priorCurvature(model: Model, active: Int32Array, center: Float64Array): Float64Array {
  return center.map((at, i) => (model.parameters.isStep[whole(active, i)] === 1 ? 5 / (7 + at ** 2) : 1));
}
