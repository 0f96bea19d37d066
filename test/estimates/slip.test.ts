import { describe, expect, test } from "vitest";
import { explainSlip } from "../../src/estimates/slip.ts";

/** The slip of a printed number against the account's value, both with a log standard deviation. */
function slip(printed: number, account: number, sd = 0.07): string | undefined {
  return explainSlip({ center: Math.log(printed), variance: sd ** 2 }, { mean: Math.log(account), variance: sd ** 2 })
    ?.words;
}

describe("explainSlip(said, account)", () => {
  test("[E14] names a number ten, a thousand or a million times off", () => {
    expect(slip(2000, 200)).toContain("ten times lower");
    expect(slip(20, 200)).toContain("ten times higher");
    expect(slip(50, 50_000)).toContain("a thousand times higher");
    expect(slip(5e6, 5000)).toContain("a thousand times lower");
    expect(slip(2, 2e6)).toContain("a million times higher");
    expect(slip(2e6, 2)).toContain("a million times lower");
  });

  test("[E14] names a year's sum printed as a month's, and the other way", () => {
    expect(slip(1200, 100, 0.03)).toContain("a year's sum printed as a month's");
    expect(slip(100, 1200, 0.03)).toContain("a month's sum printed as a year's");
  });

  test("[E14] names none where two slips explain it as well", () => {
    expect(slip(1095, 100)).toBeUndefined();
    expect(slip(1000, 100, 0.2)).toBeUndefined();
  });

  test("[E14] names none where a vague error explains it nearly as well, or nothing needs explaining", () => {
    expect(slip(3000, 1000)).toBeUndefined();
    expect(slip(60_000, 1000)).toBeUndefined();
    expect(slip(1000, 1000)).toBeUndefined();
  });
});
