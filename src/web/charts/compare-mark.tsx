import type { ReactNode } from "react";
import type { ClaimResult } from "../../estimates/estimate.ts";
import { ClaimGlyph } from "./claim-glyph.tsx";
import { type CompareRow, compareScale, ROW } from "./compare-layout.ts";
import { isConflict } from "./fan-claims.ts";
import { IntervalLines } from "./interval-mark.tsx";
import { type ChartLabels, ENGLISH } from "./labels.ts";
import type { Scale } from "./scale.ts";
import { useWidth } from "./use-width.ts";
import { BottomAxis } from "./value-axis.tsx";

interface CompareMarkProps {
  /** Spoken: everything that the picture shows. */
  readonly name: string;
  readonly unit: string;
  readonly rows: readonly CompareRow[];
  /** Prints the axis below; without it the marks only show which lies where. */
  readonly axis?: boolean;
  readonly labels?: ChartLabels | undefined;
}

interface RowProps<Kind extends CompareRow> {
  readonly row: Kind;
  readonly scale: Scale;
  readonly y: number;
}

function Span({ row, scale, y }: RowProps<Extract<CompareRow, { kind: "span" }>>): ReactNode {
  const { q05, median, q95, q25, q75 } = row.span;
  if (q25 !== undefined && q75 !== undefined)
    return <IntervalLines interval={{ q05, q25, median, q75, q95 }} scale={scale} y={y} />;
  return (
    <g className={row.before === true ? "compare-before" : undefined}>
      <line className="chart-thin" x1={scale.at(q05)} x2={scale.at(q95)} y1={y} y2={y} />
      <circle className="chart-dot" cx={scale.at(median)} cy={y} r={4} />
    </g>
  );
}

function open(result: ClaimResult): "above" | "below" | undefined {
  if (result.bound === undefined) return undefined;
  return result.bound === "at least" ? "above" : "below";
}

function Said({ row, scale, y }: RowProps<Extract<CompareRow, { kind: "claim" }>>): ReactNode {
  const { result } = row;
  return (
    <ClaimGlyph
      x={scale.at(result.center)}
      y={y}
      radius={4.5}
      filled={Math.sqrt(result.weight) * 4}
      range={[scale.at(result.low), scale.at(result.high)]}
      upright={false}
      conflict={isConflict(result)}
      open={open(result)}
    />
  );
}

/** Two or three intervals or claims, one under the other on one axis. Fills the width of its container. */
export function CompareMark(props: CompareMarkProps): ReactNode {
  const { rows, unit, axis = false, labels = ENGLISH } = props;
  const [measure, width] = useWidth(280);
  const left = rows.some(({ label }) => label !== undefined) ? 72 : 0;
  const scale = compareScale(rows, unit, { range: [left + 10, Math.max(left + 60, width - 14)], axis });
  const height = rows.length * ROW + 4;
  const printed = labels.axisUnit(unit, scale.domain[1]);
  const isLog = scale.kind === "log";
  const below = (axis ? 38 : 0) + (!axis && isLog ? 14 : 0);
  const words = isLog ? `${axis ? `${printed.words} (${labels.logScale})` : labels.logScale}` : printed.words;
  return (
    <span className="compare-mark" ref={measure}>
      <svg role="img" aria-label={props.name} width={width} height={height + below}>
        {axis ? (
          <BottomAxis scale={scale} unit={printed} labels={labels} plot={{ x: left, y: 0, width, height }} />
        ) : null}
        {rows.map((row, i) => {
          const y = i * ROW + ROW / 2 + 2;
          return (
            <g key={row.id}>
              {row.label === undefined ? null : (
                <text className="chart-text soft" x={0} y={y + 4}>
                  {row.label}
                </text>
              )}
              {row.kind === "span" ? <Span row={row} scale={scale} y={y} /> : <Said row={row} scale={scale} y={y} />}
            </g>
          );
        })}
        {axis || isLog ? (
          <text className="chart-text soft" x={left} y={height + below - 4}>
            {words}
          </text>
        ) : null}
      </svg>
    </span>
  );
}
