import { describe, expect, test } from "vitest";
import { EXPLORED, SiteWeights } from "../../src/estimates/site-weights.ts";
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

/** Budgets of sites, given those that are best, with what is kept for all alike. */
function withExplored(...best: readonly number[]): readonly number[] {
  return best.map((share) => (1 - EXPLORED) * share + EXPLORED / best.length);
}

/** The best budgets of two sites that move a thing each, by how long one waits for it where both have the same. */
function bySlowness(one: number, other: number): readonly [number, number] {
  const share = one ** 0.75 / (one ** 0.75 + other ** 0.75);
  return [share, 1 - share];
}

/** How much of each thing a try at a site moves on average. */
type Moves = readonly (readonly (readonly [thing: number, amount: number])[])[];

/** What sites that move things by so much are weighed by; nothing moves without them, and everything is waited for as long as its moves say, where nothing else is said. */
interface Weighed {
  readonly costs: readonly number[];
  readonly moves: Moves;
  readonly scales: readonly number[];
  readonly budget: number;
  readonly stickiness?: readonly number[];
  readonly free?: readonly number[];
  readonly reserved?: readonly (readonly [site: number, share: number])[];
}

function weighed({ costs, moves, scales, budget, stickiness, free, reserved = [] }: Weighed): SiteWeights {
  const starts = Int32Array.from({ length: moves.length + 1 }, (_, s) => moves.slice(0, s).flat().length);
  const things = Int32Array.from(moves.flat(), ([thing]) => thing);
  const weights = new SiteWeights(costs, { starts, things });
  weights.share({
    costs,
    moves: Float64Array.from(moves.flat(), ([, amount]) => amount),
    free: Float64Array.from(free ?? scales.map(() => 0)),
    scales: Float64Array.from(scales),
    stickiness: Float64Array.from(stickiness ?? scales.map(() => 1)),
    budget,
    reserved: new Map(reserved),
  });
  return weights;
}

const NOTHING = { starts: new Int32Array(5), things: new Int32Array() };

const ALIKE = [1, 1, 1, 1];

describe("new SiteWeights(costs, reached)", () => {
  test("picks all sites alike before anything is learnt, at their mean cost", () => {
    expectShares(new SiteWeights(ALIKE, NOTHING), [0.25, 0.25, 0.25, 0.25]);
    expect(new SiteWeights([1, 5], NOTHING).cost).toBe(3);
  });

  test("picks by chance alone: the first at 0, the last at nearly 1", () => {
    const at = (uniform: number) =>
      new SiteWeights(ALIKE, NOTHING).pick({ ...createRandom(1), uniform: () => uniform });
    expect([at(0), at(0.2499), at(0.25), at(0.9999999)]).toEqual([0, 0, 1, 3]);
  });
});

