import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { jointReadings } from "../../src/estimates/joint-readings.ts";
import { compileModel } from "../../src/estimates/model.ts";
import { createNodes } from "../../src/estimates/nodes.ts";
import { scoreDraws } from "../../src/estimates/scored-draws.ts";
import { createRandom } from "../../src/math/random.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
import { claimWith } from "../cases/sample-package.ts";
import { accountFrom, SOURCE } from "./small-problem.ts";

/** Pay in four parts; the shares of two of them may be of two things each. */
const account = accountFrom(`
years: 2012/2012
anchor: 2012
places: [{id: XA, name: Aland}]
measures:
  - {id: taken, name: Taken, unit: USD/person/month, prior: {default: [100, 400]}}
  - {id: fee, name: Fee, unit: USD/person/month, prior: {default: [20, 200]}}
  - {id: dues, name: Dues, unit: USD/person/month, prior: {default: [20, 200]}}
  - {id: in_hand, name: In hand, unit: USD/person/month, prior: {default: [50, 300]}}
  - {id: gross, name: Gross, unit: USD/person/month, formula: taken + fee + dues + in_hand}
chains:
  - id: pay
    name: Deductions from pay
    of: gross
    left: in_hand
    steps:
      - {party: state, takes: taken, printed: [{id: state_share, name: State, rule: share of gross}]}
      - party: agency
        takes: fee
        printed:
          - id: fee_share
            name: Fee, as printed
            readings:
              - {id: fee_of_rest, name: Of the rest, rule: share of what is left, weight: 0.6}
              - {id: fee_of_gross, name: Of gross, rule: share of gross, weight: 0.4}
      - party: embassy
        takes: dues
        printed:
          - id: dues_share
            name: Dues, as printed
            readings:
              - {id: dues_at_once, name: At once, rule: share of the rest after, after: state, weight: 0.5}
              - {id: dues_in_turn, name: In turn, rule: share of what is left, weight: 0.5}
`);

function told(measure: string, value: number, fields: Partial<Claim> = {}): Claim {
  const range = { kind: "point", value } as const;
  return claimWith({ period: "2012", place: "XA", statistic: "mean", measure, range, unit: "percent", ...fields });
}

function joint(claims: readonly Claim[], count = 400) {
  const model = compileModel(account, gatherEvidence(account, claims, [SOURCE]).groups);
  const width = model.parameters.names.length;
  const random = createRandom(6);
  const rows = Float64Array.from({ length: count * width }, () => random.normal());
  const scored = scoreDraws(model, { width, count, rows });
  return { found: jointReadings(account, claims, model, scored), model, scored, rows, width };
}

describe("[E25] jointReadings(account, claims, model, scored)", () => {
  test("weighs every way of reading what one passage leaves open as Bayes's rule does, the likeliest first", () => {
    const claims = [told("fee_share", 30), told("dues_share", 20)];
    const { found, model, rows, width } = joint(claims);
    const [chain, ...more] = found;
    expect(more).toEqual([]);
    expect(chain).toMatchObject({ chain: "pay", source: SOURCE.id, claims: claims.map(({ id }) => id) });
    const builder = tapeBuilder(width);
    const nodes = createNodes(account, model.parameters, builder);
    const parts = ["taken", "fee", "dues", "in_hand"].map((measure) => nodes.log({ measure }));
    const tape = builder.build();
    const values = new Float64Array(tape.nodes);
    const expected = new Map<string, number>();
    for (let row = 0; row < rows.length / width; row++) {
      values.set(rows.subarray(row * width, (row + 1) * width));
      tape.forward(values);
      const [taken = 0, fee = 0, dues = 0, hand = 0] = parts.map((node) => Math.exp(values[node] ?? Number.NaN));
      const rest = fee + dues + hand;
      const shares = { fee_of_rest: fee / rest, fee_of_gross: fee / (taken + rest) };
      const other = { dues_at_once: dues / rest, dues_in_turn: dues / (dues + hand) };
      const [ofFee, ofDues] = [weights(shares, model), weights(other, model)];
      for (const [one, p] of ofFee)
        for (const [two, q] of ofDues)
          expected.set(`${one} ${two}`, (expected.get(`${one} ${two}`) ?? 0) + (p * q * width) / rows.length);
    }
    const combinations = chain?.combinations ?? [];
    expect(combinations).toHaveLength(4);
    for (const { measures, prior, posterior } of combinations) {
      expect(prior).toBeCloseTo(measures[0] === "fee_of_rest" ? 0.3 : 0.2, 12);
      expect(posterior).toBeCloseTo(expected.get(measures.join(" ")) ?? Number.NaN, 9);
    }
    const weighed = combinations.map(({ posterior }) => posterior);
    expect(weighed).toEqual(weighed.toSorted((a, b) => b - a));
    expect(weighed.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });

  /** How probable each measure is that the words on a part may mean, given the share that each comes to. */
  function weights(shares: Record<string, number>, { groups }: ReturnType<typeof joint>["model"]) {
    const group = groups.find((one) => one.group.targets.some(({ measure }) => measure in shares))?.group;
    const sums = new Map<string, number>();
    for (const { target, logWeight, mean, variance } of group?.components ?? []) {
      const measure = group?.targets[target]?.measure ?? "";
      const share = shares[measure] ?? Number.NaN;
      const away = Math.log(share / (1 - share)) - mean;
      const density = Math.exp(logWeight - (0.5 * away * away) / variance) / Math.sqrt(variance);
      sums.set(measure, (sums.get(measure) ?? 0) + density);
    }
    const all = [...sums.values()].reduce((sum, one) => sum + one, 0);
    return [...sums].map(([measure, one]) => [measure, one / all] as const);
  }

  test("a passage that copies another is told once", () => {
    const claims = [told("fee_share", 30), told("dues_share", 20)];
    const copies = claims.map((claim) =>
      told(claim.measure, claim.measure === "fee_share" ? 30 : 20, { locator: "p. 7", derivedFrom: [claim.id] }),
    );
    const { found } = joint([...claims, ...copies]);
    expect(found.map((one) => one.claims)).toEqual([claims.map(({ id }) => id)]);
  });

  test("what is told elsewhere, or leaves one part open only, is no chain", () => {
    expect(joint([told("fee_share", 30), told("dues_share", 20, { locator: "p. 90" })]).found).toEqual([]);
    expect(joint([told("fee_share", 30), told("state_share", 40)]).found).toEqual([]);
  });
});
