import { describe, expect, test } from "vitest";
import { siteWeights } from "../../src/estimates/site-weights.ts";
import { createRandom } from "../../src/math/random.ts";

function counts(weights: ReturnType<typeof siteWeights>, sites: number): number[] {
  const random = createRandom(4);
  const found = new Array<number>(sites).fill(0);
  for (let i = 0; i < 10_000; i++) {
    const at = weights.pick(random);
    found[at] = (found[at] ?? 0) + 1;
  }
  return found;
}

// Seed 4, 10,000 picks: a share of 25 % has a standard error of 0.43 %, so 2 % is more than four of them.
describe("siteWeights(costs)", () => {
  test("picks all sites alike before anything is learnt", () => {
    for (const count of counts(siteWeights([1, 1, 1, 1]), 4))
      expect(Math.abs(count / 10_000 - 0.25)).toBeLessThan(0.02);
  });

  test("picks sites as often as something changed there, and leaves three tenths to all alike", () => {
    const weights = siteWeights([1, 1, 1, 1]);
    for (let i = 0; i < 400; i++) {
      weights.learn(i % 4, i % 4 === 1);
    }
    weights.settle();
    const [never, always] = counts(weights, 4);
    expect(Math.abs((never ?? 0) / 10_000 - 0.075)).toBeLessThan(0.02);
    expect(Math.abs((always ?? 0) / 10_000 - 0.775)).toBeLessThan(0.02);
  });

  test("stays even where nothing ever changed", () => {
    const weights = siteWeights([1, 1, 1]);
    weights.learn(0, false);
    weights.settle();
    for (const count of counts(weights, 3)) expect(count).toBeGreaterThan(800);
  });
});
