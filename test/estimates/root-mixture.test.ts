import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COPY_SD, GROSS_SD, MISCOPY, rootMixture } from "../../src/estimates/root-mixture.ts";
import { normalLogDensity } from "../../src/math/normal.ts";

const density = (x: number, mean: number, variance: number) => Math.exp(normalLogDensity(x, mean, variance));

/** p(m | q) of the account's formula: the integral over what the root said, by the trapezoid rule. */
function integrated(readings: readonly number[], variance: number, gross: number, q: number): number {
  const wide = GROSS_SD ** 2;
  const step = COPY_SD / 20;
  let sum = 0;
  for (let theta = -25; theta <= 25; theta += step) {
    const root = (1 - gross) * density(theta, q, variance) + gross * density(theta, q, variance + wide);
    const copied = readings.reduce(
      (product, m) =>
        product * ((1 - MISCOPY) * density(m, theta, COPY_SD ** 2) + MISCOPY * density(m, theta, COPY_SD ** 2 + wide)),
      1,
    );
    sum += root * copied * step;
  }
  return sum;
}

function closed(readings: readonly number[], variance: number, gross: number, q: number): number {
  return rootMixture(readings, variance, gross).reduce(
    (sum, state) => sum + Math.exp(state.logWeight) * density(q, state.mean, state.variance),
    0,
  );
}

/** Probabilities of the states of a group where the quantity is known. */
function states(readings: readonly number[], variance: number, gross: number, q: number) {
  const all = rootMixture(readings, variance, gross);
  const weights = all.map((state) => Math.exp(state.logWeight) * density(q, state.mean, state.variance));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (holds: (state: (typeof all)[number]) => boolean) =>
    all.reduce((sum, state, at) => sum + (holds(state) ? (weights[at] ?? 0) : 0), 0) / total;
}

describe("rootMixture(readings, variance, gross)", () => {
  for (const [r, readings] of [
    [1, [0.4]],
    [2, [0.1, 0.9]],
    [3, [0, 0.2, 2.3]],
  ] as const)
    test(`is the integral over what the root said, with ${r} ${r === 1 ? "reading" : "readings"}`, () => {
      for (const q of [-6, -1, 0, 0.15, 0.5, 2, 5])
        for (const [variance, gross] of [
          [0.01, 0.1],
          [0.09, 0.3],
        ] as const)
          expect(closed(readings, variance, gross, q) / integrated(readings, variance, gross, q)).toBeCloseTo(1, 6);
    });

  test("does not depend on the order of the readings", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 5 }),
        fc.double({ min: -4, max: 4, noNaN: true }),
        (readings, q) => {
          const [one, other] = [closed(readings, 0.04, 0.1, q), closed(readings.toReversed(), 0.04, 0.1, q)];
          expect(one / other).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  test("[O5] blames the reading that differs from the other copies of its root, and averages nothing", () => {
    const blamed = states([0, 0, 2.3], 0.04, 0.1, 0);
    expect(blamed((state) => state.miscopied === 0b100)).toBeGreaterThan(0.99);
    const faithful = rootMixture([0, 0, 2.3], 0.04, 0.1).toSorted((a, b) => b.logWeight - a.logWeight)[0];
    expect(Math.abs(faithful?.mean ?? 9)).toBeLessThan(0.001);
  });

  test("[O5] asks other evidence which of two readings is the root's", () => {
    expect(states([0, 2.3], 0.04, 0.1, 0.1)((state) => state.miscopied === 0b10)).toBeGreaterThan(0.9);
    expect(states([0, 2.3], 0.04, 0.1, 2.2)((state) => state.miscopied === 0b01)).toBeGreaterThan(0.9);
  });

  test("[O5] blames the root and not its copies where all copies agree against the evidence", () => {
    const share = states([0, 0, 0], 0.04, 0.1, 4);
    expect(share((state) => state.gross)).toBeGreaterThan(0.99);
    expect(share((state) => state.miscopied !== 0)).toBeLessThan(0.01);
  });

  test("takes twelve readings at most, and at least one", () => {
    expect(rootMixture(new Array(12).fill(0), 0.01, 0.1).length).toBeGreaterThan(1);
    expect(() => rootMixture(new Array(13).fill(0), 0.01, 0.1)).toThrow("invalid number of readings: 13");
    expect(() => rootMixture([], 0.01, 0.1)).toThrow("invalid number of readings: 0");
  });
});
