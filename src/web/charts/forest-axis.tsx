import type { ReactNode } from "react";
import { AXIS, type ForestPicture } from "./forest-picture.ts";
import type { ChartLabels } from "./labels.ts";
import { textWidth, truncated } from "./text-width.ts";

interface ForestAxisProps {
  readonly picture: ForestPicture;
  readonly labels: ChartLabels;
}

function axisWords({ picture, labels }: ForestAxisProps): string {
  const { scale, unit } = picture;
  return scale.kind === "log" ? `${unit.words} (${labels.logScale})` : unit.words;
}

interface TicksProps extends ForestAxisProps {
  readonly y: number;
}

function Ticks(props: TicksProps): ReactNode {
  const { picture, labels } = props;
  const { scale, unit } = picture;
  return scale.ticks.map((tick) => {
    const text = labels.tick(tick / unit.by);
    const half = textWidth(text, 12) / 2;
    const x = Math.max(half, Math.min(picture.width - half, scale.at(tick)));
    return (
      <text key={tick} className="chart-text soft middle" x={x} y={props.y}>
        {text}
      </text>
    );
  });
}

function Words(props: TicksProps): ReactNode {
  const { plot, width } = props.picture;
  return (
    <text className="chart-text soft end" x={plot.x + plot.width} y={props.y}>
      {truncated(axisWords(props), 12, width)}
    </text>
  );
}

/** The axis over the rows: what it measures, its values, and a line under them. */
export function TopAxis(props: ForestAxisProps): ReactNode {
  const { picture } = props;
  return (
    <g>
      <Words {...props} y={16} />
      <Ticks {...props} y={AXIS - 8} />
      <line className="chart-base" x1={picture.plot.x} x2={picture.width} y1={AXIS - 0.5} y2={AXIS - 0.5} />
    </g>
  );
}

/** The same axis below the rows of a tall plot. */
export function FootAxis(props: ForestAxisProps): ReactNode {
  const { plot, tall } = props.picture;
  if (!tall) return null;
  const bottom = plot.y + plot.height;
  return (
    <g>
      <Ticks {...props} y={bottom + 16} />
      <Words {...props} y={bottom + 36} />
    </g>
  );
}

/** Thin lines down the plot at the axis's values. */
export function Grid(props: { readonly picture: ForestPicture }): ReactNode {
  const { scale, strips } = props.picture;
  return scale.ticks.flatMap((tick) =>
    strips.map(([top, bottom]) => (
      <line
        key={`${tick} ${top}`}
        className={tick === 0 ? "chart-base" : "chart-grid"}
        x1={scale.at(tick)}
        x2={scale.at(tick)}
        y1={top}
        y2={bottom}
      />
    )),
  );
}
