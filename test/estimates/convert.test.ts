import { describe, expect, test } from "vitest";
import { conversion } from "../../src/estimates/convert.ts";

type Printed = Parameters<typeof conversion>[0];

function factor(claim: Printed, unit: string, year = 2012): number | string {
  const found = conversion(claim, unit, year);
  return found.ok ? found.factor : found.reason;
}

const money = (per: string | undefined, currency = "USD"): Printed => ({
  unit: "money",
  currency,
  ...(per === undefined ? {} : { per }),
});

describe("conversion(claim, unit, year)", () => {
  test("[E11] takes persons as they are, per cent as fractions", () => {
    expect(factor({ unit: "persons" }, "person")).toBe(1);
    expect(factor({ unit: "percent" }, "share")).toBe(0.01);
    expect(factor({ unit: "months", per: "year" }, "month/year")).toBe(1);
    expect(factor({ unit: "persons", per: "year" }, "person/year")).toBe(1);
  });

  test("[E11] turns sums per year into sums per month and back", () => {
    expect(1200 * Number(factor(money("person year"), "USD/person/month"))).toBeCloseTo(100, 12);
    expect(100 * Number(factor(money("month"), "USD/year"))).toBeCloseTo(1200, 12);
  });

  test("[E11] converts currencies at the rate of the year, each at its own", () => {
    expect(6312 * Number(factor(money("year", "CNY"), "USD/year", 2012))).toBeCloseTo(1000, 9);
    expect(factor(money("year", "CNY"), "USD/year", 1994)).not.toBe(factor(money("year", "CNY"), "USD/year", 1993));
    expect(factor(money("year", "EUR"), "USD/year", 1998)).toBe("no rate of EUR for 1998");
    expect(factor(money("month", "SUR"), "USD/person/month", 1989)).toBe("no rate of SUR for 1989");
    expect(factor({ unit: "money" }, "USD/year")).toBe("no rate of its currency for 2012");
  });

  test("reads pay without 'per person' as pay of a person, but never a total so", () => {
    expect(factor(money("month"), "USD/person/month")).toBe(1);
    expect(factor(money("person year"), "USD/year")).toBe("USD/person/year, where USD/year is wanted");
  });

  test("[E11] gives the reason where it cannot convert, and guesses no working days", () => {
    expect(factor(money("person day"), "USD/person/month")).toBe("USD/person/day, where USD/person/month is wanted");
    expect(factor(money("person hour"), "USD/person/month")).toContain("USD/person/hour");
    expect(factor(money("person"), "USD/person/month")).toBe("USD/person, where USD/person/month is wanted");
    expect(factor({ unit: "persons" }, "USD/year")).toBe("person, where USD/year is wanted");
    expect(factor({ unit: "percent" }, "person")).toBe("a share, where person is wanted");
    expect(factor(money("year"), "share")).toBe("USD/year, where share is wanted");
    expect(factor({ unit: "persons", per: "year" }, "person")).toBe("person/year, where person is wanted");
  });

  test("knows no unit by accident of its name", () => {
    expect(factor({ unit: "constructor" }, "person")).toBe("constructor, where person is wanted");
    expect(factor(money("year", "constructor"), "USD/year")).toContain("no rate of constructor");
  });
});
