import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exponential } from "../../src/math/exponential.ts";

describe("exponential(x)", () => {
  test("is that of the engine to the last digits, near nought and far from it", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double({ min: -745, max: 709.7, noNaN: true }), fc.double({ min: -1e-3, max: 1e-3, noNaN: true })),
        (x) => {
          const expected = Math.exp(x);
          // Half a unit in the last place is 1.1e-16; the engine's own may be as much off.
          expect(Math.abs(exponential(x) - expected)).toBeLessThanOrEqual(6e-16 * expected);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  test("is exact at nought, and what it must be where there is no ordinary number", () => {
    expect(exponential(0)).toBe(1);
    expect(exponential(-0)).toBe(1);
    expect(exponential(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exponential(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(exponential(-800)).toBe(0);
    expect(exponential(800)).toBe(Number.POSITIVE_INFINITY);
    expect(exponential(Number.NaN)).toBeNaN();
  });

  test("never falls where its argument rises, across the steps of its table", () => {
    const step = Math.LN2 / 128;
    for (let k = -200; k <= 200; k++) {
      const edge = (k + 0.5) * step;
      expect(exponential(edge - 1e-12)).toBeLessThan(exponential(edge + 1e-12));
    }
  });
});
