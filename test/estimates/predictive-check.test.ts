import { describe, expect, test } from "vitest";
import { leaveOutOrigins } from "../../src/estimates/leave-out.ts";
import { predictiveCheck } from "../../src/estimates/predictive-check.ts";
import { rivalReadings } from "../../src/estimates/rival-readings.ts";
import { COPY_SD, GROSS_SD, MISCOPY } from "../../src/estimates/root-mixture.ts";
import { scoreDraws } from "../../src/estimates/scored-draws.ts";
import { normalLogDensity } from "../../src/math/normal.ts";
import { createRandom } from "../../src/math/random.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
import { accountOf } from "../accounts/sample-account.ts";
import { groupOf, modelOf, normalDraws } from "./normal-model.ts";

const ROOTS = 200;
const VARIANCE = 0.09;
const GROSS = 0.1;

/** The check of two hundred roots that each say one number of a quantity known to be 0, their errors so many times as large as stated. */
function checked(stretch: number, seed: number) {
  const random = createRandom(seed);
  const groups = Array.from({ length: ROOTS }, (_, i) => {
    const wrong = (random.uniform() < GROSS ? 1 : 0) * GROSS_SD * random.normal();
    const miscopied = (random.uniform() < MISCOPY ? 1 : 0) * GROSS_SD * random.normal();
    const own = stretch * Math.sqrt(VARIANCE + COPY_SD ** 2) * random.normal();
    return groupOf({ id: `c${i}`, origin: `o${i}`, center: own + wrong + miscopied, variance: VARIANCE, gross: GROSS });
  });
  const model = modelOf(groups);
  const scored = scoreDraws(model, normalDraws(0, 0.0005, 200));
  return predictiveCheck(model, scored, leaveOutOrigins(model, scored));
}

// Seeds 1 to 5; of 1,000 PITs a tenth has a standard error of 0.0095, and 0.04 is four of those.
describe("[E26] predictiveCheck(model, draws, weights)", () => {
  const right = [1, 2, 3, 4, 5].map((seed) => checked(1, seed));

  test("finds as many claims beyond their 90 % interval as should be, where the claims are the model's own", () => {
    const counted = right.reduce((sum, check) => sum + check.counted, 0);
    const beyond = right.reduce((sum, check) => sum + check.beyond, 0);
    expect(counted).toBe(5 * ROOTS);
    expect(Math.abs(beyond / counted - 0.1)).toBeLessThan(0.04);
    for (const check of right) {
      expect(check.expectedBeyond).toBeCloseTo(ROOTS / 10, 9);
      expect(check.tenths.reduce((a, b) => a + b, 0)).toBe(ROOTS);
      expect(check.pValue).toBeGreaterThan(1e-3);
    }
  });

  test("says so where claims scatter three times as far as they state, or a third as far", () => {
    const wide = checked(3, 6);
    expect(wide.beyond).toBeGreaterThan(1.5 * wide.expectedBeyond);
    expect(wide.pValue).toBeLessThan(1e-6);
    expect(checked(0.33, 7).pValue).toBeLessThan(1e-6);
  });

  test("does not count origins that decide the account, nor bounds at all", () => {
    const groups = [
      groupOf({ id: "a", origin: "register", center: 5, variance: 1e-4, gross: 0.01 }),
      { ...groupOf({ id: "b", origin: "press", center: 0, variance: 1, gross: 0.1 }), form: "lower bound" as const },
    ];
    const model = modelOf(groups);
    // Nearly all draws sit on the register's number; the ten that do not are all there is of the account without it.
    const sat = normalDraws(5, 1e-4);
    const rows = sat.rows.map((value, i) => (i % 100 === 0 ? (value - 5) * 50 : value));
    const scored = scoreDraws(model, { ...sat, rows });
    const check = predictiveCheck(model, scored, leaveOutOrigins(model, scored));
    expect(check.claims.map(({ claim, counted }) => [claim, counted])).toEqual([["a", false]]);
    expect(check.counted).toBe(0);
  });
});

describe("rivalReadings(account, model, shares)", () => {
  const account = accountOf();

  // The quantities are fixed, so Bayes's rule gives the weights exactly.
  test("[E25] gives the weight that Bayes's rule gives", () => {
    const center = 1;
    const variance = 0.5;
    const plain = { logWeight: Math.log(0.6), target: 0, mean: center, variance, gross: false, miscopied: 0 };
    const group = {
      ...groupOf({ id: "a", origin: "a", center, variance }),
      targets: [
        { measure: "revenue", when: { kind: "always" as const }, weight: 0.6 },
        { measure: "wage_bill", when: { kind: "always" as const }, weight: 0.4 },
      ],
      components: [plain, { ...plain, logWeight: Math.log(0.4), target: 1 }],
    };
    const model = {
      ...modelOf([group]),
      groups: [{ group, nodes: [0, 1] }],
      parameters: { names: ["x", "y"], isStep: new Uint8Array(2), isWalk: new Uint8Array(2), positionOf: () => 0 },
    };
    const tape = tapeBuilder(2).build();
    const scored = scoreDraws({ ...model, tape }, { width: 2, count: 1, rows: Float64Array.of(0.2, 1.1) });
    const [found] = rivalReadings(account, model, scored.shares, new Map([["a", "printed_revenue"]]));
    const [one, two] = [
      0.6 * Math.exp(normalLogDensity(0.2, center, variance)),
      0.4 * Math.exp(normalLogDensity(1.1, center, variance)),
    ];
    expect(found?.measure).toBe("printed_revenue");
    expect(found?.readings[0]).toMatchObject({ measure: "revenue", prior: 0.6 });
    expect(found?.readings[0]?.posterior).toBeCloseTo(one / (one + two), 9);
    expect(found?.groups[0]?.readings[1]?.posterior).toBeCloseTo(two / (one + two), 9);
    expect(found?.groups[0]?.claims).toEqual(["a"]);
  });

  test("[E25] says nothing of mixtures that nobody speaks of", () => {
    expect(rivalReadings(account, { groups: [] }, [], new Map())).toEqual([]);
  });
});
