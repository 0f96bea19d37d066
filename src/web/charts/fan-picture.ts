import type { Estimate, Summary } from "../../estimates/estimate.ts";
import {
  type ClaimMark,
  claimMarks,
  type DrawnClaim,
  drawnClaims,
  fanExtent,
  isConflict,
  yearOf,
} from "./fan-claims.ts";
import { brokenLine, type FanPoint, type FanRun, fanPoint, fanRuns, yearX } from "./fan-layout.ts";
import type { Box } from "./label-layout.ts";
import { type AxisUnit, type ChartLabels, ENGLISH } from "./labels.ts";
import type { FanChartProps } from "./props.ts";
import { chooseScale, linearScale, linearTicks, logScale, type Scale } from "./scale.ts";
import { tickWidth } from "./value-axis.tsx";
import { type PlacedYearMark, placeYearMarks } from "./year-marks.ts";

/** An estimate with the year that it stands at. */
export interface DatedEstimate {
  readonly year: number;
  readonly estimate: Estimate;
}

/** Everything of a fan chart, in pixels. */
export interface FanPicture {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly scale: Scale;
  readonly unit: AxisUnit;
  readonly years: readonly [number, number];
  readonly dated: readonly DatedEstimate[];
  readonly points: readonly FanPoint[];
  readonly runs: readonly FanRun[];
  /** The edges of the prior's 90 %, where they are within the axis. */
  readonly priors: string;
  readonly claims: readonly ClaimMark[];
  readonly marks: readonly PlacedYearMark[];
  readonly radius: number;
}

/** The estimates that have a year, in order. */
export function datedEstimates(estimates: readonly Estimate[]): DatedEstimate[] {
  return estimates
    .flatMap((estimate) => {
      const year = estimate.year ?? yearOf(estimate.quantity);
      return year === undefined ? [] : [{ year, estimate }];
    })
    .toSorted((a, b) => a.year - b.year);
}

function priorEdges(dated: readonly DatedEstimate[], x: (year: number) => number, scale: Scale): string {
  const edge = (pick: (prior: Summary) => number): string =>
    brokenLine(
      dated.map(({ year, estimate }) => ({ x: x(year), value: pick(estimate.prior) })),
      scale,
    );
  return `${edge((prior) => prior.q95)}${edge((prior) => prior.q05)}`;
}

const MARK_ROW = 18;

function fanScale(props: FanChartProps, drawn: readonly DrawnClaim[], range: readonly [number, number]): Scale {
  const [low, high] = fanExtent(props.estimates, drawn);
  const kind = chooseScale(
    props.scale ?? "linear",
    props.estimates.map(({ median }) => median),
  );
  if (kind === "log") return logScale([low, high * 1.1], range, 6);
  const ticks = linearTicks(0, high || 1, 5);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return linearScale([0, Math.ceil((high || 1) / step - 1e-9) * step], range, 5);
}

function plotBox(width: number, left: number, top: number, height: number): Box {
  return { x: left, y: top, width: Math.max(40, width - left - 8), height };
}

/** Where everything of a fan chart stands at a width; the estimates must hold at least one with a year. */
export function layoutFan(props: FanChartProps, width: number): FanPicture {
  const labels: ChartLabels = props.labels ?? ENGLISH;
  const dated = datedEstimates(props.estimates);
  const years: [number, number] = [dated.at(0)?.year ?? 0, dated.at(-1)?.year ?? 0];
  const drawn = drawnClaims(props.claims ?? [], props.estimates);
  const height = props.height ?? (width < 500 ? 260 : 320);
  const flat = fanScale(props, drawn, [height, 0]);
  const unit = labels.axisUnit(props.estimates[0]?.unit ?? "", flat.domain[1]);
  const left = Math.ceil(tickWidth(flat, unit, labels)) + 10;
  const right = width - 8;
  const x = (year: number): number => yearX(year, years, plotBox(width, left, 0, height));
  const shown = (props.marks ?? []).filter(({ year }) => year >= years[0] && year <= years[1]);
  const marks = placeYearMarks(shown, { x, right, size: 12, rows: 3 });
  const rows = Math.max(0, ...marks.map(({ row }) => row + 1));
  const top = 28 + rows * MARK_ROW + (drawn.some(({ result }) => isConflict(result)) ? 8 : 0);
  const plot = plotBox(width, left, top, height);
  const scale = fanScale(props, drawn, [top + height, top]);
  const points = dated.map(({ year, estimate }) => fanPoint(estimate, x(year), scale));
  const radius = width < 500 ? 3.5 : 4.5;
  // The interval of a lone year is drawn as lines, which claims would cover.
  const beside = (year: number): number => x(year) + (dated.length === 1 ? 20 : 0);
  const column = plot.width / (years[1] - years[0] + 1);
  return {
    width,
    height: top + height + 28,
    plot,
    scale,
    unit,
    years,
    dated,
    points,
    runs: fanRuns(
      dated.flatMap(({ year, estimate }, index) => {
        const point = points[index];
        return point === undefined ? [] : [{ year, assumed: estimate.carriedByPrior, point }];
      }),
    ),
    priors: props.prior === false ? "" : priorEdges(dated, x, scale),
    claims: claimMarks(drawn, { x: beside, scale, radius, step: Math.min(2 * radius + 1, Math.max(3, column * 0.45)) }),
    marks,
    radius,
  };
}
