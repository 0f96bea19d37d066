import type { Estimate } from "../../estimates/estimate.ts";
import { type ForestHeading, type ForestRow, forestColumn, forestExtent, type RowOptions } from "./forest-layout.ts";
import { type ForestSection, forestSections, quantitiesOf } from "./forest-sections.ts";
import type { Box } from "./label-layout.ts";
import { type AxisUnit, ENGLISH } from "./labels.ts";
import type { ForestPlotProps } from "./props.ts";
import { chooseScale, linearScale, logScale, type Scale } from "./scale.ts";

/** What a forest plot is to show, before it has a width. */
export interface Forest {
  /** The one quantity that all claims speak of: its estimate stands over all rows; absent when they speak of several. */
  readonly single?: { readonly estimate?: Estimate };
  /** The estimates that claims are held against, each once. */
  readonly estimates: readonly Estimate[];
  readonly sections: readonly ForestSection[];
  /** Unit of every figure. */
  readonly unit: string;
}

/** Everything of a forest plot, in pixels. */
export interface ForestPicture {
  readonly width: number;
  readonly height: number;
  /** Where the claims' rows begin. */
  readonly top: number;
  /** Where the one estimate of all rows is drawn. */
  readonly estimateY: number;
  readonly plot: Box;
  readonly scale: Scale;
  readonly unit: AxisUnit;
  readonly rows: readonly ForestRow[];
  readonly headings: readonly ForestHeading[];
  readonly stacked: boolean;
  /** Where the words begin. */
  readonly indent: number;
  /** Whether the axis is printed below the rows too. */
  readonly tall: boolean;
  /** Heights between which the axis's lines and the one estimate's shade are drawn: all rows, or beside words each row's own. */
  readonly strips: readonly (readonly [number, number])[];
}

/** Height of the axis above the rows. */
export const AXIS = 44;

/** The claims of a forest plot with their own estimates, in sections. */
export function forestOf(props: ForestPlotProps): Forest {
  const quantities = quantitiesOf(props.claims);
  const estimates = props.estimates.filter(({ quantity }) => quantities.includes(quantity));
  const [first] = estimates;
  const sections = forestSections(props.claims, estimates);
  const several = { estimates, sections, unit: first?.unit ?? props.estimates[0]?.unit ?? "" };
  if (quantities.length > 1) return several;
  return { ...several, single: first === undefined ? {} : { estimate: first } };
}

function forestScale(props: ForestPlotProps, forest: Forest, plot: Box, spacing: number): Scale {
  const values = forestExtent(forest.estimates, props.claims);
  const range: [number, number] = [plot.x + 8, plot.x + plot.width - 8];
  const count = Math.max(2, Math.floor(plot.width / spacing));
  if (values.length === 0) return linearScale([0, 1], range, count);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (chooseScale(props.scale ?? "auto", values) === "log") return logScale([low / 1.25, high * 1.25], range, count);
  return linearScale([Math.min(0, low), high * 1.05], range, count);
}

/** Where everything of a forest plot stands at a width; words above the intervals where it is narrow. */
export function layoutForest(
  props: ForestPlotProps,
  forest: Forest,
  width: number,
  options: Pick<RowOptions, "words" | "head" | "folded">,
): ForestPicture {
  const stacked = width < 640;
  const own = forest.single === undefined;
  const indent = stacked ? 14 : 0;
  const labelWidth = stacked ? width - indent : Math.min(432, Math.round(width * 0.42));
  const left = stacked ? indent : labelWidth + 28;
  const estimateY = AXIS + (own ? 0 : stacked ? 40 : 24);
  const top = own ? AXIS + 8 : estimateY + 32;
  const { rows, headings, height } = forestColumn(forest.sections, { ...options, width: labelWidth, stacked, own });
  const bottom = top + height;
  const plot = { x: left, y: AXIS, width: Math.max(40, width - left), height: bottom - AXIS };
  const scale = forestScale(props, forest, plot, stacked ? 56 : 80);
  const unit = (props.labels ?? ENGLISH).axisUnit(forest.unit, scale.domain[1]);
  const marks = rows.filter(({ view }) => view.result?.unused === undefined);
  const over: [number, number][] = own ? [] : [[estimateY - 12, estimateY + 12]];
  const tracks = marks.map(({ y }): [number, number] => [top + y - 12, top + y + (own ? 23 : 12)]);
  const strips: [number, number][] = stacked ? [...over, ...tracks] : [[plot.y, plot.y + plot.height]];
  const tall = plot.height > 360;
  return {
    width,
    height: bottom + (tall ? 40 : 8),
    top,
    estimateY,
    plot,
    scale,
    unit,
    rows,
    headings,
    stacked,
    indent,
    tall,
    strips,
  };
}
