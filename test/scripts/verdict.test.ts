import { describe, expect, test } from "vitest";
import { conclude } from "../../scripts/verdict.mjs";

const outcome = { checks: [true, true], counts: { passed: 5, failed: 0, skipped: [] }, notes: [], took: "3 s" };

describe("conclude(outcome)", () => {
  test("ends with `N passed, N failed` alone, also when tests were left out; those stand above it, counted", () => {
    const skipped = [{ file: "test/a.test.ts", title: "reads a door", why: "root may read all" }];
    const { lines, code } = conclude({ ...outcome, counts: { passed: 5, failed: 1, skipped } });
    expect(lines.at(-1)).toBe("7 passed, 1 failed");
    expect(lines).toContain("Tests left out: 1");
    expect(lines).toContain("  test/a.test.ts: reads a door (root may read all)");
    expect(code).toBe(1);
  });

  test("fails when a check failed, and when no test ran", () => {
    expect(conclude({ ...outcome, checks: [true, false] })).toMatchObject({ code: 1 });
    expect(conclude({ ...outcome, counts: { passed: 0, failed: 0, skipped: [] } })).toMatchObject({ code: 1 });
    expect(conclude(outcome)).toMatchObject({ code: 0 });
  });
});
