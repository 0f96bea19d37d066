import type { Random } from "../math/random.ts";
import { real, whole } from "../math/vector.ts";
import { Counter } from "./counter.ts";
import type { Guide } from "./guide.ts";
import { jump } from "./jump.ts";
import { LocalDensity } from "./local-density.ts";
import type { Tally } from "./tally.ts";

/** The jumps of a chain, at the sites of its guide. */
export class Jumps {
  private readonly guide: Guide;
  private readonly local: LocalDensity;
  /** The position among all parameters of the account. */
  private readonly full: Float64Array;
  /** What is counted where somebody learns from it. */
  private counter: Counter | undefined;

  constructor(guide: Guide) {
    this.guide = guide;
    this.local = new LocalDensity(guide.model, guide.flat);
    this.full = new Float64Array(guide.model.parameters.names.length);
  }

  /** From now on what tries do is counted, until it is handed over. */
  count(): void {
    this.counter = new Counter(this.local, this.guide.lessons);
  }

  /** What was counted since counting began, which ends it. */
  handOver(): Tally {
    const { counter } = this;
    this.counter = undefined;
    return (counter ?? new Counter(this.local, this.guide.lessons)).handOver();
  }

  /** Moves a position in place. */
  move(position: Float64Array, random: Random): void {
    const { full, local, counter } = this;
    const { active, sites, lessons, tries, turning, areTurningNew } = this.guide;
    if (sites.length === 0) return;
    for (let i = 0; i < active.length; i++) full[whole(active, i)] = real(position, i);
    local.begin(full);
    counter?.draw();
    for (let k = 0; k < tries; k++) this.tryAt(lessons.weights.pick(random), random);
    if (counter && areTurningNew) for (const at of turning.keys()) this.tryAt(at, random);
    for (let i = 0; i < active.length; i++) position[i] = real(local.values, whole(active, i));
  }

  private tryAt(at: number, random: Random): void {
    const { local, counter } = this;
    const site = this.guide.sites[at];
    if (!site) return;
    if (!counter) jump(site, local, random);
    else if (jump(site, local, random, (chance, cost) => counter.tried(at, chance, cost))) counter.accepted(at);
  }
}
