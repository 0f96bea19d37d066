import type { ReactNode } from "react";
import type { FlowPart } from "../../cases/views.ts";
import type { ChartData } from "./chart-data.ts";
import { ChartFrame, type Picture } from "./chart-frame.tsx";
import { ChartKey } from "./chart-key.tsx";
import { type FlowBand, type FlowLayout, layoutFlow } from "./flow-layout.ts";
import { type ChartLabels, ENGLISH } from "./labels.ts";
import type { FlowPictureProps } from "./props.ts";
import { textWidth, wrapped } from "./text-width.ts";

const LINE = 17;

function asShares(part: FlowPart): { median: number; q05: number; q95: number } {
  return { median: part.median / 100, q05: part.q05 / 100, q95: part.q95 / 100 };
}

function inPercent(part: FlowPart, labels: ChartLabels): string {
  return labels.interval(asShares(part), "share");
}

interface Drawn {
  readonly layout: FlowLayout;
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly width: number;
}

function layout(props: FlowPictureProps, width: number): Drawn {
  const labels = props.labels ?? ENGLISH;
  const wishes = props.parts.map((part) => Math.max(textWidth(part.name, 14), textWidth(inPercent(part, labels), 13)));
  const words = Math.min(Math.max(...wishes) + 18, width * (width < 500 ? 0.46 : 0.4));
  const names = new Map(props.parts.map((part) => [part.quantity, wrapped(part.name, 14, words - 14, 2)]));
  const lines = Math.max(...[...names.values()].map((name) => name.length)) + 1;
  const size = { width: width - words, depth: width < 500 ? 200 : 240, line: lines * LINE + 6 };
  return { layout: layoutFlow(props.parts, size), names, width };
}

function Band(props: { readonly band: FlowBand; readonly drawn: Drawn; readonly labels: ChartLabels }): ReactNode {
  const { band, drawn, labels } = props;
  const { part, to } = band;
  const name = drawn.names.get(part.quantity) ?? [part.name];
  const kind = part.worker ? "flow-worker" : "flow-other";
  const middle = (to[0] + to[1]) / 2;
  const end = drawn.layout.x;
  const x = end + 10;
  const top = middle - ((name.length + 1) * LINE) / 2 + 13;
  return (
    <g>
      <path className={`chart-flow-edge ${kind}`} d={band.lighter} />
      <path className={`chart-flow ${kind}`} d={band.band} />
      <rect
        className={`chart-flow-end ${kind}`}
        x={end - 4}
        y={to[0]}
        width={4}
        height={Math.max(0.5, to[1] - to[0])}
      />
      {to[1] - to[0] < 18 ? null : (
        <text className={`chart-text figures strong end ${part.worker ? "on-river" : ""}`} x={end - 12} y={middle + 5}>
          {labels.figure(part.median / 100, "share")}
        </text>
      )}
      {name.map((line, index) => (
        <text key={line} className={`chart-text large ${part.worker ? "worker" : ""}`} x={x} y={top + index * LINE}>
          {line}
        </text>
      ))}
      <text className={`chart-text figures ${part.worker ? "worker" : "soft"}`} x={x} y={top + name.length * LINE}>
        {inPercent(part, labels)}
      </text>
    </g>
  );
}

/** How far the uppermost band has risen over the first `width` pixels, so that the words above the whole stand clear of it. */
function rise(drawn: FlowLayout, width: number): number {
  const first = drawn.bands[0];
  const share = Math.min(1, width / Math.max(1, drawn.x));
  return first === undefined ? 0 : Math.max(0, first.from[0] - first.edge[0]) * share * share * (3 - 2 * share);
}

function draw(props: FlowPictureProps, width: number): Picture {
  const labels = props.labels ?? ENGLISH;
  const drawn = layout(props, width);
  const { whole, bands, height } = drawn.layout;
  const { onOpen } = props;
  return {
    height,
    summary: labels.flowSummary(
      props.whole,
      props.parts.map((part) => `${part.name} ${inPercent(part, labels)}`),
    ),
    svg: (
      <>
        {bands.map((band) => (
          <Band key={band.part.quantity} band={band} drawn={drawn} labels={labels} />
        ))}
        <rect className="chart-whole" x={whole.x} y={whole.y} width={whole.width} height={whole.height} />
        <text
          className="chart-text large strong"
          x={0}
          y={whole.y - 8 - rise(drawn.layout, textWidth(props.whole, 15))}
        >
          {props.whole}
        </text>
      </>
    ),
    spots: bands.map(({ part, to, edge }) => {
      const text = inPercent(part, labels);
      const top = Math.min(edge[0], (to[0] + to[1]) / 2 - 14);
      return {
        id: part.quantity,
        x: drawn.layout.x - 80,
        y: top,
        width: width - drawn.layout.x + 80,
        height: Math.max(28, edge[1] - edge[0]),
        label: labels.open(`${part.name}: ${text}`),
        tip: [part.name, ...labels.tip(asShares(part), "share")],
        ...(onOpen === undefined ? {} : { onPress: () => onOpen(part.quantity) }),
      };
    }),
  };
}

function flowData(props: FlowPictureProps, labels: ChartLabels): ChartData {
  const columns = [labels.median, labels.low90, labels.high90].map((label) => ({
    label: `${label} (${labels.unit("share")})`,
    numeric: true,
  }));
  return {
    columns: [{ label: labels.part, numeric: false }, ...columns],
    rows: props.parts.map((part) => ({
      id: part.quantity,
      cells: [
        part.name,
        ...[part.median, part.q05, part.q95].map((value) => ({ value, text: labels.figure(value / 100, "share") })),
      ],
      open: props.onOpen === undefined ? undefined : () => props.onOpen?.(part.quantity),
    })),
  };
}

/** What of a whole goes where: bands as wide as their medians, the worker's in the accent. */
export function FlowPicture(props: FlowPictureProps): ReactNode {
  const labels = props.labels ?? ENGLISH;
  return (
    <ChartFrame
      frame={props}
      data={flowData(props, labels)}
      legend={<ChartKey items={["flow"]} labels={labels} />}
      draw={(width) => draw(props, width)}
    />
  );
}
