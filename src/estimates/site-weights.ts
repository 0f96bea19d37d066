import type { Random } from "../math/random.ts";
import { real, whole } from "../math/vector.ts";

/** What each site can move: the things of site s stand from `starts[s]` to `starts[s + 1]`. */
export interface SiteThings {
  readonly starts: Int32Array;
  readonly things: Int32Array;
}

/** What sites are weighed by. */
export interface SiteNeeds {
  /** What a try at each site costs. */
  readonly costs: readonly number[];
  /** What a try at each site would move each of its things by, on average. */
  readonly moves: Float64Array;
  /** By how much of its scale each thing moves in a draw without jumps. */
  readonly free: Float64Array;
  /** How much each thing moves from one independent draw to the next; 0 where nobody cares. */
  readonly scales: Float64Array;
  /** How much longer one waits for each thing than its moves say. */
  readonly stickiness: Float64Array;
  /** What the tries of a draw may cost. */
  readonly budget: number;
  /** Shares of the budget that some sites get in any case. */
  readonly reserved: ReadonlyMap<number, number>;
}

/** The share of the budget that goes to all sites whatever they did, for what has not moved yet may move later. */
export const EXPLORED = 0.4;
/** Things are taken to move by this share of their scale in a draw, where nothing was seen. */
const UNSEEN = 0.03;
/** Waiting times are added up to this power: an account has settled when its slowest quantity has, and most quantities are quick. */
const POWER = 3;
/** Rounds in which the shares are improved; each brings them about a third of the way to the best. */
const ROUNDS = 25;

/** Sites that a chain chooses among, so that tries go where things would otherwise seldom move, and against what they cost. */
export class SiteWeights {
  private costs: readonly number[];
  private readonly reached: SiteThings;
  private shares: Float64Array;
  private cumulative: Float64Array;

  /** At first all sites are chosen alike. */
  constructor(costs: readonly number[], reached: SiteThings) {
    this.costs = costs;
    this.reached = reached;
    this.shares = Float64Array.from(costs, () => 1 / costs.length);
    this.cumulative = runningSum(this.shares);
  }

  /** What a try costs on average. */
  get cost(): number {
    return this.shares.reduce((sum, share, k) => sum + share * (this.costs[k] ?? 0), 0);
  }

  pick(random: Random): number {
    const last = this.costs.length - 1;
    const at = random.uniform() * real(this.cumulative, last);
    let [low, high] = [0, last];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (real(this.cumulative, middle) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /**
   * From now on sites are chosen so that the waiting times of all things, the long ones above all, are as short together as the budget allows: shares are
   * multiplied by a root of what more of them would gain (the algorithm for A-optimal designs is that for the first power; Silvey, Titterington and Torsney 1978).
   */
  share(needs: SiteNeeds): void {
    const { costs } = needs;
    this.costs = costs;
    const spent = this.shortestWaits(needs);
    const left = [...needs.reserved.values()].reduce((rest, share) => rest - share, 1);
    const tries = spent.map((share, s) => {
      const reserved = needs.reserved.get(s) ?? 0;
      return (reserved + left * ((1 - EXPLORED) * share + EXPLORED / costs.length)) / (costs[s] ?? 1);
    });
    this.shares = inProportion(tries);
    this.cumulative = runningSum(this.shares);
  }

  /** The shares of the budget, site by site, that make the sum of powers of all waiting times least. */
  private shortestWaits({ costs, moves, free, scales, stickiness, budget }: SiteNeeds): Float64Array {
    const { starts, things } = this.reached;
    // By how much of its scale a site would move a thing in a draw, were the whole budget spent there.
    const rates = new Float64Array(moves.length);
    costs.forEach((cost, s) => {
      for (let k = whole(starts, s); k < whole(starts, s + 1); k++) {
        const scale = real(scales, whole(things, k));
        rates[k] = scale > 0 ? (budget * real(moves, k)) / (cost * scale) : 0;
      }
    });
    const gains = new Float64Array(free.length);
    let spent: Float64Array = Float64Array.from(costs, () => 1 / costs.length);
    for (let round = 0; round < ROUNDS; round++) {
      const speed = free.map((amount) => UNSEEN + amount);
      spent.forEach((share, s) => {
        for (let k = whole(starts, s); k < whole(starts, s + 1); k++) {
          const thing = whole(things, k);
          speed[thing] = real(speed, thing) + real(rates, k) * share;
        }
      });
      for (let i = 0; i < gains.length; i++)
        gains[i] = (real(stickiness, i) / real(speed, i)) ** POWER / real(speed, i);
      spent = inProportion(
        spent.map((share, s) => {
          let gain = 0;
          for (let k = whole(starts, s); k < whole(starts, s + 1); k++)
            gain += real(rates, k) * real(gains, whole(things, k));
          return share * gain ** (1 / (POWER + 1));
        }),
      );
    }
    return spent;
  }
}

/** Shares that come to one; all alike where everything is nought. */
function inProportion(amounts: Float64Array): Float64Array {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return total > 0 ? amounts.map((amount) => amount / total) : amounts.map(() => 1 / amounts.length);
}

function runningSum(shares: Float64Array): Float64Array {
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return sum;
  });
}
