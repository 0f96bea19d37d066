import type { SparseVector } from "../math/sparse-vector.ts";
import { real } from "../math/vector.ts";
import { evenLine } from "./even-line.ts";
import { followLine } from "./follow-line.ts";
import { tradingPairs } from "./jump-pairs.ts";
import type { JumpLine, JumpSite } from "./jump-site.ts";
import { landingsOn, type Spot } from "./landing.ts";
import type { Linearisation } from "./linearisation.ts";
import type { LocalDensity } from "./local-density.ts";
import type { GroupTerm, Model } from "./model.ts";

/** The share of jumps that land on what claims say of the very node, or on what all else says of it; the others go to what is said of its neighbours. */
const NEAR = 0.7;

/** Evidence says something of a step where it takes this share of its variance. */
const INFORMED = 0.1;

/** Widens a claim's center as a landing: the account rarely sits right on one claim. */
const LANDING_VARIANCE = 0.3 ** 2;

/**
 * The sites of a model: nodes that some claim speaks of, each with the centers of all claims on the same measure and place as
 * landings, and the prior of the node, moved along several lines; and pairs of them that are parts of one sum, for what one takes the other must give.
 * @example
 * jumpSites({ groups: [], tape: { nodes: 0, parameters: 0, forward() {}, slopesAt() {}, revise: () => ({ begin() {} }) }, parameters: { isWalk: Uint8Array.of() } }, Int32Array.of(), {}, { informed: () => Uint8Array.of() }) // => []
 */
export function jumpSites(
  model: Model,
  active: Int32Array,
  local: LocalDensity,
  linear: Linearisation,
): readonly JumpSite[] {
  const singles = plainSites(model, active, local, linear);
  const followed = singles.flatMap(({ lines }) =>
    lines.flatMap((line): readonly JumpSite[] => {
      if (line.movesAllParts) return [];
      const along = linear.follow(line.node);
      const moved = [
        ...FOLLOWING.map((least) => followLine(line, active, along, least)),
        leadingLine(line, active, along),
      ];
      return moved.flatMap((one) => (one ? [siteOf(one, local)] : []));
    }),
  );
  return [...singles, ...followed, ...tradingPairs(model, singles, local, linear)];
}

/**
 * Each node that some claim speaks of, and each level, as a site by itself along the line of its prior: enough for a chain that still has to find
 * its way, and soon made.
 * @example
 * plainSites({ groups: [], tape: { nodes: 0, parameters: 0, forward() {}, slopesAt() {} }, parameters: { isWalk: Uint8Array.of() } }, Int32Array.of(), {}, { informed: () => Uint8Array.of() }) // => []
 */
export function plainSites(
  model: Model,
  active: Int32Array,
  local: LocalDensity,
  linear: Pick<Linearisation, "without" | "informed">,
): readonly JumpSite[] {
  const claimed = linesOf(model, linear);
  const covered = new Set(claimed.flatMap(({ parameters }) => (parameters.length === 1 ? [...parameters] : [])));
  const informed = linear.informed();
  const free = [...active].filter(
    (at, i) => !covered.has(at) && (model.parameters.isWalk[at] !== 1 || real(informed, i) > INFORMED),
  );
  return [...claimed, ...free.map(priorLine)].map((line) => siteOf(line, local));
}

function siteOf(line: JumpLine, local: LocalDensity): JumpSite {
  return { lines: [line], reach: local.reach([line]), trades: [] };
}

/**
 * Parameters that would follow by less than this share of the one that follows most stay where they are: only those that hardly follow, and, for
 * a jump that costs less, all but a few.
 */
const FOLLOWING = [0.03, 0.25];

/** The same node moved by that parameter alone which the rest of the evidence leaves most room for. */
function leadingLine(line: JumpLine, active: Int32Array, along: Float64Array): JumpLine | undefined {
  if (line.parameters.length < 2 || line.landings.length === 0) return undefined;
  const room = new Map([...active].map((at, i) => [at, real(along, i)]));
  const moves = [...line.parameters].map((at, k) => ({ at, slope: real(line.slope, k), by: room.get(at) ?? 0 }));
  const [first] = moves.sort((a, b) => b.by * b.slope - a.by * a.slope);
  if (!first || !(first.by * first.slope > 0)) return undefined;
  return { ...line, parameters: Int32Array.of(first.at), amounts: Float64Array.of(1 / first.slope) };
}

/** A level by itself, drawn from its prior. */
function priorLine(at: number): JumpLine {
  const landings = landingsOn([{ mean: 0, variance: 1 }], 1);
  const one = Float64Array.of(1);
  return { node: at, slope: one, bent: new Int32Array(), parameters: Int32Array.of(at), amounts: one, landings };
}

