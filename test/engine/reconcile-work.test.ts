import { beforeAll, describe, expect, test } from "vitest";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import { reconcileCase } from "../../src/engine/reconcile-case.ts";
import type { Estimate, Reconciliation } from "../../src/estimates/estimate.ts";
import { WORK_CLAIMS, WORK_TRUTH, workCase } from "../cases/work-case.ts";

describe("reconcileCase of a case whose people and pay are by occupation", () => {
  let result: Reconciliation;
  beforeAll(async () => {
    const { claims, sources, files } = workCase();
    const account = parseAccount(files.get("account.yaml") ?? "", "account.yaml");
    if (!account.ok) throw new Error(JSON.stringify(account.issues));
    result = await reconcileCase(
      { account: account.value, claims, sources },
      { seed: 4, chains: 2, warmup: 300, draws: 600 },
    );
  }, 120_000);

  const estimate = (quantity: string): Estimate => {
    const found = result.estimates.find((one) => one.quantity === quantity);
    if (!found) throw new Error(`no estimate: ${quantity}`);
    return found;
  };
  const claim = (name: keyof typeof WORK_CLAIMS) => {
    const found = result.claims.find((one) => one.claim === WORK_CLAIMS[name].id);
    if (!found) throw new Error(`no result: ${name}`);
    return found;
  };
  const cells = (place: keyof typeof WORK_TRUTH) => Object.values(WORK_TRUTH[place]);
  const heads = (place: keyof typeof WORK_TRUTH) => cells(place).reduce((sum, [workers]) => sum + workers, 0);
  const paid = (place: keyof typeof WORK_TRUTH) => cells(place).reduce((sum, [workers, pay]) => sum + workers * pay, 0);

  // Seed 4, 1,200 draws. Ten truths at once would all lie inside their 90 % with chance 0.9¹⁰ or so if they were independent; the claims
  // were chosen to scatter by less than their noise, so that they do.
  test.each([
    ["in_hand.XB:logging.2012", 120],
    ["in_hand.XB:building.2012", 240],
    ["in_hand.XC:building.2012", 260],
    ["in_hand.XB.2012", paid("XB") / heads("XB")],
    ["in_hand.XC.2012", paid("XC") / heads("XC")],
    ["in_hand.world.2012", (paid("XB") + paid("XC")) / (heads("XB") + heads("XC"))],
    ["workers.XB:logging.2012", 6000],
    ["workers.XC.2012", heads("XC")],
    ["workers.world:outdoors.2012", 6000 + 2500 + 300 + 3000],
    ["wage_bill.XB.2012", paid("XB")],
  ])("[E19] [A7] has the truth of %s inside its 90 % interval", (quantity, truth) => {
    expect(estimate(quantity).q05).toBeLessThan(truth);
    expect(estimate(quantity).q95).toBeGreaterThan(truth);
  });

  test("[E37] claims on one occupation narrow its pay, and that of all work, which nobody gave at one of the places", () => {
    const width = ({ q05, q95 }: Pick<Estimate, "q05" | "q95">) => Math.log(q95 / q05);
    for (const quantity of ["in_hand.XB:logging.2012", "in_hand.XB.2012"]) {
      expect(width(estimate(quantity))).toBeLessThan(width(estimate(quantity).prior) / 3);
      expect(estimate(quantity).carriedByPrior).toBe(false);
    }
    expect(estimate("in_hand.XB.2012").claims).toBe(0);
    expect(estimate("in_hand.XB:other.2012").carriedByPrior).toBe(true);
  });

  test("[E37] each claim speaks of its cell, bounds its whole, or is told why it is not used", () => {
    expect(claim("loggers").quantity).toBe("workers.XB:logging.2012");
    expect(claim("payOfAll").quantity).toBe("in_hand.XC.2012");
    expect(claim("plasterers")).toMatchObject({ quantity: "workers.XC:building.2012", bound: "at least" });
    expect(claim("waiters")).toMatchObject({ quantity: "workers.XC.2012", bound: "at least" });
    expect(claim("payOfPlasterers").unused).toBe("plasterers is a part of building: finer than the account's cells");
    expect(claim("takeOfLoggers").unused).toBe("a part of a whole: finer than the account's cells");
  });

  test("[E13] calls pay ten times too high a conflict with its occupation, and nothing else", () => {
    expect(claim("slip")).toMatchObject({ quantity: "in_hand.XB:logging.2012" });
    expect(claim("slip").conflict).toBeGreaterThan(0.9);
    for (const name of ["payOfLoggers", "payOfBuilders", "payOfAll", "all", "loggers"] as const)
      expect(claim(name).conflict, name).toBeLessThan(0.3);
  });
});
