import { beforeAll, describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { type ReconcileInput, reconcileCase } from "../../src/engine/reconcile-case.ts";
import type { ClaimResult, Estimate, Reconciliation } from "../../src/estimates/estimate.ts";
import { shippedCase } from "./case-files.ts";

/*
 * Seed 5, two chains of 250 draws: too short to settle every quantity, long enough for what is near 0 or near 1. The Monte Carlo
 * error of a conflict near 0.05 is about 0.03 here; the limits leave it several times that.
 */
describe("the shipped case, reconciled", () => {
  let input: ReconcileInput;
  let result: Reconciliation;

  beforeAll(async () => {
    input = await shippedCase("cases/dprk");
    result = await reconcileCase(input, { seed: 5, chains: 2, warmup: 240, draws: 250 });
  }, 300_000);

  const judged = (wanted: (claim: Claim) => boolean): readonly ClaimResult[] => {
    const ids = new Set(input.claims.filter(wanted).map((claim) => claim.id));
    const found = result.claims.filter((one) => ids.has(one.claim) && one.unused === undefined);
    expect(found.length).toBeGreaterThan(0);
    return found;
  };
  const estimate = (quantity: string): Estimate => {
    const found = result.estimates.find((one) => one.quantity === quantity);
    if (!found) throw new Error(`no estimate: ${quantity}`);
    return found;
  };
  const spans = (low: number, high: number) => (claim: Claim) =>
    claim.range.kind === "between" && claim.range.low === low && claim.range.high === high;

  test.each([
    ["1.5 to 2.3 billion a year", 1.5e9, 2.3e9],
    ["1.2 to 2.3 billion a year", 1.2e9, 2.3e9],
    ["150 to 230 dollars a year, the million lost", 150, 230],
  ])("[E13] convicts %s, from the workers and their pay", (_, low, high) => {
    for (const one of judged((claim) => claim.measure.includes("revenue") && spans(low, high)(claim))) {
      expect(one.conflict).toBeGreaterThan(0.9);
    }
  });

  test("[E14] names the slips: 억 read as billion, a million lost", () => {
    for (const one of judged(spans(1.5e9, 2.3e9))) expect(one.slip?.words).toMatch(/ten times lower/);
    for (const one of judged((claim) => claim.measure.includes("revenue") && spans(150, 230)(claim))) {
      expect(one.slip?.words).toMatch(/million times higher/);
    }
  });

  test("[E13] lets 150 to 230 million stand", () => {
    for (const one of judged(spans(150e6, 230e6))) expect(one.conflict).toBeLessThan(0.4);
  });

  test("[E13] lets registers that fall fast stand: Russia's permits and officials, 2017 to 2020", () => {
    const official = judged(
      (claim) =>
        claim.place === "RU" &&
        /^201[789]|^2020/.test(claim.period ?? "") &&
        (claim.basis === "register" || claim.basis === "official statement") &&
        (claim.measure === "workers" || claim.measure === "work_permits"),
    );
    expect(official.length).toBeGreaterThan(3);
    for (const one of official) expect(one.conflict).toBeLessThan(0.4);
  });

  test("[E13] lets Russia's own registers for 2018 stand: 11,490 permits and 11,000 people at the year's end", () => {
    const register = judged(
      (claim) =>
        claim.place === "RU" &&
        claim.period?.startsWith("2018-12") === true &&
        claim.range.kind === "point" &&
        (claim.range.value === 11_490 || claim.range.value === 11_000),
    );
    expect(register.length).toBe(2);
    for (const one of register) expect(one.conflict).toBeLessThan(0.2);
  });

  test("[E10] does not call 'as much as $3,000 a month' wrong, and does not take it for the mean", () => {
    const [most] = judged(
      (claim) => claim.statistic === "maximum" && claim.range.kind === "point" && claim.range.value === 3000,
    );
    expect(most?.conflict).toBeLessThan(0.5);
    expect(estimate(most?.quantity ?? "").q95).toBeLessThan(3000 / 2);
  });

  test("China is hardly known by the end, and Russia falls", () => {
    const china = estimate("workers.CN.2025");
    expect(china.q95 / china.q05).toBeGreaterThan(3);
    expect(estimate("workers.RU.2017").median).toBeGreaterThan(3 * estimate("workers.RU.2019").median);
  });
});
