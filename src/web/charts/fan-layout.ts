import type { Estimate } from "../../estimates/estimate.ts";
import type { Box } from "./label-layout.ts";
import type { Scale } from "./scale.ts";

/** The heights of an estimate's parts at one year, in pixels. */
export interface FanPoint {
  readonly x: number;
  readonly median: number;
  readonly q05: number;
  readonly q25: number;
  readonly q75: number;
  readonly q95: number;
}

/** A stretch of years, drawn alike: estimated, or assumed where no claim stands near. */
export interface FanRun {
  readonly assumed: boolean;
  readonly points: readonly FanPoint[];
}

/** The bands and lines of a run as SVG paths. */
export interface FanPaths {
  readonly band90: string;
  readonly band50: string;
  readonly median: string;
}

/** The x of a year whose column is `step` wide. */
export function yearX(year: number, years: readonly [number, number], plot: Box): number {
  const columns = years[1] - years[0] + 1;
  return plot.x + ((year - years[0] + 0.5) / columns) * plot.width;
}

/** Where an estimate's parts stand, in pixels. */
export function fanPoint(
  summary: Pick<Estimate, "median" | "q05" | "q25" | "q75" | "q95">,
  x: number,
  scale: Scale,
): FanPoint {
  const { at } = scale;
  const { median, q05, q25, q75, q95 } = summary;
  return { x, median: at(median), q05: at(q05), q25: at(q25), q75: at(q75), q95: at(q95) };
}

/**
 * The smallest step between years in order; 1 where there are fewer than two.
 * @example
 * yearStep([1990, 1995, 2000]) // => 5
 */
export function yearStep(years: readonly number[]): number {
  let step = Number.POSITIVE_INFINITY;
  for (const [index, year] of years.entries()) {
    const before = years[index - 1];
    if (before !== undefined && year > before) step = Math.min(step, year - before);
  }
  return Number.isFinite(step) ? step : 1;
}

function between(one: FanPoint, other: FanPoint): FanPoint {
  const middle = (pick: (point: FanPoint) => number): number => (pick(one) + pick(other)) / 2;
  return {
    x: middle((point) => point.x),
    median: middle((point) => point.median),
    q05: middle((point) => point.q05),
    q25: middle((point) => point.q25),
    q75: middle((point) => point.q75),
    q95: middle((point) => point.q95),
  };
}

/** A point of the fan with its year and whether it is assumed. */
export interface FanYear {
  readonly year: number;
  readonly assumed: boolean;
  readonly point: FanPoint;
}

/** The years in runs of one kind, meeting halfway between years; a missing year ends a run. */
export function fanRuns(years: readonly FanYear[]): FanRun[] {
  const step = yearStep(years.map(({ year }) => year));
  const runs: { assumed: boolean; points: FanPoint[] }[] = [];
  for (const [index, here] of years.entries()) {
    const before = years[index - 1];
    const run = runs.at(-1);
    if (before === undefined || run === undefined || here.year - before.year > step) {
      runs.push({ assumed: here.assumed, points: [here.point] });
    } else if (run.assumed === here.assumed) {
      run.points.push(here.point);
    } else {
      const middle = between(before.point, here.point);
      run.points.push(middle);
      runs.push({ assumed: here.assumed, points: [middle, here.point] });
    }
  }
  return runs;
}

const pixel = (value: number): string => String(Math.round(value * 10) / 10);

function line(points: readonly FanPoint[], pick: (point: FanPoint) => number): string {
  return points.map((point, index) => `${index === 0 ? "M" : "L"}${pixel(point.x)},${pixel(pick(point))}`).join("");
}

function band(
  points: readonly FanPoint[],
  top: (point: FanPoint) => number,
  bottom: (point: FanPoint) => number,
): string {
  const back = points.toReversed().map((point) => `L${pixel(point.x)},${pixel(bottom(point))}`);
  return `${line(points, top)}${back.join("")}Z`;
}

/** The bands and the median line of points in order of x. */
export function fanPaths(points: readonly FanPoint[]): FanPaths {
  return {
    band90: band(
      points,
      (point) => point.q95,
      (point) => point.q05,
    ),
    band50: band(
      points,
      (point) => point.q75,
      (point) => point.q25,
    ),
    median: line(points, (point) => point.median),
  };
}

/** A line through values, broken where they leave the axis. */
export function brokenLine(values: readonly { readonly x: number; readonly value: number }[], scale: Scale): string {
  const [low, high] = scale.domain;
  const within = ({ value }: { readonly value: number }): boolean => value >= low && value <= high;
  return values
    .flatMap((here, index) => {
      if (!within(here)) return [];
      const before = values[index - 1];
      return [`${before !== undefined && within(before) ? "L" : "M"}${pixel(here.x)},${pixel(scale.at(here.value))}`];
    })
    .join("");
}

/**
 * The years to print on an axis: round ones, at least `room` pixels apart.
 * @example
 * yearTicks([1985, 2005], 400, 60) // => [1985, 1990, 1995, 2000, 2005]
 */
export function yearTicks(years: readonly [number, number], width: number, room: number): number[] {
  const most = Math.max(1, Math.floor(width / room));
  const span = years[1] - years[0];
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => span / size <= most) ?? 100;
  const first = Math.ceil(years[0] / step) * step;
  const count = Math.floor((years[1] - first) / step) + 1;
  return count < 1 ? [years[0]] : Array.from({ length: count }, (_, index) => first + index * step);
}
