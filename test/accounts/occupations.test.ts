import { describe, expect, test } from "vitest";
import { occupationNamed } from "../../src/accounts/occupation.ts";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import { partsOf } from "../../src/accounts/parts-of.ts";
import { parseQuantityId, quantityId } from "../../src/accounts/quantity-id.ts";
import { accountOf } from "./sample-account.ts";
import { WORK } from "./work-account.ts";

/** The first thing that is wrong after a change of the account's text. */
function issue(from: string, to: string) {
  if (!WORK.includes(from)) throw new Error(`no such text: ${from}`);
  const parsed = parseAccount(WORK.replace(from, to), "account.yaml");
  if (parsed.ok) throw new Error("nothing is wrong");
  const [first] = parsed.issues;
  if (!first) throw new Error("no issue");
  return first;
}

describe("parseAccount of occupations", () => {
  const account = accountOf(WORK);

  test("takes those with words for leaves and those with occupations for groups, whose groups open to leaves", () => {
    expect(account.occupations).toEqual([
      { id: "wood", name: "Logging", members: ["loggers", "lumber"], parts: [] },
      { id: "building", name: "Building", members: ["construction"], parts: ["plasterers"] },
      { id: "other", name: "Other work", members: [], parts: [] },
    ]);
    expect(account.occupationGroups).toEqual([
      { id: "outdoors", name: "Outdoor work", members: ["wood", "building"], parts: [] },
    ]);
    const deeper = accountOf(
      WORK.replace("measures:\n", "  - {id: paid, name: Paid work, members: [outdoors, other]}\nmeasures:\n"),
    );
    expect(deeper.occupationGroups[1]?.members).toEqual(["wood", "building", "other"]);
  });

  test("reads priors of an occupation and of one at a place, and walks by cell unless it is told otherwise", () => {
    const [workers, pay] = ["workers", "pay"].map((id) => account.measures.get(id));
    if (workers?.kind !== "estimated" || pay?.kind !== "estimated") throw new Error("not estimated");
    expect([...workers.prior.places.keys()]).toEqual(["AA"]);
    expect([...(workers.prior.occupations?.keys() ?? [])]).toEqual(["other", "BB:other"]);
    expect([workers.walk?.by, pay.walk?.by]).toEqual(["cell", "place"]);
    expect(workers.walk?.breaks[0]?.occupations).toEqual(["wood"]);
  });

  test("[A2] names that are taken, members of two kinds, circles and words of two owners are refused with line", () => {
    expect(issue("id: wood, name", "id: AA, name")).toMatchObject({ row: 6, field: "occupations.0.id", value: "AA" });
    expect(issue("id: other, name: Other work", "id: wood, name: Other work").expected).toContain(
      "no other occupation",
    );
    expect(issue("id: other, name", "id: all, name").expected).toContain("all work together");
    expect(issue("members: [wood, building]", "members: [wood, bulding]")).toMatchObject({
      row: 9,
      field: "occupations.3.members.1",
      value: "bulding",
      expected: "occupations of this account, as other members are, or only words of claims",
    });
    expect(issue("members: [wood, building]", "members: [wood, wood]").expected).toContain("wood would count twice");
    expect(issue("members: [wood, building]", "members: [outdoors]").expected).toContain("no circle of groups");
    expect(issue("members: [construction]", "members: [Loggers]")).toMatchObject({
      value: "loggers",
      expected: "words of its own: wood is called that too",
    });
    expect(issue("parts: [plasterers]", "parts: [lumber]").expected).toContain("wood is called that too");
  });

  test("[A2] a measure over occupations, priors, walks and breaks name what there is", () => {
    const none = WORK.replace(/occupations:\n(?: {2}- .*\n)+measures/, "measures");
    const parsed = parseAccount(none, "account.yaml");
    expect(parsed.ok ? [] : parsed.issues.map(({ expected }) => expected)).toContain(
      "occupations that this account declares, under `occupations`",
    );
    expect(issue("other: [50, 5000]", "othr: [50, 5000]").field).toBe("measures.0.prior.othr");
    expect(issue('"BB:other"', '"BB:outdoors"').expected).toContain("place:occupation such as RU:logging");
    expect(issue("prior: {default: [20, 200]}", "prior: {default: [20, 200], wood: [1, 2]}").field).toBe(
      "measures.3.prior.wood",
    );
    expect(issue("occupations: [wood], years", "occupations: [wod], years")).toMatchObject({
      field: "measures.0.walk.breaks",
      value: "wod",
    });
    expect(
      issue("prior: {default: [20, 200]}", "prior: {default: [20, 200]}, walk: {scale: 0.1, by: occupation}").expected,
    ).toBe("a walk by occupation only where the measure is over occupation");
    expect(issue("pooled: 0.3}", "pooled: 0.3, total: [1, 2]}")).toMatchObject({
      field: "measures.2.prior.total",
      expected: "a total only where the measure is over place or occupation and sums up",
    });
  });
});

