import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseScale, linearScale, linearTicks, logScale, logTicks } from "../../src/web/charts/scale.ts";

const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const positive = fc.double({ min: 1e-6, max: 1e12, noNaN: true });

describe("scales", () => {
  it("linearTicks are evenly spaced at steps of 1, 2 or 5 and stay within the ends", () => {
    fc.assert(
      fc.property(value, positive, fc.integer({ min: 2, max: 9 }), (low, span, count) => {
        const ticks = linearTicks(low, low + span, count);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(low - span * 1e-6 - Math.abs(low) * 1e-9);
          expect(tick).toBeLessThanOrEqual(low + span * (1 + 1e-6) + Math.abs(low) * 1e-9);
        }
        expect(ticks.length).toBeLessThanOrEqual(count * 2.5 + 2);
      }),
    );
    expect(linearTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(linearTicks(0, 97_000, 5)).toEqual([0, 20_000, 40_000, 60_000, 80_000]);
  });

  it("logTicks of few decades show their 2 and 5 folds, of many only powers of ten", () => {
    expect(logTicks(10, 1000, 5)).toEqual([10, 20, 50, 100, 200, 500, 1000]);
    expect(logTicks(1, 1e6, 6)).toEqual([1, 10, 100, 1000, 10_000, 100_000, 1_000_000]);
    expect(logTicks(40, 90, 5).every((tick) => tick >= 40 && tick <= 90)).toBe(true);
  });

  it("linearScale and logScale keep order and stay within their pixels", () => {
    fc.assert(
      fc.property(positive, positive, positive, positive, (a, b, one, other) => {
        const domain: [number, number] = [Math.min(a, b), Math.max(a, b)];
        for (const scale of [linearScale(domain, [0, 100]), logScale(domain, [0, 100])]) {
          const [low, high] = [scale.at(Math.min(one, other)), scale.at(Math.max(one, other))];
          expect(low).toBeLessThanOrEqual(high + 1e-9);
          expect(low).toBeGreaterThanOrEqual(-1e-9);
          expect(high).toBeLessThanOrEqual(100 + 1e-9);
        }
      }),
    );
  });

  it("linearScale of a domain without width, or without numbers, still maps to pixels", () => {
    for (const domain of [
      [0, 0],
      [7, 7],
      [-3, -3],
      [Number.NaN, 4],
      [0, Number.POSITIVE_INFINITY],
    ] as const) {
      expect(linearScale(domain, [0, 10]).at(3)).toBeGreaterThanOrEqual(0);
      expect(logScale(domain, [0, 10]).at(3)).toBeGreaterThanOrEqual(0);
    }
  });

  it("chooseScale takes the log scale only for positive values that span more than a factor of twenty", () => {
    expect(chooseScale("auto", [1, 21])).toBe("log");
    expect(chooseScale("auto", [1, 19])).toBe("linear");
    expect(chooseScale("auto", [0, 1000])).toBe("linear");
    expect(chooseScale("auto", [])).toBe("linear");
    expect(chooseScale("linear", [1, 1e6])).toBe("linear");
  });
});