function linesOf(model: Model, linear: Pick<Linearisation, "without">): readonly JumpLine[] {
  const spots = spotsByNode(model.groups);
  const cells = cellsOf(model);
  const neighbours = new Map<string, number[]>();
  for (const [node, cell] of cells) neighbours.set(cell, [...(neighbours.get(cell) ?? []), node]);
  const places = twoPlaces(model);
  return [...cells].flatMap(([node, cell]): readonly JumpLine[] => {
    const line = lineOf(places, node);
    if (!line) return [];
    const own = spots.get(node) ?? [];
    const rest = linear.without(node);
    const near = rest === undefined ? own : [...own, { mean: rest.mean, variance: rest.variance + LANDING_VARIANCE }];
    const others = (neighbours.get(cell) ?? []).filter((other) => other !== node);
    const far = [...others.flatMap((other) => spots.get(other) ?? []), line.prior];
    const share = near.length === 0 ? 0 : NEAR;
    const landings = [...landingsOn(near, share), ...landingsOn(far, 1 - share)];
    if (line.straight) return [{ ...line.along, landings }];
    const bent = { ...line.along, landings: [] };
    const even = evenLine(model.tape.program, places.slopes[0], node);
    return even ? [bent, { ...bent, ...even, bent: new Int32Array(), movesAllParts: true, landings }] : [bent];
  });
}

/** Measure, place and occupation of every node that some claim speaks of. */
function cellsOf({ groups }: Model): ReadonlyMap<number, string> {
  const cells = new Map<number, string>();
  for (const { group, nodes } of groups)
    group.targets.forEach((target, index) => {
      const node = nodes[index];
      if (node !== undefined && !cells.has(node))
        cells.set(node, `${target.measure} ${target.place ?? ""} ${target.occupation ?? ""}`);
    });
  return cells;
}

/** What claims say of every node, where they are right. */
function spotsByNode(groups: readonly GroupTerm[]): ReadonlyMap<number, readonly Spot[]> {
  const found = new Map<number, Spot[]>();
  for (const { group, nodes } of groups) {
    for (const component of group.components) {
      const node = nodes[component.target];
      if (node === undefined || component.gross || component.miscopied !== 0) continue;
      const spots = found.get(node) ?? [];
      spots.push({ mean: component.mean, variance: component.variance + LANDING_VARIANCE });
      found.set(node, spots);
    }
  }
  return found;
}

/** A line without its landings, whether its node is linear, and the prior of the node if it is. */
interface BareLine {
  readonly along: Omit<JumpLine, "landings">;
  readonly straight: boolean;
  readonly prior: Spot;
}

type SlopesOf = (node: number) => SparseVector;

/** The slopes of every node in all parameters at two positions far apart, and its value at the first. */
interface TwoPlaces {
  readonly slopes: readonly [SlopesOf, SlopesOf];
  readonly values: Float64Array;
}

function twoPlaces({ tape }: Model): TwoPlaces {
  const at = (level: number) => Float64Array.from({ length: tape.parameters }, (_, i) => level * Math.sin(1 + i));
  const values = new Float64Array(tape.nodes);
  tape.forward(values);
  return { slopes: [tape.slopesAt(at(0)), tape.slopesAt(at(2))], values };
}

/**
 * The line of a node: its gradient at the middle of the prior, in those parameters in which the node is linear, for a far point
 * has the same slope there; in all of them where it bends in each.
 */
function lineOf({ slopes, values }: TwoPlaces, node: number): BareLine | undefined {
  const [one, two] = [entriesOf(slopes[0](node)), entriesOf(slopes[1](node))];
  const slope = (i: number): number => one.get(i) ?? 0;
  const touched = [...new Set([...one.keys(), ...two.keys()])].sort((a, b) => a - b);
  const even = touched.filter((i) => Math.abs(slope(i) - (two.get(i) ?? 0)) < 1e-9);
  const straight = even.length > 0;
  const moving = straight ? even : touched;
  const moves = new Set(moving);
  const square = moving.reduce((sum, i) => sum + slope(i) ** 2, 0);
  if (square === 0) return undefined;
  const along = {
    node,
    slope: Float64Array.from(moving, slope),
    bent: Int32Array.from(touched.filter((i) => !moves.has(i))),
    parameters: Int32Array.from(moving),
    amounts: Float64Array.from(moving, (i) => slope(i) / square),
  };
  return { along, straight, prior: { mean: real(values, node), variance: square } };
}

function entriesOf({ at, amounts }: SparseVector): ReadonlyMap<number, number> {
  return new Map([...at].map((i, k) => [i, real(amounts, k)]));
}