describe("SiteWeights.share(needs)", () => {
  test("gives what is not kept for all alike to the site that alone moves anything", () => {
    const weights = weighed({ costs: ALIKE, moves: [[], [[0, 0.01]], [], []], scales: [1], budget: 10 });
    expectShares(weights, withExplored(0, 1, 0, 0));
  });

  test("gives most to the site that alone moves a slow thing, where many move a fast one", () => {
    const fast = [0, 0.5] as const;
    const weights = weighed({
      costs: ALIKE,
      moves: [[fast], [fast], [fast, [1, 0.005]], [fast]],
      scales: [1, 1],
      budget: 100,
    });
    // The slow site moves the fast thing as well as the others do, so that nothing speaks for those.
    expectShares(weights, withExplored(0, 0, 1, 0));
  });

  test("gives two sites that move a thing each budgets by how slow they are, to the power 3/4", () => {
    const weights = weighed({ costs: [1, 1], moves: [[[0, 0.9]], [[1, 0.1]]], scales: [1, 1], budget: 100_000 });
    // The least of 1/s³ + 9³/(1 − s)³ is where (1 − s)/s = 9^(3/4); each gets something whatever it did besides.
    const [less, more] = bySlowness(1, 9);
    expectShares(weights, withExplored(less, more));
  });

  test("counts a thing that is waited for four times longer than its moves say as four times as slow", () => {
    const weights = weighed({
      costs: [1, 1],
      moves: [[[0, 0.5]], [[1, 0.5]]],
      scales: [1, 1],
      budget: 100_000,
      stickiness: [4, 1],
    });
    expectShares(weights, withExplored(...bySlowness(4, 1)));
  });

  test("gives a site what is reserved for it, whatever it moves, and shares the rest as if it were all", () => {
    const moves: Moves = [[[0, 0.5]], [[1, 0.5]], []];
    const weights = weighed({ costs: [1, 1, 1], moves, scales: [1, 1], budget: 100_000, reserved: [[2, 0.4]] });
    expectShares(
      weights,
      withExplored(0.5, 0.5, 0).map((share, site) => 0.6 * share + (site === 2 ? 0.4 : 0)),
    );
  });

  test("counts what a try costs, both in what it moves for its cost and in how many tries a budget makes", () => {
    const weights = weighed({ costs: [1, 4], moves: [[[0, 0.5]], [[1, 0.5]]], scales: [1, 1], budget: 100_000 });
    // Four times slower for its cost, and a quarter of the tries for its budget.
    const [cheap = 0, spent = 0] = withExplored(...bySlowness(1, 4));
    const dear = spent / 4;
    expectShares(weights, [cheap / (cheap + dear), dear / (cheap + dear)]);
    expect(weights.cost).toBeCloseTo((cheap + 4 * dear) / (cheap + dear), 4);
  });

  test("gives nothing beyond their part of what all get to sites that do dearly what another does cheaply", () => {
    const weights = weighed({ costs: [1, 4], moves: [[[0, 0.5]], [[0, 0.5]]], scales: [1], budget: 10 });
    const [cheap = 0, spent = 0] = withExplored(1, 0);
    const dear = spent / 4;
    expectShares(weights, [cheap / (cheap + dear), dear / (cheap + dear)]);
  });

  test("ignores a thing of scale 0, however slow it is", () => {
    const weights = weighed({ costs: ALIKE, moves: [[[0, 1e-6]], [[1, 0.5]], [], []], scales: [0, 1], budget: 10 });
    expectShares(weights, withExplored(0, 1, 0, 0));
  });

  test("leaves to itself what moves without jumps", () => {
    const moves = [[[0, 0.5]], [[1, 0.5]]] as const;
    const weights = weighed({ costs: [1, 1], moves, scales: [1, 1], budget: 1, free: [1, 0] });
    expectShares(weights, withExplored(0, 1));
  });

  test("makes the sum of the third powers of all waiting times least, as a search over all budgets finds it", () => {
    const rates = [
      [0.3, 0.02, 0.2],
      [0.02, 0.1, 0],
    ];
    const moves = rates.map((list) => list.map((rate, thing) => [thing, rate] as const));
    const scales = [1, 1, 2];
    const weights = weighed({ costs: [1, 1], moves, scales, budget: 20 });
    const wait = (share: number): number =>
      scales.reduce((sum, scale, thing) => {
        const own = share * (rates[0]?.[thing] ?? 0) + (1 - share) * (rates[1]?.[thing] ?? 0);
        return sum + (0.03 + (20 * own) / scale) ** -3;
      }, 0);
    const tried = Array.from({ length: 1001 }, (_, i) => i / 1000);
    const best = tried.reduce((least, share) => (wait(share) < wait(least) ? share : least), 0);
    expect(best).toBeGreaterThan(0.1);
    expect(best).toBeLessThan(0.9);
    expectShares(weights, withExplored(best, 1 - best));
  });

  test("stays even where nothing ever moved", () => {
    const weights = weighed({ costs: [1, 1, 1], moves: [[], [], []], scales: [1], budget: 10 });
    expectShares(weights, [1 / 3, 1 / 3, 1 / 3]);
  });
});
