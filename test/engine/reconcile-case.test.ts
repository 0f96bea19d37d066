import { beforeAll, describe, expect, test } from "vitest";
import { type ReconcileInput, reconcileCase } from "../../src/engine/reconcile-case.ts";
import type { Estimate, Reconciliation } from "../../src/estimates/estimate.ts";
import { shippedCase } from "./case-files.ts";

const SHORT = { seed: 3, chains: 2, warmup: 60, draws: 40 };

describe("reconcileCase(example)", () => {
  let input: ReconcileInput;
  let result: Reconciliation;

  beforeAll(async () => {
    input = await shippedCase("cases/example");
    result = await reconcileCase(input, { seed: 2, chains: 4, warmup: 300, draws: 300 });
  }, 120_000);

  const estimate = (quantity: string): Estimate => {
    const found = result.estimates.find((one) => one.quantity === quantity);
    if (!found) throw new Error(`no estimate: ${quantity}`);
    return found;
  };

  // Seed 2, 1,200 draws: Monte Carlo error of a 90 % bound is a few per cent of its distance from the median.
  test.each([
    ["workers.world.2012", 27_000],
    ["workers.XB.2019", 2_900],
    ["state_revenue.world.2012", 71e6],
    ["months", 11],
  ])("[E19] has the truth of %s inside its 90 % interval", (quantity, truth) => {
    expect(estimate(quantity).q05).toBeLessThan(truth);
    expect(estimate(quantity).q95).toBeGreaterThan(truth);
  });

  test("[E13] calls the four planted slips conflicts and the falling register credible", () => {
    const conflict = (id: string): number => result.claims.find((one) => one.claim === id)?.conflict ?? Number.NaN;
    const planted = ["ca29205cf3e66", "c0d65b9255260", "c6c9d11335662", "ca1d96df1588a"];
    for (const id of planted) expect(conflict(id)).toBeGreaterThan(0.9);
    const register = input.claims.filter(
      (claim) => claim.place === "XB" && claim.basis === "register" && claim.measure === "workers",
    );
    expect(register.length).toBeGreaterThan(2);
    for (const claim of register) expect(conflict(claim.id)).toBeLessThan(0.3);
  });

  test("[E17] gives R-hat and ESS with every estimate, and names what is not settled", () => {
    for (const { rhat, ess } of result.estimates) {
      expect(rhat).toBeGreaterThan(0.9);
      expect(ess).toBeGreaterThan(0);
    }
    const named = new Set(result.diagnostics.unsettled);
    for (const { quantity, rhat, ess } of result.estimates)
      expect(named.has(quantity)).toBe(!(rhat < 1.01 && ess >= 400));
  });

  test("judges or sets aside every claim", () => {
    expect(result.claims.map((one) => one.claim).sort()).toEqual(input.claims.map((claim) => claim.id).sort());
  });

  test("[E18] gives the same figures for the same seed, whatever the threads do", async () => {
    const [one, two] = [await reconcileCase(input, SHORT), await reconcileCase(input, SHORT)];
    expect(one.estimates).toEqual(two.estimates);
    expect(one.claims).toEqual(two.claims);
  }, 60_000);

  test("shows what the draws so far say while its chains still disagree, and changes no figure by it", async () => {
    // One chain of 1,200 draws after a warm-up of 40 is not worth 480 effective draws of everything. Rounds end at 400, 600, 800 and 1,000 draws; what is there is shown whenever it has doubled.
    const length = { seed: 4, chains: 1, warmup: 40, draws: 1240 };
    const shown: Reconciliation[] = [];
    const whole = await reconcileCase(input, {
      ...length,
      onInterim: async (interim) => {
        shown.push(interim);
      },
    });
    expect(shown.map(({ diagnostics }) => diagnostics.draws)).toEqual([400, 800]);
    expect(whole.diagnostics.draws).toBe(1240);
    expect(shown[0]?.estimates.map(({ quantity }) => quantity)).toEqual(
      whole.estimates.map(({ quantity }) => quantity),
    );
    expect((await reconcileCase(input, length)).estimates).toEqual(whole.estimates);
  }, 60_000);

  test("stops when it is cancelled", async () => {
    const controller = new AbortController();
    const running = reconcileCase(input, {
      draws: 100_000,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(running).rejects.toThrow();
  }, 60_000);
});
