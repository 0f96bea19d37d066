import type { ReactNode } from "react";
import type { Claim } from "../../claims/claim.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import { ClaimGlyph } from "./claim-glyph.tsx";
import { isConflict } from "./fan-claims.ts";
import { type ForestHeading, type ForestRow, forestBrackets } from "./forest-layout.ts";
import type { ForestPicture } from "./forest-picture.ts";
import { isUsed } from "./forest-sections.ts";
import { IntervalLines } from "./interval-mark.tsx";
import type { ChartLabels } from "./labels.ts";
import { truncated } from "./text-width.ts";

interface EstimateRowProps {
  readonly picture: ForestPicture;
  readonly estimate: Estimate | undefined;
  readonly name: string;
  readonly labels: ChartLabels;
}

/** The one estimate over all claims: its interval on top, its 90 % shaded through all rows. */
export function EstimateRow(props: EstimateRowProps): ReactNode {
  const { picture, estimate, labels } = props;
  const { plot, scale, estimateY, stacked } = picture;
  const label = stacked ? picture.width : plot.x - 28;
  const text = estimate === undefined ? labels.notEstablished : labels.interval(estimate, estimate.unit);
  const y = stacked ? estimateY - 22 : estimateY - 2;
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

interface RowProps {
  readonly row: ForestRow;
  readonly picture: ForestPicture;
  /** The row has an estimate of its own. */
  readonly own: boolean;
  /** Id of the pattern for what is assumed. */
  readonly hatch: string;
}

/** The estimate of a row's own quantity, under its claim, its 90 % shaded behind both. */
function OwnEstimate(props: RowProps & { readonly estimate: Estimate }): ReactNode {
  const { row, picture, estimate } = props;
  const { scale, top } = picture;
  const [from, to] = [scale.at(estimate.q05), scale.at(estimate.q95)];
  const y = top + row.estimateY;
  const above = top + row.y - 9;
  return (
    <g>
      <rect className="chart-shade" x={from} y={above} width={Math.max(1, to - from)} height={y + 7 - above} />
      <IntervalLines
        interval={estimate}
        scale={scale}
        y={y}
        hatch={estimate.carriedByPrior ? props.hatch : undefined}
      />
    </g>
  );
}

function RowWords({ row, picture }: Pick<RowProps, "row" | "picture">): ReactNode {
  const conflict = isConflict(row.view.result);
  const lines = [
    ...row.head.map((text) => ({ text, kind: "worker" })),
    ...row.title.map((text) => ({ text, kind: "figures" })),
    ...row.detail.map((text) => ({ text, kind: "soft" })),
    ...row.verdict.map((text) => ({ text, kind: conflict ? "warn" : "soft" })),
  ];
  return lines.map(({ text, kind }, index) => (
    <text
      key={`${kind} ${text}`}
      className={`chart-text ${kind}`}
      x={picture.indent}
      y={picture.top + row.top + 14 + index * 17}
    >
      {text}
    </text>
  ));
}

/** One claim: its words, its circle on its stated range and the estimate that it is held against. */
export function ForestRowMark(props: RowProps): ReactNode {
  const { row, picture } = props;
  const { result } = row.view;
  const { scale, top } = picture;
  return (
    <g>
      <RowWords row={row} picture={picture} />
      {props.own && row.estimate !== undefined ? <OwnEstimate {...props} estimate={row.estimate} /> : null}
      {result !== undefined && isUsed(row.view) ? (
        <ClaimGlyph
          x={scale.at(result.center)}
          y={top + row.y}
          radius={5}
          filled={5 * Math.sqrt(Math.min(1, Math.max(0, result.weight)))}
          range={[scale.at(result.low), scale.at(result.high)]}
          upright={false}
          conflict={isConflict(result)}
          open={openSide(row.view.claim)}
          beyond={beyond(result.center, scale.domain)}
        />
      ) : null}
    </g>
  );
}

function openSide({ range }: Claim): "above" | "below" | undefined {
  if (range.kind === "at least") return "above";
  return range.kind === "at most" ? "below" : undefined;
}

function beyond(value: number, [low, high]: readonly [number, number]): "above" | "below" | undefined {
  if (value > high) return "above";
  return value < low ? "below" : undefined;
}

interface HeadingProps {
  readonly heading: ForestHeading;
  readonly picture: ForestPicture;
  readonly words: string;
}

/** A section's name over its rows. */
export function HeadingMark({ heading, picture, words }: HeadingProps): ReactNode {
  const top = picture.top + heading.top;
  return (
    <g>
      {heading.top === 0 ? null : <line className="chart-rule" x1={0} x2={picture.width} y1={top + 6} y2={top + 6} />}
      <text className="chart-text figures strong" x={0} y={top + 27}>
        {truncated(words, 13.5, picture.stacked ? picture.width : picture.plot.x - 20)}
      </text>
    </g>
  );
}

/** Brackets beside the rows of one origin. */
export function Brackets({ picture, own }: { readonly picture: ForestPicture; readonly own: boolean }): ReactNode {
  const x = picture.stacked ? 7 : picture.plot.x - 6;
  return forestBrackets(picture.rows).map(({ group, from, to }) => (
    <path
      key={`${group} ${from}`}
      className="chart-bracket"
      d={`M${x},${picture.top + from - 8}h-5V${picture.top + to + (own ? 18 : 8)}h5`}
    />
  ));
}
