import type { Random } from "../math/random.ts";
import { real } from "../math/vector.ts";

/** Sites that a chain chooses among, in proportion to what a try is worth and against what it costs. */
export interface SiteWeights {
  pick(random: Random): number;
  learn(site: number, changed: boolean): void;
  /** From now on sites are chosen for how often they changed something for their cost, and none is left alone. */
  settle(): void;
  /** What a try costs on average. */
  readonly cost: number;
}

/** The share of tries that goes to all sites whatever they did, for what has not moved yet may move later. */
const EXPLORED = 0.3;

/** A site that changes something at nearly every try gains nothing from more of them: no site has a larger share for what it changed. */
const ENOUGH = 0.03;

/**
 * The weights of sites with given costs of a try: at first all are chosen alike.
 * @example
 * siteWeights([1, 1, 1, 1]).pick({ uniform: () => 0.6 }) // => 2
 */
export function siteWeights(costs: readonly number[]): SiteWeights {
  const sites = costs.length;
  const tried = new Float64Array(sites);
  const moved = new Float64Array(sites);
  let shares = Float64Array.from(costs, () => 1 / sites);
  let cumulative = runningSum(shares);
  return {
    get cost() {
      return shares.reduce((sum, share, k) => sum + share * (costs[k] ?? 0), 0);
    },
    pick(random) {
      const at = random.uniform() * real(cumulative, sites - 1);
      let [low, high] = [0, sites - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (real(cumulative, middle) > at) high = middle;
        else low = middle + 1;
      }
      return low;
    },
    learn(site, changed) {
      tried[site] = real(tried, site) + 1;
      if (changed) moved[site] = real(moved, site) + 1;
    },
    settle() {
      const gains = inProportion(moved.map((times, k) => times / (real(tried, k) + 1) / (costs[k] ?? 1)));
      const worth = inProportion(gains.map((share) => Math.min(share, ENOUGH)));
      const any = inProportion(Float64Array.from(costs, (cost) => 1 / cost));
      shares = any.map((share, k) => EXPLORED * share + (1 - EXPLORED) * real(worth, k));
      cumulative = runningSum(shares);
    },
  };
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
