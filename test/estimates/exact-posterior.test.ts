import { describe, expect, test } from "vitest";
import type { EvidenceGroup } from "../../src/estimates/evidence-group.ts";
import { compileModel, type Model } from "../../src/estimates/model.ts";
import { reconcileLinear } from "../../src/math/linear-reconciliation.ts";
import {
  type ExactPosterior,
  exactPosterior,
  type LinearQuantity,
  massBelow,
  momentsOfHumps,
} from "./exact-posterior.ts";
import { accountFrom, modelOf, momentsOf, PAY, PEOPLE, type Sampled, said, sample } from "./small-problem.ts";

/*
 * Two chains, seeds 1 and 2. Every mean is compared within four of its own standard errors, by the effective sample size of the very
 * draws: one comparison in 16,000 fails by chance. A chain that stays in one hump has a small error and a wrong mean, and fails.
 */
const ERRORS = 4;
const NINETY = 1.6448536269514722;

/** The parameters of PAY are the common pay, the two places' pay and the months. */
function linear(interval: readonly [number, number]): { readonly constant: number; readonly sd: number } {
  const [low, high] = [Math.log(interval[0]), Math.log(interval[1])];
  return { constant: (low + high) / 2, sd: (high - low) / 2 / NINETY };
}
const common = linear([50, 2000]);
const months = linear([9, 12]);
const POOLED = 0.5;
const QUANTITIES: ReadonlyMap<string, LinearQuantity> = new Map([
  ["pay.XA", { constant: common.constant, coefficients: [common.sd, POOLED, 0, 0] }],
  ["pay.XB", { constant: common.constant, coefficients: [common.sd, 0, POOLED, 0] }],
  ["months", { constant: months.constant, coefficients: [0, 0, 0, months.sd] }],
  ["yearly.XA", { constant: common.constant + months.constant, coefficients: [common.sd, POOLED, 0, months.sd] }],
  ["yearly.XB", { constant: common.constant + months.constant, coefficients: [common.sd, 0, POOLED, months.sd] }],
]);

function quantityOf(group: EvidenceGroup): LinearQuantity {
  const target = group.targets[0];
  const found = QUANTITIES.get(target?.measure === "months" ? "months" : `${target?.measure}.${target?.place}`);
  if (!found) throw new Error(`no quantity: ${group.id}`);
  return found;
}

const account = accountFrom(PAY);
const IDS = [...QUANTITIES.keys()];

describe("the sampler on an account that is linear in logarithms, every claim firm", () => {
  const claims = [
    said("a", "pay", "XA", 200, 0.1),
    said("b", "yearly", "XA", 3000, 0.2),
    said("c", "yearly", "XB", 5000, 0.3),
    said("d", "months", "world", 10, 0.05),
  ];
  const model = modelOf(account, claims);
  // Firm: only the state in which the root is right and was read right is left of every claim.
  const firm = compileModel(
    account,
    model.groups.map(({ group }) => ({
      ...group,
      components: group.components.filter((one) => !one.gross && one.miscopied === 0),
    })),
  );

  test("[E42] gives the values and variances of constrained least squares", () => {
    const states = firm.groups.flatMap(({ group }) => group.components);
    const forms = firm.groups.map(({ group }) => quantityOf(group));
    const size = 4 + states.length;
    const { values, covariance } = reconcileLinear({
      measured: Float64Array.from({ length: size }, (_, i) =>
        i < 4 ? 0 : (states[i - 4]?.mean ?? 0) - (forms[i - 4]?.constant ?? 0),
      ),
      covariance: Float64Array.from({ length: size * size }, (_, k) => {
        const i = Math.floor(k / size);
        return k % size !== i ? 0 : i < 4 ? 1 : (states[i - 4]?.variance ?? 1);
      }),
      constraints: forms.map((form, g) =>
        Float64Array.from({ length: size }, (_, i) => (i < 4 ? (form.coefficients[i] ?? 0) : i === 4 + g ? -1 : 0)),
      ),
    });
    const { logs } = sample(account, firm, IDS, 1500);
    firm.groups.forEach(({ group }, g) => {
      const target = group.targets[0];
      const id = target?.measure === "months" ? "months" : `${target?.measure}.${target?.place}`;
      const drawn = momentsOf(logs.get(id) ?? []);
      const exact = (values[4 + g] ?? 0) + (forms[g]?.constant ?? 0);
      expect(Math.abs(drawn.mean - exact), id).toBeLessThan(ERRORS * drawn.error);
      // A standard deviation has a standard error of about itself over √(2 ESS), and ESS is above 1,000 here: four of them are below 10 %.
      expect(drawn.sd / Math.sqrt(covariance[(4 + g) * (size + 1)] ?? 0), id).toBeCloseTo(1, 0.7);
    });
  });
});

