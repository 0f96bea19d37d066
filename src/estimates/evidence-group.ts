import type { Claim } from "../claims/claim.ts";
import type { OriginGroup } from "../claims/origin-group.ts";
import { listsOf } from "./list.ts";
import type { Observation } from "./observation.ts";
import { GROSS_SD, rootMixture } from "./root-mixture.ts";
import { varianceOfHalfWidth } from "./stated-width.ts";
import type { Target } from "./target.ts";

/** Claims of one root that say the same: one reading of what the root said. */
export interface Reading {
  readonly claims: readonly string[];
  /** Middle and 90 % half-width on the scale, for each target of the group. */
  readonly said: readonly Said[];
}

type Said = Pick<Target, "center" | "half" | "spread">;

/** One way in which a group's words may have come about, as a normal around one of its targets. */
export interface Component {
  readonly logWeight: number;
  readonly target: number;
  readonly mean: number;
  readonly variance: number;
  readonly gross: boolean;
  readonly miscopied: number;
  /** What the same words say beside the value: how wide people's numbers spread, or what no other year passed. */
  readonly second?: { readonly mean: number; readonly variance: number };
}

/** What a group may mean: a target without the numbers that were said of it. */
export type Aim = Omit<Target, "center" | "half" | "spread">;

/** All claims of one origin on one measure, place, occupation and date: they inform the account once. */
export interface EvidenceGroup {
  readonly id: string;
  readonly origin: string;
  readonly form: Observation["form"];
  readonly scale: Observation["scale"];
  readonly targets: readonly Aim[];
  readonly readings: readonly Reading[];
  readonly components: readonly Component[];
  /** The list that it stands in, whose entries err together; absent where its origin says nothing else of the measure. */
  readonly list?: string;
}

/** An observed claim with the origin group that it belongs to. */
export interface RootedObservation {
  readonly claim: Pick<Claim, "id">;
  readonly group: Pick<OriginGroup, "id" | "origin" | "measure">;
  readonly observation: Observation;
}

/**
 * The evidence groups of observed claims, in an order that does not depend on theirs: their origin groups (rule O2), values and
 * bounds apart.
 * @example
 * groupEvidence([]) // => []
 */
export function groupEvidence(observed: readonly RootedObservation[]): readonly EvidenceGroup[] {
  const groups = new Map<string, RootedObservation[]>();
  const ordered = [...observed].sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1));
  for (const one of ordered) {
    const key = [one.group.id, one.observation.form].join(" · ");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const lists = listsOf(observed);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, members]) => {
      const list = lists(members[0]);
      return { ...buildGroup(id, members), ...(list === undefined ? {} : { list }) };
    });
}

function buildGroup(id: string, members: readonly RootedObservation[]): EvidenceGroup {
  const first = members[0];
  if (!first) throw new Error(`empty group: ${id}`);
  const { form, scale, targets } = first.observation;
  const readings = readingsOf(members);
  const noise = median(members.map((member) => member.observation.noise));
  const gross = median(members.map((member) => member.observation.gross));
  return {
    id,
    origin: first.group.origin,
    form,
    scale,
    targets: targets.map((target, position) => aimOf(target, position, members)),
    readings,
    components: targets.flatMap((target, position) =>
      componentsOf(readings, position, Math.log(target.weight), noise, gross, form),
    ),
  };
}

/** Of a peak that several repeat, only the years that had begun when it was first published are bounded. */
function aimOf(target: Target, position: number, members: readonly RootedObservation[]): Aim {
  const { center: _center, half: _half, spread: _spread, ...aim } = target;
  const others = members.flatMap((member) => {
    const found = member.observation.targets[position]?.others;
    return found ? [found] : [];
  });
  const [fewest] = others.sort((a, b) => a.length - b.length);
  return fewest === undefined ? aim : { ...aim, others: fewest };
}

