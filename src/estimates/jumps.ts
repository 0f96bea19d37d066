import type { Random } from "../math/random.ts";
import { real, whole } from "../math/vector.ts";
import type { Density } from "./density.ts";
import type { FlatGroups } from "./flat-groups.ts";
import { jump } from "./jump.ts";
import type { JumpLine, JumpSite } from "./jump-site.ts";
import { jumpSites, plainSites } from "./jump-sites.ts";
import { Lessons } from "./lessons.ts";
import type { Linearisation } from "./linearisation.ts";
import { LocalDensity } from "./local-density.ts";
import type { Model } from "./model.ts";
import type { Tally } from "./tally.ts";
import { turningSites } from "./turning-sites.ts";

/** What the jumps of a chain are made from. */
export interface JumpsFrom {
  readonly model: Model;
  readonly flat: FlatGroups;
  readonly active: Int32Array;
  readonly density: Density;
}

/** Jumps cost about as much as a trajectory of so many gradients … */
const GRADIENTS = 10;
/** … but are at least so many. */
const FEWEST = 10;
/** In the warm-up every site is tried so many times, to learn which matter. */
const TRIES = 24;
/** The share of what jumps may cost that goes to sites that turn verdicts: what they bring is seen only many draws later. */
const TURNING = 0.2;

/** The jumps of a chain: its sites, what is known of them, and how many are tried in a draw. */
export class Jumps {
  private readonly from: JumpsFrom;
  private readonly local: LocalDensity;
  private sites: readonly JumpSite[];
  /** Positions of those sites that turn verdicts, and the share of the budget that each gets; in the stretch after they were laid each is tried once a draw. */
  private turning: ReadonlyMap<number, number> = new Map();
  private areTurningNew = false;
  private lessons: Lessons;
  private tries = FEWEST;
  /** The position among all parameters of the account. */
  private readonly full: Float64Array;

  /** Plain sites at first, for a chain that has to find its way. */
  constructor(from: JumpsFrom, linear: Linearisation) {
    this.from = from;
    this.local = new LocalDensity(from.model, from.flat);
    this.full = new Float64Array(from.model.parameters.names.length);
    this.sites = plainSites(from.model, from.active, this.local, linear);
    this.lessons = this.freshLessons();
  }

  /** Moves a position in place, and counts what its tries did where somebody learns from it. */
  move(position: Float64Array, random: Random, isLearning: boolean): void {
    const { full, local, lessons } = this;
    const { active } = this.from;
    if (this.sites.length === 0) return;
    for (let i = 0; i < active.length; i++) full[whole(active, i)] = real(position, i);
    local.begin(full);
    if (isLearning) lessons.draw();
    for (let k = 0; k < this.tries; k++) this.tryAt(lessons.weights.pick(random), random, isLearning);
    if (isLearning && this.areTurningNew) for (const at of this.turning.keys()) this.tryAt(at, random, true);
    for (let i = 0; i < active.length; i++) position[i] = real(local.values, whole(active, i));
  }

  /** What was counted since this was last asked. */
  handOver(): Tally {
    return this.lessons.handOver();
  }

  /** Lays sites of all kinds, each of which is to be tried some times in a stretch of so many draws of some chains. */
  lay(linear: Linearisation, draws: number): void {
    const { model, active } = this.from;
    this.sites = jumpSites(model, active, this.local, linear);
    this.lessons = this.freshLessons();
    this.tries = Math.ceil((TRIES * this.sites.length) / draws);
  }

  /** From now on sites are picked by what all chains counted. */
  learn(tallies: readonly Tally[]): void {
    this.lessons.learn(tallies, this.budget(), this.turning);
    this.tries = Math.max(FEWEST, Math.round(this.budget() / this.lessons.weights.cost));
    this.areTurningNew = false;
  }

  /** Adds sites that turn verdicts, from the middle of what all chains saw: where they were, and how probable each component was. */
  layTurning(linear: Linearisation, center: Float64Array, shares: Float64Array): void {
    const { local, sites } = this;
    const more = turningSites({ ...this.from, local, linear, center, shares, lines: this.plainLines() });
    this.turning = new Map(more.map((_, k) => [sites.length + k, TURNING / more.length]));
    this.sites = [...sites, ...more];
    this.lessons = this.lessons.joinedBy(more);
    this.learn([]);
    this.areTurningNew = true;
  }

  private tryAt(at: number, random: Random, isLearning: boolean): void {
    const { local, lessons } = this;
    const site = this.sites[at];
    if (!site) return;
    if (!isLearning) jump(site, local, random);
    else if (jump(site, local, random, (chance, cost) => lessons.tried(at, chance, cost))) lessons.accepted(at);
  }

  /** What the jumps of a draw may cost: as much as a trajectory. */
  private budget(): number {
    const { model, density } = this.from;
    return GRADIENTS * (2 * model.tape.nodes + density.components);
  }

  /** Nothing learnt yet of the sites as they are; what moves and what claims speak of is watched. */
  private freshLessons(): Lessons {
    const { active, flat, model } = this.from;
    const watched = Int32Array.from(new Set([...active, ...flat.node]));
    return new Lessons(this.local, watched, model.groups.length, this.sites);
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
