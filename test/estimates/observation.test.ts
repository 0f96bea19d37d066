import { describe, expect, test } from "vitest";
import { aboutYearOf, observe } from "../../src/estimates/observation.ts";
import { scaleOf } from "../../src/estimates/stated-width.ts";
import { account, observed, pay, people, reason, source } from "./sample-evidence.ts";

/** Years and weights of a claim's targets. */
function years(period: string | undefined, rootDate?: string) {
  const claim = period === undefined ? people() : people({ period });
  const { period: _, ...undated } = claim;
  return observed(period === undefined ? undated : claim, rootDate).targets.map(({ when, weight }) => [when, weight]);
}

const year = (one: number) => ({ kind: "year", year: one });

describe("observe(account, claim, source)", () => {
  test("reads a claim on its cell, with the noise of its source's grade or its own", () => {
    expect(observed(people())).toEqual({
      claim: people().id,
      form: "value",
      scale: "log",
      noise: 0.1,
      gross: 0.05,
      targets: [{ measure: "workers", place: "AA", when: year(2010), weight: 1, center: Math.log(10_000), half: 0.15 }],
    });
    expect(observed(people({ reliability: "E", credibility: "5" }))).toMatchObject({ noise: 0.5, gross: 0.3 });
  });

  test("[E4] doubles the gross error of hearsay", () => {
    expect(observed(people({ modality: "hearsay" })).gross).toBe(0.1);
  });

  test("[E5] takes nothing from plans and hypotheticals", () => {
    expect(reason(people({ modality: "planned" }))).toBe("planned: it informs nothing");
    expect(reason(people({ modality: "hypothetical" }))).toBe("hypothetical: it informs nothing");
  });

  test("[E6] keeps a claim on what the account does not have, with the reason", () => {
    expect(reason(people({ measure: "restaurants" }))).toBe("the account has no such measure");
    expect(reason(people({ place: "ZZ" }))).toBe("ZZ is no place of the account");
    expect(reason(people({ period: "1975" }))).toBe("outside the account's years (2000–2020)");
    expect(reason(pay({ occupation: "loggers" }))).toBe("a part of a whole: finer than the account's cells");
  });

  test("[E6] never takes one place for the whole, named by the account or not", () => {
    const revenue = {
      measure: "revenue",
      range: { kind: "point", value: 4e7 },
      unit: "money",
      currency: "USD",
      per: "year",
    } as const;
    expect(observed(people({ ...revenue, place: "world" })).targets[0]).not.toHaveProperty("place");
    expect(reason(people({ ...revenue, place: "AA" }))).toBe("one place, where the account has only the whole");
    expect(reason(people({ ...revenue, place: "ZZ" }))).toBe("ZZ is no place of the account");
    const printed = { ...revenue, measure: "printed_revenue" };
    expect(reason(people({ ...printed, place: "AA" }))).toBe("one place, where the account has only the whole");
    expect(reason(people({ ...printed, place: "ZZ" }))).toBe("ZZ is no place of the account");
  });

  test("takes a claim on what is the same everywhere from wherever it comes", () => {
    const months = people({
      measure: "months",
      place: "KP",
      range: { kind: "point", value: 11 },
      unit: "months",
      per: "year",
    });
    expect(observed(months).targets).toMatchObject([{ measure: "months", when: { kind: "always" } }]);
  });

  test("takes regions and the world as places", () => {
    for (const place of ["south", "world"]) expect(observed(people({ place })).targets[0]?.place).toBe(place);
  });
});

