import { real, whole } from "../math/vector.ts";
import type { Density, Pinned } from "./density.ts";
import { type Doubt, type DoubtsInput, doubtsOf } from "./doubts.ts";
import { likeliestOf } from "./flat-groups.ts";
import { followLine } from "./follow-line.ts";
import type { JumpLine, JumpSite } from "./jump-site.ts";
import { landingsOn, type Spot, scaledLandings } from "./landing.ts";
import type { Linearisation } from "./linearisation.ts";
import type { LocalDensity } from "./local-density.ts";
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
export interface TurningInput extends DoubtsInput, ModesInput {
  readonly flat: DoubtsInput["flat"];
  readonly density: Pick<Density, "marginal" | "responsibilities" | "nodeValues">;
  readonly local: Pick<LocalDensity, "reach">;
  readonly linear: Pick<Linearisation, "metric" | "at" | "varianceGiven" | "without">;
  /** Where the chains are on average. */
  readonly center: Float64Array;
  /** The line of each node that is a site by itself, as the prior would move it. */
  readonly lines: ReadonlyMap<number, JumpLine>;
}

/** Words that seemed wrong throughout are thought of all the same where the log of the density is no less than by this if they are right: a warm-up is too short to have been everywhere. */
const THINKABLE = 9;
/** To look where one verdict leads takes time by the number of parameters: no more verdicts are looked at than this over that number. */
const MOST_LOOKED = 1_000_000;
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

/**
 * Sites that turn a verdict together with all that turns with it: the node of a group of claims whose words may be right or wrong, moved along the line
 * from where the account is most probable to where it is if they are right though they seem wrong, or wrong though they seem right. No line through
 * the middle of both leads there, for what the middle says of other claims holds on neither side. Jumps along it land at its ends.
 * @example
 * turningSites({ flat: { start: Int32Array.of(0) } }) // => []
 */
export function turningSites(input: TurningInput): readonly JumpSite[] {
  if (input.flat.start.length === 1) return [];
  const usual = modeNear(input, input.center, STEPS_AT_FIRST);
  const most = Math.ceil(MOST_LOOKED / input.active.length);
  return doubtsOf(input, usual.at, most).flatMap((doubt): readonly JumpSite[] => {
    const line = input.lines.get(doubt.node);
    if (!line) return [];
    return turnedModes(input, usual, line, doubt)
      .filter((turned, k) => isThinkable(doubt, k, usual, turned) && howFar(input, usual, turned) >= FAR)
      .flatMap((turned) => siteBetween(input, line, usual, turned, doubt));
  });
}

/** Whether a mode with a verdict turned, one of several from the most probable down, can be worth going to. */
function isThinkable({ isSeen }: Doubt, rank: number, usual: Mode, turned: Mode): boolean {
  return (rank === 0 && isSeen) || turned.log > usual.log - THINKABLE;
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
  const { flat, density, linear } = input;
  const there = new Float64Array(input.shares.length);
  density.responsibilities(mode.at, there);
  const chosen = Int32Array.from({ length: flat.start.length - 1 }, (_, g) =>
    likeliestOf(flat, there, g, (c) => pinned?.group !== g || (whole(flat.verdict, c) === 0) === pinned.isRight),
  );
  return { mean: real(density.nodeValues(mode.at), node), variance: WIDER * linear.varianceGiven(node, chosen) };
}

/** How the parameters move, those alone that move most for their standard deviations. */
function strongestOf(input: TurningInput, along: Float64Array): Float64Array {
  const strengths = strengthsOf(input, along);
  const least = Math.max(LEAST, strengths.toSorted().at(-FOLLOWERS) ?? 0);
  return along.map((by, i) => (real(strengths, i) >= least ? by : 0));
}
