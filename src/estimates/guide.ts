import type { TransitionOf, Travel } from "../math/hamiltonian.ts";
import type { FactoredMetric } from "../math/metric.ts";
import { findMode } from "../math/mode.ts";
import { addTo, real, whole } from "../math/vector.ts";
import { type Bundle, bundleGroups } from "./bundles.ts";
import { createDensity, type Density, type DensityKernel } from "./density.ts";
import { type FlatGroups, flattenGroups, likeliestOf } from "./flat-groups.ts";
import type { JumpLine, JumpSite } from "./jump-site.ts";
import { jumpSites, plainSites } from "./jump-sites.ts";
import { Lessons } from "./lessons.ts";
import { type Linearisation, linearise } from "./linearisation.ts";
import { LocalDensity } from "./local-density.ts";
import { type Model, nodesOfTerm } from "./model.ts";
import type { MovingDensity } from "./moving-density.ts";
import type { Tally } from "./tally.ts";
import { turningSites } from "./turning-sites.ts";

/** What a chain has to say after a stretch of its warm-up: where it was on average, and what it counted. It is copied between threads. */
export interface ChainReport {
  readonly middle: Float64Array;
  /** How probable each component was. */
  readonly shares: Float64Array;
  readonly logStep: number;
  readonly tally: Tally;
}

/** The coordinates in which trajectories run: those of the account near its middle, where the tails of steps that hardly anybody speaks of are folded. */
export interface Frame {
  readonly linear: Linearisation;
  /** Those steps, among the active parameters. */
  readonly tails: Int32Array;
}

/**
 * The tails of a step are folded where claims, if they are right, hold it by less than this, a little more than its prior does. Far out, what holds a step firmly is many times as
 * stiff in folded coordinates, and trajectories would run away.
 */
const LOOSE = 1;
/** Jumps cost about as much as a trajectory of so many gradients … */
const GRADIENTS = 10;
/** … but are at least so many. */
const FEWEST = 10;
/** In the warm-up every site is tried so many times, to learn which matter. */
const TRIES = 24;
/** The share of what jumps may cost that goes to sites that turn verdicts, for what they bring is seen only many draws later … */
const TURNING = 0.5;
/** … and the most that goes to one of them. */
const TURNING_EACH = 0.02;

/** What trajectories go by: the density given the chosen components, in coordinates in which some tails are folded, and the metric. */
export interface TravelOf extends TransitionOf {
  readonly metric: FactoredMetric;
  readonly tails: Int32Array;
  readonly chosen: Int32Array;
}

/** What takes nearly all the time of a chain. */
export interface Kernel {
  /** What jumps move. */
  readonly moving: MovingDensity;
  /** What densities leave their work to, if not to themselves. */
  readonly density?: DensityKernel;
  /** Goes along trajectories, where not the plain one does, by nothing of the target but what it is made of. */
  readonly travel?: Travel<TravelOf>;
}

/** What a kernel is made of. */
export type KernelParts = Pick<Guide, "model" | "flat" | "bundles" | "active">;

/** Makes a kernel, which may be faster than the plain one. */
export type MakeKernel = (parts: KernelParts) => Kernel;

const plainKernel: MakeKernel = ({ model, flat, bundles }) => ({ moving: new LocalDensity(model, flat, bundles) });

/**
 * What all chains over a model go by: the coordinates and the step size of their trajectories, the jump sites, and how often each is tried. It follows from the model
 * and from what the chains report, so that wherever these run they go by the same, and several in one thread can share it.
 */
export class Guide {
  readonly model: Model;
  readonly flat: FlatGroups;
  readonly bundles: readonly Bundle[];
  /** The parameters that evidence touches; the others are drawn from their prior. */
  readonly active: Int32Array;
  frame: Frame;
  stepSize = 0.5;
  sites: readonly JumpSite[];
  lessons: Lessons;
  /** Whether anything is learnt from what jumps do: not of the plain sites of the beginning, which all make way for others. */
  isLearning = false;
  /** Jumps that are tried in a draw. */
  tries = FEWEST;
  /** Positions of those sites that turn verdicts, and the share of the budget that each gets … */
  turning: ReadonlyMap<number, number> = new Map();
  /** … once they are known: in the stretch after they were laid each is tried once a draw. */
  areTurningNew = false;
  private readonly density: Density;
  /** What moves in chains; those that share a guide take turns with it. */
  readonly kernel: Kernel;
  /** Knows what a move reaches. */
  private readonly local: LocalDensity;
  private stretches = 0;

  /** Plain sites at first, and coordinates at the mode, for chains that have to find their way. */
  constructor(model: Model, kernel: MakeKernel = plainKernel) {
    this.model = model;
    this.flat = flattenGroups(model.groups);
    this.active = activeParameters(model);
    this.bundles = bundleGroups(this.flat);
    this.local = new LocalDensity(model, this.flat, this.bundles);
    this.kernel = kernel(this);
    this.density = createDensity(model, this.active, this.kernel.density);
    const mode = findMode(
      (x, gradient) => this.density.marginal(x, gradient),
      new Float64Array(this.active.length),
      500,
    );
    const shares = new Float64Array(this.flat.logWeight.length);
    this.density.responsibilities(mode, shares);
    this.frame = this.frameAt(mode, shares);
    this.sites = plainSites(model, this.active, this.local, this.frame.linear);
    this.lessons = this.freshLessons();
  }

