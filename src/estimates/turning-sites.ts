import { findMode } from "../math/mode.ts";
import { real, whole } from "../math/vector.ts";
import type { Density, Pinned } from "./density.ts";
import type { FlatGroups } from "./flat-groups.ts";
import { followLine } from "./follow-line.ts";
import type { JumpLine, JumpSite } from "./jump-site.ts";
import type { Linearisation } from "./linearisation.ts";
import type { LocalDensity } from "./local-density.ts";
import type { Model } from "./model.ts";

/** What turning sites are made from. */
export interface TurningInput {
  readonly model: Pick<Model, "groups">;
  readonly flat: Pick<FlatGroups, "start" | "verdict" | "node">;
  readonly active: Int32Array;
  readonly density: Pick<Density, "marginal" | "responsibilities">;
  readonly local: Pick<LocalDensity, "reach">;
  readonly linear: Pick<Linearisation, "metric" | "at">;
  /** Where the chains are on average, and how probable each component is. */
  readonly center: Float64Array;
  readonly shares: Float64Array;
  /** The line of each node that is a site by itself, as the prior would move it. */
  readonly lines: ReadonlyMap<number, JumpLine>;
}

/** A verdict is in doubt where its variance is at least this; a quarter is that of a coin. */
const DOUBT = 0.008;
/** So many groups at most, those most in doubt. */
const MOST_GROUPS = 60;
/** Steps to a mode in coordinates in which the account is nearly round: to the first, and from there to each other. */
const STEPS_AT_FIRST = 60;
const STEPS = 12;
/** A parameter follows a verdict that takes it at least this many of its standard deviations … */
const LEAST = 0.25;
/** … and at most so many do. */
const FOLLOWERS = 12;

/**
 * Sites that turn a verdict together with all that turns with it: the node of a group of claims whose words may be right or wrong, moved along the line
 * from where the account is most probable to where it is if they are right though they seem wrong, or wrong though they seem right. No line through
 * the middle of both leads there, for what the middle says of other claims holds on neither side.
 * @example
 * turningSites({ model: { groups: [] }, flat: {}, active: Int32Array.of() }) // => []
 */
export function turningSites(input: TurningInput): readonly JumpSite[] {
  const { model, active, local, lines } = input;
  const doubts = model.groups
    .map((_, g) => ({ g, right: rightOf(input, input.shares, g) }))
    .filter(({ right }) => doubtOf(right) >= DOUBT)
    .sort((a, b) => doubtOf(b.right) - doubtOf(a.right))
    .slice(0, MOST_GROUPS);
  if (doubts.length === 0) return [];
  const usual = modeNear(input, input.center, STEPS_AT_FIRST);
  const there = new Float64Array(input.shares.length);
  input.density.responsibilities(usual, there);
  return doubts.flatMap(({ g }): readonly JumpSite[] => {
    const line = lines.get(likeliestNode(input, g));
    if (!line) return [];
    const isRight = rightOf(input, there, g) < 0.5;
    const turn = modeNear(input, usual, STEPS, { group: g, isRight });
    const along = turn.map((to, i) => to - real(usual, i));
    const turned = followLine(line, active, strongestOf(input, along), 0);
    return turned ? [{ lines: [turned], reach: local.reach([turned]), trades: [] }] : [];
  });
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

/** The variance of a verdict. */
function doubtOf(right: number): number {
  return right * (1 - right);
}

/** How the parameters move, those alone that move most for their standard deviations. */
function strongestOf({ active, linear }: TurningInput, along: Float64Array): Float64Array {
  const strengths = along.map((by, i) => Math.abs(by) / Math.sqrt(linear.at(whole(active, i)).variance));
  const least = Math.max(LEAST, strengths.toSorted().at(-FOLLOWERS) ?? 0);
  return along.map((by, i) => (real(strengths, i) >= least ? by : 0));
}

/** Where the account is most probable near a start, given the verdict on a group where one is pinned. */
function modeNear(
  { linear: { metric }, density }: TurningInput,
  start: Float64Array,
  steps: number,
  pinned?: Pinned,
): Float64Array {
  const x = new Float64Array(start.length);
  const gradient = new Float64Array(start.length);
  const step = new Float64Array(start.length);
  const place = (whitened: Float64Array): void => {
    metric.spread(whitened, step);
    for (let i = 0; i < x.length; i++) x[i] = real(start, i) + real(step, i);
  };
  const mode = findMode(
    (whitened, slope) => {
      place(whitened);
      const log = density.marginal(x, gradient, pinned);
      metric.gather(gradient, slope);
      return log;
    },
    new Float64Array(start.length),
    steps,
  );
  place(mode);
  return x;
}
