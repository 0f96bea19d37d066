import type { Random } from "../math/random.ts";
import { real, whole } from "../math/vector.ts";
import { Counter } from "./counter.ts";
import type { Guide } from "./guide.ts";
import { jump } from "./jump.ts";
import type { MovingDensity } from "./moving-density.ts";

/** The jumps of a chain, at the sites of its guide. */
export class Jumps {
  private readonly guide: Readonly<Guide>;
  private readonly local: MovingDensity;
  /** The position among all parameters of the account. */
  private readonly full: Float64Array;

  constructor(guide: Readonly<Guide>) {
    this.guide = guide;
    this.local = guide.kernel.moving;
    this.full = new Float64Array(guide.model.parameters.names.length);
  }

  /** A counter of what the tries at the sites of now do. */
  counter(): Counter {
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
    for (let k = 0; k < tries; k++) this.tryAt(lessons.weights.pick(random), random, counter);
    if (counter && areTurningNew) for (const at of turning.keys()) this.tryAt(at, random, counter);
    for (let i = 0; i < active.length; i++) position[i] = real(local.values, whole(active, i));
  }

  private tryAt(at: number, random: Random, counter?: Counter): void {
    const { local } = this;
    const site = this.guide.sites[at];
    if (!site) return;
    if (!counter) jump(site, local, random);
    else if (jump(site, local, random, (chance, cost) => counter.tried(at, chance, cost))) counter.accepted(at);
  }
}
