import { real, whole } from "../math/vector.ts";
import type { Density, Pinned } from "./density.ts";
import { componentsOf } from "./flat-groups.ts";
import { followLine } from "./follow-line.ts";
import type { JumpLine, JumpSite } from "./jump-site.ts";
import { landingsOn, type Spot, scaledLandings } from "./landing.ts";
import type { Linearisation } from "./linearisation.ts";
import type { LocalDensity } from "./local-density.ts";
import type { Model } from "./model.ts";
import {
  howFar,
  type Mode,
  type ModesInput,
  modeNear,
  stepsBetween,
  strengthsOf,
  turnedModes,
} from "./turned-modes.ts";

/** What turning sites are made from. */
export interface TurningInput extends ModesInput {
  readonly model: Pick<Model, "groups">;
  readonly density: Pick<Density, "marginal" | "responsibilities" | "nodeValues">;
  readonly local: Pick<LocalDensity, "reach">;
  readonly linear: Pick<Linearisation, "metric" | "at" | "varianceGiven">;
  /** Where the chains are on average, and how probable each component is. */
  readonly center: Float64Array;
  readonly shares: Float64Array;
  /** The line of each node that is a site by itself, as the prior would move it. */
  readonly lines: ReadonlyMap<number, JumpLine>;
}

/** A verdict is in doubt where its variance is at least this; a quarter is that of a coin. */
const DOUBT = 0.008;
/** Words that seemed wrong throughout are thought of all the same where the log of the density is no less than by this if they are right: a warm-up is too short to have been everywhere. */
const THINKABLE = 9;
/** A verdict matters where some parameter is this many of its standard deviations away when it has turned; else it turns by itself. */
const FAR = 2;
/** Steps to the usual mode, in coordinates in which the account is nearly round. */
const STEPS_AT_FIRST = 60;
/** A parameter follows a verdict that takes it at least this many of its standard deviations … */
const LEAST = 0.25;
/** … and at most so many do. */
const FOLLOWERS = 12;
/** The share of jumps that land at either end of the line: the others go to where claims put the node. */
const AT_ENDS = 0.8;
/** How much wider landings at the ends are, as a variance, than the node is there in a normal. */
const WIDER = 1.5;

/** A verdict that may turn. */
interface Doubt extends Pinned {
  /** The variance of the verdict as the chains saw it. */
  readonly variance: number;
}

/**
 * Sites that turn a verdict together with all that turns with it: the node of a group of claims whose words may be right or wrong, moved along the line
 * from where the account is most probable to where it is if they are right though they seem wrong, or wrong though they seem right. No line through
 * the middle of both leads there, for what the middle says of other claims holds on neither side. Jumps along it land at its ends.
 * @example
 * turningSites({ model: { groups: [] }, flat: {}, active: Int32Array.of() }) // => []
 */
export function turningSites(input: TurningInput): readonly JumpSite[] {
  if (input.model.groups.length === 0) return [];
  const usual = modeNear(input, input.center, STEPS_AT_FIRST);
  return doubtsOf(input, usual).flatMap((doubt): readonly JumpSite[] => {
    const line = input.lines.get(likeliestNode(input, doubt.group));
    if (!line) return [];
    return turnedModes(input, usual, line, doubt)
      .filter((turned, k) => isThinkable(doubt, k, usual, turned) && howFar(input, usual, turned) >= FAR)
      .flatMap((turned) => siteBetween(input, line, usual, turned, doubt));
  });
}

/** The verdicts that may turn: those in doubt, those most in doubt first, and those on words that seem wrong. */
function doubtsOf(input: TurningInput, usual: Mode): readonly Doubt[] {
  const there = sharesAt(input, usual);
  return input.model.groups
    .map((_, group) => {
      const right = rightOf(input, input.shares, group);
      return { group, isRight: rightOf(input, there, group) < 0.5, variance: right * (1 - right) };
    })
    .filter(({ isRight, variance }) => isRight || variance >= DOUBT)
    .sort((a, b) => b.variance - a.variance);
}

/** Whether a mode with a verdict turned, one of several from the most probable down, can be worth going to. */
function isThinkable({ variance }: Doubt, rank: number, usual: Mode, turned: Mode): boolean {
  return (rank === 0 && variance >= DOUBT) || turned.log > usual.log - THINKABLE;
}

/** The site on the line from one mode to another, at most one. */
function siteBetween(
  input: TurningInput,
  line: JumpLine,
  usual: Mode,
  turned: Mode,
  pinned: Pinned,
): readonly JumpSite[] {
  const along = followLine(line, input.active, strongestOf(input, stepsBetween(usual, turned)), 0);
  if (!along) return [];
  const ends = [spotAt(input, line.node, usual), spotAt(input, line.node, turned, pinned)];
  // A node that bends goes by strides, for it does not move by what is asked.
  const landings =
    line.landings.length === 0 ? [] : [...landingsOn(ends, AT_ENDS), ...scaledLandings(line.landings, 1 - AT_ENDS)];
  const site = { ...along, landings };
  return [{ lines: [site], reach: input.local.reach([site]), trades: [] }];
}

/** Where a node is near a mode, as a normal: with the verdicts that hold there. */
function spotAt(input: TurningInput, node: number, mode: Mode, pinned?: Pinned): Spot {
  const { flat, density, linear, model } = input;
  const there = sharesAt(input, mode);
  const chosen = Int32Array.from(model.groups.keys(), (g) => {
    const open = componentsOf(flat, g).filter(
      (c) => pinned?.group !== g || (whole(flat.verdict, c) === 0) === pinned.isRight,
    );
    return open.reduce((best, c) => (real(there, c) > real(there, best) ? c : best), open[0] ?? whole(flat.start, g));
  });
  return { mean: real(density.nodeValues(mode.at), node), variance: WIDER * linear.varianceGiven(node, chosen) };
}

function sharesAt({ density, shares }: TurningInput, { at }: Mode): Float64Array {
  const there = new Float64Array(shares.length);
  density.responsibilities(at, there);
  return there;
}

/** The node that the words of a group most probably speak of. */
function likeliestNode({ flat: { start, node }, shares }: TurningInput, g: number): number {
  let best = whole(start, g);
  for (let c = best; c < whole(start, g + 1); c++) if (real(shares, c) > real(shares, best)) best = c;
  return whole(node, best);
}

/** How probable it is that a group is right. */
function rightOf({ flat: { start, verdict } }: TurningInput, shares: Float64Array, g: number): number {
  let right = 0;
  for (let c = whole(start, g); c < whole(start, g + 1); c++) if (whole(verdict, c) === 0) right += real(shares, c);
  return right;
}

/** How the parameters move, those alone that move most for their standard deviations. */
function strongestOf(input: TurningInput, along: Float64Array): Float64Array {
  const strengths = strengthsOf(input, along);
  const least = Math.max(LEAST, strengths.toSorted().at(-FOLLOWERS) ?? 0);
  return along.map((by, i) => (real(strengths, i) >= least ? by : 0));
}
