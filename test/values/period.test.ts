import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Period, parsePeriod, yearsOf } from "../../src/values/period.ts";

const valid = [
  "2012",
  "2012-06",
  "2012-02-29",
  "199X",
  "2012~",
  "2012-06?",
  "199X%",
  "1988-05/1992-06",
  "2018/..",
  "../1992",
  "2005~/2010?",
];
const invalid = [
  "",
  "12",
  "2012-13",
  "2012-00",
  "2011-02-29",
  "2012-6",
  "2012/2010",
  "2012/",
  "/2012",
  "../..",
  "2012/2013/2014",
  "19XX",
  "199X-05",
  "c. 2012",
  "2012 ",
  "２０１２",
];

function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed.ok) throw new Error(`invalid period: ${text}`);
  return parsed.value;
}

const weights = (text: string, range?: readonly [number, number]) =>
  Object.fromEntries(yearsOf(period(text), range).years.map(({ year, weight }) => [year, weight]));

describe("parsePeriod(text)", () => {
  test("reads dates, decades, rough dates and intervals", () => {
    expect(valid.filter((text) => !parsePeriod(text).ok)).toEqual([]);
    expect(period("1988-05/1992-06")).toMatchObject({
      kind: "interval",
      start: 1988 + 4 / 12,
      end: 1992.5,
      precision: "month",
    });
    expect(period("2018/..")).not.toHaveProperty("end");
    expect(period("2012-03-01")).toMatchObject({ start: 2012 + 60 / 366, end: 2012 + 61 / 366, precision: "day" });
    expect(period("199X%")).toMatchObject({ start: 1990, end: 2000, approximate: true, uncertain: true });
  });

  test("refuses dates that do not exist, intervals in reverse and other forms", () => {
    expect(invalid.filter((text) => parsePeriod(text).ok)).toEqual([]);
  });

  test("never throws", () => {
    const text = fc.string({ unit: fc.constantFrom(..."0129X-/.~?% "), maxLength: 24 });
    fc.assert(fc.property(text, (one) => typeof parsePeriod(one).ok === "boolean"));
  });
});

describe("yearsOf(period)", () => {
  test("gives one year for a year, a month and a day", () => {
    expect(["2012", "2012-06~", "2012-12-31"].map((text) => weights(text))).toEqual([
      { 2012: 1 },
      { 2012: 1 },
      { 2012: 1 },
    ]);
  });

  test("spreads a rough year over its neighbours and a decade over ten years", () => {
    expect(weights("2012~")).toEqual({ 2011: 0.25, 2012: 0.5, 2013: 0.25 });
    expect(Object.values(weights("199X"))).toEqual(Array.from({ length: 10 }, () => 0.1));
    expect(yearsOf(period("199X")).kind).toBe("one of");
  });

  test("takes the mean over an interval, by how much of each year it covers", () => {
    expect(yearsOf(period("2010/2012")).kind).toBe("mean");
    expect(weights("2010/2012")).toEqual({ 2010: 1 / 3, 2011: 1 / 3, 2012: 1 / 3 });
    const parts = weights("1990-07/1991-12");
    expect(parts[1990]).toBeCloseTo(1 / 3);
    expect(parts[1991]).toBeCloseTo(2 / 3);
  });

  test("closes an open end with the range that it is given", () => {
    expect(Object.keys(weights("2023/..", [1985, 2025]))).toEqual(["2023", "2024", "2025"]);
    expect(Object.keys(weights("../1986", [1985, 2025]))).toEqual(["1985", "1986"]);
    expect(Object.keys(weights("2030/..", [1985, 2025]))).toEqual(["2030"]);
    expect(Object.keys(weights("../1980", [1985, 2025]))).toEqual(["1980"]);
  });

  test("gives weights that sum to one", () => {
    for (const text of valid) {
      const sum = yearsOf(period(text)).years.reduce((total, { weight }) => total + weight, 0);
      expect(sum, text).toBeCloseTo(1, 12);
    }
  });
});