describe("[A5] a chain of deductions from pay by occupation", () => {
  test("makes measures by occupation", () => {
    const chain = `chains:
  - {id: pay, name: Pay, of: gross, left: pay, steps: [{party: camp, takes: living, printed: [{id: kept_back, name: Kept back, rule: share of gross}]}]}
headlines:`;
    const made = accountOf(WORK.replace("headlines:", chain)).measures.get("kept_back");
    expect(made).toMatchObject({ over: ["place", "occupation", "year"], weights: "workers", text: "living / gross" });
  });
});

describe("[A7] means over occupations", () => {
  test("without weights by occupation are refused with line, what the weights are over and a way out", () => {
    const found = issue("weights: workers, spread: pay_spread, prior", "weights: guards, spread: pay_spread, prior");
    expect(found).toMatchObject({ file: "account.yaml", row: 18, field: "measures.1.weights", value: "guards" });
    expect(found.expected).toContain("(guards is over place, year)");
    expect(found.expected).toContain("people × part / sum(part over occupation)");
    expect(
      issue(
        "combine: mean, weights: workers, prior: {default: [100, 900]",
        "combine: mean, prior: {default: [100, 900]",
      ).expected,
    ).toContain("(it names none)");
  });

  test("of a share that a formula defines need none", () => {
    expect(accountOf(WORK).measures.get("pay_share")?.weights).toBeUndefined();
  });
});

describe("[A1] occupations in formulas", () => {
  test("a quantity by occupation stands where its measure has one or is summed over, and else is refused with a hint", () => {
    expect(issue("months * sum(workers * pay over occupation)", "months * workers * pay")).toMatchObject({
      row: 26,
      field: "measures.9.formula",
      expected: "an occupation for workers: write sum(… over occupation), or say that this measure is over occupation",
    });
    expect(issue("formula: pay + living", "formula: pay + sum(living over occupation)").expected).toBe(
      "something that differs by occupation inside sum(… over occupation)",
    );
    expect(issue("sum(workers * pay over occupation)", "sum(workers * pay over trade)").expected).toContain(
      '"occupation"',
    );
  });

  test("units are checked through sums over occupations", () => {
    expect(issue("months * sum(workers * pay over occupation)", "sum(workers * pay over occupation)").expected).toBe(
      "a formula in USD/year; this one is in USD/month (is a factor per month or per person missing?)",
    );
  });
});

describe("occupationNamed(account, word)", () => {
  test("finds a leaf or group by id, name or member, whatever the case, and tells a part of one from it", () => {
    const account = accountOf(WORK);
    const named = (word: string) => {
      const found = occupationNamed(account, word);
      return found && `${found.kind} ${found.occupation}`;
    };
    expect(["wood", "Logging", "LOGGERS ", "construction", "outdoors", "outdoor  work"].map(named)).toEqual([
      "cell wood",
      "cell wood",
      "cell wood",
      "cell building",
      "cell outdoors",
      "cell outdoors",
    ]);
    expect(named("Plasterers")).toBe("part building");
    expect(named("waiters")).toBeUndefined();
  });
});

describe("quantityId(name) with an occupation", () => {
  test("is read again as it was written, with and without place and year", () => {
    const names = [
      { measure: "pay", place: "AA", occupation: "wood", year: 2011 },
      { measure: "pay", place: "AA", occupation: "wood" },
      { measure: "fee", occupation: "wood", year: 2011 },
      { measure: "fee", occupation: "wood" },
    ];
    expect(names.map(quantityId)).toEqual(["pay.AA:wood.2011", "pay.AA:wood", "fee:wood.2011", "fee:wood"]);
    expect(names.map(quantityId).map(parseQuantityId)).toEqual(names);
  });
});

describe("partsOf(account, measure, name)", () => {
  const account = accountOf(WORK);
  const ids = (quantity: string) => {
    const name = parseQuantityId(quantity);
    return partsOf(account, account.measures.get(name.measure) ?? ({} as never), name)?.map(quantityId);
  };

  test("opens places first, then groups and all work, and no cell", () => {
    expect(ids("workers.world:wood.2011")).toEqual(["workers.AA:wood.2011", "workers.BB:wood.2011"]);
    expect(ids("workers.world.2011")).toEqual(["workers.AA.2011", "workers.BB.2011"]);
    expect(ids("workers.AA.2011")).toEqual([
      "workers.AA:wood.2011",
      "workers.AA:building.2011",
      "workers.AA:other.2011",
    ]);
    expect(ids("fee:outdoors")).toEqual(["fee:wood", "fee:building"]);
    expect(ids("workers.AA:wood.2011")).toBeUndefined();
    expect(ids("guards.AA.2011")).toBeUndefined();
  });
});
