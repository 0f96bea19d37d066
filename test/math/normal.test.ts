import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalLogCdf, normalLogDensity, normalQuantile } from "../../src/math/normal.ts";

/** log Φ(x) to 17 digits, from a library of arbitrary precision. */
const LOG_CDF: readonly (readonly [x: number, log: number])[] = [
  [-40, -804.6084420137538],
  [-20, -203.91715537109727],
  [-12, -75.4106730015688],
  [-8.5, -39.19739642821767],
  [-8, -35.01343715991455],
  [-6, -20.736768949974707],
  [-5.66, -18.699251153702775],
  [-5.65, -18.64102922378785],
  [-3, -6.607726221510349],
  [-1.5, -2.7059444008238898],
  [-0.67, -1.380595052695189],
  [-0.66, -1.3679558848901994],
  [-0.1, -0.7761545927302733],
  [0, -Math.LN2],
  [0.1, -0.6165050101150263],
  [0.66, -0.29387040027781763],
  [0.67, -0.289589083101687],
  [1, -0.17275377902344988],
  [2, -0.023012909328963486],
  [5, -2.866516129637636e-7],
  [5.66, -7.568649780639943e-9],
  [6, -9.865876455243758e-10],
  [8, -6.220960574271786e-16],
  [30, -4.906713927148187e-198],
];

/** Quantiles to 15 digits, from the same library. */
const QUANTILES: readonly (readonly [p: number, x: number])[] = [
  [1e-300, -37.0470962993612],
  [1e-12, -7.034483825301132],
  [1e-5, -4.264890793922825],
  [0.001, -3.090232306167814],
  [0.02425, -1.972961051311885],
  [0.025, -1.959963984540054],
  [0.05, -1.644853626951473],
  [0.25, -0.6744897501960817],
  [0.7, 0.5244005127080408],
  [0.95, 1.644853626951473],
  [0.97575, 1.972961051311885],
  [0.9999999, 5.199337582192817],
];

describe("normalLogCdf(x)", () => {
  test("agrees with the exact value to 13 digits, far into both tails", () => {
    for (const [x, log] of LOG_CDF) expect(Math.abs(normalLogCdf(x) / log - 1), String(x)).toBeLessThan(1e-13);
  });

  test("rises everywhere and jumps nowhere, so that its slope can be trusted by a sampler", () => {
    const step = 1e-4;
    const seams = [-8, -0.46875 * Math.SQRT2, 0, 0.46875 * Math.SQRT2, -4 * Math.SQRT2, 4 * Math.SQRT2, 6];
    for (const seam of seams) {
      const at = (k: number) => normalLogCdf(seam + k * step);
      expect(at(1)).toBeGreaterThan(at(-1));
      expect(Math.abs(at(1) - 2 * at(0) + at(-1)), String(seam)).toBeLessThan(3 * step * step);
    }
    fc.assert(
      fc.property(fc.double({ min: -40, max: 8, noNaN: true }), (x) => normalLogCdf(x + 0.01) > normalLogCdf(x)),
    );
  });

  test("and its mirror image add up to one", () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (x) => {
        expect(Math.exp(normalLogCdf(x)) + Math.exp(normalLogCdf(-x))).toBeCloseTo(1, 14);
      }),
    );
  });
});

describe("normalLogDensity(x, mean, variance)", () => {
  test("is the slope of the distribution function", () => {
    for (const x of [-3, -1, 0, 0.4, 2]) {
      const slope = (Math.exp(normalLogCdf(x + 1e-5)) - Math.exp(normalLogCdf(x - 1e-5))) / 2e-5;
      expect(slope).toBeCloseTo(Math.exp(normalLogDensity(x, 0, 1)), 8);
    }
  });

  test("integrates to one whatever its variance", () => {
    for (const variance of [0.01, 1, 9]) {
      const step = Math.sqrt(variance) / 50;
      let sum = 0;
      for (let k = -500; k <= 500; k++) sum += Math.exp(normalLogDensity(2 + k * step, 2, variance)) * step;
      expect(sum).toBeCloseTo(1, 10);
    }
  });
});

describe("normalQuantile(p)", () => {
  test("agrees with the exact value to nine digits", () => {
    for (const [p, x] of QUANTILES) expect(Math.abs(normalQuantile(p) / x - 1), String(p)).toBeLessThan(1.5e-9);
    expect(normalQuantile(0.5)).toBe(0);
  });

  test("undoes the distribution function", () => {
    fc.assert(
      fc.property(fc.double({ min: -7, max: 5, noNaN: true }), (x) => {
        expect(normalQuantile(Math.exp(normalLogCdf(x)))).toBeCloseTo(x, 6);
      }),
    );
  });

  test("refuses what is no probability, and its ends", () => {
    for (const p of [0, 1, -0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow("invalid probability");
  });
});
