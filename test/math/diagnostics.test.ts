import { describe, expect, test } from "vitest";
import { diagnose } from "../../src/math/diagnostics.ts";
import { normalQuantile } from "../../src/math/normal.ts";
import { createRandom, type Random } from "../../src/math/random.ts";

/** A chain whose neighbours correlate by `phi`, started from its own distribution: ESS is n·(1 - phi)/(1 + phi). */
function autoregressive(random: Random, length: number, phi: number): Float64Array {
  let value = random.normal();
  return Float64Array.from({ length }, () => {
    value = phi * value + Math.sqrt(1 - phi * phi) * random.normal();
    return value;
  });
}

function chainsOf(count: number, make: (random: Random, chain: number) => Float64Array): Float64Array[] {
  const random = createRandom(20201);
  return Array.from({ length: count }, (_, chain) => make(random.split(), chain));
}

/** Effective draws as the formulas have them (Vehtari and others 2021, section 3), one lag after another: normal scores of ranks, chains in halves, Geyer's pairs. */
function plainEss(chains: readonly Float64Array[]): number {
  const halves = chains.flatMap((chain) => [chain.slice(0, chain.length / 2), chain.slice(chain.length / 2)]);
  const pooled = halves.flatMap((half) => [...half]);
  const ranks = pooled.map((value) => pooled.filter((other) => other < value).length + 1);
  const n = halves[0]?.length ?? 0;
  const scores = ranks.map((rank) => normalQuantile((rank - 0.375) / (pooled.length + 0.25)));
  const series = halves.map((_, h) => scores.slice(h * n, (h + 1) * n));
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const squares = (list: readonly number[]) =>
    list.reduce((sum, value) => sum + (value - mean(list)) ** 2, 0) / (list.length - 1);
  const within = mean(series.map(squares));
  const pooledVariance = ((n - 1) / n) * within + squares(series.map(mean));
  const covariance = (list: readonly number[], lag: number) => {
    const center = mean(list);
    const products = list.slice(lag).map((value, i) => (value - center) * ((list[i] ?? 0) - center));
    return products.reduce((sum, product) => sum + product, 0) / (n - 1);
  };
  const correlation = (lag: number) =>
    1 - (within - mean(series.map((list) => covariance(list, lag)))) / pooledVariance;
  let [tau, previous] = [-1, Number.POSITIVE_INFINITY];
  for (let lag = 0; lag + 1 < n; lag += 2) {
    const pair = Math.min(correlation(lag) + correlation(lag + 1), previous);
    if (pair <= 0) break;
    tau += 2 * pair;
    previous = pair;
  }
  return (n * series.length) / tau;
}

describe("diagnose(chains)", () => {
  test("counts effective draws as the formulas have them, lag by lag", () => {
    for (const phi of [0.5, 0.95]) {
      const chains = chainsOf(2, (random) => autoregressive(random, 120, phi));
      expect(diagnose(chains).ess / plainEss(chains)).toBeCloseTo(1, 9);
    }
  });

  // Seed 20201. The relative error of an ESS of 4 × 2000 draws is a few per cent at phi 0, and grows with phi; 20 % is three
  // standard errors of the estimator at phi 0.9.
  for (const phi of [0, 0.3, 0.6, 0.9]) {
    test(`finds the effective draws of an AR(1) chain with correlation ${phi}`, () => {
      const chains = chainsOf(4, (random) => autoregressive(random, 2000, phi));
      const expected = (8000 * (1 - phi)) / (1 + phi);
      const { ess, rhat } = diagnose(chains);
      expect(ess / expected).toBeGreaterThan(0.8);
      expect(ess / expected).toBeLessThan(1.2);
      // The variance of the means of eight halves is 8/ESS of the draws' own, give or take one half; R-hat is its root.
      expect(rhat).toBeLessThan(1 + 8 / expected);
    });
  }

  test("counts draws that repel each other as more than their number, and never as less than none", () => {
    const { ess } = diagnose(chainsOf(4, (random) => autoregressive(random, 1000, -0.5)));
    expect(ess).toBeGreaterThan(8000);
    expect(ess).toBeLessThanOrEqual(4000 * Math.log10(4000));
    const alternating = Float64Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 1 : -1) * (1 + i / 1e6));
    expect(diagnose([alternating, alternating]).ess).toBeCloseTo(800 * Math.log10(800), 6);
  });

  test("says that chains in different places have not settled", () => {
    const apart = chainsOf(4, (random, chain) => autoregressive(random, 500, 0).map((x) => x + (chain === 0 ? 2 : 0)));
    expect(diagnose(apart).rhat).toBeGreaterThan(1.2);
    expect(diagnose(apart).ess).toBeLessThan(40);
  });

  test("says that one chain of another width has not settled, though all have one middle", () => {
    const uneven = chainsOf(4, (random, chain) => autoregressive(random, 500, 0).map((x) => x * (chain === 0 ? 5 : 1)));
    expect(diagnose(uneven).rhat).toBeGreaterThan(1.05);
  });

  test("says that a chain which drifts has not settled, though it is alone", () => {
    const drifting = chainsOf(1, (random) => autoregressive(random, 1000, 0).map((x, i) => x + i / 300));
    expect(diagnose(drifting).rhat).toBeGreaterThan(1.3);
  });

  test("does not change when draws are stretched, as ranks do not", () => {
    const chains = chainsOf(2, (random) => autoregressive(random, 400, 0.4));
    const { ess } = diagnose(chains);
    expect(diagnose(chains.map((chain) => chain.map((x) => Math.exp(3 * x)))).ess).toBe(ess);
  });

  test("stays within bounds on draws without a variance, heavy-tailed ones, and ones of two values", () => {
    const cauchy = chainsOf(4, (random) => Float64Array.from({ length: 500 }, () => random.normal() / random.normal()));
    expect(diagnose(cauchy).rhat).toBeLessThan(1.02);
    const coins = chainsOf(4, (random) => Float64Array.from({ length: 500 }, () => Math.round(random.uniform())));
    expect(diagnose(coins).rhat).toBeLessThan(1.02);
    expect(diagnose(coins).ess).toBeGreaterThan(1500);
    const even = Float64Array.from({ length: 8 }, (_, i) => i % 2);
    expect(Number.isFinite(diagnose([even, even]).rhat)).toBe(true);
  });
});
