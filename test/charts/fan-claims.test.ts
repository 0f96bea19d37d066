import { describe, expect, it } from "vitest";
import { drawnClaims, lanes } from "../../src/web/charts/fan-claims.ts";
import { placeYearMarks } from "../../src/web/charts/year-marks.ts";
import { claim, estimate } from "./estimates.ts";

describe("claims and marks on the years", () => {
  it("drawnClaims leaves out claims that are not used or speak of other quantities", () => {
    const estimates = [estimate("workers.world.2012", 50_000)];
    const claims = [
      claim("used", 50_000),
      claim("planned", 50_000, { unused: "planned" }),
      claim("elsewhere", 50_000, { quantity: "workers.RU.2012" }),
    ];
    expect(drawnClaims(claims, estimates).map(({ view }) => view.claim.id)).toEqual(["used"]);
  });

  it("lanes puts circles that would cover one another side by side, and only those", () => {
    expect(lanes([10, 11, 60], 9)).toEqual([0, 1, 0]);
    expect(lanes([10, 10, 10], 9)).toEqual([0, 1, -1]);
  });

  it("placeYearMarks keeps texts of one row apart and inside the plot", () => {
    const marks = [
      { year: 2017, label: "UN resolution 2397: workers home" },
      { year: 1991, label: "Soviet Union ends" },
      { year: 2020, label: "Border closed" },
    ];
    const options = { x: (year: number) => (year - 1985) * 20, right: 800, size: 12, rows: 3 };
    const placed = placeYearMarks(marks, options);
    expect(placed.map(({ mark }) => mark.year)).toEqual([1991, 2017, 2020]);
    expect(placed.map(({ row }) => row)).toEqual([0, 0, 0]);
    expect(placed.map(({ left }) => left)).toEqual([false, true, false]);
  });

  it("placeYearMarks gives numbers where there is no room for texts", () => {
    const marks = [2010, 2011, 2012, 2013, 2014].map((year) => ({ year, label: `A rule with a long name of ${year}` }));
    const placed = placeYearMarks(marks, { x: (year) => (year - 2000) * 8, right: 300, size: 12, rows: 3 });
    expect(placed.map(({ text }) => text)).toEqual(["1", "2", "3", "4", "5"]);
  });
});
