import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { checkClaims } from "../../src/estimates/check-claims.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { observe } from "../../src/estimates/observation.ts";
import { claimedQuantities, supportOf } from "../../src/estimates/support.ts";
import { accountOf } from "../accounts/sample-account.ts";
import { WORK } from "../accounts/work-account.ts";
import * as sample from "./sample-evidence.ts";

const account = accountOf(WORK);
const people = (fields: Partial<Claim> = {}) => sample.people({ period: "2011", ...fields });
const pay = (fields: Partial<Claim> = {}) => sample.pay({ measure: "pay", period: "2011", ...fields });
const gather = (...claims: readonly Claim[]) => gatherEvidence(account, claims, [sample.source, sample.later]);

/** The form and the quantities of a claim's targets, or why it is not used. */
function said(claim: Claim, of = account) {
  const found = observe(of, claim, sample.source);
  if (!found.used) return found.reason;
  const { form, targets } = found.observation;
  return [form, ...targets.map(({ place = "", occupation = "all" }) => `${place}:${occupation}`)];
}

describe("[E37] a claim with an occupation", () => {
  test("speaks of that cell where the measure has occupations, by whatever word the account knows it", () => {
    expect(said(people({ occupation: "Loggers" }))).toEqual(["value", "AA:wood"]);
    expect(said(pay({ occupation: "construction" }))).toEqual(["value", "AA:building"]);
    expect(said(pay({ occupation: "outdoor work", place: "world" }))).toEqual(["value", "world:outdoors"]);
    expect(said(pay({ measure: "fee", occupation: "lumber", unit: "money", per: "person" }))).toEqual([
      "value",
      ":wood",
    ]);
  });

  test("speaks of all work where it names none", () => {
    expect(said(people())).toEqual(["value", "AA:all"]);
    expect(said(pay())).toEqual(["value", "AA:all"]);
  });

  test("bounds its whole from below where the measure has no occupations and counts people; of pay it is not used", () => {
    const loggers = { occupation: "loggers" };
    expect(said(people({ measure: "guards", ...loggers }))).toEqual(["lower bound", "AA:all"]);
    expect(said(pay({ measure: "living", ...loggers }))).toBe("a part of a whole: finer than the account's cells");
  });

  test("that is a part of one bounds its people from below; of pay it is not used, and the reason says of what it is a part", () => {
    const plasterers = { occupation: "plasterers" };
    expect(said(people(plasterers))).toEqual(["lower bound", "AA:building"]);
    expect(said(people({ measure: "guards", ...plasterers }))).toEqual(["lower bound", "AA:all"]);
    expect(said(pay(plasterers))).toBe("plasterers is a part of building: finer than the account's cells");
  });

  test("that the account does not know bounds all people from below; of pay it is not used, and the reason names it", () => {
    expect(said(people({ occupation: "waiters" }))).toEqual(["lower bound", "AA:all"]);
    expect(said(pay({ occupation: "waiters" }))).toBe("waiters is no occupation of the account: finer than its cells");
  });

  test("of one sex is a part of its cell", () => {
    expect(said(people({ occupation: "loggers", sex: "male" }))).toEqual(["lower bound", "AA:wood"]);
    expect(said(pay({ occupation: "loggers", sex: "male" }))).toBe("a part of a whole: finer than the account's cells");
  });

  test("means a cell in a mixture only where all that it mixes have occupations", () => {
    const mixed = (id: string) =>
      accountOf(WORK.replace("headlines:", `  - {id: wage, name: Wage, readings: {pay: 0.5, ${id}: 0.5}}\nheadlines:`));
    const wage = pay({ measure: "wage", occupation: "loggers" });
    expect(said(wage, mixed("gross"))).toEqual(["value", "AA:wood", "AA:wood"]);
    expect(said(wage, mixed("living"))).toBe("a part of a whole: finer than the account's cells");
  });
});

