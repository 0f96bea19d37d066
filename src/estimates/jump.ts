import { normalLogDensity } from "../math/normal.ts";
import type { LogDensity } from "../math/mode.ts";
import type { Random } from "../math/random.ts";
import { real, whole } from "../math/vector.ts";
import type { GroupTerm, Model } from "./model.ts";

/** A place in the account where claims disagree, and where a chain may be carried from one claim to another. */
export interface JumpSite {
  /** Parameters that move, and how far each moves when the site's node moves by one. */
  readonly positions: Int32Array;
  readonly direction: Float64Array;
  /** The node is linear: its value is `offset` plus `slope` times those parameters. */
  readonly slope: Float64Array;
  readonly offset: number;
  /** Where a jump may land: claims' centers and the prior, as normals of equal weight. */
  readonly landings: readonly { readonly mean: number; readonly variance: number }[];
}

/** Widens a claim's center as a landing: the account rarely sits right on one claim. */
const LANDING_VARIANCE = 0.3 ** 2;

/**
 * The sites of a model: linear nodes that some claim speaks of, each with the centers of all claims on the same measure and
 * place as landings, and the prior of the node.
 * @example
 * jumpSites({ groups: [], tape: { nodes: 0, parameters: 0 } }, new Int32Array()) // => []
 */
export function jumpSites(model: Model, active: Int32Array): readonly JumpSite[] {
  const place = new Map([...active].map((position, index) => [position, index]));
  const landings = landingsByCell(model.groups);
  const sites = new Map<number, JumpSite>();
  for (const term of model.groups) {
    term.group.targets.forEach((target, index) => {
      const node = term.nodes[index];
      if (node === undefined || sites.has(node)) return;
      const gradient = constantGradient(model, node);
      if (!gradient) return;
      const site = siteOf(gradient, place, landings.get(cellOf(target)) ?? []);
      if (site) sites.set(node, site);
    });
  }
  return [...sites.values()];
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

interface Linear {
  readonly gradient: Float64Array;
  readonly offset: number;
}

/** The gradient of a node over the parameters where it is the same at two far points; absent for a node that bends. */
function constantGradient(model: Model, node: number): Linear | undefined {
  const at = (level: number): { readonly gradient: Float64Array; readonly value: number } => {
    const values = new Float64Array(model.tape.nodes);
    const adjoints = new Float64Array(model.tape.nodes);
    for (let i = 0; i < model.tape.parameters; i++) values[i] = level * Math.sin(1 + i);
    model.tape.forward(values);
    adjoints[node] = 1;
    model.tape.backward(values, adjoints);
    return { gradient: adjoints.slice(0, model.tape.parameters), value: real(values, node) };
  };
  const [one, two] = [at(0), at(2)];
  const same = one.gradient.every((slope, i) => Math.abs(slope - real(two.gradient, i)) < 1e-9);
  return same ? { gradient: one.gradient, offset: one.value } : undefined;
}

function siteOf(node: Linear, place: ReadonlyMap<number, number>, landings: readonly Landing[]): JumpSite | undefined {
  const moving = [...node.gradient.keys()].filter((i) => real(node.gradient, i) !== 0 && place.has(i));
  const square = moving.reduce((sum, i) => sum + real(node.gradient, i) ** 2, 0);
  if (square === 0) return undefined;
  return {
    positions: Int32Array.from(moving, (i) => place.get(i) ?? -1),
    slope: Float64Array.from(moving, (i) => real(node.gradient, i)),
    direction: Float64Array.from(moving, (i) => real(node.gradient, i) / square),
    offset: node.offset,
    landings: [...landings, { mean: node.offset, variance: square }],
  };
}

/**
 * One Metropolis jump at a site: the node is drawn from the landings, and the parameters follow along the line on which the
 * prior would move them. The draw does not depend on where the node is, so the move is reversible. Changes `x` in place where
 * it is accepted, and gives the log density there.
 * @example
 * typeof jump // => "function"
 */
export function jump(site: JumpSite, x: Float64Array, log: number, target: LogDensity, scratch: Float64Array, random: Random): number {
  const landing = site.landings[Math.floor(random.uniform() * site.landings.length)];
  if (!landing) return log;
  let now = site.offset;
  for (let k = 0; k < site.positions.length; k++) now += real(site.slope, k) * real(x, whole(site.positions, k));
  const next = landing.mean + Math.sqrt(landing.variance) * random.normal();
  move(site, x, next - now);
  const proposed = target(x, scratch);
  if (Math.log(1 - random.uniform()) < proposed - log + landingDensity(site, now) - landingDensity(site, next)) return proposed;
  move(site, x, now - next);
  return log;
}

function move(site: JumpSite, x: Float64Array, by: number): void {
  for (let k = 0; k < site.positions.length; k++) {
    const position = whole(site.positions, k);
    x[position] = real(x, position) + by * real(site.direction, k);
  }
}

function landingDensity(site: JumpSite, value: number): number {
  const logs = site.landings.map(({ mean, variance }) => normalLogDensity(value, mean, variance));
  const largest = Math.max(...logs);
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0));
}
