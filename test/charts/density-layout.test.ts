import { describe, expect, it } from "vitest";
import { densityPath, percentileDensity, summaryDensity } from "../../src/web/charts/density-layout.ts";
import { linearScale, logScale } from "../../src/web/charts/scale.ts";
import { estimate } from "./estimates.ts";

function mode(points: readonly { readonly value: number; readonly density: number }[]): number {
  return points.toSorted((a, b) => b.density - a.density)[0]?.value ?? 0;
}

describe("densities", () => {
  const of = estimate("months", 100, 1.3);

  it("percentileDensity and summaryDensity peak near the median and cover an area of about one", () => {
    const scale = linearScale([40, 200], [0, 300]);
    for (const points of [percentileDensity(of.percentiles, scale), summaryDensity(of, scale)]) {
      expect(Math.abs(mode(points) - 100)).toBeLessThan(8);
      const area = points.reduce((sum, { density }) => sum + (density * 160) / 119, 0);
      expect(area).toBeGreaterThan(0.95);
      expect(area).toBeLessThan(1.02);
      expect(points.every(({ density }) => density >= 0 && Number.isFinite(density))).toBe(true);
    }
  });

  it("percentileDensity on a log axis drops what a logarithm does not have", () => {
    const points = percentileDensity([0, 0, 10, 20], logScale([1, 100], [0, 300]));
    expect(points.every(({ density }) => Number.isFinite(density))).toBe(true);
  });

  it("densityPath of a distribution without width is a spike, not an error", () => {
    const scale = linearScale([90, 110], [0, 300]);
    const points = percentileDensity(new Array<number>(39).fill(100), scale);
    const tallest = Math.max(...points.map(({ density }) => density));
    expect(densityPath(points, scale, { top: 0, bottom: 50, tallest, closed: true })).not.toMatch(/NaN|Infinity/);
  });
});