function componentsOf(
  readings: readonly Reading[],
  target: number,
  logWeight: number,
  noise: number,
  gross: number,
  form: Observation["form"],
): readonly Component[] {
  const said = readings.map((reading) => reading.said[target] ?? { center: 0, half: 1 });
  const variance = median(said.map(({ half }) => varianceOfHalfWidth(half))) + noise ** 2;
  const isBound = form === "lower bound" || form === "upper bound";
  const centers = isBound ? [median(said.map(({ center }) => center))] : said.map(({ center }) => center);
  const all = 2 ** readings.length - 1;
  return rootMixture(centers, variance, gross).map((state) => ({
    ...state,
    miscopied: isBound && state.miscopied !== 0 ? all : state.miscopied,
    logWeight: state.logWeight + logWeight,
    target,
    ...secondOf(form, said, { ...state, isLost: state.gross || state.miscopied === all }, variance),
  }));
}

/**
 * A spread between people is half the way between two ends, each as wide as the middle's two (rule E32); the others of a peak
 * are held under the peak itself (rule E33). Where the root or every reading of it is about something else, so is this.
 */
function secondOf(
  form: Observation["form"],
  said: readonly Said[],
  state: { readonly mean: number; readonly variance: number; readonly isLost: boolean },
  variance: number,
): Pick<Component, "second"> {
  if (form === "peak") return { second: { mean: state.mean, variance: state.variance } };
  if (form !== "spread") return {};
  const mean = median(said.flatMap(({ spread }) => spread ?? []));
  return { second: { mean, variance: variance + (state.isLost ? GROSS_SD ** 2 : 0) } };
}

/** Members whose stated ranges overlap are one reading: the hull of their ranges. */
function readingsOf(members: readonly RootedObservation[]): readonly Reading[] {
  const clusters: RootedObservation[][] = [];
  const bySaid = [...members].sort((a, b) => lowOf(a) - lowOf(b));
  let reach = Number.NEGATIVE_INFINITY;
  for (const member of bySaid) {
    const cluster = clusters.at(-1);
    if (cluster && lowOf(member) <= reach) cluster.push(member);
    else clusters.push([member]);
    reach = Math.max(reach, highOf(member));
  }
  return joinNearest(clusters).map((cluster) => ({
    claims: cluster.map((member) => member.claim.id).sort(),
    said: (cluster[0]?.observation.targets ?? []).map((_, position) => hull(cluster, position)),
  }));
}

/** More readings of one root than this are told apart no further: every one doubles the ways in which they can have come about. */
const MOST_READINGS = 8;

/** Joins neighbours, the nearest first, until few enough are left. */
function joinNearest(clusters: readonly RootedObservation[][]): readonly RootedObservation[][] {
  const joined = [...clusters];
  while (joined.length > MOST_READINGS) {
    const gaps = joined.slice(1).map((next, at) => lowest(next) - highest(joined[at] ?? []));
    const at = gaps.indexOf(Math.min(...gaps));
    joined.splice(at, 2, [...(joined[at] ?? []), ...(joined[at + 1] ?? [])]);
  }
  return joined;
}

function lowest(cluster: readonly RootedObservation[]): number {
  return Math.min(...cluster.map(lowOf));
}

function highest(cluster: readonly RootedObservation[]): number {
  return Math.max(...cluster.map(highOf));
}

function hull(cluster: readonly RootedObservation[], position: number): Said {
  const said = cluster.flatMap((member) => member.observation.targets[position] ?? []);
  const centers = said.map(({ center }) => center);
  const half = median(said.map((one) => one.half));
  const low = Math.min(...said.map((one) => one.center - one.half));
  const high = Math.max(...said.map((one) => one.center + one.half));
  const same = centers.every((center) => center === centers[0]);
  const spreads = said.flatMap(({ spread }) => spread ?? []);
  return {
    ...(same ? { center: centers[0] ?? 0, half } : { center: (low + high) / 2, half: (high - low) / 2 }),
    ...(spreads.length === 0 ? {} : { spread: median(spreads) }),
  };
}

function lowOf(member: RootedObservation): number {
  const said = member.observation.targets[0];
  return said ? said.center - said.half : 0;
}

function highOf(member: RootedObservation): number {
  const said = member.observation.targets[0];
  return said ? said.center + said.half : 0;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor((sorted.length - 1) / 2);
  const low = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? low : (low + (sorted[middle + 1] ?? low)) / 2;
}
