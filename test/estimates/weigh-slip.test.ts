import { describe, expect, test } from "vitest";
import { GROSS_SD } from "../../src/estimates/root-mixture.ts";
import { scoreDraws } from "../../src/estimates/scored-draws.ts";
import { chooseSlip, type Slip } from "../../src/estimates/slip.ts";
import { fixedSlips, headcountSlip } from "../../src/estimates/thinkable-slips.ts";
import { slipBetween, weighSlip } from "../../src/estimates/weigh-slip.ts";
import { normalLogDensity } from "../../src/math/normal.ts";
import { accountOf } from "../accounts/sample-account.ts";
import { groupOf, modelOf, normalDraws } from "./normal-model.ts";

const MONEY = { unit: "USD/person/month" };
const PEOPLE = { unit: "person" };
const USD = { unit: "money", currency: "USD" } as const;
const VARIANCE = 0.01;

/** The slip of a printed number, where the account without its origin has a median and a log standard deviation. */
function slip(
  printed: number,
  median: number,
  { sd = 0.1, measure = MONEY, currencies = ["USD"] } = {},
): Slip | undefined {
  const center = Math.log(printed);
  const model = modelOf([groupOf({ id: "a", origin: "a", center, variance: VARIANCE, gross: 0.1 })]);
  const scored = scoreDraws(model, normalDraws(Math.log(median), sd ** 2));
  const [term] = model.groups;
  if (!term) throw new Error("no group");
  const weights = { weights: new Float64Array(1000).fill(1e-3), k: 0.2, ess: 1000 };
  const slips = fixedSlips(measure, USD, 2012, currencies);
  return weighSlip({ term, centers: [center], variance: VARIANCE, slips }, scored, { weights });
}

describe("weighSlip(reading, draws, weights)", () => {
  test.each([
    [2000, 200, "ten times too high"],
    [20, 200, "ten times too low"],
    [50, 50_000, "a thousand times too low"],
    [5e6, 5000, "a thousand times too high"],
    [2, 2e6, "a million times too low"],
    [2e6, 2, "a million times too high"],
  ])("[E14] finds what went wrong where %d is printed for %d", (printed, median, kind) => {
    expect(slip(printed, median, { measure: PEOPLE })?.kind).toBe(kind);
  });

  test("[E14] tells a year's sum printed as a month's, and the other way, only of sums per time", () => {
    expect(slip(1200, 100, { sd: 0.03 })?.kind).toBe("a year for a month");
    expect(slip(100, 1200, { sd: 0.03 })?.kind).toBe("a month for a year");
    expect(slip(1200, 100, { sd: 0.03, measure: PEOPLE })).toBeUndefined();
  });

  test("[E14] names none where two slips explain it as well, a vague error nearly as well, or nothing needs explaining", () => {
    expect(slip(1095, 100)).toBeUndefined();
    expect(slip(1000, 100, { sd: 0.6 })).toBeUndefined();
    expect(slip(3000, 1000)).toBeUndefined();
    expect(slip(60_000, 1000)).toBeUndefined();
    expect(slip(1000, 1000)).toBeUndefined();
  });

  // 1,000 draws: the mean of a density over them has a relative error of about 3 % here; ten per cent is three of those.
  test("[E21] gives the exact Bayes factor of two normals", () => {
    const found = slip(2000, 200, { measure: PEOPLE });
    const variance = VARIANCE + 0.1 ** 2;
    const exact =
      normalLogDensity(Math.log(200), Math.log(200), variance) -
      normalLogDensity(Math.log(2000), Math.log(200), variance + GROSS_SD ** 2);
    expect((found?.bayesFactor ?? 0) / Math.exp(exact)).toBeGreaterThan(0.9);
    expect((found?.bayesFactor ?? 0) / Math.exp(exact)).toBeLessThan(1.1);
    expect(found?.against).toBe("account");
    expect(found?.k).toBe(0.2);
  });

  test("[E21] weighs the draws: what the origin itself said of the account is no evidence for its slip", () => {
    const center = Math.log(2000);
    const model = modelOf([groupOf({ id: "a", origin: "a", center, variance: VARIANCE, gross: 0.1 })]);
    const rows = Float64Array.from({ length: 1000 }, (_, i) => Math.log(i % 2 === 0 ? 200 : 2000));
    const scored = scoreDraws(model, { width: 1, count: 1000, rows });
    const [term] = model.groups;
    if (!term) throw new Error("no group");
    const reading = { term, centers: [center], variance: VARIANCE, slips: fixedSlips(MONEY, USD, 2012, []) };
    const only = (half: number) => Float64Array.from({ length: 1000 }, (_, i) => (i % 2 === half ? 2e-3 : 0));
    expect(weighSlip(reading, scored, { weights: { weights: only(0), k: 0, ess: 500 } })?.factor).toBe(0.1);
    expect(weighSlip(reading, scored, { weights: { weights: only(1), k: 0, ess: 500 } })).toBeUndefined();
  });

  test("[E14] names the currency that a sum fits in, but none of two with one rate", () => {
    // 31 roubles for a dollar in 2012.
    expect(slip(3084, 100, { currencies: ["USD", "RUB"] })).toMatchObject({
      kind: "another currency",
      currency: "RUB",
      words: "fits if it is in RUB",
    });
    expect(slip(364, 100, { sd: 0.03, currencies: ["USD", "QAR"] })?.currency).toBe("QAR");
    expect(slip(364, 100, { sd: 0.03, currencies: ["USD", "QAR", "AED"] })).toBeUndefined();
  });
});

describe("headcountSlip(account, quantity)", () => {
  const account = accountOf();

  test("[E14] asks after one worker for all of a sum, and all for one of pay, with whom to count", () => {
    expect(headcountSlip(account, "revenue.2012")).toEqual({
      kind: "one worker for all",
      people: { measure: "workers", place: "world", year: 2012 },
    });
    expect(headcountSlip(account, "in_hand.AA.2012")).toEqual({
      kind: "all workers for one",
      people: { measure: "workers", place: "AA", year: 2012 },
    });
    expect(headcountSlip(account, "workers.AA.2012")).toBeUndefined();
  });
});

describe("slipBetween(center, other)", () => {
  test("[E14] holds a reading against another one of its root", () => {
    const found = slipBetween(Math.log(1.86e9), Math.log(1.86e8), fixedSlips({ unit: "USD/year" }, USD, 2012, []));
    expect(found?.kind).toBe("ten times too high");
    expect(found?.against).toBe("other reading");
    expect(slipBetween(Math.log(150), Math.log(100), fixedSlips(MONEY, USD, 2012, []))).toBeUndefined();
  });
});

describe("chooseSlip(possible, vague)", () => {
  test("[E14] asks for ten to one against a vague error and three to one against the next slip", () => {
    const possible = (log: number) => [
      { kind: "ten times too high" as const, factor: 0.1, log },
      { kind: "ten times too low" as const, factor: 10, log: 0 },
    ];
    expect(chooseSlip(possible(1.2), -1.2)?.bayesFactor).toBeCloseTo(Math.exp(2.4), 6);
    expect(chooseSlip(possible(1.0), -5)).toBeUndefined();
    expect(chooseSlip(possible(1.2), -1)).toBeUndefined();
  });
});
