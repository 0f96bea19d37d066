import { describe, expect, test } from "vitest";
import { boundsOf, rangeFromBounds } from "../../src/values/range.ts";

describe("rangeFromBounds(low, high)", () => {
  test("is undone by boundsOf", () => {
    const bounds = [{ low: 1, high: 1 }, { low: 1, high: 2 }, { low: 1 }, { high: 2 }, { low: 0, high: 0 }];
    expect(bounds.map(({ low, high }) => boundsOf(rangeFromBounds(low, high)))).toEqual(bounds);
  });

  test("throws for no bound and for bounds in reverse", () => {
    expect(() => rangeFromBounds()).toThrow("invalid range: no bound");
    expect(() => rangeFromBounds(2, 1)).toThrow("invalid range: 2 to 1");
  });
});