function expectAgreement(drawn: Sampled, exact: ExactPosterior): void {
  for (const id of IDS) {
    const chains = drawn.logs.get(id) ?? [];
    const humps = exact.humps.get(id) ?? [];
    const { mean, sd, error } = momentsOf(chains);
    const known = momentsOfHumps(humps);
    expect(Math.abs(mean - known.mean), id).toBeLessThan(ERRORS * error);
    expect(Math.abs(sd / known.sd - 1), id).toBeLessThan(0.1);
  }
  drawn.conflicts.forEach((chains, g) => {
    const { mean, error } = momentsOf(chains);
    expect(Math.abs(mean - (exact.conflicts[g] ?? 0)), `conflict ${g}`).toBeLessThan(ERRORS * error + 1e-3);
  });
}

function massOf(drawn: Sampled, id: string, point: number) {
  return momentsOf((drawn.logs.get(id) ?? []).map((chain) => chain.map((value) => (value < point ? 1 : 0))));
}

describe("the sampler on a posterior of two humps that is known exactly", () => {
  // 200 or 4,000 a month: what is paid in a year, hardly known, and pay in the other place lie between.
  const claims = [
    said("a", "pay", "XA", 200, 0.1),
    said("b", "pay", "XA", 4000, 0.1),
    said("c", "yearly", "XA", 20_000, 2),
    said("d", "yearly", "XB", 5000, 0.3),
    said("e", "months", "world", 10, 0.05),
  ];
  const model: Model = modelOf(account, claims);
  const exact = exactPosterior(model, QUANTITIES, quantityOf);
  const between = Math.log(Math.sqrt(200 * 4000));
  const humps = exact.humps.get("pay.XA") ?? [];

  test("the problem has two humps, and neither is negligible", () => {
    const low = massBelow(humps, between);
    expect(low).toBeGreaterThan(0.1);
    expect(low).toBeLessThan(0.9);
    expect(massBelow(humps, between + 0.5) - massBelow(humps, between - 0.5)).toBeLessThan(0.125);
  });

  test("[E43] finds the mass of each hump, the moments of each quantity and the conflict of each claim", () => {
    const drawn = sample(account, model, IDS, 3000);
    const { mean, error } = massOf(drawn, "pay.XA", between);
    expect(error).toBeLessThan(0.03);
    expect(Math.abs(mean - massBelow(humps, between))).toBeLessThan(ERRORS * error);
    expectAgreement(drawn, exact);
  });

  test("[O5] blames a miscopy of a firm root: the estimate moves by less than a tenth of its standard deviation", () => {
    const firm = [said("a", "pay", "XA", 200, 0.1), said("f", "pay", "XA", 210, 0.1), ...claims.slice(3)];
    const miscopied = said("g", "pay", "XA", 2000, 0.1, { derivedFrom: ["a"] });
    const [before = [], after = []] = [firm, [...firm, miscopied]].map(
      (all) => exactPosterior(modelOf(account, all), QUANTITIES, quantityOf).humps.get("pay.XA") ?? [],
    );
    const [alone, beside] = [momentsOfHumps(before), momentsOfHumps(after)];
    expect(Math.abs(beside.mean - alone.mean)).toBeLessThan(0.1 * alone.sd);
    // Averaged, it would lie at the root of 200 × 2,000: nothing of the posterior is drawn there.
    const middle = Math.log(Math.sqrt(200 * 2000));
    expect(massBelow(after, middle + 0.3) - massBelow(after, middle - 0.3)).toBeLessThan(0.002);
  });
});

