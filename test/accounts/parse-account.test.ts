import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import type { Issue } from "../../src/values/issue.ts";
import { ROOT } from "../repository/tree.ts";
import { ACCOUNT, accountOf } from "./sample-account.ts";

/** The issues of the sample account with one piece of text replaced. */
function issues(from: string, to: string): readonly Issue[] {
  if (!ACCOUNT.includes(from)) throw new Error(`not in the sample: ${from}`);
  const parsed = parseAccount(ACCOUNT.replace(from, to), "account.yaml");
  return parsed.ok ? [] : parsed.issues;
}

/** The only issue; its line is that of the first line of the sample that holds a text. */
function issue(from: string, to: string, line: string = from): Issue {
  const all = issues(from, to);
  expect(all.length, JSON.stringify(all)).toBe(1);
  const row = ACCOUNT.split("\n").findIndex((text) => text.includes(line)) + 1;
  expect(all[0]).toMatchObject({ file: "account.yaml", row });
  return all[0] ?? { file: "", expected: "" };
}

describe("parseAccount(text, file)", () => {
  test("reads places, regions, priors, walks, formulas and mixtures", () => {
    const account = accountOf();
    expect([account.firstYear, account.lastYear, account.anchor]).toEqual([2000, 2020, 2010]);
    expect(account.regions[0]).toEqual({ id: "world", name: "World", members: ["AA", "BB", "CC"] });
    expect(account.measures.get("workers")).toEqual({
      kind: "estimated",
      id: "workers",
      name: "Workers abroad",
      unit: "person",
      over: ["place", "year"],
      combine: "sum",
      report: "all",
      scale: "log",
      why: "Tens of thousands in all.",
      prior: { default: [500, 8000], places: new Map([["AA", [5000, 40000]]]), total: [10000, 60000] },
      walk: {
        scale: 0.15,
        steps: "student",
        every: 1,
        by: "place",
        breaks: [{ places: ["AA"], from: 2017, to: 2018, scale: 0.5, policy: "ban" }],
      },
    });
    expect(account.measures.get("taken_share")).toMatchObject({ kind: "derived", text: "taken / gross" });
    expect(account.measures.get("saved_share")).toMatchObject({ scale: "logit" });
    expect(account.measures.get("printed_revenue")).toMatchObject({
      kind: "mixed",
      unit: "USD/year",
      readings: [
        { measure: "revenue", weight: 0.6 },
        { measure: "wage_bill", weight: 0.4 },
      ],
    });
  });

  test("takes the mean of a rate over places where nothing else is said, and the sum of everything else", () => {
    const account = accountOf();
    expect(account.measures.get("saved_share")?.combine).toBe("mean");
    expect(account.measures.get("revenue")?.combine).toBe("sum");
  });

  test("gives a place without a group one of its own", () => {
    expect(accountOf(ACCOUNT.replace(", group: north", "")).places[0]?.group).toBe("AA");
  });

  for (const name of ["dprk", "example"])
    test(`reads the account of the case ${name}`, () => {
      const text = readFileSync(join(ROOT, "cases", name, "account.yaml"), "utf8");
      expect(parseAccount(text, "account.yaml")).toMatchObject({ ok: true });
    });
});

describe("[A1] units of formulas", () => {
  test("persons added to dollars are refused with line, both units and a hint", () => {
    expect(issue("formula: taken + in_hand", "formula: taken + workers")).toMatchObject({
      field: "measures.5.formula",
      value: "taken + workers",
      expected:
        "parts of one unit; USD/person/month cannot be added to person (is a factor per month or per person missing?)",
    });
  });

  test("a formula in another unit than its measure is refused with line, both units and a hint", () => {
    expect(
      issue("formula: months * sum(workers * taken over place)", "formula: sum(workers * taken over place)"),
    ).toMatchObject({
      field: "measures.8.formula",
      expected: "a formula in USD/year; this one is in USD/month (is a factor per month or per person missing?)",
    });
  });

  test("a unit that cannot be read is refused where it stands, also where nothing is computed with it", () => {
    expect(issue("unit: month/year", "unit: months per year")).toMatchObject({
      field: "measures.4.unit",
      value: "months per year",
      expected: "a unit such as person, USD/person/month or share",
    });
  });

  test("a mixture of measures in two units is refused", () => {
    expect(issue("readings: {revenue: 0.6, wage_bill: 0.4}", "readings: {revenue: 0.6, months: 0.4}").expected).toBe(
      "readings of one unit (they have month/year and USD/year)",
    );
    expect(issue("name: Wage as printed,", "name: Wage as printed, unit: person,").expected).toContain(
      "person and USD/person/month",
    );
  });

  test("a quantity by place or year inside a formula without either is refused", () => {
    expect(
      issue("formula: months * sum(workers * taken over place)", "formula: months * workers * taken").expected,
    ).toBe("a place for workers: write sum(… over place), or say that this measure is over place");
    expect(issue("unit: share, over: [place, year], combine", "unit: share, over: [place], combine").expected).toBe(
      "a year for taken: say that this measure is over year",
    );
    expect(issue("formula: taken + in_hand", "formula: taken + sum(pay_spread over place) * in_hand").expected).toBe(
      "something that differs by place inside sum(… over place)",
    );
  });
});

