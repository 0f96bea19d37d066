import { describe, expect, test } from "vitest";
import { parseQuantityId } from "../../src/accounts/quantity-id.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { carriedShare, claimedQuantities, supportOf } from "../../src/estimates/support.ts";
import { account, evidence, pay, people } from "./sample-evidence.ts";

/** What a quantity rests on, given claims. */
function support(quantity: string, ...claims: readonly Claim[]) {
  return supportOf(account, evidence(...claims).groups)(parseQuantityId(quantity));
}

const carried = (quantity: string, ...claims: readonly Claim[]) => support(quantity, ...claims).carriedByPrior;

describe("supportOf(account, groups)", () => {
  test("counts the claims on a quantity itself and their independent origins", () => {
    const root = people({ locator: "root" });
    const copy = people({ locator: "copy", source: "press-2015", derivedFrom: [root.id] });
    const other = people({ locator: "other", range: { kind: "point", value: 9000 } });
    expect(support("workers.AA.2010", root, copy, other)).toEqual({ claims: 3, origins: 2, carriedByPrior: false });
    expect(support("workers.AA.2011", root, copy, other)).toEqual({ claims: 0, origins: 0, carriedByPrior: false });
  });

  test("[E15] marks a cell as carried by the prior from the fourth year without a claim on", () => {
    const years = [2006, 2007, 2010, 2013, 2014].map((year) => carried(`workers.AA.${year}`, people()));
    expect(years).toEqual([true, false, false, false, true]);
    expect(carried("workers.BB.2010", people())).toBe(true);
    expect(carried("workers.AA.2010")).toBe(true);
  });

  test("[E15] counts every year of an interval as spoken of, and both years around a month", () => {
    const interval = people({ period: "2002/2012" });
    expect([2000, 2002, 2007, 2012, 2015].map((year) => carried(`workers.AA.${year}`, interval))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(carried("workers.AA.2016", interval)).toBe(true);
    expect(carried("workers.AA.2006", people({ period: "2010-01" }))).toBe(false);
    expect(support("workers.AA.2007", interval).claims).toBe(1);
    expect(support("workers.AA.2003", interval).claims).toBe(0);
  });

  test("[E15] marks a region that no claim speaks of when all its places are marked, and an identity when all its inputs are", () => {
    expect(carried("workers.south.2010", people({ place: "BB" }))).toBe(false);
    expect(carried("workers.south.2010", people({ place: "AA" }))).toBe(true);
    expect(carried("workers.BB.2010", people({ place: "south" }))).toBe(true);
    expect(carried("workers.south.2010", people({ place: "south" }))).toBe(false);
    expect(carried("gross.AA.2010", pay())).toBe(false);
    expect(carried("gross.AA.2010", people())).toBe(true);
    expect(carried("revenue.2010", people())).toBe(false);
    expect(carried("revenue.2010", pay())).toBe(true);
    expect(carried("months")).toBe(true);
  });

  test("[E15] counts a printed spread for how far people spread as well", () => {
    const range = { kind: "between", low: 100, high: 300 } as const;
    expect(support("pay_spread", pay({ statistic: "spread", range }))).toEqual({
      claims: 1,
      origins: 1,
      carriedByPrior: false,
    });
    expect(support("pay_spread", pay({ range })).carriedByPrior).toBe(true);
  });

  test("takes a mixture for what it may well mean, and a decade for each of its years", () => {
    expect(support("gross.AA.2010", pay({ measure: "wage" })).claims).toBe(1);
    expect(support("in_hand.AA.2010", pay({ measure: "wage" })).claims).toBe(1);
    expect(support("workers.AA.2004", people({ period: "200X" })).claims).toBe(1);
  });
});

describe("claimedQuantities(groups)", () => {
  test("has every quantity that a claim may mean", () => {
    const { groups } = evidence(people(), pay({ measure: "wage" }));
    expect([...claimedQuantities(groups)].sort()).toEqual(["gross.AA.2010", "in_hand.AA.2010", "workers.AA.2010"]);
  });
});

describe("carriedShare(account, quantity, medianOf, isCarried)", () => {
  const medians: Readonly<Record<string, number>> = { "workers.BB.2010": 300, "workers.CC.2010": 100 };

  test("[E15] is the share of a total that stands in cells which the prior carries", () => {
    const share = (quantity: string) =>
      carriedShare(
        account,
        quantity,
        (id) => medians[id] ?? 0,
        ({ place }) => place === "CC",
      );
    expect(share("workers.south.2010")).toBe(0.25);
    expect(share("workers.world.2010")).toBe(0.25);
    expect(share("workers.AA.2010")).toBeUndefined();
    expect(share("workers.south.2011")).toBeUndefined();
  });
});
