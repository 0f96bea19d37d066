import { describe, expect, test } from "vitest";
import { isSlug } from "../../src/values/slug.ts";

describe("isSlug(text)", () => {
  test("refuses what would be a path, a capital or too long", () => {
    const bad = ["", "..", "a/b", "a--b", "a-", "A", "a b", "a\n", "é", "a".repeat(65)];
    expect(bad.filter(isSlug)).toEqual([]);
    expect(isSlug("a".repeat(64))).toBe(true);
  });
});
