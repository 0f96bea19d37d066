import { describe, expect, test } from "vitest";
import { isTime } from "../../src/values/time.ts";

describe("isTime(text)", () => {
  test("takes dates that exist and times in UTC, nothing else", () => {
    expect(["2024-02-29", "2026-11-21T23:59:59Z", "2026-11-21T00:00:00.123Z"].filter((text) => !isTime(text))).toEqual(
      [],
    );
    const others = [
      "2023-02-29",
      "2026-11-21T24:00:00Z",
      "2026-11-21T10:00:00",
      "2026-11-21T10:00:00+02:00",
      "2026",
      "",
    ];
    expect(others.filter(isTime)).toEqual([]);
  });
});
