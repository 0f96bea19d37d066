import type { ReactNode } from "react";
import type { Box } from "./label-layout.ts";
import type { AxisUnit, ChartLabels } from "./labels.ts";
import type { Scale } from "./scale.ts";
import { textWidth } from "./text-width.ts";

/** How wide the printed ticks of a scale are, in pixels. */
export function tickWidth(scale: Scale, unit: AxisUnit, labels: ChartLabels): number {
  return Math.max(...scale.ticks.map((tick) => textWidth(labels.tick(tick / unit.by), 12)), 12);
}

interface AxisProps {
  /** Heights between which the lines of a bottom axis are drawn; the plot's unless told. */
  readonly strips?: readonly (readonly [number, number])[];
  readonly scale: Scale;
  readonly unit: AxisUnit;
  readonly labels: ChartLabels;
  readonly plot: Box;
}

/** Thin lines across the plot with the values left of them, the unit above. */
export function LeftAxis(props: AxisProps): ReactNode {
  const { scale, unit, labels, plot } = props;
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? "chart-base" : "chart-grid"}
            x1={plot.x}
            x2={plot.x + plot.width}
            y1={scale.at(tick)}
            y2={scale.at(tick)}
          />
          <text className="chart-text soft end" x={plot.x - 6} y={scale.at(tick) + 4}>
            {labels.tick(tick / unit.by)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Thin lines down the plot with the values below them. */
export function BottomAxis(props: AxisProps): ReactNode {
  const { scale, unit, labels, plot } = props;
  const strips = props.strips ?? [[plot.y, plot.y + plot.height]];
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          {strips.map(([top, bottom]) => (
            <line
              key={top}
              className={tick === 0 ? "chart-base" : "chart-grid"}
              x1={scale.at(tick)}
              x2={scale.at(tick)}
              y1={top}
              y2={bottom}
            />
          ))}
          <text className="chart-text soft middle" x={scale.at(tick)} y={plot.y + plot.height + 16}>
            {labels.tick(tick / unit.by)}
          </text>
        </g>
      ))}
    </g>
  );
}
