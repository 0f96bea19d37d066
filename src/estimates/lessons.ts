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
 * What a chain learns in its warm-up of its jump sites: by how much they move parameters and what claims speak of, and change what is right and
 * wrong. A thing is a node that is watched, or how probable it is that nothing is wrong with a group. From it come the weights with which
 * the chain picks sites afterwards.
 */
export class Lessons {
  readonly weights: SiteWeights;
  /** The things that each site can move. */
  private readonly things: readonly Int32Array[];
  private readonly local: Pick<LocalDensity, "values" | "right">;
  private readonly watched: Int32Array;
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
    watched: Int32Array,
    groups: number,
    sites: readonly JumpSite[],
  ) {
    const things = watched.length + groups;
    this.local = local;
    this.watched = watched;
    this.things = thingsOf(watched, sites);
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
    const farthest = this.weights.farthest();
    // Two independent draws are apart by twice the variance on average. A group that was right, or wrong, in all draws is open all the same
    // where jumps had a fair chance to change that.
    const scales = variances.map((variance, i) => {
      // The fourth power of the distance of two independent normals is three times the square of that.
      if (i < this.watched.length) return 3 * (2 * variance) ** 2;
      const scale = Math.max(2 * variance, real(farthest, i));
      return scale < 2 * OPEN ? 0 : scale;
    });
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
      this.next[thing] = real(this.next, thing) + this.amount(thing, now - real(this.trail, before * things + thing));
    if (this.draws >= LAG)
      this.later[thing] = real(this.later, thing) + this.amount(thing, now - real(this.trail, row * things + thing));
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
    const nodes = this.watched.length;
    return thing < nodes ? real(this.local.values, whole(this.watched, thing)) : this.local.right(thing - nodes);
  }

  /** What a move is worth: its fourth power for a node, for many small steps do not take it where a long one does; its square for a verdict. */
  private amount(thing: number, by: number): number {
    const square = by * by;
    return thing < this.watched.length ? square * square : square;
  }

  private note(thing: number, now: number): void {
    const { moved } = this;
    moved.things[moved.count] = thing;
    moved.amounts[moved.count++] = this.amount(thing, now - real(this.last, thing));
  }

  private eachThing(at: number, visit: (thing: number) => void): void {
    const things = this.things[at];
    if (!things) return;
    for (let i = 0; i < things.length; i++) visit(whole(things, i));
  }
}

/** The things that each site can move: watched nodes by their place among them, then groups. */
function thingsOf(watched: Int32Array, sites: readonly JumpSite[]): readonly Int32Array[] {
  const placed = new Map([...watched].map((node, i) => [node, i]));
  return sites.map(({ reach }) =>
    Int32Array.from([
      ...[...reach.plan.parameters, ...reach.plan.nodes].flatMap((node) => placed.get(node) ?? []),
      ...Int32Array.from(reach.groups, (g) => watched.length + g),
    ]),
  );
}