describe("[E20] what a witness says of pay without an occupation", () => {
  const witness = pay({ statedBy: "witness:report-2013-k", statistic: "one_person" });

  test("holds in one occupation, not known which, and is shown for all work", () => {
    expect(said(witness)).toEqual(["one person", "AA:wood", "AA:building", "AA:other"]);
    const { groups } = gather(witness);
    expect(groups[0]?.targets.map(({ weight }) => Math.round(weight * 1000))).toEqual([333, 333, 333]);
    expect([...claimedQuantities(groups)]).toEqual(["pay.AA.2011"]);
  });

  test("in a region holds in one place and one occupation of it", () => {
    expect(said({ ...witness, place: "world" })).toHaveLength(1 + 2 * 3);
  });
});

describe("[E37] evidence by occupation", () => {
  test("one origin's numbers on two occupations are two pieces of evidence of one list, whichever words it uses", () => {
    const root = { origin: "survey" };
    const wood = pay({ ...root, occupation: "loggers", range: { kind: "point", value: 300 } });
    const same = pay({ ...root, occupation: "lumber", source: "press-2015", range: { kind: "point", value: 300 } });
    const building = pay({ ...root, occupation: "construction", range: { kind: "point", value: 500 } });
    const { groups } = gather(wood, same, building);
    expect(groups.map(({ readings }) => readings.map(({ claims }) => claims.length))).toEqual([[1], [2]]);
    expect(new Set(groups.map(({ list }) => list))).toEqual(new Set(["survey · pay"]));
    expect([...claimedQuantities(groups)].sort()).toEqual(["pay.AA:building.2011", "pay.AA:wood.2011"]);
  });

  test("one origin's counts of two parts of an occupation bound it apart, and one of them told twice but once", () => {
    const count = (occupation: string, value: number, locator: string) =>
      people({ origin: "survey", occupation, locator, range: { kind: "point", value } });
    const { groups } = gather(count("plasterers", 200, "a"), count("Plasterers", 200, "b"), count("waiters", 300, "c"));
    expect(groups.map(({ form, readings }) => [form, readings.map(({ claims }) => claims.length)])).toEqual([
      ["lower bound", [2]],
      ["lower bound", [1]],
    ]);
  });

  test("[E16] a total that an origin adds up over its occupations is an audit; where none are told apart it stands", () => {
    const parts = [
      people({ occupation: "loggers", locator: "p. 1" }),
      people({ occupation: "construction", locator: "p. 2" }),
    ];
    const total = people({ locator: "p. 3", derivedFrom: parts.map(({ id }) => id) });
    const unused = (measure: string) =>
      gather(...[...parts, total].map((claim) => ({ ...claim, measure }))).unused.map(({ claim }) => claim);
    expect(unused("workers")).toEqual([total.id]);
    expect(unused("guards")).toEqual([]);
  });

  test("[E15] a claim on one occupation supports its cell and what is combined from it", () => {
    const support = supportOf(account, gather(pay({ occupation: "loggers" })).groups);
    const carried = (name: object) => support({ measure: "pay", year: 2011, ...name }).carriedByPrior;
    expect(carried({ place: "AA", occupation: "wood" })).toBe(false);
    expect(carried({ place: "AA" })).toBe(false);
    expect(carried({ place: "world", occupation: "outdoors" })).toBe(false);
    expect(carried({ place: "AA", occupation: "building" })).toBe(true);
    expect(carried({ place: "BB" })).toBe(true);
    expect(support({ measure: "pay", place: "AA", occupation: "wood", year: 2011 }).claims).toBe(1);
    expect(support({ measure: "pay", place: "AA", year: 2011 }).claims).toBe(0);
  });
});

describe("checkClaims(account, claims) with occupations", () => {
  test("[E35] warns of a word that the account does not know, with its row, only where the measure has occupations", () => {
    const waiters = pay({ occupation: "waiters" });
    const plasterers = pay({ occupation: "plasterers" });
    const [found, ...more] = checkClaims(account, [people({ occupation: "loggers" }), waiters, plasterers]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: "warning", row: 3, field: "occupation", value: "waiters" });
    expect(checkClaims(account, [pay({ measure: "living", occupation: "waiters" })])).toEqual([]);
  });
});