describe("[E7] a named part", () => {
  test("is a lower bound on its whole, from the low end of what is said", () => {
    for (const part of [{ occupation: "loggers" }, { sex: "female" }]) {
      expect(observed(people(part))).toMatchObject({ form: "lower bound", targets: [{ center: Math.log(10_000) }] });
      const range = { kind: "between", low: 400, high: 900 } as const;
      expect(observed(people({ ...part, range })).targets[0]?.center).toBe(Math.log(400));
    }
  });

  test("tells nothing where it is at most something, or nothing at all, or a rate", () => {
    const loggers = { occupation: "loggers" };
    expect(reason(people({ ...loggers, range: { kind: "at most", high: 500 } }))).toContain("a part of a whole");
    expect(reason(people({ ...loggers, range: { kind: "point", value: 0 } }))).toContain("a part of a whole");
    expect(reason(people({ ...loggers, range: { kind: "between", low: 0, high: 90 } }))).toContain("a part of a whole");
    expect(reason(pay({ sex: "female" }))).toContain("a part of a whole");
  });

  test("is not one person who happens to be a woman or a man", () => {
    expect(observed(pay({ sex: "male", statistic: "one_person" })).form).toBe("one person");
  });
});

describe("[E8] periods", () => {
  test("a year is that year, an interval the mean over its years", () => {
    expect(years("2010")).toEqual([[year(2010), 1]]);
    expect(years("2010/2011")).toEqual([
      [
        {
          kind: "mean",
          years: [
            { year: 2010, weight: 0.5 },
            { year: 2011, weight: 0.5 },
          ],
        },
        1,
      ],
    ]);
  });

  test("a rough year or a decade is one year, not known which", () => {
    expect(years("2010~")).toEqual([
      [year(2009), 0.25],
      [year(2010), 0.5],
      [year(2011), 0.25],
    ]);
    expect(years("200X")).toEqual(Array.from({ length: 10 }, (_, k) => [year(2000 + k), expect.closeTo(0.1, 12)]));
  });

  test("an undated claim is of about the year of its source, a copy of its root's date", () => {
    expect(years(undefined).map(([when]) => when)).toEqual([year(2012), year(2013), year(2014)]);
    expect(years(undefined, "2008")).toEqual([[year(2008), 1]]);
    expect(years("2015", "2008")).toEqual([[year(2008), 1]]);
    const { period: _, ...undated } = people();
    const { published: __, ...nowhen } = source;
    expect(observe(account, undated, nowhen)).toEqual({ used: false, reason: "undated, and so is its source" });
  });

  test("a month or day of people lies between the mid-years around it, of pay in its year", () => {
    expect(years("2010-01")).toEqual([[{ kind: "between", year: 2009, share: expect.closeTo(0.5417, 3) }, 1]]);
    expect(years("2010-10-01")).toEqual([[{ kind: "between", year: 2010, share: expect.closeTo(0.2493, 3) }, 1]]);
    expect(observed(pay({ period: "2010-10" })).targets.map(({ when }) => when)).toEqual([year(2010)]);
    expect(years("2000-01")).toEqual([[year(2000), 1]]);
  });

  test("years that the account does not have are left out, and what is left keeps its weights", () => {
    expect(years("2020~")).toEqual([
      [year(2019), expect.closeTo(1 / 3, 12)],
      [year(2020), expect.closeTo(2 / 3, 12)],
    ]);
  });
});

