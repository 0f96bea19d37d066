import { describe, expect, test } from "vitest";
import { normalLogCdf } from "../../src/math/normal.ts";
import { createRandom } from "../../src/math/random.ts";
import { mean, variance } from "../../src/math/summary.ts";

const N = 200_000;

function many(next: () => number): Float64Array {
  return Float64Array.from({ length: N }, next);
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [ma, mb] = [mean(a), mean(b)];
  const sum = a.reduce((total, x, i) => total + (x - ma) * ((b[i] ?? 0) - mb), 0);
  return sum / (a.length - 1) / Math.sqrt(variance(a) * variance(b));
}

// Seeds as given. Tolerances are four standard errors at 200,000 draws.
describe("createRandom(seed)", () => {
  test("gives the same numbers for the same seed, on every machine", () => {
    const random = createRandom(2012);
    expect([random.uniform(), random.uniform(), random.normal(), random.split().uniform()]).toEqual(FIRST);
    expect(createRandom(2013).uniform()).not.toBe(FIRST[0]);
    expect(createRandom(2012 + 2 ** 33).uniform()).not.toBe(FIRST[0]);
  });

  test("draws uniform numbers in [0, 1) with the moments and the spread of a uniform distribution", () => {
    const random = createRandom(1);
    const draws = many(() => random.uniform());
    expect(Math.min(...draws.subarray(0, 1e5))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws.subarray(0, 1e5))).toBeLessThan(1);
    expect(Math.abs(mean(draws) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / N));
    expect(Math.abs(variance(draws) - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / N));
    const bins = new Float64Array(64);
    for (const draw of draws) bins[Math.floor(draw * 64)] = (bins[Math.floor(draw * 64)] ?? 0) + 1;
    const chiSquare = bins.reduce((sum, count) => sum + (count - N / 64) ** 2 / (N / 64), 0);
    expect(Math.abs(chiSquare - 63)).toBeLessThan(4 * Math.sqrt(2 * 63));
  });

  test("draws normal numbers with the moments and the distribution of a standard normal", () => {
    const random = createRandom(2);
    const draws = many(() => random.normal());
    const power = (k: number) => mean(draws.map((x) => x ** k));
    expect(Math.abs(power(1))).toBeLessThan(4 * Math.sqrt(1 / N));
    expect(Math.abs(power(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / N));
    expect(Math.abs(power(3))).toBeLessThan(4 * Math.sqrt(15 / N));
    expect(Math.abs(power(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / N));
    const sorted = draws.toSorted();
    const worst = sorted.reduce((most, x, i) => Math.max(most, Math.abs(Math.exp(normalLogCdf(x)) - (i + 0.5) / N)), 0);
    expect(worst).toBeLessThan(1.95 / Math.sqrt(N));
  });

  test("splits into streams that have nothing to do with one another, nor with neighbours of the seed", () => {
    const parent = createRandom(3);
    const [first, second] = [parent.split(), parent.split()];
    const streams = [parent, first, second, createRandom(4), createRandom(3 + 2 ** 32)].map((random) =>
      many(() => random.normal()),
    );
    streams.forEach((a, i) => {
      for (const b of streams.slice(i + 1)) expect(Math.abs(correlation(a, b))).toBeLessThan(4 / Math.sqrt(N));
      expect(Math.abs(correlation(a.subarray(1), a.subarray(0, -1)))).toBeLessThan(4 / Math.sqrt(N));
    });
  });

  test("splits the same way from the same state, so that a chain can be drawn anywhere", () => {
    expect(createRandom(9).split().normal()).toBe(createRandom(9).split().normal());
  });
});

const FIRST = [0.744170478079468, 0.018111146753653884, 0.4845941482408963, 0.2262683028820902];
