import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/math/random.ts";
import { rankTest } from "../../src/math/rank-uniformity.ts";

const random = createRandom(3);
const pValue = rankTest({ count: 200, highest: 99, random: createRandom(1), simulations: 2000 });

/** Two hundred ranks among 99 draws, of a truth that lies as `shape` bends a uniform number. */
function ranks(shape: (u: number) => number): readonly number[] {
  return Array.from({ length: 200 }, () => Math.floor(100 * shape(random.uniform())));
}

describe("rankTest(200 ranks of 0 to 99), seeds 1 and 3", () => {
  // 300 p-values: the share under 5 % has the standard error 0.0126; three of them are allowed.
  test("is passed by 95 of 100 samples of uniform ranks", () => {
    const failed = Array.from({ length: 300 }, () => pValue(ranks((u) => u))).filter((p) => p < 0.05).length / 300;
    expect(Math.abs(failed - 0.05)).toBeLessThan(0.038);
  });

  test.each([
    ["intervals a third too narrow: truths at the ends", (u: number) => (u < 0.5 ? 2 * u * u : 1 - 2 * (1 - u) ** 2)],
    ["intervals too wide: truths in the middle", (u: number) => 0.5 + 0.4 * (2 * u - 1)],
    ["estimates that are too low", (u: number) => u ** 0.7],
  ])("is failed by %s", (_, shape) => {
    expect(pValue(ranks(shape))).toBeLessThan(0.01);
  });

  test("wants as many ranks as it was made for", () => {
    expect(() => pValue([1, 2])).toThrow("invalid number of ranks: 2");
  });
});
