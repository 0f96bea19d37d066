import { describe, expect, test } from "vitest";
import { quantityId } from "../../src/accounts/quantity-id.ts";
import { reportedQuantities, yearsOfAccount } from "../../src/estimates/reported.ts";
import { account } from "./sample-evidence.ts";

function reported(id: string, claimed?: ReadonlySet<string>): readonly string[] {
  const measure = account.measures.get(id);
  return measure ? reportedQuantities(account, measure, claimed).map(quantityId) : [];
}

describe("reportedQuantities(account, measure, claimed)", () => {
  test("has every place and region of every year", () => {
    const all = reported("workers");
    expect(all).toHaveLength(21 * 5);
    expect(new Set(all).size).toBe(all.length);
    for (const id of ["workers.world.2000", "workers.south.2010", "workers.AA.2020"]) expect(all).toContain(id);
  });

  test("has only the dimensions that a measure has", () => {
    expect(reported("months")).toEqual(["months"]);
    expect(reported("saved_share")).toEqual(["world", "south", "AA", "BB", "CC"].map((id) => `saved_share.${id}`));
    expect(reported("revenue")).toEqual(yearsOfAccount(account).map((year) => `revenue.${year}`));
  });

  test("has nothing for a mixture: it has no value of its own", () => {
    expect(reported("wage")).toEqual([]);
  });

  test("has what claims speak of and no more for a measure that only takes printed numbers", () => {
    const measure = account.measures.get("taken_share");
    const claimed = new Set(["taken_share.AA.2010", "taken_share.world.1900"]);
    expect(measure && reportedQuantities(account, { ...measure, report: "claimed" }, claimed).map(quantityId)).toEqual([
      "taken_share.AA.2010",
    ]);
    expect(measure && reportedQuantities(account, { ...measure, report: "claimed" })).toEqual([]);
  });
});
