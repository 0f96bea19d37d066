import { describe, expect, test } from "vitest";
import { type SiteWeights, siteWeights } from "../../src/estimates/site-weights.ts";
import { createRandom } from "../../src/math/random.ts";

/** The share of picks of each site: seed 4, 10,000 picks, so that a share has a standard error of at most 0.5 %. */
function picks(weights: SiteWeights, sites: number): readonly number[] {
  const random = createRandom(4);
  const found = new Array<number>(sites).fill(0);
  for (let i = 0; i < 10_000; i++) {
    const at = weights.pick(random);
    found[at] = (found[at] ?? 0) + 1 / 10_000;
  }
  return found;
}

function expectShares(weights: SiteWeights, expected: readonly number[]): void {
  // 2 % is four standard errors (see above).
  picks(weights, expected.length).forEach((share, site) => {
    expect(Math.abs(share - (expected[site] ?? 0)), `site ${site}: ${share}`).toBeLessThan(0.02);
  });
}

/** How much of each thing a try at a site moves on average, each try with a chance of a half. */
type Moves = readonly (readonly (readonly [thing: number, amount: number])[])[];

function learnt(costs: readonly number[], things: number, moves: Moves, tries = 1000): SiteWeights {
  const weights = siteWeights(costs, things);
  moves.forEach((list, site) => {
    const moved = {
      things: Int32Array.from(list, ([thing]) => thing),
      amounts: Float64Array.from(list, ([, amount]) => 2 * amount),
      count: list.length,
    };
    for (let i = 0; i < tries; i++) weights.learn(site, 0.5, moved);
  });
  return weights;
}

/** What was learnt is put to use, every thing waited for as long as its moves say where nothing else is said. */
function settle(
  weights: SiteWeights,
  scales: readonly number[],
  budget: number,
  stickiness = scales.map(() => 1),
): void {
  weights.settle(Float64Array.from(scales), Float64Array.from(stickiness), budget);
}

const ALIKE = [1, 1, 1, 1];

describe("siteWeights(costs, things)", () => {
  test("picks all sites alike before anything is learnt, at their mean cost", () => {
    expectShares(siteWeights(ALIKE, 2), [0.25, 0.25, 0.25, 0.25]);
    expect(siteWeights([1, 5], 2).cost).toBe(3);
  });

  test("picks by chance alone: the first at 0, the last at nearly 1", () => {
    const at = (uniform: number) => siteWeights(ALIKE, 1).pick({ ...createRandom(1), uniform: () => uniform });
    expect([at(0), at(0.2499), at(0.25), at(0.9999999)]).toEqual([0, 0, 1, 3]);
  });
});

