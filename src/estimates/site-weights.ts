import type { Random } from "../math/random.ts";
import { real, whole } from "../math/vector.ts";

/** How much each of some things moves: the first `count` of `things`, each by its amount. */
export interface Moved {
  readonly things: Int32Array;
  readonly amounts: Float64Array;
  count: number;
}

/** Sites that a chain chooses among, so that tries go where things would otherwise seldom move, and against what they cost. */
export interface SiteWeights {
  pick(random: Random): number;
  /** A try at a site that had this chance to be accepted, and what it would move. */
  learn(site: number, chance: number, moved: Moved): void;
  /** A draw, and what moved in it without a jump. */
  learnDraw(moved: Moved): void;
  /** For every thing, by how much a try at the site that moves it most would move it on average. */
  farthest(): Float64Array;
  /**
   * From now on sites are chosen by what was learnt. `scales` holds how much each thing moves from one independent draw to the next, 0 where nobody
   * cares; `stickiness` how much longer one waits for it than its moves say; `budget` what the tries of a draw may cost.
   */
  settle(scales: Float64Array, stickiness: Float64Array, budget: number): void;
  /** What a try costs on average. */
  readonly cost: number;
}

/** The share of the budget that goes to all sites whatever they did, for what has not moved yet may move later. */
const EXPLORED = 0.2;
/** Things are taken to move by this share of their scale in a draw, where nothing was seen. */
const UNSEEN = 0.03;
/** So many tries that move nothing are thought of at each site, so that one lucky try does not count for much. */
const DOUBTED = 10;
/** Rounds in which the shares are improved; each brings them about half way to the best. */
const ROUNDS = 30;

/**
 * The weights of sites with given costs of a try, which move some things: at first all sites are chosen alike. Then the
 * waiting times of all things are made as short together as the budget allows: shares are multiplied by the square root of
 * what more of them would gain (the algorithm for A-optimal designs; Silvey, Titterington and Torsney 1978).
 * @example
 * siteWeights([1, 1, 1, 1], 1).pick({ uniform: () => 0.6 }) // => 2
 */
export function siteWeights(costs: readonly number[], things: number): SiteWeights {
  return new LearntWeights(costs, things);
}

class LearntWeights implements SiteWeights {
  private readonly costs: readonly number[];
  private readonly tried: Float64Array;
  private readonly movedAt: readonly Map<number, number>[];
  private readonly movedFreely: Float64Array;
  private draws = 0;
  private shares: Float64Array;
  private cumulative: Float64Array;

  constructor(costs: readonly number[], things: number) {
    this.costs = costs;
    this.tried = new Float64Array(costs.length);
    this.movedAt = costs.map(() => new Map());
    this.movedFreely = new Float64Array(things);
    this.shares = Float64Array.from(costs, () => 1 / costs.length);
    this.cumulative = runningSum(this.shares);
  }

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

  learn(site: number, chance: number, moved: Moved): void {
    this.tried[site] = real(this.tried, site) + 1;
    const held = this.movedAt[site];
    for (let i = 0; i < moved.count; i++) {
      const thing = whole(moved.things, i);
      held?.set(thing, (held.get(thing) ?? 0) + chance * real(moved.amounts, i));
    }
  }

  learnDraw(moved: Moved): void {
    this.draws++;
    for (let i = 0; i < moved.count; i++) {
      const thing = whole(moved.things, i);
      this.movedFreely[thing] = real(this.movedFreely, thing) + real(moved.amounts, i);
    }
  }

  farthest(): Float64Array {
    const most = new Float64Array(this.movedFreely.length);
    this.movedAt.forEach((held, s) => {
      for (const [thing, amount] of held) most[thing] = Math.max(real(most, thing), amount / this.tries(s));
    });
    return most;
  }

  settle(scales: Float64Array, stickiness: Float64Array, budget: number): void {
    const { costs, movedAt, movedFreely } = this;
    const rates = movedAt.map((held, s): readonly Rate[] => {
      const each = budget / (this.tries(s) * (costs[s] ?? 1));
      return [...held]
        .filter(([thing]) => real(scales, thing) > 0)
        .map(([thing, amount]) => ({ thing, rate: (each * amount) / real(scales, thing) }));
    });
    const free = movedFreely.map((amount, thing) =>
      real(scales, thing) > 0 ? UNSEEN + amount / (Math.max(1, this.draws) * real(scales, thing)) : 1,
    );
    const spent = shortestWaits(rates, free, stickiness);
    const tries = spent.map((share, s) => ((1 - EXPLORED) * share + EXPLORED / costs.length) / (costs[s] ?? 1));
    this.shares = inProportion(tries);
    this.cumulative = runningSum(this.shares);
  }

  private tries(site: number): number {
    return real(this.tried, site) + DOUBTED;
  }
}

/** By how much of its scale a site would move a thing in a draw, were the whole budget spent there. */
interface Rate {
  readonly thing: number;
  readonly rate: number;
}

/** The shares of the budget, site by site, that make the sum of all waiting times least. */
function shortestWaits(
  rates: readonly (readonly Rate[])[],
  free: Float64Array,
  stickiness: Float64Array,
): Float64Array {
  let spent: Float64Array = Float64Array.from(rates, () => 1 / rates.length);
  for (let round = 0; round < ROUNDS; round++) {
    const speed = Float64Array.from(free);
    rates.forEach((list, s) => {
      for (const { thing, rate } of list) speed[thing] = real(speed, thing) + rate * real(spent, s);
    });
    spent = inProportion(
      spent.map((share, s) => {
        const gain = (rates[s] ?? []).reduce(
          (sum, { thing, rate }) => sum + (rate * real(stickiness, thing)) / real(speed, thing) ** 2,
          0,
        );
        return share * Math.sqrt(gain);
      }),
    );
  }
  return spent;
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
