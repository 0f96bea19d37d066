import type { Random } from "../math/random.ts";
import { real, whole } from "../math/vector.ts";
import type { Linearisation } from "./linearisation.ts";
import type { LocalDensity, LocalLine, LocalReach } from "./local-density.ts";
import type { GroupTerm, Model } from "./model.ts";

/** A normal on which a jump may land. */
interface Landing {
  readonly mean: number;
  readonly deviation: number;
  readonly logPeak: number;
  readonly halfPrecision: number;
}

function landing(mean: number, variance: number): Landing {
  return { mean, deviation: Math.sqrt(variance), logPeak: -0.5 * Math.log(variance), halfPrecision: 0.5 / variance };
}

/** A node that some claim speaks of, with the line along which the prior would move it. */
interface JumpLine extends LocalLine {
  readonly node: number;
  /** How far the node moves with each of its parameters by itself. */
  readonly slope: Float64Array;
  /** Where a jump may land: claims' centers and the prior, as normals of equal weight; none for a node that bends. */
  readonly landings: readonly Landing[];
}

/** One or two nodes that a chain may carry from claim to claim, and what moves with them. */
export interface JumpSite {
  readonly lines: readonly JumpLine[];
  readonly reach: LocalReach;
}

/** Widens a claim's center as a landing: the account rarely sits right on one claim. */
const LANDING_VARIANCE = 0.3 ** 2;
/** More pairs than this are not tried. */
const MOST_PAIRS = 200;

/**
 * The sites of a model: nodes that some claim speaks of, each with the centers of all claims on the same measure and place as
 * landings, and the prior of the node; and pairs of them that meet in the sum of a claim, for what one takes the other must give.
 * @example
 * jumpSites({ groups: [], parameters: { isWalk: Uint8Array.of() } }, Int32Array.of(), {}, { informed: () => Uint8Array.of() }) // => []
 */
export function jumpSites(
  model: Model,
  active: Int32Array,
  local: LocalDensity,
  linear: Linearisation,
): readonly JumpSite[] {
  const claimed = linesOf(model);
  const covered = new Set(claimed.flatMap(({ parameters }) => (parameters.length === 1 ? [...parameters] : [])));
  const informed = linear.informed();
  const free = [...active].filter(
    (at, i) => !covered.has(at) && (model.parameters.isWalk[at] !== 1 || informed[i] === 1),
  );
  const own = free.map(priorLine);
  const lines = [...claimed, ...own];
  const singles = lines.map((line): JumpSite => ({ lines: [line], reach: local.reach([line]) }));
  const followed = lines.flatMap((line): readonly JumpSite[] => {
    const along = followLine(line, active, linear.follow(line.node));
    return along ? [{ lines: [along], reach: local.reach([along]) }] : [];
  });
  return [...singles, ...followed, ...pairsOf(model, singles, local)];
}

/** Parameters that would follow by less than this share of the one that follows most stay where they are. */
const LEAST_SHARE = 0.02;

/** The same node moved along the line on which the rest of the evidence would have its parameters follow. */
function followLine(line: JumpLine, active: Int32Array, along: Float64Array): JumpLine | undefined {
  const most = along.reduce((largest, amount) => Math.max(largest, Math.abs(amount)), 0);
  const kept = [...along.keys()].filter((i) => Math.abs(real(along, i)) > LEAST_SHARE * most);
  const parameters = Int32Array.from(kept, (i) => whole(active, i));
  const slope = new Map([...line.parameters].map((at, k) => [at, real(line.slope, k)]));
  const moved = kept.reduce((sum, i) => sum + real(along, i) * (slope.get(whole(active, i)) ?? 0), 0);
  if (!(moved > 0)) return undefined;
  return { ...line, parameters, amounts: Float64Array.from(kept, (i) => real(along, i) / moved) };
}

/** A level by itself, drawn from its prior. */
function priorLine(at: number): JumpLine {
  const landings = [landing(0, 1)];
  return { node: at, slope: Float64Array.of(1), parameters: Int32Array.of(at), amounts: Float64Array.of(1), landings };
}

function linesOf(model: Model): readonly JumpLine[] {
  const landings = landingsByCell(model.groups);
  const found = new Map<number, JumpLine>();
  for (const term of model.groups) {
    term.group.targets.forEach((target, index) => {
      const node = term.nodes[index];
      if (node === undefined || found.has(node)) return;
      const line = lineOf(model, node, landings.get(cellOf(target)) ?? []);
      if (line) found.set(node, line);
    });
  }
  return [...found.values()];
}

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
      landings.push(landing(component.mean, component.variance + LANDING_VARIANCE));
      found.set(cellOf(target), landings);
    }
  }
  return found;
}

