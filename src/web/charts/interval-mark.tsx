import { type ReactNode, useId } from "react";
import { Hatching } from "./hatching.tsx";
import { layoutInterval, markScale, ownDomain } from "./interval-layout.ts";
import { ENGLISH } from "./labels.ts";
import type { Interval, IntervalMarkProps } from "./props.ts";
import type { Scale } from "./scale.ts";

function spoken(props: IntervalMarkProps): string {
  const labels = props.labels ?? ENGLISH;
  if (props.interval === undefined) return `${props.name}: ${labels.notEstablished}`;
  const text = `${props.name}: ${labels.interval(props.interval, props.unit)} ${labels.unit(props.unit)}`;
  return props.assumed === true ? `${text}, ${labels.assumed}` : text;
}

function NotEstablished(props: { readonly height: number; readonly words: string }): ReactNode {
  return (
    <>
      <circle className="chart-ring" cx={7} cy={props.height / 2} r={4.5} />
      <text className="chart-text soft" x={18} y={props.height / 2 + 4}>
        {props.words}
      </text>
    </>
  );
}

interface LinesProps {
  readonly interval: Interval;
  readonly scale: Scale;
  readonly y: number;
  readonly hatch?: string | undefined;
}

/** An interval along a scale: dot, thick line, thin line, arrowheads where it leaves the axis. */
export function IntervalLines(props: LinesProps): ReactNode {
  const { y } = props;
  const { dot, thick, thin, below, above } = layoutInterval(props.interval, props.scale);
  return (
    <g>
      <line className="chart-thin" x1={thin[0]} x2={thin[1]} y1={y} y2={y} />
      {below ? (
        <path className="chart-arrow" d={`M${thin[0] + 4},${y - 4}L${thin[0] - 1},${y}L${thin[0] + 4},${y + 4}`} />
      ) : null}
      {above ? (
        <path className="chart-arrow" d={`M${thin[1] - 4},${y - 4}L${thin[1] + 1},${y}L${thin[1] - 4},${y + 4}`} />
      ) : null}
      {props.hatch === undefined ? (
        <line className="chart-thick" x1={thick[0]} x2={thick[1]} y1={y} y2={y} />
      ) : (
        <rect
          className="chart-outline"
          x={thick[0]}
          y={y - 4}
          width={Math.max(1, thick[1] - thick[0])}
          height={8}
          fill={`url(#${props.hatch})`}
        />
      )}
      <circle className="chart-dot" cx={dot} cy={y} r={4} />
    </g>
  );
}

function Drawn(props: IntervalMarkProps & { readonly interval: Interval; readonly id: string }): ReactNode {
  const { width = 160, height = 20, scale: kind = "linear", interval, prior } = props;
  const scale = markScale(props.domain ?? ownDomain(interval, kind), kind, { width, pad: 6 });
  const visible = prior !== undefined && prior.q05 < scale.domain[1] && prior.q95 > scale.domain[0];
  const behind = visible ? layoutInterval(prior, scale).thin : undefined;
  const y = height / 2;
  return (
    <>
      {props.assumed === true ? <Hatching id={props.id} /> : null}
      {behind === undefined ? null : <line className="chart-prior" x1={behind[0]} x2={behind[1]} y1={y} y2={y} />}
      <IntervalLines interval={interval} scale={scale} y={y} hatch={props.assumed === true ? props.id : undefined} />
    </>
  );
}

/** An estimate in a line of text or a table cell: dot at the median, thick line 50 %, thin line 90 %. */
export function IntervalMark(props: IntervalMarkProps): ReactNode {
  const { width = 160, height = 20, interval, onOpen } = props;
  const labels = props.labels ?? ENGLISH;
  const id = useId();
  const label = spoken(props);
  const content =
    interval === undefined ? (
      <NotEstablished height={height} words={labels.notEstablished} />
    ) : (
      <Drawn {...props} interval={interval} id={id} />
    );
  const size = { className: "chart-inline", width, height, viewBox: `0 0 ${width} ${height}` };
  if (onOpen === undefined || interval === undefined) {
    return (
      <svg {...size} role="img" aria-label={label}>
        {content}
      </svg>
    );
  }
  return (
    <button type="button" className="chart-mark-button" aria-label={labels.open(label)} onClick={onOpen}>
      <svg {...size} aria-hidden="true">
        {content}
      </svg>
    </button>
  );
}