describe("siteWeights(costs, things).settle(scales, stickiness, budget)", () => {
  test("gives what is not kept for all alike, four fifths, to the site that alone moves anything", () => {
    const weights = learnt(ALIKE, 1, [[], [[0, 0.01]], [], []]);
    settle(weights, [1], 10);
    expectShares(weights, [0.05, 0.85, 0.05, 0.05]);
  });

  test("gives most to the site that alone moves a slow thing, where many move a fast one", () => {
    const fast = [0, 0.5] as const;
    const weights = learnt(ALIKE, 2, [[fast], [fast], [fast, [1, 0.005]], [fast]]);
    settle(weights, [1, 1], 100);
    // The slow site moves the fast thing as well as the others do, so that nothing speaks for those.
    expectShares(weights, [0.05, 0.05, 0.85, 0.05]);
  });

  test("gives two sites that move a thing each budgets as the roots of how slow they are", () => {
    const weights = learnt([1, 1], 2, [[[0, 0.9]], [[1, 0.1]]]);
    settle(weights, [1, 1], 100_000);
    // Nine times slower: three times the budget, after a tenth for each whatever it did.
    expectShares(weights, [0.8 * 0.25 + 0.1, 0.8 * 0.75 + 0.1]);
  });

  test("gives a thing that is waited for four times longer than its moves say twice the budget", () => {
    const weights = learnt([1, 1], 2, [[[0, 0.5]], [[1, 0.5]]]);
    settle(weights, [1, 1], 100_000, [4, 1]);
    expectShares(weights, [1.6 / 3 + 0.1, 0.8 / 3 + 0.1]);
  });

  test("counts what a try costs, both in what it moves for its cost and in how many tries a budget makes", () => {
    const weights = learnt([1, 4], 2, [[[0, 0.5]], [[1, 0.5]]]);
    settle(weights, [1, 1], 100_000);
    // Four times slower for its cost: twice the budget, which are half as many tries; a tenth of the budget goes to each anyhow.
    const [cheap, dear] = [0.8 / 3 + 0.1, (1.6 / 3 + 0.1) / 4];
    expectShares(weights, [cheap / (cheap + dear), dear / (cheap + dear)]);
    expect(weights.cost).toBeCloseTo((cheap + 4 * dear) / (cheap + dear), 4);
  });

  test("gives nothing beyond their part of a fifth to sites that do dearly what another does cheaply", () => {
    const weights = learnt([1, 4], 1, [[[0, 0.5]], [[0, 0.5]]]);
    settle(weights, [1], 10);
    expectShares(weights, [0.9 / (0.9 + 0.1 / 4), 0.1 / 4 / (0.9 + 0.1 / 4)]);
  });

  test("ignores a thing of scale 0, however slow it is", () => {
    const weights = learnt(ALIKE, 2, [[[0, 1e-6]], [[1, 0.5]], [], []]);
    settle(weights, [0, 1], 10);
    expectShares(weights, [0.05, 0.85, 0.05, 0.05]);
  });

  test("leaves to itself what moves without jumps", () => {
    const weights = learnt([1, 1], 2, [[[0, 0.5]], [[1, 0.5]]]);
    for (let i = 0; i < 100; i++)
      weights.learnDraw({ things: Int32Array.of(0), amounts: Float64Array.of(1), count: 1 });
    settle(weights, [1, 1], 1);
    expectShares(weights, [0.1, 0.9]);
  });

  test("does not believe one lucky try", () => {
    const lucky = learnt([1, 1], 1, [[[0, 1]], []], 1);
    const moved = { things: Int32Array.of(0), amounts: Float64Array.of(1), count: 1 };
    for (let i = 0; i < 1000; i++) lucky.learn(1, 0.5, moved);
    settle(lucky, [1], 10);
    expectShares(lucky, [0.1, 0.9]);
  });

  test("makes the sum of the waiting times of all things least, as a search over all budgets finds it", () => {
    const rates = [
      [0.3, 0.02, 0.2],
      [0.02, 0.1, 0],
    ];
    const moves = rates.map((list) => list.map((rate, thing) => [thing, rate] as const));
    const weights = learnt([1, 1], 3, moves, 1_000_000);
    const scales = [1, 1, 2];
    settle(weights, scales, 20);
    const wait = (share: number): number =>
      scales.reduce((sum, scale, thing) => {
        const own = share * (rates[0]?.[thing] ?? 0) + (1 - share) * (rates[1]?.[thing] ?? 0);
        return sum + 1 / (0.03 + (20 * own) / scale);
      }, 0);
    const tried = Array.from({ length: 1001 }, (_, i) => i / 1000);
    const best = tried.reduce((least, share) => (wait(share) < wait(least) ? share : least), 0);
    expect(best).toBeGreaterThan(0.1);
    expect(best).toBeLessThan(0.9);
    expectShares(weights, [0.8 * best + 0.1, 0.8 * (1 - best) + 0.1]);
  });

  test("stays even where nothing ever moved", () => {
    const weights = learnt([1, 1, 1], 1, [[], [], []]);
    settle(weights, [1], 10);
    expectShares(weights, [1 / 3, 1 / 3, 1 / 3]);
  });
});