describe("the sampler where two firm claims on one cell are a factor ten apart, and a total ties it to another", () => {
  const people = accountFrom(PEOPLE);
  const claims = [
    said("a", "workers", "XA", 1000, 0.05),
    said("b", "workers", "XA", 10_000, 0.05),
    said("c", "workers", "XB", 3000, 0.6),
    said("d", "workers", "world", 9000, 0.5),
  ];
  const model = modelOf(people, claims);

  /** The density at two logarithms, written out by hand: priors, and of every claim its four states. */
  function densityAt(xa: number, xb: number): number {
    const prior = linear([500, 50_000]);
    const normal = (x: number, mean: number, variance: number): number =>
      Math.exp((-0.5 * (x - mean) ** 2) / variance) / Math.sqrt(2 * Math.PI * variance);
    const claim = (at: number, value: number, half: number): number => {
      let sum = 0;
      for (const [gross, pi] of [
        [0, 0.9],
        [1, 0.1],
      ] as const)
        for (const [copied, kappa] of [
          [0, 0.92],
          [1, 0.08],
        ] as const)
          sum +=
            pi *
            kappa *
            normal(at, Math.log(value), 0.05 ** 2 + 0.1 ** 2 + (half / NINETY) ** 2 + (gross + copied) * 2.8 ** 2);
      return sum;
    };
    const total = Math.log(Math.exp(xa) + Math.exp(xb));
    return (
      normal(xa, prior.constant, prior.sd ** 2) *
      normal(xb, prior.constant, prior.sd ** 2) *
      claim(xa, 1000, 0.05) *
      claim(xa, 10_000, 0.05) *
      claim(xb, 3000, 0.6) *
      claim(total, 9000, 0.5)
    );
  }

  /** Means over the density on a grid of 0.02 by 0.04 from 20 to 2 million: finer than any hump by a factor of five. */
  function onGrid(...of: readonly ((xa: number, xb: number) => number)[]): readonly number[] {
    let mass = 0;
    const sums = of.map(() => 0);
    for (let xa = 3; xa < 14.5; xa += 0.02) {
      for (let xb = 3; xb < 14.5; xb += 0.04) {
        const density = densityAt(xa, xb);
        mass += density;
        of.forEach((value, k) => {
          sums[k] = (sums[k] ?? 0) + density * value(xa, xb);
        });
      }
    }
    return sums.map((sum) => sum / mass);
  }

  test("[E43] finds the masses and moments that integration on a grid gives", () => {
    const between = Math.log(Math.sqrt(1000 * 10_000));
    const world = (xa: number, xb: number): number => Math.log(Math.exp(xa) + Math.exp(xb));
    const [low = 0, meanA = 0, meanB = 0, meanTotal = 0] = onGrid(
      (xa) => (xa < between ? 1 : 0),
      (xa) => xa,
      (_, xb) => xb,
      world,
    );
    expect(low).toBeGreaterThan(0.1);
    expect(low).toBeLessThan(0.9);
    const drawn = sample(people, model, ["workers.XA", "workers.XB", "workers.world"], 3000);
    const mass = massOf(drawn, "workers.XA", between);
    expect(mass.error).toBeLessThan(0.03);
    expect(Math.abs(mass.mean - low)).toBeLessThan(ERRORS * mass.error);
    for (const [id, known] of [
      ["workers.XA", meanA],
      ["workers.XB", meanB],
      ["workers.world", meanTotal],
    ] as const) {
      const { mean, error } = momentsOf(drawn.logs.get(id) ?? []);
      expect(Math.abs(mean - known), id).toBeLessThan(ERRORS * error);
    }
  });
});
