import { describe, expect, test } from "vitest";
import { parseQuantityId, quantityId } from "../../src/accounts/quantity-id.ts";
import type { Claim } from "../../src/claims/claim.ts";
import type { ClaimResult, Estimate, Reconciliation } from "../../src/estimates/estimate.ts";
import { reportedQuantities } from "../../src/estimates/reported.ts";
import { supportOf } from "../../src/estimates/support.ts";
import type { Trace } from "../../src/estimates/trace.ts";
import { quantityLabel, type TraceInput, traceQuantity } from "../../src/estimates/trace-quantity.ts";
import { account, evidence, later, pay, people, source } from "./sample-evidence.ts";

const claims: readonly Claim[] = [
  people({ locator: "light" }),
  people({ locator: "heavy", range: { kind: "point", value: 9000 } }),
  people({ locator: "near", period: "2013" }),
  people({ locator: "far", period: "2018" }),
  people({ locator: "elsewhere", place: "BB" }),
  pay({ locator: "pay" }),
  people({ locator: "plan", modality: "planned" }),
  pay({ locator: "wide", place: "CC", statistic: "spread", range: { kind: "between", low: 100, high: 300 } }),
];
const idOf = (locator: string) => claims.find((claim) => claim.locator === locator)?.id ?? "";

/** Every quantity of the account, each with a median made from its position. */
function estimates(): readonly Estimate[] {
  const support = supportOf(account, evidence(...claims).groups);
  const names = [...account.measures.values()].flatMap((measure) => reportedQuantities(account, measure));
  return names.map((name, position) => {
    const numbers = { median: 100 + position, q05: 1, q25: 2, q75: 3, q95: 4, mean: 3, sd: 1 };
    const unit = account.measures.get(name.measure)?.unit ?? "";
    const diagnostics = { ess: 1000, rhat: 1, percentiles: [] };
    return {
      kind: "estimate",
      quantity: quantityId(name),
      ...name,
      unit,
      ...numbers,
      prior: numbers,
      ...support(name),
      ...diagnostics,
    };
  });
}

function results(): readonly ClaimResult[] {
  const weights: Readonly<Record<string, number>> = { heavy: 0.9, light: 0.2 };
  return claims.map((claim) => {
    const used = { quantity: `${claim.measure}.${claim.place}.${claim.period}` };
    const said = {
      conflict: 0.1,
      distance: 0,
      center: 1,
      low: 1,
      high: 1,
      group: "g",
      weight: weights[claim.locator] ?? 0.5,
    };
    return {
      kind: "claim result",
      claim: claim.id,
      ...said,
      ...(claim.modality === "planned" ? { unused: "planned" } : used),
    };
  });
}

const reconciliation: Reconciliation = {
  kind: "reconciliation",
  input: "",
  estimates: estimates(),
  claims: results(),
  diagnostics: {
    chains: 1,
    draws: 1,
    seed: 1,
    worstRhat: 1,
    minEss: 1,
    divergences: 0,
    seconds: 1,
    unsettled: [],
    problems: [],
    leftPrior: [],
  },
};
const input: TraceInput = { account, claims, sources: [source, later], reconciliation };

function trace(quantity: string): Trace {
  const found = traceQuantity(input, quantity);
  if (!found) throw new Error(`no trace: ${quantity}`);
  return found;
}

const inputs = (quantity: string) =>
  trace(quantity)
    .inputs.map((one) => one.quantity)
    .toSorted();

