import { describe, expect, test } from "vitest";
import { observe } from "../../src/estimates/observation.ts";
import { account, observed, pay, people, source } from "./sample-evidence.ts";

const year = (one: number) => ({ kind: "year", year: one });

describe("[E10] what a number says of people", () => {
  test("one person, maximum and minimum are not the mean, and the extremes have .5 more noise", () => {
    expect(observed(pay({ statistic: "one_person" }))).toMatchObject({ form: "one person", noise: 0.1 });
    expect(observed(pay({ statistic: "maximum" }))).toMatchObject({ form: "upper tail", noise: Math.hypot(0.1, 0.5) });
    expect(observed(pay({ statistic: "minimum" }))).toMatchObject({ form: "lower tail", noise: Math.hypot(0.1, 0.5) });
    for (const statistic of ["mean", "typical"] as const) expect(observed(pay({ statistic })).form).toBe("value");
  });

  test("a least of people is their number then, a most of them a peak", () => {
    expect(observed(people({ statistic: "minimum" }))).toMatchObject({ form: "value", noise: 0.1 });
    expect(observed(people({ statistic: "maximum" })).form).toBe("peak");
  });
});

describe("[E32] a spread between people", () => {
  const range = { kind: "between", low: 100, high: 300 } as const;

  test("has its middle on the scale, its ends at the 5th and 95th percentile, each as wide as it is printed", () => {
    const { form, noise, targets } = observed(pay({ statistic: "spread", range }));
    expect([form, noise]).toEqual(["spread", 0.1 / Math.SQRT2]);
    expect(targets[0]).toMatchObject({
      center: expect.closeTo(Math.log(Math.sqrt(30_000)), 9),
      half: expect.closeTo(0.15 / Math.SQRT2, 9),
      spread: expect.closeTo(Math.log(3) / 2, 9),
    });
    expect(observed(pay({ statistic: "spread", range, approximate: true })).targets[0]?.half).toBeCloseTo(
      0.3 / Math.SQRT2,
      9,
    );
  });

  test("is one of each meaning of a mixture", () => {
    const { form, targets } = observed(pay({ measure: "wage", statistic: "spread", range }));
    expect(form).toBe("spread");
    expect(targets.map(({ measure, spread }) => [measure, spread !== undefined])).toEqual([
      ["gross", true],
      ["in_hand", true],
    ]);
  });

  test("of what has no spread between people, or without two ends, is a range or number like any other", () => {
    expect(observed(people({ statistic: "spread", range }))).toMatchObject({ form: "value" });
    expect(observed(people({ statistic: "spread", range })).targets[0]?.half).toBeCloseTo(Math.log(3) / 2, 9);
    expect(observed(pay({ statistic: "spread" })).form).toBe("value");
  });
});

describe("[E33] a peak of people over the years", () => {
  const others = (fields: Parameters<typeof people>[0]) =>
    observed(people({ statistic: "maximum", ...fields })).targets.map((target) => target.others);

  test("is a value at its date, and above every other year that had begun when it was published", () => {
    const all = Array.from({ length: 14 }, (_, k) => 2000 + k);
    expect(observed(people({ statistic: "maximum" })).noise).toBe(0.1);
    expect(others({ period: "2010" })).toEqual([all.filter((one) => one !== 2010)]);
    expect(others({ period: "2010-03" })).toEqual([all.filter((one) => one !== 2009 && one !== 2010)]);
  });

  test("is a mere value where the account has no other year", () => {
    const one = { ...account, firstYear: 2010, lastYear: 2010 };
    expect(observe(one, people({ statistic: "maximum" }), source)).toMatchObject({ observation: { form: "value" } });
  });

  test("of a rough year, a decade or an interval stood in one of its years, not known which", () => {
    const rough = observed(people({ statistic: "maximum", period: "2010~" }));
    expect(rough.targets.map(({ when, others: years }) => [when, years?.length])).toEqual([
      [year(2009), 13],
      [year(2010), 13],
      [year(2011), 13],
    ]);
    const interval = observed(people({ statistic: "maximum", period: "2008/2009" }));
    expect(interval.targets.map(({ when, weight }) => [when, weight])).toEqual([
      [year(2008), 0.5],
      [year(2009), 0.5],
    ]);
  });
});
