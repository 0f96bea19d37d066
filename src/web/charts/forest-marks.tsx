import type { ReactNode } from "react";
import type { Estimate } from "../../estimates/estimate.ts";
import { ClaimGlyph } from "./claim-glyph.tsx";
import { isConflict } from "./fan-claims.ts";
import type { ForestRow } from "./forest-layout.ts";
import type { ForestPicture } from "./forest-picture.ts";
import { IntervalLines } from "./interval-mark.tsx";
import type { ChartLabels } from "./labels.ts";
import { truncated } from "./text-width.ts";

interface EstimateRowProps {
  readonly picture: ForestPicture;
  readonly estimate: Estimate | undefined;
  readonly name: string;
  readonly labels: ChartLabels;
}

/** The estimate over the claims: its interval on top, its 90 % shaded through all rows. */
export function EstimateRow(props: EstimateRowProps): ReactNode {
  const { picture, estimate, labels } = props;
  const { plot, scale, estimateY, stacked } = picture;
  const label = stacked ? picture.width : plot.x - 28;
  const text = estimate === undefined ? labels.notEstablished : labels.interval(estimate, estimate.unit);
  const y = stacked ? estimateY - 30 : estimateY - 2;
  return (
    <g>
      {estimate === undefined ? (
        <circle className="chart-ring" cx={plot.x + 8} cy={estimateY} r={5} />
      ) : (
        <Shade estimate={estimate} picture={picture} />
      )}
      <text className="chart-text figures strong" x={0} y={y}>
        {truncated(stacked ? `${props.name}: ${text}` : props.name, 13.5, label)}
      </text>
      {stacked ? null : (
        <text className="chart-text worker" x={0} y={y + 17}>
          {text}
        </text>
      )}
      {estimate === undefined ? null : <IntervalLines interval={estimate} scale={scale} y={estimateY} />}
      <line className="chart-rule" x1={0} x2={picture.width} y1={estimateY + 22} y2={estimateY + 22} />
    </g>
  );
}

function Shade(props: { readonly estimate: Estimate; readonly picture: ForestPicture }): ReactNode {
  const { scale, strips } = props.picture;
  const { q05, q95, median } = props.estimate;
  const [from, to, middle] = [scale.at(q05), scale.at(q95), scale.at(median)];
  return strips.map(([top, bottom]) => (
    <g key={top}>
      <rect className="chart-shade" x={from} y={top} width={Math.max(0.5, to - from)} height={bottom - top} />
      <line className="chart-pointed" x1={middle} x2={middle} y1={top} y2={bottom} />
    </g>
  ));
}

/** One claim: its words and its interval. */
export function ForestRowMark(props: { readonly row: ForestRow; readonly picture: ForestPicture }): ReactNode {
  const { row, picture } = props;
  const { result } = row.view;
  const conflict = isConflict(result);
  const drawn = result !== undefined && result.unused === undefined;
  const lines = [
    ...row.title.map((text) => ({ text, kind: "figures" })),
    ...row.detail.map((text) => ({ text, kind: "soft" })),
    ...row.verdict.map((text) => ({ text, kind: conflict ? "warn" : "soft" })),
  ];
  const { scale } = picture;
  const y = picture.top + row.y;
  return (
    <g>
      {lines.map(({ text, kind }, index) => (
        <text
          key={`${kind} ${text}`}
          className={`chart-text ${kind}`}
          x={picture.indent}
          y={picture.top + row.top + 14 + index * 17}
        >
          {text}
        </text>
      ))}
      {drawn ? (
        <ClaimGlyph
          x={scale.at(result.center)}
          y={y}
          radius={5}
          filled={5 * Math.sqrt(Math.min(1, Math.max(0, result.weight)))}
          range={[scale.at(result.low), scale.at(result.high)]}
          upright={false}
          conflict={conflict}
        />
      ) : null}
    </g>
  );
}
