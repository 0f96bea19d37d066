import type { Random } from "../math/random.ts";
import { real, whole } from "../math/vector.ts";
import { Counter } from "./counter.ts";
import type { Guide } from "./guide.ts";
import { Jumper } from "./jump.ts";
import type { MovingDensity } from "./moving-density.ts";

/** The jumps of a chain, at the sites of its guide. */
export class Jumps {
  private readonly guide: Readonly<Guide>;
  private readonly local: MovingDensity;
  private readonly jumper: Jumper;
  /** The position among all parameters of the account. */
  private readonly full: Float64Array;
  /** Where the jump of the moment is tried, and who counts it. */
  private at = 0;
  private counter: Counter | undefined;
  private readonly onTry = (chance: number, cost: number): void => this.counter?.tried(this.at, chance, cost);

  constructor(guide: Readonly<Guide>) {
    this.guide = guide;
    this.local = guide.kernel.moving;
    this.jumper = new Jumper(this.local);
    this.full = new Float64Array(guide.model.parameters.names.length);
  }

  /** A counter of what the tries at the sites of now do. */
  counts(): Counter {
    return new Counter(this.local, this.guide.lessons);
  }

  /** Moves a position in place; what the tries do is counted where somebody learns from it. */
  move(position: Float64Array, random: Random, counter?: Counter): void {
    const { full, local } = this;
    const { active, sites, lessons, tries, turning, areTurningNew } = this.guide;
    if (sites.length === 0) return;
    for (let i = 0; i < active.length; i++) full[whole(active, i)] = real(position, i);
    local.begin(full);
    counter?.draw();
    this.counter = counter;
    for (let k = 0; k < tries; k++) this.tryAt(lessons.weights.pick(random), random);
    if (counter && areTurningNew) for (const at of turning.keys()) this.tryAt(at, random);
    for (let i = 0; i < active.length; i++) position[i] = real(local.values, whole(active, i));
  }

  private tryAt(at: number, random: Random): void {
    const { counter, jumper } = this;
    const site = this.guide.sites[at];
    if (!site) return;
    this.at = at;
    const isMade = jumper.jump(site, random, counter && this.onTry);
    if (isMade) counter?.accepted(at);
  }
}
