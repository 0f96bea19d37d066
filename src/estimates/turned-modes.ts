import { findMode } from "../math/mode.ts";
import { real, whole } from "../math/vector.ts";
import type { Density, Pinned } from "./density.ts";
import { componentsOf, type FlatGroups } from "./flat-groups.ts";
import type { JumpLine } from "./jump-site.ts";
import type { Linearisation } from "./linearisation.ts";

/** What modes are found in. */
export interface ModesInput {
  readonly flat: Pick<FlatGroups, "start" | "verdict" | "node" | "mean">;
  readonly active: Int32Array;
  readonly density: Pick<Density, "marginal" | "nodeValues">;
  readonly linear: Pick<Linearisation, "metric" | "at">;
}

/** A place where a density is greatest, and the log of it there. */
export interface Mode {
  readonly at: Float64Array;
  readonly log: number;
}

/** Steps to a mode with a verdict turned, in coordinates in which the account is nearly round … */
const STEPS = 12;
/** … of which so many are enough to see that nothing moves with the verdict, where no parameter has moved by this many of its standard deviations. */
const STEPS_TO_SEE = 4;
const BEGUN = 0.7;
/** Modes are two where some parameter is this many of its standard deviations apart in them. */
const APART = 1;
/** Words that would move more parameters than this by themselves, as those on a total, are not followed to where they put it. */
const MOST_MOVED = 25;

/**
 * Where the account is most probable with a verdict turned, the most probable first: near the usual mode, and, if the words turn right, near where they put the node
 * by themselves. The two may be far apart: what is said of another year holds in one and not in the other.
 * @example
 * turnedModes({ active: Int32Array.of(0), density: { marginal: (x, g) => { g[0] = 3 - x[0]; return -((3 - x[0]) ** 2) / 2 } }, linear: { metric: { spread: (w, s) => s.set(w), gather: (g, w) => w.set(g) }, at: () => ({ variance: 4 }) } }, { at: Float64Array.of(0), log: 0 }, {}, { group: 0, isRight: false })[0].at[0].toFixed(6) // => "3.000000"
 */
export function turnedModes(input: ModesInput, usual: Mode, line: JumpLine, pinned: Pinned): readonly Mode[] {
  const begun = modeNear(input, usual.at, STEPS_TO_SEE, pinned);
  const near = howFar(input, usual, begun) < BEGUN ? begun : modeNear(input, begun.at, STEPS, pinned);
  const claimed = pinned.isRight ? claimedPlace(input, usual, line, pinned.group) : undefined;
  if (!claimed) return [near];
  const far = modeNear(input, claimed, STEPS, pinned);
  const both = [near, far].sort((one, other) => other.log - one.log);
  return howFar(input, near, far) > APART ? both : both.slice(0, 1);
}

/** Where the line of a node takes the usual mode so that the node is what a group says of it; nothing where that moves too much, or the group says nothing of it. */
function claimedPlace(
  { flat, density, active }: ModesInput,
  usual: Mode,
  { node, parameters, amounts }: JumpLine,
  group: number,
): Float64Array | undefined {
  if (parameters.length > MOST_MOVED) return undefined;
  const said = componentsOf(flat, group).find((c) => whole(flat.verdict, c) === 0 && whole(flat.node, c) === node);
  if (said === undefined) return undefined;
  const by = real(flat.mean, said) - real(density.nodeValues(usual.at), node);
  const moved = new Map([...parameters].map((at, k) => [at, real(amounts, k)]));
  return usual.at.map((value, i) => value + by * (moved.get(whole(active, i)) ?? 0));
}

/**
 * By how many of its standard deviations that parameter moves which moves most from one mode to another.
 * @example
 * howFar({ active: Int32Array.of(0), linear: { at: () => ({ variance: 4 }) } }, { at: Float64Array.of(1) }, { at: Float64Array.of(4) }) // => 1.5
 */
export function howFar(input: Pick<ModesInput, "active" | "linear">, from: Mode, to: Mode): number {
  return strengthsOf(input, stepsBetween(from, to)).reduce((most, strength) => Math.max(most, strength), 0);
}

/**
 * How every parameter moves from one mode to another.
 * @example
 * [...stepsBetween({ at: Float64Array.of(1) }, { at: Float64Array.of(4) })] // => [3]
 */
export function stepsBetween(from: Mode, to: Mode): Float64Array {
  return to.at.map((there, i) => there - real(from.at, i));
}

/**
 * Steps of all parameters in their standard deviations, up or down.
 * @example
 * [...strengthsOf({ active: Int32Array.of(0), linear: { at: () => ({ variance: 4 }) } }, Float64Array.of(-3))] // => [1.5]
 */
export function strengthsOf(
  { active, linear }: Pick<ModesInput, "active" | "linear">,
  steps: Float64Array,
): Float64Array {
  return steps.map((by, i) => Math.abs(by) / Math.sqrt(linear.at(whole(active, i)).variance));
}

/**
 * Where the account is most probable near a start, given the verdict on a group where one is pinned.
 * @example
 * modeNear({ active: Int32Array.of(0), density: { marginal: (x, g) => { g[0] = 3 - x[0]; return -((3 - x[0]) ** 2) / 2 } }, linear: { metric: { spread: (w, s) => s.set(w), gather: (g, w) => w.set(g) }, at: () => ({ variance: 4 }) } }, Float64Array.of(0), 12).at[0].toFixed(6) // => "3.000000"
 */
export function modeNear(
  { linear: { metric }, density }: ModesInput,
  start: Float64Array,
  steps: number,
  pinned?: Pinned,
): Mode {
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
  return { at: x, log: density.marginal(x, gradient, pinned) };
}
