import { describe, expect, test } from "vitest";
import { chiSquareCdf, chiSquareQuantile, logGamma } from "../../src/math/chi-square.ts";

describe("logGamma(x)", () => {
  test("is the logarithm of factorials and of the root of pi", () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 11);
      factorial *= n;
    }
    expect(Math.exp(logGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 13);
    expect(Math.exp(logGamma(0.25))).toBeCloseTo(3.625609908221908, 12);
    expect(() => logGamma(0)).toThrow("invalid argument of the gamma function: 0");
  });
});

describe("chiSquareCdf(x, degrees)", () => {
  test("has its closed form for two and four degrees of freedom", () => {
    for (const x of [1e-6, 0.1, 1, 3, 9, 30, 80]) {
      expect(chiSquareCdf(x, 2)).toBeCloseTo(1 - Math.exp(-x / 2), 13);
      expect(chiSquareCdf(x, 4)).toBeCloseTo(1 - Math.exp(-x / 2) * (1 + x / 2), 13);
    }
    expect(chiSquareCdf(-1, 3)).toBe(0);
    expect(() => chiSquareCdf(1, 0)).toThrow("invalid degrees of freedom: 0");
  });
});

describe("chiSquareQuantile(p, degrees)", () => {
  // Critical values at 5 % and 1 % as every printed table has them.
  test.each([
    [0.95, 1, 3.841],
    [0.95, 4, 9.488],
    [0.95, 10, 18.307],
    [0.99, 2, 9.21],
    [0.99, 100, 135.807],
  ])("of %f with %i degrees of freedom is %f", (p, degrees, value) => {
    expect(chiSquareQuantile(p, degrees)).toBeCloseTo(value, 3);
    expect(chiSquareCdf(chiSquareQuantile(p, degrees), degrees)).toBeCloseTo(p, 12);
  });

  test("refuses what is no probability", () => {
    expect(() => chiSquareQuantile(1, 2)).toThrow("invalid probability: 1");
  });
});
