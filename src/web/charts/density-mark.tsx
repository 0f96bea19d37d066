import type { ReactNode } from "react";
import type { Estimate } from "../../estimates/estimate.ts";
import { densityPath, percentileDensity, summaryDensity } from "./density-layout.ts";
import { IntervalLines } from "./interval-mark.tsx";
import { ENGLISH } from "./labels.ts";
import type { DensityMarkProps } from "./props.ts";
import { linearScale, logScale, type Scale } from "./scale.ts";
import { useWidth } from "./use-width.ts";
import { BottomAxis } from "./value-axis.tsx";

function densityScale(estimate: Estimate, kind: "linear" | "log", width: number): Scale {
  const low = Math.min(estimate.q05, ...estimate.percentiles);
  const high = Math.max(estimate.q95, ...estimate.percentiles);
  const reach = Math.max(high - low, Math.abs(high) * 0.05, 1e-9);
  const range: [number, number] = [8, Math.max(60, width - 8)];
  const ticks = Math.max(2, Math.floor(width / 90));
  if (kind === "log") return logScale([low / 1.6, high * 1.6], range, ticks);
  return linearScale([Math.max(low >= 0 ? 0 : -Infinity, low - reach / 2), high + reach / 2], range, ticks);
}

function Curves(props: { readonly estimate: Estimate; readonly scale: Scale; readonly bottom: number }): ReactNode {
  const { estimate, scale, bottom } = props;
  const posterior = percentileDensity(estimate.percentiles, scale);
  const prior = summaryDensity(estimate.prior, scale);
  const tallest = Math.max(...posterior.map(({ density }) => density), ...prior.map(({ density }) => density));
  const options = { top: 4, bottom, tallest };
  return (
    <>
      <path className="chart-prior" d={densityPath(prior, scale, { ...options, closed: false })} />
      <path className="chart-density" d={densityPath(posterior, scale, { ...options, closed: true })} />
    </>
  );
}

/** The distribution of an estimate as a curve, its prior dotted behind, its interval below. */
export function DensityMark(props: DensityMarkProps): ReactNode {
  const { estimate, height = 96, scale: kind = "linear" } = props;
  const labels = props.labels ?? ENGLISH;
  const [measure, width] = useWidth(320);
  const scale = densityScale(estimate, kind, width);
  const unit = labels.axisUnit(estimate.unit, scale.domain[1]);
  const bottom = height - 48;
  const words = scale.kind === "log" ? `${unit.words} (${labels.logScale})` : unit.words;
  return (
    <span className="chart-density-mark" ref={measure}>
      <svg
        role="img"
        aria-label={`${props.name}: ${labels.interval(estimate, estimate.unit)} ${labels.unit(estimate.unit)}`}
        width={width}
        height={height + 14}
        viewBox={`0 0 ${width} ${height + 14}`}
      >
        <BottomAxis scale={scale} unit={unit} labels={labels} plot={{ x: 8, y: 4, width, height: bottom + 12 }} />
        <Curves estimate={estimate} scale={scale} bottom={bottom} />
        <IntervalLines interval={estimate} scale={scale} y={bottom + 8} />
        <text className="chart-text soft" x={8} y={height + 10}>
          {words}
        </text>
      </svg>
    </span>
  );
}