describe("traceQuantity(input, quantity)", () => {
  test("[T1] leads from a cell to the claims on it, the heaviest first, with their sources, and to those near it", () => {
    const found = trace("workers.AA.2010");
    expect(found.claims.map(({ claim }) => claim.id)).toEqual([idOf("heavy"), idOf("light")]);
    expect(found.claims.map(({ result }) => result.weight)).toEqual([0.9, 0.2]);
    expect(found.claims.map((one) => one.source.id)).toEqual(["report-2013", "report-2013"]);
    expect(found.nearby.map(({ claim }) => claim.id)).toEqual([idOf("near")]);
    expect(found.estimate.quantity).toBe("workers.AA.2010");
    expect(found).not.toHaveProperty("formula");
    expect(found.explanation).toBe(
      "Estimated directly; before any claim, 90 % between 5000 and 40000 person in 2010. It moves from year to year. Claims on it: 2, from 2 independent origins.",
    );
  });

  test("[T1] leads from how far people spread to the claims that print it", () => {
    expect(trace("pay_spread").claims.map(({ claim }) => claim.id)).toEqual([idOf("wide")]);
    expect(trace("pay_spread").estimate).toMatchObject({ claims: 1, carriedByPrior: false });
  });

  test("[T1] leads from an identity to its formula and its inputs, place by place", () => {
    const found = trace("revenue.2010");
    expect(found.formula).toBe("months * sum(workers * taken over place)");
    expect(found.inputs.map((one) => one.quantity).toSorted()).toEqual(
      ["months", ...["AA", "BB", "CC"].flatMap((place) => [`workers.${place}.2010`, `taken.${place}.2010`])].sort(),
    );
    expect(found.inputs[0]).toMatchObject({
      label: "Workers abroad · Coland · 2010",
      estimate: { measure: "workers" },
    });
    expect(inputs("gross.AA.2010")).toEqual(["in_hand.AA.2010", "taken.AA.2010"]);
  });

  test("[T1] leads from a sum or a mean to its places, and to the people that a mean is weighted by", () => {
    expect(inputs("workers.south.2010")).toEqual(["workers.BB.2010", "workers.CC.2010"]);
    expect(trace("workers.south.2010").formula).toBe("sum(workers over place)");
    expect(trace("workers.south.2010").explanation).toContain("The sum over the 2 places of The south.");
    expect(trace("taken.south.2010").formula).toBe("sum(workers * taken over place) / sum(workers over place)");
    expect(inputs("taken.south.2010")).toEqual([
      "taken.BB.2010",
      "taken.CC.2010",
      "workers.BB.2010",
      "workers.CC.2010",
    ]);
    expect(trace("saved_share.south").formula).toBe("mean(saved_share over place)");
  });

  test("[T1] leads from a region's share to the identity of the region's own sums and means", () => {
    expect(trace("taken_share.south.2010").formula).toBe("taken / gross");
    expect(inputs("taken_share.south.2010")).toEqual(["gross.south.2010", "taken.south.2010"]);
  });

  test("[T1] leads from every quantity of the account upstream until there is only what is estimated directly", () => {
    for (const { quantity } of reconciliation.estimates) {
      const found = trace(quantity);
      const measure = account.measures.get(parseQuantityId(quantity).measure);
      if (found.inputs.length === 0) expect(measure?.kind, quantity).toBe("estimated");
      else expect(found.formula, quantity).toBeDefined();
      for (const one of found.inputs) expect(traceQuantity(input, one.quantity)).toBeDefined();
      for (const id of found.usedBy) expect(traceQuantity(input, id)?.kind).toBe("trace");
    }
  });

  test("names what is computed from it: the sums that it is in and the identities that it stands in", () => {
    expect(trace("taken.BB.2010").usedBy.toSorted()).toEqual(
      ["gross.BB.2010", "revenue.2010", "taken.south.2010", "taken.world.2010", "taken_share.BB.2010"].sort(),
    );
  });

  test("[E15] says of a cell without a claim that the prior carries it", () => {
    expect(trace("workers.CC.2010").explanation).toContain("No claim within three years: carried by the prior.");
  });

  test("is absent for what the account does not have, and for a mixture", () => {
    for (const quantity of ["cars.AA.2010", "workers.ZZ.2010", "workers.AA.1990", "wage.AA.2010", ""])
      expect(traceQuantity(input, quantity), quantity).toBeUndefined();
  });
});

describe("quantityLabel(account, quantity)", () => {
  test("names measure, place and year in words, and what it does not know as it is", () => {
    expect(quantityLabel(account, "workers.south.2010")).toBe("Workers abroad · The south · 2010");
    expect(quantityLabel(account, "months")).toBe("Months worked");
    expect(quantityLabel(account, "cars.ZZ.2010")).toBe("cars · ZZ · 2010");
  });
});
