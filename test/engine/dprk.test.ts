import { beforeAll, describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { type ReconcileInput, reconcileCase } from "../../src/engine/reconcile-case.ts";
import { runChain } from "../../src/estimates/chain.ts";
import { createDensity } from "../../src/estimates/density.ts";
import type { ClaimResult, Reconciliation } from "../../src/estimates/estimate.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { compileModel } from "../../src/estimates/model.ts";
import { createNodes } from "../../src/estimates/nodes.ts";
import { normalLogDensity } from "../../src/math/normal.ts";
import { mean, variance } from "../../src/math/summary.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
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
    for (const one of judged(spans(1.5e9, 2.3e9))) expect(one.slip).toMatch(/ten times lower/);
    for (const one of judged((claim) => claim.measure.includes("revenue") && spans(150, 230)(claim))) {
      expect(one.slip).toMatch(/million times higher/);
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

  const isMostOfPay = (claim: Claim): boolean =>
    claim.statistic === "maximum" && claim.range.kind === "point" && claim.range.value === 3000;

  test('[E10] does not call "as much as $3,000 a month" wrong', () => {
    for (const one of judged(isMostOfPay)) expect(one.conflict).toBeLessThan(0.5);
  });

  /*
   * One chain of 120 draws with the claim; without it by weighing each draw by the inverse of what the claim made of it. Both means
   * come from the same draws, so that the Monte Carlo error of their difference is small beside a tenth of the standard deviation.
   */
  test('[E10] does not let "as much as $3,000 a month" drag the mean: without it pay moves by less than a tenth of its sd', () => {
    const { account, claims, sources } = input;
    const model = compileModel(account, gatherEvidence(account, claims, sources).groups);
    const wanted = new Set(claims.filter(isMostOfPay).map((claim) => claim.id));
    const term = model.groups.find(({ group }) =>
      group.readings.some((one) => one.claims.some((id) => wanted.has(id))),
    );
    const target = term?.group.targets.find((one) => one.when.kind === "year" && one.when.year === 2012);
    if (!term || !target) throw new Error("no claim of as much as $3,000 a month on 2012");
    const { draws } = runChain(model, { seed: 6, warmup: 120, draws: 120 });
    const width = model.parameters.names.length;
    const builder = tapeBuilder(width);
    const pay = createNodes(account, model.parameters, builder).log({
      measure: target.measure,
      ...(target.place === undefined ? {} : { place: target.place }),
      year: 2012,
    });
    const tape = builder.build();
    const density = createDensity(model);
    const values = new Float64Array(tape.nodes);
    const found = Array.from({ length: draws.length / width }, (_, row) => {
      const x = draws.subarray(row * width, (row + 1) * width);
      values.set(x);
      tape.forward(values);
      const nodes = density.nodeValues(x);
      const likelihood = term.group.components.reduce((sum, one) => {
        const value = nodes[term.nodes[one.target] ?? -1] ?? Number.NaN;
        return sum + Math.exp(one.logWeight + normalLogDensity(value, one.mean, one.variance));
      }, 0);
      return { pay: values[pay] ?? Number.NaN, weight: 1 / likelihood };
    });
    const logs = Float64Array.from(found, (one) => one.pay);
    const total = found.reduce((sum, one) => sum + one.weight, 0);
    const without = found.reduce((sum, one) => sum + one.weight * one.pay, 0) / total;
    expect(Math.abs(without - mean(logs))).toBeLessThan(0.1 * Math.sqrt(variance(logs)));
    expect(Math.exp(mean(logs))).toBeLessThan(3000 / 2);
  });

  test("China is hardly known by the end, and Russia falls", () => {
    const estimate = (quantity: string) => {
      const found = result.estimates.find((one) => one.quantity === quantity);
      if (!found) throw new Error(`no estimate: ${quantity}`);
      return found;
    };
    const china = estimate("workers.CN.2025");
    expect(china.q95 / china.q05).toBeGreaterThan(3);
    expect(estimate("workers.RU.2017").median).toBeGreaterThan(3 * estimate("workers.RU.2019").median);
  });
});
