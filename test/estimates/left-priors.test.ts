import { describe, expect, test } from "vitest";
import { leftPriors } from "../../src/estimates/left-priors.ts";
import { ACCOUNT, accountOf } from "../accounts/sample-account.ts";

const RATIO = `  - id: entry_ratio
    name: Entries a year per person present
    unit: 1/year
    over: [place]
    prior: {default: [0.7, 6], BB: [2, 20]}
  - {id: months, `;

describe("leftPriors(account, estimates)", () => {
  const account = accountOf(ACCOUNT.replace("  - {id: months, ", RATIO));
  const ratio = (place: string, median: number) => ({
    quantity: `entry_ratio.${place}`,
    measure: "entry_ratio",
    place,
    median,
  });

  test("[E36] names ratios that end outside the 90 % prior that is stated for them, and for their place", () => {
    expect(leftPriors(account, [ratio("AA", 7.5), ratio("BB", 7.5), ratio("CC", 5.9)])).toEqual(["entry_ratio.AA"]);
    expect(leftPriors(account, [ratio("AA", 0.5), ratio("BB", 1)])).toEqual(["entry_ratio.AA", "entry_ratio.BB"]);
  });

  test("[E36] says nothing of what walks, is pooled or follows from others", () => {
    const far = (quantity: string, measure: string) => ({ quantity, measure, place: "AA", median: 1e9 });
    expect(
      leftPriors(account, [
        far("workers.AA.2010", "workers"),
        far("taken.AA.2010", "taken"),
        far("gross.AA.2010", "gross"),
      ]),
    ).toEqual([]);
    expect(leftPriors(account, [{ quantity: "months", measure: "months", median: 13 }])).toEqual(["months"]);
  });
});
