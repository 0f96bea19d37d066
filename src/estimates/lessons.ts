import { real, whole } from "../math/vector.ts";
import type { JumpSite } from "./jump-site.ts";
import { type SiteThings, SiteWeights } from "./site-weights.ts";
import { addTally, type Countable, DRAWS, emptyTally, LAG, LAPS, STEPS, type Tally } from "./tally.ts";

/** How probable it is that a group is right must vary by so much in its square for anybody to wait for it. */
const OPEN = 0.01;
/** A thing that is so near to independent after that lag is not sticky: a warm-up is too short to tell more. */
const FORGOTTEN = 0.8;
/** So many tries that move nothing are thought of at each site, so that one lucky try does not count for much. */
const DOUBTED = 10;

/**
 * What chains learn in their warm-up of their jump sites, from what all of them counted: the weights with which they pick sites afterwards. A thing is a
 * node that is watched, or how probable it is that nothing is wrong with a group.
 */
export class Lessons implements Countable {
  readonly weights: SiteWeights;
  readonly watched: Int32Array;
  readonly groups: number;
  readonly reached: SiteThings;
  private readonly sites: readonly JumpSite[];
  private readonly costs: readonly number[];
  /** What all chains counted before. */
  private readonly known: Tally;

  constructor(watched: Int32Array, groups: number, sites: readonly JumpSite[]) {
    this.watched = watched;
    this.groups = groups;
    this.reached = thingsOf(watched, sites);
    this.known = emptyTally(this);
    this.sites = sites;
    this.costs = sites.map(({ reach }) => reach.cost);
    this.weights = new SiteWeights(this.costs, this.reached);
  }

  /** Adds what chains counted to what is known. */
  hear(tallies: readonly Tally[]): void {
    for (const tally of tallies) addTally(this.known, tally);
  }

  /** From now on sites are picked by what is known; `budget` is what the jumps of a draw may cost. */
  share(budget: number, reserved: ReadonlyMap<number, number> = new Map()): void {
    const { known } = this;
    const moves = this.meanMoves();
    const scales = this.scales(moves);
    this.weights.share({
      costs: this.meanCosts(),
      moves,
      free: known.freely.map((amount, i) =>
        real(scales, i) > 0 ? amount / (Math.max(1, real(known.counts, STEPS)) * real(scales, i)) : 1,
      ),
      scales,
      stickiness: scales.map((scale, i) => this.stickiness(i, scale)),
      budget,
      reserved,
    });
  }

  /** The same with more sites, of which nothing is known yet. */
  joinedBy(sites: readonly JumpSite[]): Lessons {
    const joined = new Lessons(this.watched, this.groups, [...this.sites, ...sites]);
    for (const what of ["counts", "tried", "cost", "moved", "sums", "squares", "freely", "next", "later"] as const)
      joined.known[what].set(this.known[what]);
    return joined;
  }

  /** What a try at each site costs: on average, for many are soon given up; one more is thought of that is not. */
  private meanCosts(): readonly number[] {
    const { tried, cost } = this.known;
    return this.costs.map((most, s) => (real(cost, s) + most) / (real(tried, s) + 1));
  }

  /** By how much a try at each site moves each of its things on average. */
  private meanMoves(): Float64Array {
    const { starts } = this.reached;
    const moves = Float64Array.from(this.known.moved);
    this.known.tried.forEach((tries, s) => {
      for (let k = whole(starts, s); k < whole(starts, s + 1); k++) moves[k] = real(moves, k) / (tries + DOUBTED);
    });
    return moves;
  }

  /**
   * Two independent draws are apart by twice the variance on average. A group that was right, or wrong, in all draws is open all the same
   * where jumps had a fair chance to change that.
   */
  private scales(moves: Float64Array): Float64Array {
    const { sums, squares, counts } = this.known;
    const draws = real(counts, DRAWS);
    const farthest = new Float64Array(sums.length);
    this.reached.things.forEach((thing, k) => {
      farthest[thing] = Math.max(real(farthest, thing), real(moves, k));
    });
    return sums.map((sum, i) => {
      const variance = real(squares, i) / draws - (sum / draws) ** 2;
      // The fourth power of the distance of two independent normals is three times the square of that.
      if (i < this.watched.length) return 3 * (2 * variance) ** 2;
      const scale = Math.max(2 * variance, real(farthest, i));
      return scale < 2 * OPEN ? 0 : scale;
    });
  }

  /**
   * How much slower a thing forgets where it was than its moves from draw to draw say: it may move to and fro on one side and seldom cross.
   * One that moves freely has 1.
   */
  private stickiness(thing: number, scale: number): number {
    const { counts, later, next } = this.known;
    if (scale === 0 || real(counts, LAPS) < LAG) return 1;
    const lost = real(later, thing) / real(counts, LAPS) / scale;
    if (lost > FORGOTTEN) return 1;
    const step = real(next, thing) / real(counts, STEPS) / scale;
    const wait = -LAG / Math.log(1 - Math.max(lost, 1 - FORGOTTEN));
    return Math.max(1, wait * Math.min(1, step));
  }
}

/** The things that each site can move: watched nodes by their place among them, then groups. */
function thingsOf(watched: Int32Array, sites: readonly JumpSite[]): SiteThings {
  const placed = placesOf(watched);
  const starts = new Int32Array(sites.length + 1);
  const things: number[] = [];
  sites.forEach(({ reach: { plan, groups } }, s) => {
    for (const nodes of [plan.parameters, plan.nodes])
      for (let i = 0; i < nodes.length; i++) {
        const place = placed[whole(nodes, i)];
        if (place !== undefined && place >= 0) things.push(place);
      }
    for (let i = 0; i < groups.length; i++) things.push(watched.length + whole(groups, i));
    starts[s + 1] = things.length;
  });
  return { starts, things: Int32Array.from(things) };
}

/** Where each node stands among those that are watched, −1 where it does not. */
function placesOf(watched: Int32Array): Int32Array {
  const places = new Int32Array(1 + watched.reduce((most, node) => Math.max(most, node), -1)).fill(-1);
  for (let i = 0; i < watched.length; i++) places[whole(watched, i)] = i;
  return places;
}
