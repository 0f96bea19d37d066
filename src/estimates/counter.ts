import { real, whole } from "../math/vector.ts";
import type { MovingDensity } from "./moving-density.ts";
import { type Countable, DRAWS, emptyTally, LAG, LAPS, STEPS, type Tally } from "./tally.ts";

/**
 * What one chain counts while it learns: by how much its jumps move parameters and what claims speak of, and change what is right and wrong, and how
 * these move from draw to draw.
 */
export class Counter {
  private readonly local: Pick<MovingDensity, "values" | "right">;
  private readonly of: Countable;
  /** What was counted so far. */
  readonly tally: Tally;
  /** Where every thing was last, and at the last few draws, one row after another. */
  private readonly last: Float64Array;
  private readonly trail: Float64Array;
  private draws = 0;

  constructor(local: Pick<MovingDensity, "values" | "right">, of: Countable) {
    const things = of.watched.length + of.groups;
    this.local = local;
    this.of = of;
    this.last = new Float64Array(things);
    this.trail = new Float64Array(things * LAG);
    this.tally = emptyTally(of);
  }

  /** A draw before its jumps. */
  draw(): void {
    const { last, tally } = this;
    const { sums, squares, freely } = tally;
    for (let thing = 0; thing < last.length; thing++) {
      const now = this.now(thing);
      sums[thing] = real(sums, thing) + now;
      squares[thing] = real(squares, thing) + now * now;
      if (this.draws > 0) freely[thing] = real(freely, thing) + this.amount(thing, now - real(last, thing));
      last[thing] = now;
      this.remember(thing, now);
    }
    count(tally, DRAWS);
    if (this.draws > 0) count(tally, STEPS);
    if (this.draws >= LAG) count(tally, LAPS);
    this.draws++;
  }

  /** A try at a site, while the account stands where it would end: the chance that it had, and what it cost. */
  tried(at: number, chance: number, cost: number): void {
    const { tried, cost: costs, moved } = this.tally;
    tried[at] = real(tried, at) + 1;
    costs[at] = real(costs, at) + cost;
    if (chance === 0) return;
    const { starts, things } = this.of.reached;
    for (let k = whole(starts, at); k < whole(starts, at + 1); k++) {
      const thing = whole(things, k);
      moved[k] = real(moved, k) + chance * this.amount(thing, this.now(thing) - real(this.last, thing));
    }
  }

  /** The last try was accepted. */
  accepted(at: number): void {
    const { starts, things } = this.of.reached;
    for (let k = whole(starts, at); k < whole(starts, at + 1); k++) {
      const thing = whole(things, k);
      this.last[thing] = this.now(thing);
    }
  }

  private remember(thing: number, now: number): void {
    const { trail, draws, tally } = this;
    const things = this.last.length;
    const at = (draws % LAG) * things + thing;
    const before = ((draws + LAG - 1) % LAG) * things + thing;
    const { next, later } = tally;
    if (draws > 0) next[thing] = real(next, thing) + this.amount(thing, now - real(trail, before));
    if (draws >= LAG) later[thing] = real(later, thing) + this.amount(thing, now - real(trail, at));
    trail[at] = now;
  }

  private now(thing: number): number {
    const nodes = this.of.watched.length;
    return thing < nodes ? real(this.local.values, whole(this.of.watched, thing)) : this.local.right(thing - nodes);
  }

  /** What a move is worth: its fourth power for a node, for many small steps do not take it where a long one does; its square for a verdict. */
  private amount(thing: number, by: number): number {
    const square = by * by;
    return thing < this.of.watched.length ? square * square : square;
  }
}

function count({ counts }: Tally, what: number): void {
  counts[what] = real(counts, what) + 1;
}
