import { describe, expect, test } from "vitest";
import { parseQuantityId, quantityId } from "../../src/accounts/quantity-id.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { accountWithout } from "../../src/estimates/account-without.ts";
import { assembleReconciliation } from "../../src/estimates/assemble.ts";
import { checkEvidence } from "../../src/estimates/check-evidence.ts";
import type { ClaimResult } from "../../src/estimates/estimate.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { headlineNames } from "../../src/estimates/figure-draws.ts";
import { inputDigest } from "../../src/estimates/input-digest.ts";
import { leftPriors } from "../../src/estimates/left-priors.ts";
import { priorDraws } from "../../src/estimates/prior-draws.ts";
import { reportedQuantities } from "../../src/estimates/reported.ts";
import { summarisePosterior, summarisePrior } from "../../src/estimates/summarise.ts";
import { headcountSlip } from "../../src/estimates/thinkable-slips.ts";
import { quantityLabel, traceQuantity } from "../../src/estimates/trace-quantity.ts";
import { accountOf } from "../accounts/sample-account.ts";
import { WORK } from "../accounts/work-account.ts";
import * as sample from "./sample-evidence.ts";

const account = accountOf(WORK);
const sources = [sample.source];
const people = (fields: Partial<Claim> = {}) => sample.people({ period: "2011", ...fields });
const pay = (fields: Partial<Claim> = {}) => sample.pay({ measure: "pay", period: "2011", ...fields });
const claims = [
  pay({ occupation: "loggers", locator: "cell" }),
  pay({ occupation: "loggers", locator: "near", period: "2012" }),
  pay({ occupation: "construction", locator: "other work" }),
  pay({ locator: "all work" }),
];

/** The account reconciled, but for the sampler: draws of the prior, every claim on the quantity that it speaks of. */
const evidence = gatherEvidence(account, claims, sources);
const draws = priorDraws(account, 200, 1);
const names = [...account.measures.values()].flatMap((measure) => reportedQuantities(account, measure));
const thought = summarisePrior(account, names, draws);
const summaries = summarisePosterior(account, names, [draws, priorDraws(account, 200, 2)]).map((one, k) => {
  const prior = thought[k];
  if (!prior) throw new Error(`nothing thought of ${one.quantity}`);
  return { ...one, ...prior };
});
const judged = claims.map(
  (claim): ClaimResult => ({
    kind: "claim result",
    claim: claim.id,
    quantity: `pay.AA${claim.occupation === undefined ? "" : claim.occupation === "loggers" ? ":wood" : ":building"}.${claim.period}`,
    conflict: 0,
    distance: 0,
    center: 1,
    low: 1,
    high: 1,
    weight: 1,
    group: "g",
  }),
);
const facts = { chains: 2, draws: 200, seed: 1, divergences: 0, seconds: 0, problems: [] };
const reconciliation = assembleReconciliation(account, evidence, summaries, judged, facts, "");
const trace = (quantity: string) => {
  const found = traceQuantity({ account, claims, sources, reconciliation }, quantity);
  if (!found) throw new Error(`no trace: ${quantity}`);
  return found;
};
const inputs = (quantity: string) => trace(quantity).inputs.map((one) => one.quantity);

describe("estimates of a measure over occupations", () => {
  test("carry their occupation, and none for all work", () => {
    const byId = new Map(reconciliation.estimates.map((estimate) => [estimate.quantity, estimate]));
    expect(byId.get("pay.AA:wood.2011")).toMatchObject({ measure: "pay", place: "AA", occupation: "wood", year: 2011 });
    expect(byId.get("pay.AA.2011")).not.toHaveProperty("occupation");
    expect(byId.get("workers.AA.2011")?.carriedShare).toBe(1);
  });
});