describe("[A2] names, circles and intervals", () => {
  test("a name in a formula that no measure has is refused with the names that there are", () => {
    const found = issue("formula: taken / gross", "formula: takn / gross");
    expect(found).toMatchObject({ field: "measures.6.formula", value: "takn" });
    expect(found.expected).toContain("a measure of this account (it has workers, taken, in_hand");
  });

  test("a formula that cannot be read is refused with what was expected there", () => {
    expect(issue("formula: taken / gross", "formula: taken / (gross").expected).toContain(
      "a formula (at character 15 expected",
    );
    expect(issue("formula: taken / gross", "formula: 0 * gross").expected).toContain("without zero");
  });

  test("a circle is named all around", () => {
    const all = issues("formula: taken + in_hand", "formula: gross * taken_share + in_hand");
    expect(all.map((one) => [one.field, one.expected])).toContainEqual([
      "measures.5.formula",
      "no circle (gross → gross)",
    ]);
    expect(issues("formula: taken / gross", "formula: taken_share * taken / gross")[0]?.expected).toBe(
      "no circle (taken_share → taken_share)",
    );
    const two = issues("formula: taken + in_hand", "formula: in_hand / taken_share");
    expect(two.map((one) => one.expected)).toContain("no circle (gross → taken_share → gross)");
  });

  test("a mixture has no value to compute, weight or spread with", () => {
    expect(issue("formula: taken + in_hand", "formula: wage + in_hand").expected).toBe(
      "measures that have a value (wage is a mixture of meanings)",
    );
    expect(issue("weights: workers, formula: taken / gross", "weights: wage, formula: taken / gross").field).toBe(
      "measures.6.weights",
    );
    expect(issue("{gross: 0.5, in_hand: 0.5}", "{printed_revenue: 1}", "name: Wage as printed").expected).toContain(
      "not mixtures themselves",
    );
  });

  test("weights, spreads, readings, headlines and flows name measures that there are", () => {
    const line = "id: taken,";
    expect(issue("weights: workers, spread", "weights: people, spread", line)).toMatchObject({ value: "people" });
    expect(issue("spread: pay_spread, prior", "spread: pay_width, prior", line).field).toBe("measures.1.spread");
    expect(issue("spread: pay_spread, prior", "spread: in_hand, prior", line).expected).toContain("without year");
    const byPlace = "id: pay_spread, name: Spread of pay, unit: log, type: rate, over: [place], combine: mean,";
    expect(issues("id: pay_spread, name: Spread of pay, unit: log, type: rate,", byPlace)).toEqual([]);
    expect(issue("readings: {gross: 0.5", "readings: {gros: 0.5").value).toBe("gros");
    expect(issue("headlines: [workers", "headlines: [people").field).toBe("headlines.0");
    expect(issue("worker: in_hand", "worker: kept").value).toBe("kept");
  });

  test("regions have members that are places, each once, and a name of their own", () => {
    expect(issue("members: [BB, CC]", "members: [BB, XX]")).toMatchObject({
      value: "XX",
      field: "regions.0.members.1",
    });
    expect(issue("members: [BB, CC]", "members: [BB, BB]").expected).toBe("each place once, or it would count twice");
    expect(issue("{id: south, name: The south", "{id: BB, name: The south").value).toBe("BB");
    expect(issue("{id: south, name: The south", "{id: world, name: The south").value).toBe("world");
  });

  test("places, groups and measures stand there once; a place's group exists; names keep out of the way of priors and years", () => {
    expect(issues("{id: CC, name", "{id: BB, name")[0]?.expected).toContain("each place once");
    expect(issue("group: north,", "group: nord,").value).toBe("nord");
    expect(issues("{id: south, name: South}", "{id: north, name: South}")[0]?.field).toBe("groups.1.id");
    expect(issue("- {id: in_hand,", "- {id: taken,")).toMatchObject({ value: "taken", expected: "each measure once" });
    expect(issue("{id: CC, name", "{id: total, name").expected).toContain("other than default, total");
    expect(issue("{id: CC, name", '{id: "2012", name').expected).toBe("a name that does not look like a year");
    expect(issue("- {id: months,", "- {id: sum,").expected).toContain("not sum or over");
  });

  test("intervals run from low to high, above zero, and below one for a share", () => {
    expect(issue("default: [9, 12]", "default: [12, 9]")).toMatchObject({
      field: "measures.4.prior.default",
      expected: "low below high",
    });
    expect(issue("default: [9, 12]", "default: [0, 12]")).toMatchObject({
      value: "0",
      expected: "a number above zero",
    });
    expect(issue("default: [9, 12]", "default: [9]").field).toBe("measures.4.prior.default");
    expect(
      issue("default: [0.2, 0.9]}}\n  - {id: revenue", "default: [20, 90]}}\n  - {id: revenue", "saved_share").expected,
    ).toBe("fractions between 0 and 1 for a share");
    expect(issue("AA: [5000, 40000]", "XX: [5000, 40000]")).toMatchObject({
      field: "measures.0.prior.XX",
      value: "XX",
    });
    expect(issue("AA: [5000, 40000]", "AA: [40000, 5000]").expected).toBe("low below high");
    expect(issue("default: [50, 500], pooled", "total: [1, 2], default: [50, 500], pooled").expected).toContain(
      "sums up",
    );
  });

  test("weights of a mixture add up to one", () => {
    expect(issue("{gross: 0.5, in_hand: 0.5}", "{gross: 0.5, in_hand: 0.6}")).toMatchObject({
      field: "measures.11.readings",
      value: "1.1",
      expected: "weights that add up to 1",
    });
  });

  test("a walk needs years, and breaks name places and years that there are", () => {
    expect(issue("unit: log, type: rate,", "unit: log, type: rate, walk: {scale: 0.1},").expected).toBe(
      "a walk only where the measure is over year",
    );
    expect(issue("{places: [AA], years", "{places: [XX], years")).toMatchObject({ value: "XX" });
    expect(issue("years: 2017/2018", "years: 2018/2017").expected).toBe("the earlier year first");
    expect(issue("years: 2017/2018", "years: 2017-2018")).toMatchObject({
      value: "2017-2018",
      expected: "years such as 2017/2018",
    });
    expect(issue("anchor: 2010", "anchor: 1990")).toMatchObject({ value: "1990" });
  });

  test("a measure has exactly one of prior, formula and readings, and a unit", () => {
    expect(issue("formula: taken / gross", "formula: taken / gross, prior: {default: [0.1, 0.2]}").expected).toBe(
      "exactly one of prior, formula and readings",
    );
    expect(issue("unit: month/year, ", "", "id: months").expected).toBe("a unit");
  });

  test("a key that no account has is refused, and so is one that stands there twice", () => {
    expect(issue("why: Tens", "because: Tens", "- id: workers").expected).toContain("because");
    const twice = issues("anchor: 2010", "anchor: 2010\nanchor: 2011");
    expect(twice).toHaveLength(1);
    expect(twice[0]).toMatchObject({ row: 3 });
    expect(twice[0]?.expected).toMatch(/^YAML \(Map keys must be unique/);
  });

  test("what is no YAML, or nothing at all, is refused", () => {
    for (const text of ["", "years: [", "- a\n- b", "just words"]) {
      const parsed = parseAccount(text, "account.yaml");
      expect(parsed.ok, text).toBe(false);
      expect(parsed.ok ? 0 : parsed.issues.length, text).toBeGreaterThan(0);
    }
  });

  test("everything that is wrong is told at once", () => {
    const text = ACCOUNT.replace("BB, CC]", "BB, XX]")
      .replace("taken / gross", "taken / grss")
      .replace("[workers, ", "[");
    const parsed = parseAccount(text.replace("worker: in_hand", "worker: kept"), "account.yaml");
    expect(parsed.ok ? [] : parsed.issues.map((one) => one.value)).toEqual(["XX", "grss", "kept"]);
  });
});
