import { describe, expect, test } from "vitest";
import { isPossibleMean, isTelling } from "../../src/audits/grim.ts";
import { allowedBy } from "../../src/audits/tolerance.ts";
import { rangeFromBounds } from "../../src/values/range.ts";

const allowed = (low: number | undefined, high: number | undefined, approximate = false) =>
  allowedBy({ range: rangeFromBounds(low, high), approximate });

describe("allowedBy", () => {
  test("[U2] about 1,000 holds 1,053; 1,053 holds nothing but itself; 5,000 is within 5 %", () => {
    expect(allowed(1000, 1000, true)).toEqual({ low: 925, high: 1075 });
    expect(allowed(1053, 1053)).toEqual({ low: 1052.5, high: 1053.5 });
    expect(allowed(5000, 5000)).toEqual({ low: 4750, high: 5250 });
    expect(allowed(87.75, 87.75)).toEqual({ low: 87.745, high: 87.755 });
  });
  test("[U2] a range stays close to itself, and an open end open", () => {
    expect(allowed(70, 80)).toEqual({ low: 68.25, high: 82 });
    expect(allowed(50_000, undefined).high).toBe(Number.POSITIVE_INFINITY);
    expect(allowed(undefined, 900).low).toBe(0);
    expect(allowed(0, 0)).toEqual({ low: 0, high: 0 });
  });
});

describe("isPossibleMean", () => {
  test.each([
    ["5.27", 43, false],
    ["3.48", 20, false],
    ["5.28", 43, true],
    ["3.45", 20, true],
    ["5.19", 28, false],
    ["5.18", 28, true],
  ])("[U12] %s of %i: %s, as published", (mean, n, possible) => {
    expect(isPossibleMean(mean, n)).toBe(possible);
  });
  test("[U12] tells nothing of large samples, and refuses what is no mean", () => {
    expect(isTelling("5.27", 100)).toBe(false);
    expect(isTelling("5.27", 99)).toBe(true);
    expect(() => isPossibleMean("five", 3)).toThrow("invalid mean: five of 3");
    expect(() => isPossibleMean("5.2", 0)).toThrow("invalid mean: 5.2 of 0");
  });
});