describe("[E9] bounds", () => {
  const atLeast = { kind: "at least", low: 9000 } as const;
  const atMost = { kind: "at most", high: 9000 } as const;

  test("from a count, a register or logic are bounds", () => {
    for (const how of [{ basis: "count" }, { basis: "register" }, { derivation: "inferred" }] as const) {
      expect(observed(people({ ...how, range: atLeast }))).toMatchObject({
        form: "lower bound",
        targets: [{ center: Math.log(9000) }],
      });
      expect(observed(people({ ...how, range: atMost })).form).toBe("upper bound");
    }
  });

  test("from someone who estimates are ranges", () => {
    const more = observed(people({ range: atLeast }));
    expect(more.form).toBe("value");
    expect(Math.exp(more.targets[0]?.center ?? 0)).toBeCloseTo(9000 * Math.sqrt(1.5), 6);
  });

  test("are at zero, and in a range from zero, upper ones: at one person, one dollar, or the range's end", () => {
    expect(observed(people({ range: { kind: "point", value: 0 } }))).toMatchObject({
      form: "upper bound",
      targets: [{ center: 0 }],
    });
    expect(observed(people({ range: { kind: "at most", high: 0 } })).form).toBe("upper bound");
    expect(observed(people({ range: { kind: "between", low: 0, high: 300 } }))).toMatchObject({
      form: "upper bound",
      targets: [{ center: Math.log(300) }],
    });
    expect(reason(people({ range: { kind: "at least", low: 0 } }))).toBe("it rules nothing out");
  });

  test("are at 0 % and 100 % on either side of a share", () => {
    const share = (range: Parameters<typeof people>[0]) => pay({ measure: "taken_share", unit: "percent", ...range });
    const all = observed(share({ range: { kind: "point", value: 100 } }));
    expect([all.form, all.scale]).toEqual(["lower bound", "logit"]);
    expect(observed(share({ range: { kind: "between", low: 80, high: 100 } }))).toMatchObject({
      form: "lower bound",
      targets: [{ center: expect.closeTo(Math.log(4), 9) }],
    });
    expect(observed(share({ range: { kind: "point", value: 0 } })).form).toBe("upper bound");
    expect(reason(share({ range: { kind: "between", low: 0, high: 100 } }))).toBe("it rules nothing out");
    expect(reason(share({ range: { kind: "at most", high: 100 } }))).toBe("it rules nothing out");
    expect(observed(share({ range: { kind: "point", value: 90 } })).form).toBe("value");
  });
});

describe("[E11] conversion", () => {
  test("is at the rate of each year that a claim may mean", () => {
    const yuan = observed(pay({ range: { kind: "point", value: 1000 }, currency: "CNY", period: "2010~" }));
    expect(yuan.targets.map(({ center }) => Math.exp(center))).toEqual([
      expect.closeTo(1000 / 6.831, 6),
      expect.closeTo(1000 / 6.77, 6),
      expect.closeTo(1000 / 6.461, 6),
    ]);
  });

  test("that is not possible leaves a claim unused, with the reason", () => {
    expect(reason(pay({ currency: "SUR" }))).toBe("no rate of SUR for 2010");
    expect(reason(pay({ per: "person day" }))).toBe("USD/person/day, where USD/person/month is wanted");
  });
});

describe("[E12] a mixture of meanings", () => {
  test("gives a claim a target for each, with the stated weights, times those of its years", () => {
    const wage = observed(pay({ measure: "wage", period: "2010~" }));
    expect(wage.targets.map(({ measure, when, weight }) => [measure, when, weight])).toEqual([
      ["gross", year(2009), 0.125],
      ["gross", year(2010), 0.25],
      ["gross", year(2011), 0.125],
      ["in_hand", year(2009), 0.125],
      ["in_hand", year(2010), 0.25],
      ["in_hand", year(2011), 0.125],
    ]);
  });
});

test("scaleOf(measure) is the logit for shares and the log for everything else", () => {
  expect(["share", "person", "USD/year", "log"].map((unit) => scaleOf({ unit }))).toEqual([
    "logit",
    "log",
    "log",
    "log",
  ]);
});

test("aboutYearOf(published) keeps a decade a decade", () => {
  expect(["2012", "2012-06-15", "201X", "2012~"].map(aboutYearOf)).toEqual(["2012~", "2012~", "201X~", "2012~"]);
});

test("[E20] what a witness says of pay in a region holds in one place of it, and is shown in the region", () => {
  const said = observed(pay({ place: "world", statedBy: "witness:invented-a" })).targets;
  expect(said.map(({ place }) => place)).toEqual(account.places.map((place) => place.id));
  expect(new Set(said.map(({ within }) => within))).toEqual(new Set(["world"]));
  expect(said.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(observed(pay({ place: "world" })).targets.map(({ place }) => place)).toEqual(["world"]);
});
