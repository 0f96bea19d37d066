import type { Random } from "../math/random.ts";
import { real } from "../math/vector.ts";

/** Sites that a chain chooses among: at first all alike, then as often as something changed there. */
export interface SiteWeights {
  pick(random: Random): number;
  learn(site: number, changed: boolean): void;
  /** From now on a site is tried in proportion to how often it changed something, and none is left alone. */
  settle(): void;
}

/** The share of tries that goes to all sites alike, for what has not moved yet may move later. */
const EXPLORED = 0.3;

/**
 * The weights of a number of sites.
 * @example
 * siteWeights(4).pick({ uniform: () => 0.6 }) // => 2
 */
export function siteWeights(sites: number): SiteWeights {
  const tried = new Float64Array(sites);
  const moved = new Float64Array(sites);
  const cumulative = Float64Array.from({ length: sites }, (_, k) => k + 1);
  return {
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
      const rates = moved.map((times, k) => times / (real(tried, k) + 1));
      const total = rates.reduce((sum, rate) => sum + rate, 0) || 1;
      let sum = 0;
      for (let k = 0; k < sites; k++) {
        sum += EXPLORED / sites + ((1 - EXPLORED) * real(rates, k)) / total;
        cumulative[k] = sum;
      }
    },
  };
}
