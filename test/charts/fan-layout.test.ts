import { describe, expect, it } from "vitest";
import {
  brokenLine,
  type FanPoint,
  fanPaths,
  fanPoint,
  fanRuns,
  yearStep,
  yearTicks,
} from "../../src/web/charts/fan-layout.ts";
import { layoutFan } from "../../src/web/charts/fan-picture.ts";
import { linearScale } from "../../src/web/charts/scale.ts";
import { claim, estimate } from "./estimates.ts";

const scale = linearScale([0, 100], [100, 0]);
const point = (x: number, value: number): FanPoint => fanPoint(estimate("workers", value), x, scale);

describe("the fan", () => {
  it("fanPoint keeps the order of the percentiles on the page", () => {
    const { q05, q25, median, q75, q95 } = point(0, 50);
    expect([q05, q25, median, q75, q95]).toEqual([q05, q25, median, q75, q95].toSorted((a, b) => b - a));
  });

  it("fanRuns meet halfway where estimated years turn into assumed ones", () => {
    const years = [false, false, true].map((assumed, index) => ({
      year: 2000 + index,
      assumed,
      point: point(index * 10, 20 + index * 10),
    }));
    const [estimated, assumed] = fanRuns(years);
    expect(estimated?.points.map(({ x }) => x)).toEqual([0, 10, 15]);
    expect(assumed?.points.map(({ x }) => x)).toEqual([15, 20]);
    expect(estimated?.points.at(-1)).toEqual(assumed?.points[0]);
  });

  it("fanRuns do not draw across a year without an estimate", () => {
    const years = [2000, 2001, 2004].map((year) => ({ year, assumed: false, point: point(year, 10) }));
    expect(fanRuns(years).map(({ points }) => points.length)).toEqual([2, 1]);
  });

  it("yearStep lets series of every fifth year be joined", () => {
    expect(yearStep([1990, 1995, 2000])).toBe(5);
    expect(yearStep([])).toBe(1);
  });

  it("fanPaths close the bands and leave the median open", () => {
    const paths = fanPaths([point(0, 50), point(10, 60)]);
    expect(paths.band90).toMatch(/^M0,40L10,28L10,50L0,58\.3Z$/);
    expect(paths.median).toBe("M0,50L10,40");
  });

  it("brokenLine leaves the picture where a value is beyond the axis", () => {
    const values = [10, 200, 20, 30].map((value, index) => ({ x: index, value }));
    expect(brokenLine(values, scale)).toBe("M0,90M2,80L3,70");
  });

  it("yearTicks are round years with room between them", () => {
    expect(yearTicks([1985, 2025], 320, 44)).toEqual([1990, 2000, 2010, 2020]);
    expect(yearTicks([2012, 2012], 320, 44)).toEqual([2012]);
  });

  it("layoutFan starts a linear axis at zero and holds every 90 % limit", () => {
    const estimates = [2010, 2011, 2012].map((year) => estimate(`workers.world.${year}`, 50_000, 1.5));
    const { scale: axis } = layoutFan({ title: "", name: "", estimates }, 800);
    expect(axis.domain[0]).toBe(0);
    expect(axis.domain[1]).toBeGreaterThanOrEqual(75_000);
  });

  it("layoutFan points out of the axis at a tenfold claim instead of flattening the fan for it", () => {
    const estimates = [2011, 2012].map((year) => estimate(`workers.world.${year}`, 50_000));
    const claims = [claim("c1", 52_000), claim("c2", 500_000, { conflict: 0.97, weight: 0.03 })];
    const picture = layoutFan({ title: "", name: "", estimates, claims }, 800);
    expect(picture.scale.domain[1]).toBeLessThan(100_000);
    expect(picture.claims.map(({ beyond }) => beyond)).toEqual([undefined, "above"]);
    expect(picture.claims.map(({ conflict }) => conflict)).toEqual([false, true]);
  });

  it("layoutFan fills circles by area: a claim that counts by a quarter to half the radius", () => {
    const estimates = [2011, 2012].map((year) => estimate(`workers.world.${year}`, 50_000));
    const picture = layoutFan({ title: "", name: "", estimates, claims: [claim("c1", 50_000, { weight: 0.25 })] }, 800);
    expect(picture.claims[0]?.filled).toBeCloseTo(picture.radius / 2);
  });
});