describe("[T1] traceQuantity(input, quantity) with occupations", () => {
  test("leads from a region to its places, from all work and groups to occupations, with the formula in words", () => {
    expect(trace("pay.world.2011").formula).toBe("sum(workers * pay over place) / sum(workers over place)");
    expect(new Set(inputs("pay.world.2011"))).toEqual(
      new Set(["workers.AA.2011", "workers.BB.2011", "pay.AA.2011", "pay.BB.2011"]),
    );
    const whole = trace("pay.AA.2011");
    expect(whole.formula).toBe("sum(workers * pay over occupation) / sum(workers over occupation)");
    expect(whole.explanation).toContain("The mean, weighted by people, over the 3 occupations of all work.");
    expect(whole.inputs).toHaveLength(6);
    expect(trace("workers.AA:outdoors.2011").explanation).toContain("The sum over the 2 occupations of Outdoor work.");
    expect(inputs("workers.AA:outdoors.2011").toSorted()).toEqual(["workers.AA:building.2011", "workers.AA:wood.2011"]);
  });

  test("says of a cell which prior it has and with what it moves", () => {
    expect(trace("workers.BB:other.2011").explanation).toContain("between 10 and 1000 person in 2011");
    expect(trace("pay.AA:wood.2011").explanation).toContain("together with other work at its place");
  });

  test("leads through sums over occupations in a formula, and back up to what a cell is in", () => {
    expect(inputs("bill.AA.2011")).toHaveLength(1 + 3 + 3);
    expect(trace("pay.AA:wood.2011").usedBy).toEqual([
      "pay.world:wood.2011",
      "pay.AA:outdoors.2011",
      "pay.AA.2011",
      "gross.AA:wood.2011",
      "pay_share.AA:wood.2011",
      "bill.AA.2011",
      "work_bill.AA:wood.2011",
    ]);
  });

  test("lists the claims on the very occupation, and near it in years only", () => {
    const { claims: own, nearby, label } = trace("pay.AA:wood.2011");
    expect(own.map(({ claim }) => claim.locator)).toEqual(["cell"]);
    expect(nearby.map(({ claim }) => claim.locator)).toEqual(["near"]);
    expect(trace("pay.AA.2011").claims.map(({ claim }) => claim.locator)).toEqual(["all work"]);
    expect(label).toBe("Pay · Aland · Logging · 2011");
    expect(quantityLabel(account, "fee:outdoors")).toBe("Fee · Outdoor work");
  });
});

describe("what is asked of an account with occupations", () => {
  test("[E35] bounds on an occupation and on all work that contradict each other are found through the sum", () => {
    const low = people({ occupation: "loggers", derivation: "inferred", range: { kind: "at least", low: 5000 } });
    const high = people({ derivation: "inferred", range: { kind: "at most", high: 400 } });
    const found = checkEvidence(account, [low, high], gatherEvidence(account, [low, high], sources));
    expect(found.map((problem) => [problem.severity, [...problem.claims].sort()])).toEqual([
      ["warning", [low.id, high.id].sort()],
    ]);
  });

  test("headlines are of all work in the world", () => {
    expect(headlineNames(account).slice(0, 2).map(quantityId)).toEqual(["workers.world.2010", "workers.world.2011"]);
    expect(headlineNames(account)).toHaveLength(6);
  });

  test("[E36] priors of an occupation are left by it, and nothing is said of all work", () => {
    const stated = accountOf(
      WORK.replace("prior: {default: [100, 900], pooled: 0.3}", "prior: {default: [100, 900], wood: [5, 9]}"),
    );
    const fee = (occupation?: string) => ({
      quantity: `fee:${occupation}`,
      measure: "fee",
      median: 10,
      ...(occupation === undefined ? {} : { occupation }),
    });
    expect(leftPriors(stated, [fee("wood"), fee("building"), fee("outdoors"), fee()])).toEqual([
      "fee:wood",
      "fee:building",
    ]);
  });

  test("a prior that is switched off is loosened for every occupation", () => {
    const workers = accountWithout(account, ["workers"]).measures.get("workers");
    if (workers?.kind !== "estimated") throw new Error("not estimated");
    const [low = 0, high = 0] = workers.prior.occupations?.get("BB:other") ?? [];
    expect(Math.log(high / low)).toBeCloseTo(3 * Math.log(100), 9);
  });

  test("a slip between one worker and all is weighed with the workers of the occupation", () => {
    expect(headcountSlip(account, "pay.AA:wood.2011")?.people).toEqual(parseQuantityId("workers.AA:wood.2011"));
  });

  test("the digest changes with a word by which claims name an occupation", () => {
    const digest = (of: typeof account) => inputDigest({ account: of, claims: [], sources: [] });
    expect(digest(accountOf(WORK.replace("lumber", "timber")))).not.toBe(digest(account));
  });
});
