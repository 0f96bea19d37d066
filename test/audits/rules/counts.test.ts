import { describe, expect, test } from "vitest";
import { found, pay, people, yearly } from "../sample-audit.ts";

describe("partsAndTotal", () => {
  const rule = "parts-and-total";
  const list = [people("XB", [13_000, 15_000]), people("XC", 5000), people("XF", 7000)];
  test("[U4] finds a list that comes to more than its total", () => {
    expect(found(rule, [...list, people("world", [18_000, 20_000])])).toMatchObject([
      { cause: "parts exceed total", computed: { low: 25_000, high: 27_000 } },
    ]);
  });
  test("[U4] counts a place inside another once", () => {
    expect(
      found(rule, [people("XB", 13_000), people("coast", 7000), people("XC", 5000), people("world", 20_000)]),
    ).toEqual([]);
  });
  test("[U4] a list that leaves places out may fall short, a whole one may not", () => {
    expect(found(rule, [...list, people("world", 40_000)])).toEqual([]);
    expect(found(rule, [people("XC", 2000), people("XD", 1000), people("coast", 9000)])).toMatchObject([
      { cause: "parts fall short" },
    ]);
  });
  test("[U2] [U4] allows for the rounding of each part", () => {
    expect(found(rule, [people("XC", 2000), people("XD", 1000), people("coast", 3080)])).toEqual([]);
  });
  test("[U4] leaves lists of other years and other speakers alone", () => {
    expect(found(rule, [...list, people("world", 18_000, { period: "2015" })])).toEqual([]);
    expect(found(rule, [...list, people("world", 18_000, { statedBy: "another" })])).toEqual([]);
  });
});

describe("partOverWhole", () => {
  const rule = "part-over-whole";
  test("[U4] finds a country above its region, in whichever source", () => {
    expect(found(rule, [people("XC", 6000), people("coast", 5000, { source: "press-2015" })])).toHaveLength(1);
  });
  test("[U2] [U4] lets a bound, a rounded number and another year stand", () => {
    expect(found(rule, [people("XC", 6000), people("coast", [5000, undefined])])).toEqual([]);
    expect(found(rule, [people("XC", 5100), people("coast", 5000, { approximate: true })])).toEqual([]);
    expect(found(rule, [people("XC", 6000), people("coast", 5000, { period: "2015" })])).toEqual([]);
  });
});

describe("twoCounts", () => {
  const rule = "two-counts";
  test("[U9] finds two totals of one thing said by one voice", () => {
    expect(found(rule, [people("world", 30_000), people("world", [60_000, 65_000], { locator: "p. 9" })])).toHaveLength(
      1,
    );
    expect(
      found(rule, [people("world", 20_000), people("world", [50_000, undefined], { source: "press-2015" })]),
    ).toHaveLength(1);
  });
  test("[U9] lets others' counts, later counts, bounds and rounded copies stand", () => {
    expect(found(rule, [people("world", 30_000), people("world", 60_000, { statedBy: "another" })])).toEqual([]);
    expect(found(rule, [people("world", 30_000), people("world", 60_000, { period: "2014" })])).toEqual([]);
    expect(found(rule, [people("world", 30_000), people("world", [20_000, undefined])])).toEqual([]);
    expect(found(rule, [people("world", 2911), people("world", 2900, { approximate: true })])).toEqual([]);
    expect(
      found(
        rule,
        [people("world", 30_000), people("world", 60_000)].map((c) => ({ ...c, statedBy: "two officials" })),
      ),
    ).toEqual([]);
  });
});

describe("slipOfScale", () => {
  const rule = "slip-of-scale";
  test("[U5] finds a range ten times another, and offers 억 for it", () => {
    const [finding] = found(rule, [yearly([150e6, 230e6]), yearly([1.5e9, 2.3e9], { locator: "p. 9" })]);
    expect(finding).toMatchObject({ cause: "ten times", stated: { low: 1.5e9 }, grade: "decision-changing" });
    expect(finding?.explanation).toContain("억");
  });
  test("[U5] finds a lost million, also where an end was changed on the way", () => {
    const root = yearly([150e6, 230e6]);
    expect(found(rule, [root, yearly([150, 230], { source: "press-2015" })])).toMatchObject([
      { cause: "million lost" },
    ]);
    const miscopied = yearly([1.2e9, 2.3e9], { source: "press-2015", derivedFrom: [root.id] });
    expect(found(rule, [root, miscopied])).toMatchObject([{ cause: "ten times" }]);
    expect(found(rule, [root, yearly([1.2e9, 2.3e9], { source: "press-2015", statedBy: "another" })])).toEqual([]);
  });
  test("[U5] doubts what was estimated before what was counted", () => {
    const counted = people("XF", 684, { source: "press-2015", basis: "count" });
    expect(found(rule, [people("XF", 7000, { basis: "estimate" }), counted])).toMatchObject([
      { stated: { low: 7000 } },
    ]);
  });
  test("[U5] finds a month's pay printed as a year's", () => {
    const year = pay("gross_pay", 330, { per: "person year" });
    expect(found(rule, [year, pay("gross_pay", 340, { source: "press-2015", period: "2013" })])).toMatchObject([
      { cause: "month as year", stated: { low: 330 } },
    ]);
  });
  test("[U5] lets round numbers of two people, other places and numbers four or twenty times apart stand", () => {
    const other = { source: "press-2015", statedBy: "another" };
    expect(found(rule, [yearly(300e6), yearly(3e9, other)])).toEqual([]);
    expect(found(rule, [people("XB", 15_046), people("XC", 1504, other)])).toEqual([]);
    expect(found(rule, [people("XB", 15_046), people("XB", 3700, other)])).toEqual([]);
    expect(found(rule, [people("XB", 15_046), people("XB", 752, other)])).toEqual([]);
    expect(found(rule, [people("XB", 15_046), people("XB", 1504, { ...other, period: "2019" })])).toEqual([]);
  });
});

describe("revenuePerWorker", () => {
  const rule = "revenue-per-worker";
  const paid = pay("gross_pay", [300, 640]);
  const workers = people("world", [26_000, 28_000]);
  test("[U6] finds a revenue that is more than is paid for anybody, and says that a tenth would fit", () => {
    const [finding] = found(rule, [paid, workers, yearly([600e6, 800e6])]);
    expect(finding).toMatchObject({ cause: "more than is paid", sureness: "certain" });
    expect(finding?.explanation).toContain("A tenth of it would fit");
  });
  test("[U6] finds a revenue of a few dollars", () => {
    expect(found(rule, [paid, workers, yearly([60, 80])])).toMatchObject([{ cause: "less than is paid" }]);
  });
  test("[U6] lets a wage bill, a part of it, and a revenue without workers or pay stand", () => {
    expect(found(rule, [paid, workers, yearly(180e6)])).toEqual([]);
    expect(found(rule, [paid, workers, yearly(20e6)])).toEqual([]);
    expect(found(rule, [paid, yearly(800e6)])).toEqual([]);
    expect(found(rule, [workers, yearly(800e6)])).toEqual([]);
  });
});