  /**
   * Learns from a stretch of all chains: the step size, the metric at the middle of what they saw, and after the first the sites there, then which of
   * them matter. `steps` is how long the next stretch is.
   */
  heed(reports: readonly ChainReport[], steps: number): void {
    const over = 1 / reports.length;
    const middle = new Float64Array(this.active.length);
    const shares = new Float64Array(this.flat.logWeight.length);
    let logStep = 0;
    for (const report of reports) {
      addTo(middle, report.middle, over);
      addTo(shares, report.shares, over);
      logStep += over * report.logStep;
    }
    this.stepSize = Math.exp(logStep);
    if (this.stretches < 2) this.frame = this.frameAt(middle, shares);
    if (this.stretches === 0) this.lay(steps * reports.length);
    else this.learn(reports, middle, shares);
    this.stretches++;
  }

  private frameAt(center: Float64Array, shares: Float64Array): Frame {
    const { model, flat, active, density } = this;
    const linear = linearise({ model, flat, active, density, center, shares });
    const stiff = linear.stiffness(likeliestRight(flat, shares));
    const tails = Int32Array.from(active.keys()).filter(
      (i) => model.parameters.isStep[whole(active, i)] === 1 && real(stiff, i) < LOOSE,
    );
    return { linear, tails };
  }

  /** Lays sites of all kinds, each of which is to be tried some times in a stretch of so many draws of all chains. */
  private lay(draws: number): void {
    const { model, active } = this;
    this.sites = jumpSites(model, active, this.local, this.frame.linear);
    this.lessons = this.freshLessons();
    this.tries = Math.ceil((TRIES * this.sites.length) / draws);
    this.isLearning = true;
  }

  /** From now on sites are picked by what all chains counted; after the second stretch there are also some that turn verdicts. */
  private learn(reports: readonly ChainReport[], middle: Float64Array, shares: Float64Array): void {
    this.lessons.hear(reports.map(({ tally }) => tally));
    this.areTurningNew = this.stretches === 1;
    if (this.areTurningNew) this.layTurning(middle, shares);
    this.lessons.share(this.budget(), this.turning);
    this.tries = Math.max(FEWEST, Math.round(this.budget() / this.lessons.weights.cost));
  }

  /** Adds sites that turn verdicts, from the middle of what all chains saw: where they were, and how probable each component was. */
  private layTurning(center: Float64Array, shares: Float64Array): void {
    const { flat, active, density, local, sites } = this;
    const { linear } = this.frame;
    const lines = this.plainLines();
    const more = turningSites({ flat, active, density, local, linear, center, shares, lines });
    const share = Math.min(TURNING / more.length, TURNING_EACH);
    this.turning = new Map(more.map((_, k) => [sites.length + k, share]));
    this.sites = [...sites, ...more];
    this.lessons = this.lessons.joinedBy(more);
  }

  /** What the jumps of a draw may cost: as much as a trajectory. */
  private budget(): number {
    return GRADIENTS * (2 * this.model.tape.nodes + this.density.components);
  }

  /** Nothing learnt yet of the sites as they are; what moves and what claims speak of is watched. */
  private freshLessons(): Lessons {
    const { active, flat, model } = this;
    const watched = Int32Array.from(new Set([...active, ...flat.node]));
    return new Lessons(watched, model.groups.length, this.sites);
  }

  /** The line of each node that is a site by itself, as the prior would move it. */
  private plainLines(): ReadonlyMap<number, JumpLine> {
    const found = new Map<number, JumpLine>();
    for (const { lines } of this.sites) {
      const [line, more] = lines;
      if (line && !more && !found.has(line.node)) found.set(line.node, line);
    }
    return found;
  }
}

/** Of every group the likeliest component in which nothing is wrong with its words. */
function likeliestRight(flat: FlatGroups, shares: Float64Array): Int32Array {
  return Int32Array.from({ length: flat.start.length - 1 }, (_, g) =>
    likeliestOf(flat, shares, g, (c) => whole(flat.verdict, c) === 0),
  );
}

/** Stretches of a warm-up. */
export const STRETCHES = 3;

/**
 * The steps in each stretch of a warm-up.
 * @example
 * stretchOf(300) // => 100
 */
export function stretchOf(warmup: number): number {
  return Math.max(1, Math.floor(warmup / STRETCHES));
}

function activeParameters(model: Model): Int32Array {
  const wanted = model.groups.flatMap(nodesOfTerm);
  const reached = model.tape.reach([...wanted, ...model.priors.map((prior) => prior.node)]);
  return Int32Array.from([...reached.keys()].filter((position) => reached[position] === 1));
}
