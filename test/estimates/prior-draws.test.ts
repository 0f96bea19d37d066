import { expect, test } from "vitest";
import { priorDraws } from "../../src/estimates/prior-draws.ts";
import { summarisePrior } from "../../src/estimates/summarise.ts";
import { accountFrom } from "./small-problem.ts";

const NINETY = 1.6448536269514722;

/** People in two places, each between 500 and 50,000, and a total that is thought to lie between 2,000 and 6,000. */
const account = accountFrom(`
years: 2012/2012
anchor: 2012
places: [{id: XA, name: Aland}, {id: XB, name: Borland}]
measures:
  - {id: workers, name: Workers, unit: person, type: stock, over: [place], combine: sum, prior: {default: [500, 50000], total: [2000, 6000]}}
`);

/** Quantiles of the log of the total, enumerated: the prior of each place times that of the total, on a grid. */
function enumerated(...shares: readonly number[]): readonly number[] {
  const [place, total] = [normalOf(500, 50_000), normalOf(2000, 6000)];
  const grid = Array.from({ length: 601 }, (_, i) => place.mean + place.sd * (i / 75 - 4));
  const cells = grid
    .flatMap((one) =>
      grid.map((two) => {
        const log = Math.log(Math.exp(one) + Math.exp(two));
        return { log, weight: place.density(one) * place.density(two) * total.density(log) };
      }),
    )
    .sort((a, b) => a.log - b.log);
  const all = cells.reduce((sum, { weight }) => sum + weight, 0);
  return shares.map((share) => {
    let sum = 0;
    for (const { log, weight } of cells) {
      sum += weight;
      if (sum >= share * all) return log;
    }
    return Number.NaN;
  });
}

function normalOf(low: number, high: number) {
  const mean = (Math.log(low) + Math.log(high)) / 2;
  const sd = Math.log(high / low) / (2 * NINETY);
  return { mean, sd, density: (log: number) => Math.exp(-0.5 * ((log - mean) / sd) ** 2) };
}

test("priorDraws(account, count, seed) has the prior on a total choose among draws of its parts", () => {
  const rows = priorDraws(account, 4000, 3);
  const [total] = summarisePrior(account, [{ measure: "workers", place: "world" }], rows);
  const [low = 0, middle = 0, high = 0] = enumerated(0.05, 0.5, 0.95);
  // Seed 3. Of 40,000 draws from the parts alone some 4,000 are near the total's prior: the ends of its interval, the least sure, have a standard error of 0.011; 0.05 is four of those.
  for (const [found, wanted] of [
    [total?.prior.q05, low],
    [total?.prior.median, middle],
    [total?.prior.q95, high],
  ] as const)
    expect(Math.abs(Math.log(found ?? Number.NaN) - wanted)).toBeLessThan(0.05);
});