/** The line of a node: its gradient at the middle of the prior; the node is linear where a far point has the same. */
function lineOf(model: Model, node: number, landings: readonly Landing[]): JumpLine | undefined {
  const at = (level: number): { readonly gradient: Float64Array; readonly value: number } => {
    const values = new Float64Array(model.tape.nodes);
    const adjoints = new Float64Array(model.tape.nodes);
    for (let i = 0; i < model.tape.parameters; i++) values[i] = level * Math.sin(1 + i);
    model.tape.forward(values);
    adjoints[node] = 1;
    model.tape.backward(values, adjoints);
    return { gradient: adjoints.subarray(0, model.tape.parameters), value: real(values, node) };
  };
  const [one, two] = [at(0), at(2)];
  const touched = [...one.gradient.keys()].filter((i) => real(one.gradient, i) !== 0);
  const square = touched.reduce((sum, i) => sum + real(one.gradient, i) ** 2, 0);
  if (square === 0) return undefined;
  const exact = touched.every((i) => Math.abs(real(one.gradient, i) - real(two.gradient, i)) < 1e-9);
  return {
    node,
    slope: Float64Array.from(touched, (i) => real(one.gradient, i)),
    parameters: Int32Array.from(touched),
    amounts: Float64Array.from(touched, (i) => real(one.gradient, i) / square),
    landings: exact ? [...landings, landing(one.value, square)] : [],
  };
}

/** Pairs of straight sites with no parameter in common that reach one group at a node of neither; those with the least reach first. */
function pairsOf(model: Model, singles: readonly JumpSite[], local: LocalDensity): readonly JumpSite[] {
  const size = (site: JumpSite): number => site.reach.nodes.length + site.reach.groups.length;
  // Steps of walks are left to themselves: there are many, and a sum seldom turns on two of them.
  const isStep = (line: JumpLine | undefined): boolean => model.parameters.isWalk[line?.node ?? -1] === 1;
  const straight = singles
    .filter(({ lines }) => (lines[0]?.landings.length ?? 0) > 0 && !isStep(lines[0]))
    .sort((one, two) => size(one) - size(two));
  const pairs: JumpSite[] = [];
  straight.forEach((two, i) => {
    for (const one of straight.slice(0, i)) {
      if (pairs.length >= MOST_PAIRS) return;
      if (overlap(one.reach.parameters, two.reach.parameters) || !meet(model, one, two)) continue;
      const lines = [...one.lines, ...two.lines];
      pairs.push({ lines, reach: local.reach(lines) });
    }
  });
  return pairs;
}

function overlap(a: Int32Array, b: Int32Array): boolean {
  const held = new Set(a);
  return b.some((entry) => held.has(entry));
}

function meet(model: Model, one: JumpSite, two: JumpSite): boolean {
  const own = [...one.lines, ...two.lines].map(({ node }) => node);
  const held = new Set(one.reach.groups);
  return two.reach.groups.some((g) => held.has(g) && !model.groups[g]?.nodes.some((node) => own.includes(node)));
}

/**
 * One Metropolis jump at a site, under the density with all components summed out: each of its nodes is drawn from its
 * landings, and its parameters follow along its line. A draw does not depend on where the node is, so the move is reversible; a
 * node that bends is moved along a fixed line by a symmetric stride instead. Gives of how many groups
 * it is no longer the same that seems wrong, 0 where it was refused.
 * @example
 * jump({ lines: [], reach: {} }, { move: () => 0, turned: 2 }, { uniform: () => 0.5 }) // => 2
 */
export function jump(site: JumpSite, local: LocalDensity, random: Random): number {
  const strides = random.uniform() < STRIDING;
  let ratio = 0;
  const by = site.lines.map((line) => {
    const aim = line.landings[Math.floor(random.uniform() * line.landings.length)];
    if (!aim || strides) return (STRIDES[Math.floor(random.uniform() * STRIDES.length)] ?? 1) * random.normal();
    const now = real(local.values, line.node);
    const next = aim.mean + aim.deviation * random.normal();
    ratio += landingDensity(line, now) - landingDensity(line, next);
    return next - now;
  });
  ratio += local.move(site.reach, site.lines, by);
  if (Math.log(1 - random.uniform()) < ratio) return local.turned;
  local.undo(site.reach);
  return 0;
}

/** How often nodes are moved by strides from where they are, rather than drawn anew. */
const STRIDING = 0.3;

/** Lengths of strides along a node that bends, in its own logarithms. */
const STRIDES = [0.2, 0.6, 2, 4];

/** Log density of the landings at a value, up to a constant. */
function landingDensity({ landings }: JumpLine, value: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const { mean, logPeak, halfPrecision } of landings) {
    const log = logPeak - (value - mean) ** 2 * halfPrecision;
    if (log > largest) {
      sum = sum * Math.exp(largest - log) + 1;
      largest = log;
    } else if (log - largest > -40) sum += Math.exp(log - largest);
  }
  return largest + Math.log(sum);
}
