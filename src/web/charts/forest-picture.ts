import type { ClaimView } from "../../cases/views.ts";
import { type ForestRow, type ForestWords, forestExtent, forestOrder, forestRows } from "./forest-layout.ts";
import type { Box } from "./label-layout.ts";
import { type AxisUnit, ENGLISH } from "./labels.ts";
import type { ForestPlotProps } from "./props.ts";
import { chooseScale, linearScale, logScale, type Scale } from "./scale.ts";

/** Everything of a forest plot, in pixels. */
export interface ForestPicture {
  readonly width: number;
  readonly height: number;
  /** Where the claims' rows begin. */
  readonly top: number;
  readonly estimateY: number;
  readonly plot: Box;
  readonly scale: Scale;
  readonly unit: AxisUnit;
  readonly rows: readonly ForestRow[];
  readonly stacked: boolean;
  /** Where the words begin. */
  readonly indent: number;
  /** Heights between which the axis's lines and the estimate's shade are drawn: all rows, or beside words each row's own. */
  readonly strips: readonly (readonly [number, number])[];
}

function forestScale(props: ForestPlotProps, plot: Box): Scale {
  const values = forestExtent(props.estimate, props.claims);
  const range: [number, number] = [plot.x + 8, plot.x + plot.width - 8];
  const count = Math.max(2, Math.floor(plot.width / 80));
  if (values.length === 0) return linearScale([0, 1], range, count);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (chooseScale(props.scale ?? "auto", values) === "log") return logScale([low / 1.25, high * 1.25], range, count);
  return linearScale([Math.min(0, low), high * 1.05], range, count);
}

/** Where everything of a forest plot stands at a width; words above the intervals where it is narrow. */
export function layoutForest(
  props: ForestPlotProps,
  width: number,
  words: (view: ClaimView) => ForestWords,
): ForestPicture {
  const stacked = width < 640;
  const indent = stacked ? 14 : 0;
  const labelWidth = stacked ? width - indent : Math.min(400, Math.round(width * 0.42));
  const left = stacked ? indent : labelWidth + 28;
  const estimateY = stacked ? 40 : 20;
  const top = estimateY + 32;
  const rows = forestRows(forestOrder(props.claims), words, { width: labelWidth, stacked });
  const last = rows.at(-1);
  const bottom = top + (last === undefined ? 0 : last.top + last.height);
  const plot = { x: left, y: estimateY - 16, width: Math.max(40, width - left), height: bottom - estimateY + 16 };
  const scale = forestScale(props, plot);
  const unit = (props.labels ?? ENGLISH).axisUnit(props.estimate?.unit ?? "", scale.domain[1]);
  const strips: [number, number][] = stacked
    ? [estimateY, ...rows.map(({ y }) => top + y)].map((y) => [y - 12, y + 12])
    : [[plot.y, plot.y + plot.height]];
  return { width, height: bottom + 40, top, estimateY, plot, scale, unit, rows, stacked, indent, strips };
}
