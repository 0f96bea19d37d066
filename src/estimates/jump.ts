import type { Metric } from "../math/metric.ts";
import { normalLogDensity } from "../math/normal.ts";
import type { Random } from "../math/random.ts";
import { dot, real } from "../math/vector.ts";
import type { GroupTerm, Model } from "./model.ts";

/** A place in the account where claims disagree, and where a chain may be carried from one claim to another. */
export interface JumpSite {
  /** How far each parameter moves when the site's node moves by one. */
  readonly direction: Float64Array;
  /** Where the node is linear, its value is `offset` plus `slope` times the parameters. */
  readonly slope: Float64Array;
  readonly offset: number;
  /** Where a jump may land: claims' centers and the prior, as normals of equal weight; none for a node that bends. */
  readonly landings: readonly { readonly mean: number; readonly variance: number }[];
}

/** Widens a claim's center as a landing: the account rarely sits right on one claim. */
const LANDING_VARIANCE = 0.3 ** 2;

/**
 * The sites of a model: nodes that some claim speaks of, each with the centers of all claims on the same measure and place as
 * landings, and the prior of the node. Every node gives two sites: its parameters follow along the line on which the prior
 * would move them, or along that on which the other evidence would (the metric's covariance times the node's gradient).
 * @example
 * jumpSites({ groups: [], tape: { nodes: 0, parameters: 0 } }, new Int32Array(), {}) // => []
 */
export function jumpSites(model: Model, active: Int32Array, metric: Metric): readonly JumpSite[] {
  const landings = landingsByCell(model.groups);
  const sites = new Map<number, readonly JumpSite[]>();
  for (const term of model.groups) {
    term.group.targets.forEach((target, index) => {
      const node = term.nodes[index];
      if (node === undefined || sites.has(node)) return;
      sites.set(node, sitesOf(linearForm(model, node, active), metric, landings.get(cellOf(target)) ?? []));
    });
  }
  return [...sites.values()].flat();
}

type Landing = { readonly mean: number; readonly variance: number };

function cellOf(target: { readonly measure: string; readonly place?: string }): string {
  return `${target.measure} ${target.place ?? ""}`;
}

function landingsByCell(groups: readonly GroupTerm[]): ReadonlyMap<string, readonly Landing[]> {
  const found = new Map<string, Landing[]>();
  for (const { group } of groups) {
    for (const component of group.components) {
      const target = group.targets[component.target];
      if (!target || component.gross || component.miscopied !== 0) continue;
      const landings = found.get(cellOf(target)) ?? [];
      landings.push({ mean: component.mean, variance: component.variance + LANDING_VARIANCE });
      found.set(cellOf(target), landings);
    }
  }
  return found;
}

interface LinearForm {
  readonly gradient: Float64Array;
  readonly offset: number;
  /** False where the gradient is not the same everywhere. */
  readonly exact: boolean;
}

/** The gradient of a node over the active parameters at their middle, and whether it is the same at a far point. */
function linearForm(model: Model, node: number, active: Int32Array): LinearForm {
  const at = (level: number): { readonly gradient: Float64Array; readonly value: number } => {
    const values = new Float64Array(model.tape.nodes);
    const adjoints = new Float64Array(model.tape.nodes);
    for (const i of active) values[i] = level * Math.sin(1 + i);
    model.tape.forward(values);
    adjoints[node] = 1;
    model.tape.backward(values, adjoints);
    return { gradient: Float64Array.from(active, (i) => real(adjoints, i)), value: real(values, node) };
  };
  const [one, two] = [at(0), at(2)];
  const exact = one.gradient.every((slope, i) => Math.abs(slope - real(two.gradient, i)) < 1e-9);
  return { gradient: one.gradient, offset: one.value, exact };
}

function sitesOf(node: LinearForm, metric: Metric, landings: readonly Landing[]): readonly JumpSite[] {
  const square = dot(node.gradient, node.gradient);
  if (square === 0) return [];
  const whitened = new Float64Array(node.gradient.length);
  const along = new Float64Array(node.gradient.length);
  metric.toWhitened(node.gradient, whitened);
  metric.toPosition(whitened, along);
  const moved = along.map((value, i) => value - real(metric.center, i));
  return [node.gradient, moved].map((line) => {
    const length = dot(line, node.gradient);
    return {
      direction: line.map((value) => value / length),
      slope: node.gradient,
      offset: node.offset,
      landings: node.exact ? [...landings, { mean: node.offset, variance: square }] : [],
    };
  });
}

/** The log density after a jump, and how far its node went: 0 where it stayed. */
export interface Landed {
  readonly log: number;
  readonly by: number;
}

/**
 * One Metropolis jump at a site: the node is drawn from the landings, and the parameters follow along the site's line. The
 * draw does not depend on where the node is, so the move is reversible; a node that bends is moved along a fixed line by a
 * symmetric stride instead. Changes `x` in place where it is accepted, and gives the log density there with how far the node
 * went.
 * @example
 * jump({ direction: Float64Array.of(1), slope: Float64Array.of(1), offset: 0, landings: [{ mean: 2, variance: 1 }] }, Float64Array.of(0), 0, () => 0, { uniform: () => 0.9, normal: () => 0 }) // => {"log":0,"by":2}
 */
export function jump(
  site: JumpSite,
  x: Float64Array,
  log: number,
  target: (x: Float64Array) => number,
  random: Random,
): Landed {
  const landing = site.landings[Math.floor(random.uniform() * site.landings.length)];
  if (!landing) return stride(site, x, log, target, random);
  const now = site.offset + dot(site.slope, x);
  const next = landing.mean + Math.sqrt(landing.variance) * random.normal();
  move(site, x, next - now);
  const proposed = target(x);
  const ratio = proposed - log + landingDensity(site, now) - landingDensity(site, next);
  if (Math.log(1 - random.uniform()) < ratio) return { log: proposed, by: next - now };
  move(site, x, now - next);
  return { log, by: 0 };
}

/** Lengths of strides along a node that bends, in its own logarithms. */
const STRIDES = [0.2, 0.6, 2];

function stride(
  site: JumpSite,
  x: Float64Array,
  log: number,
  target: (x: Float64Array) => number,
  random: Random,
): Landed {
  const by = (STRIDES[Math.floor(random.uniform() * STRIDES.length)] ?? 1) * random.normal();
  move(site, x, by);
  const proposed = target(x);
  if (Math.log(1 - random.uniform()) < proposed - log) return { log: proposed, by };
  move(site, x, -by);
  return { log, by: 0 };
}

function move(site: JumpSite, x: Float64Array, by: number): void {
  for (let i = 0; i < x.length; i++) x[i] = real(x, i) + by * real(site.direction, i);
}

function landingDensity(site: JumpSite, value: number): number {
  const logs = site.landings.map(({ mean, variance }) => normalLogDensity(value, mean, variance));
  const largest = Math.max(...logs);
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0));
}
