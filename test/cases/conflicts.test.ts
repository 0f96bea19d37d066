import { describe, expect, test } from "vitest";
import { conflictsOf } from "../../src/cases/conflicts.ts";
import type { ClaimView } from "../../src/cases/views.ts";
import type { ClaimResult } from "../../src/estimates/estimate.ts";
import { accountOf } from "../accounts/sample-account.ts";
import { claimWith } from "./sample-package.ts";

const account = accountOf();

function view(page: string, quantity: string, fields: Partial<ClaimResult>): ClaimView {
  const claim = claimWith({ locator: page });
  const result: ClaimResult = {
    kind: "claim result",
    claim: claim.id,
    quantity,
    conflict: 0.02,
    distance: 0.1,
    center: 1,
    low: 1,
    high: 1,
    weight: 0.9,
    group: `${page} · workers · AA · 2010`,
    ...fields,
  };
  return { claim, result, sourceTitle: "Invented", attached: false };
}

describe("conflictsOf(account, claims, checks)", () => {
  const worst = view("p. 1", "workers.AA.2010", { conflict: 0.99, distance: 4 });
  const bad = view("p. 2", "workers.AA.2011", { conflict: 0.6, distance: -2 });
  const fits = view("p. 3", "workers.AA.2012", {});
  const copy = view("p. 4", "workers.AA.2010", { group: worst.result?.group ?? "" });
  const elsewhere = view("p. 5", "workers.BB.2010", {});
  const long = view("p. 6", "workers.AA.2019", {});
  const check = {
    claim: worst.claim.id,
    group: "g",
    quantity: "workers.AA.2010",
    pit: 0.99,
    z: 2.3,
    k: 0.1,
    counted: true,
  };
  const found = conflictsOf(account, [fits, bad, copy, worst, elsewhere, long], [check]);

  test("puts the worst first, with where it lies, and leaves out what fits", () => {
    expect(found.map(({ view: { claim } }) => claim.id)).toEqual([worst.claim.id, bad.claim.id]);
    expect(found[0]?.check).toBe(check);
    expect(found[1]?.check).toBeUndefined();
  });

  test("lays beside it what other origins say of the same place and near years, not what its own root says", () => {
    expect(found[0]?.against.map(({ claim }) => claim.id)).toEqual([fits.claim.id]);
  });

  test("lays beside a sum that nobody else speaks of what it is computed from", () => {
    const sum = view("p. 7", "revenue.2010", { conflict: 1, distance: 9, group: "x · revenue · world · 2010" });
    const taken = view("p. 8", "taken.AA.2011", {});
    const [one] = conflictsOf(account, [sum, fits, taken, elsewhere], []);
    const ids = one?.against.map(({ claim }) => claim.id) ?? [];
    expect(ids).toContain(taken.claim.id);
    expect(ids[0]).toBe(elsewhere.claim.id);
  });
});
