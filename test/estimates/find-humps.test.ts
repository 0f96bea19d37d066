import { describe, expect, test } from "vitest";
import { findHumps, isAsWideAsPrior, widthOfPrior } from "../../src/estimates/find-humps.ts";
import { createRandom, type Random } from "../../src/math/random.ts";

const N = 2000;

function sorted(draw: (random: Random) => number, seed: number, n = N): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: n }, () => draw(random)).sort();
}

const student = (random: Random): number => {
  const square = Array.from({ length: 4 }, () => random.normal() ** 2).reduce((a, b) => a + b, 0);
  return random.normal() / Math.sqrt(square / 4);
};

describe("findHumps(points, ess, scale)", () => {
  const two = sorted((random) => (random.uniform() < 0.3 ? 2 + 0.3 * random.normal() : 5 + 0.4 * random.normal()), 1);

  // Seed 1: a share of 0.3 in 2,000 draws has a standard error of 0.01; the mode of a smoothed density one of about a tenth of its width.
  test("[E24] finds two humps where there are two, with their places and masses", () => {
    const [low, high] = findHumps(two, N, "log");
    expect(Math.log(low?.center ?? 0)).toBeCloseTo(2, 0);
    expect(Math.log(high?.center ?? 0)).toBeCloseTo(5, 0);
    expect(low?.mass ?? 0).toBeGreaterThan(0.26);
    expect(low?.mass ?? 1).toBeLessThan(0.34);
    expect((low?.mass ?? 0) + (high?.mass ?? 0)).toBeCloseTo(1, 2);
    expect(low?.high).toBe(high?.low);
  });

  test("[E24] finds them in a share, on its scale", () => {
    const shares = sorted(
      (random) => (random.uniform() < 0.5 ? -3 + 0.4 * random.normal() : 3 - 0.4 * random.normal()),
      2,
    );
    const humps = findHumps(shares, N, "logit");
    expect(humps.map(({ mass }) => Math.round(2 * mass))).toEqual([1, 1]);
    expect(humps.map(({ center }) => Math.round(100 * center))).toEqual([5, 95]);
  });

  test("finds three", () => {
    const three = sorted((random) => 4 * Math.floor(3 * random.uniform()) + 0.5 * random.normal(), 3);
    expect(findHumps(three, N, "log")).toHaveLength(3);
  });

  const shapes: readonly (readonly [string, (random: Random) => number])[] = [
    ["normal", (random) => random.normal()],
    ["heavy-tailed", student],
    ["skewed", (random) => -Math.log(1 - random.uniform())],
    ["flat", (random) => 3 * random.uniform()],
    ["shouldered", (random) => (random.uniform() < 0.3 ? 2 : 0) + random.normal()],
  ];
  test.each(shapes)(
    "[E24] makes no second hump of chance: %s, 200 samples each of 1,000 and of 120 draws",
    (_, draw) => {
      for (const n of [1000, 120]) {
        const seen = Array.from({ length: 200 }, (_unused, seed) => findHumps(sorted(draw, seed + 1, n), n, "log"));
        expect(seen.filter((humps) => humps.length > 0).length).toBe(0);
      }
    },
  );

  test("[E24] is not sure of a second hump where many draws are worth few", () => {
    const rare = sorted((random) => (random.uniform() < 0.08 ? 3 : random.normal()), 4);
    expect(findHumps(rare, 15, "log")).toEqual([]);
  });

  test("leaves out shares of all and of nothing, which have no logit", () => {
    const ends = Float64Array.of(Number.NEGATIVE_INFINITY, ...two, Number.POSITIVE_INFINITY);
    expect(findHumps(ends, N, "log")).toEqual(findHumps(two, N, "log"));
  });

  test("has nothing to say of a constant", () => {
    expect(findHumps(new Float64Array(500).fill(7), 500, "log")).toEqual([]);
  });
});

describe("isAsWideAsPrior(estimate)", () => {
  test("[E24] holds widths against one another on the scale of the quantity", () => {
    const prior = { q05: 100, q95: 10_000 };
    expect(isAsWideAsPrior({ unit: "person", q05: 120, q95: 9900, prior })).toBe(true);
    expect(isAsWideAsPrior({ unit: "person", q05: 100, q95: 3000, prior })).toBe(false);
    expect(widthOfPrior({ unit: "share", q05: 0.5, q95: 0.9, prior: { q05: 0.1, q95: 0.9 } })).toBeCloseTo(0.5, 9);
  });
});
