import type { Summary } from "../../estimates/estimate.ts";
import type { Scale } from "./scale.ts";

/** A density along an axis: heights between 0 and 1 of the tallest. */
export interface DensityPoint {
  readonly value: number;
  readonly density: number;
}

/** How values are spread before smoothing: logarithms for a log axis, themselves for a linear one. */
type Kind = "linear" | "log";

const bell = (distance: number): number => Math.exp(-0.5 * distance * distance) / Math.sqrt(2 * Math.PI);

function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

function grid(domain: readonly [number, number], kind: Kind, count: number): number[] {
  const [low, high] = kind === "log" ? [Math.log(domain[0]), Math.log(domain[1])] : domain;
  return Array.from({ length: count }, (_, index) => low + ((high - low) * index) / (count - 1));
}

/** The smoothed density of equally spaced percentiles over an axis (Gaussian kernel, Silverman's width). */
export function percentileDensity(percentiles: readonly number[], scale: Scale, count = 120): DensityPoint[] {
  const { kind, domain } = scale;
  const known = percentiles.filter((value) => Number.isFinite(value) && (kind === "linear" || value > 0));
  if (known.length === 0) return [];
  const values = kind === "log" ? known.map(Math.log) : known;
  const ends = grid(domain, kind, 2);
  const least = ((ends[1] ?? 1) - (ends[0] ?? 0)) / 200;
  const width = Math.max(least, 0.9 * spread(values) * values.length ** -0.2);
  return grid(domain, kind, count).map((at) => ({
    value: kind === "log" ? Math.exp(at) : at,
    density: values.reduce((sum, value) => sum + bell((at - value) / width), 0) / (values.length * width),
  }));
}

/** The density that a median and a 90 % interval describe, its two sides each half a bell. */
export function summaryDensity(
  summary: Pick<Summary, "median" | "q05" | "q95">,
  scale: Scale,
  count = 120,
): DensityPoint[] {
  const { kind, domain } = scale;
  const map = (value: number): number => (kind === "log" ? Math.log(Math.max(value, domain[0] / 1e3)) : value);
  const [low, middle, high] = [map(summary.q05), map(summary.median), map(summary.q95)];
  const ends = grid(domain, kind, 2);
  const least = ((ends[1] ?? 1) - (ends[0] ?? 0)) / 200;
  const left = Math.max(least, (middle - low) / 1.645);
  const right = Math.max(least, (high - middle) / 1.645);
  return grid(domain, kind, count).map((at) => ({
    value: kind === "log" ? Math.exp(at) : at,
    density: (2 / (left + right)) * bell((at - middle) / (at < middle ? left : right)),
  }));
}

/** The outline of a density between two heights, scaled so that `tallest` reaches the top. */
export function densityPath(
  points: readonly DensityPoint[],
  scale: Scale,
  options: { readonly top: number; readonly bottom: number; readonly tallest: number; readonly closed: boolean },
): string {
  const { top, bottom, tallest, closed } = options;
  if (points.length === 0 || !(tallest > 0)) return "";
  const place = ({ value, density }: DensityPoint): string => {
    const y = bottom - ((bottom - top) * density) / tallest;
    return `${Math.round(scale.at(value) * 10) / 10},${Math.round(y * 10) / 10}`;
  };
  const outline = `M${points.map(place).join("L")}`;
  const [first, last] = [points.at(0), points.at(-1)];
  if (!closed || first === undefined || last === undefined) return outline;
  return `${outline}L${scale.at(last.value)},${bottom}L${scale.at(first.value)},${bottom}Z`;
}
