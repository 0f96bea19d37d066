import { real, whole } from "../math/vector.ts";
import type { JumpSite } from "./jump-sites.ts";
import type { LocalDensity } from "./local-density.ts";
import { type Moved, type SiteWeights, siteWeights } from "./site-weights.ts";

/** How probable it is that a group is right must vary by so much in its square for anybody to wait for it. */
const OPEN = 0.01;
/** Draws after which a thing that moves freely has forgotten where it was. */
const LAG = 10;
/** A thing that is so near to independent after that lag is not sticky: a warm-up is too short to tell more. */
const FORGOTTEN = 0.8;

/**
 * What a chain learns in its warm-up of its jump sites: by how much they move the parameters and change what is right and wrong. A thing
 * is a parameter, or how probable it is that nothing is wrong with a group. From it come the weights with which it picks sites afterwards.
 */
export class Lessons {
  readonly weights: SiteWeights;
  private readonly sites: readonly JumpSite[];
  private readonly local: Pick<LocalDensity, "values" | "right">;
  private readonly parameters: number;
  private readonly moved: Moved;
  /** Where every thing was last, and the sums over draws of it and of its square. */
  private readonly last: Float64Array;
  private readonly sums: Float64Array;
  private readonly squares: Float64Array;
  /** Where every thing was at the last few draws, one row after another, and by how much it had moved from each to the next and in all of them. */
  private readonly trail: Float64Array;
  private readonly next: Float64Array;
  private readonly later: Float64Array;
  private draws = 0;

  constructor(
    local: Pick<LocalDensity, "values" | "right">,
    parameters: number,
    groups: number,
    sites: readonly JumpSite[],
  ) {
    const things = parameters + groups;
    this.local = local;
    this.sites = sites;
    this.parameters = parameters;
    this.moved = { things: new Int32Array(things), amounts: new Float64Array(things), count: 0 };
    this.last = new Float64Array(things);
    this.sums = new Float64Array(things);
    this.squares = new Float64Array(things);
    this.trail = new Float64Array(things * LAG);
    this.next = new Float64Array(things);
    this.later = new Float64Array(things);
    this.weights = siteWeights(
      sites.map(({ reach }) => reach.cost),
      things,
    );
  }

  /** A draw before its jumps. */
  draw(): void {
    const { last, sums, squares, moved } = this;
    moved.count = 0;
    for (let thing = 0; thing < last.length; thing++) {
      const now = this.now(thing);
      sums[thing] = real(sums, thing) + now;
      squares[thing] = real(squares, thing) + now * now;
      if (this.draws > 0) this.note(thing, now);
      last[thing] = now;
      this.remember(thing, now);
    }
    if (this.draws++ > 0) this.weights.learnDraw(moved);
  }

  /** A try at a site, while the account stands where it would end: the chance that it had. */
  tried(at: number, chance: number): void {
    this.moved.count = 0;
    this.eachThing(at, (thing) => this.note(thing, this.now(thing)));
    this.weights.learn(at, chance, this.moved);
  }

  /** The last try was accepted. */
  accepted(at: number): void {
    this.eachThing(at, (thing) => {
      this.last[thing] = this.now(thing);
    });
  }

  /** From now on sites are picked by what was learnt; `budget` is what the jumps of a draw may cost. */
  settle(budget: number): void {
    const variances = this.sums.map((sum, i) => real(this.squares, i) / this.draws - (sum / this.draws) ** 2);
    // Two independent draws are apart by twice the variance on average.
    const scales = variances.map((variance, i) => (i >= this.parameters && variance < OPEN ? 0 : 2 * variance));
    this.weights.settle(
      scales,
      scales.map((scale, i) => this.stickiness(i, scale)),
      budget,
    );
  }

  private remember(thing: number, now: number): void {
    const things = this.last.length;
    const row = this.draws % LAG;
    const before = (this.draws + LAG - 1) % LAG;
    if (this.draws > 0)
      this.next[thing] = real(this.next, thing) + (now - real(this.trail, before * things + thing)) ** 2;
    if (this.draws >= LAG)
      this.later[thing] = real(this.later, thing) + (now - real(this.trail, row * things + thing)) ** 2;
    this.trail[row * things + thing] = now;
  }

  /**
   * How much slower a thing forgets where it was than its moves from draw to draw say: it may move to and fro on one side and seldom cross.
   * One that moves freely has 1.
   */
  private stickiness(thing: number, scale: number): number {
    if (scale === 0 || this.draws <= 2 * LAG) return 1;
    const lost = real(this.later, thing) / (this.draws - LAG) / scale;
    if (lost > FORGOTTEN) return 1;
    const step = real(this.next, thing) / (this.draws - 1) / scale;
    const wait = -LAG / Math.log(1 - Math.max(lost, 1 - FORGOTTEN));
    return Math.max(1, wait * Math.min(1, step));
  }

  private now(thing: number): number {
    return thing < this.parameters ? real(this.local.values, thing) : this.local.right(thing - this.parameters);
  }

  private note(thing: number, now: number): void {
    const { moved } = this;
    moved.things[moved.count] = thing;
    moved.amounts[moved.count++] = (now - real(this.last, thing)) ** 2;
  }

  private eachThing(at: number, visit: (thing: number) => void): void {
    const reach = this.sites[at]?.reach;
    if (!reach) return;
    const { parameters } = reach.plan;
    for (let i = 0; i < parameters.length; i++) visit(whole(parameters, i));
    for (let i = 0; i < reach.groups.length; i++) visit(this.parameters + whole(reach.groups, i));
  }
}
