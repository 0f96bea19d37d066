import type { ReactNode } from "react";
import type { ClaimView } from "../../cases/views.ts";
import type { ChartData } from "./chart-data.ts";
import { ChartFrame, type Picture } from "./chart-frame.tsx";
import { ChartKey, type KeyItem } from "./chart-key.tsx";
import { isConflict } from "./fan-claims.ts";
import { type ForestWords, forestBrackets, forestOrder } from "./forest-layout.ts";
import { EstimateRow, ForestRowMark } from "./forest-marks.tsx";
import { type ForestPicture, layoutForest } from "./forest-picture.ts";
import { type ChartLabels, ENGLISH } from "./labels.ts";
import type { Hotspot } from "./mark-buttons.tsx";
import type { ForestPlotProps } from "./props.ts";
import { BottomAxis } from "./value-axis.tsx";

function unitOf(props: ForestPlotProps): string {
  return props.estimate?.unit ?? "";
}

function isDrawn(view: ClaimView): boolean {
  return view.result !== undefined && view.result.unused === undefined;
}

function wordsOf(view: ClaimView, unit: string, labels: ChartLabels): ForestWords {
  const { claim, result } = view;
  const figures = result !== undefined && isDrawn(view) ? labels.range(result.low, result.high, unit) : undefined;
  const verdict = labels.conflict(result);
  const fits = result !== undefined && isDrawn(view) && result.conflict < 0.2;
  const parts = [figures, labels.speaker(claim.statedBy), labels.period(claim.period), fits ? verdict : undefined];
  return {
    title: view.sourceTitle,
    detail: parts.filter((part) => part !== undefined && part !== "").join(" · "),
    verdict: fits ? "" : verdict,
  };
}

function rowSpot(props: ForestPlotProps, picture: ForestPicture, index: number): Hotspot[] {
  const labels = props.labels ?? ENGLISH;
  const row = picture.rows[index];
  if (row === undefined) return [];
  const words = wordsOf(row.view, unitOf(props), labels);
  const said = [words.title, words.detail, words.verdict].filter((line) => line !== "");
  const { onOpenClaim } = props;
  const id = row.view.claim.id;
  return [
    {
      id,
      x: 0,
      y: picture.top + row.top,
      width: picture.width,
      height: row.height - 6,
      label: labels.open(said.join(", ")),
      tip: said,
      ...(onOpenClaim === undefined ? {} : { onPress: () => onOpenClaim(id) }),
    },
  ];
}

function estimateSpot(props: ForestPlotProps, picture: ForestPicture): Hotspot[] {
  const labels = props.labels ?? ENGLISH;
  const { estimate, onOpen } = props;
  if (estimate === undefined) return [];
  const text = labels.interval(estimate, estimate.unit);
  return [
    {
      id: estimate.quantity,
      x: 0,
      y: picture.estimateY - 16,
      width: picture.width,
      height: 32,
      label: labels.open(`${props.name}: ${text}`),
      tip: [props.name, ...labels.tip(estimate, estimate.unit)],
      ...(onOpen === undefined ? {} : { onPress: () => onOpen(estimate.quantity) }),
    },
  ];
}

function claimCells(view: ClaimView, unit: string, labels: ChartLabels): ChartData["rows"][number]["cells"] {
  const { claim, result } = view;
  const drawn = isDrawn(view) ? result : undefined;
  const number = (value: number | undefined): { value: number; text: string } | undefined =>
    value === undefined ? undefined : { value, text: labels.figure(value, unit) };
  return [
    view.sourceTitle,
    labels.speaker(claim.statedBy),
    labels.period(claim.period),
    number(drawn?.center),
    number(drawn?.low),
    number(drawn?.high),
    drawn === undefined ? undefined : { value: drawn.weight, text: labels.figure(drawn.weight, "share") },
    labels.conflict(result),
    result?.group ?? "",
  ];
}

function forestData(props: ForestPlotProps, labels: ChartLabels): ChartData {
  const unit = unitOf(props);
  const named = (label: string): { label: string; numeric: boolean } => ({
    label: `${label} (${labels.unit(unit)})`,
    numeric: true,
  });
  const text = (label: string): { label: string; numeric: boolean } => ({ label, numeric: false });
  const { estimate } = props;
  const figures = (value: number): { value: number; text: string } => ({ value, text: labels.figure(value, unit) });
  const top =
    estimate === undefined
      ? []
      : [
          {
            id: estimate.quantity,
            cells: [
              labels.estimate,
              "",
              "",
              figures(estimate.median),
              figures(estimate.q05),
              figures(estimate.q95),
              undefined,
              "",
              "",
            ],
            open: props.onOpen === undefined ? undefined : () => props.onOpen?.(estimate.quantity),
          },
        ];
  const rows = forestOrder(props.claims).map((view) => ({
    id: view.claim.id,
    cells: claimCells(view, unit, labels),
    open: props.onOpenClaim === undefined ? undefined : () => props.onOpenClaim?.(view.claim.id),
  }));
  return {
    columns: [
      text(labels.source),
      text(labels.saidBy),
      text(labels.when),
      named(labels.middle),
      named(labels.statedLow),
      named(labels.statedHigh),
      { label: labels.weight, numeric: true },
      text(labels.verdict),
      text(labels.origin),
    ],
    rows: [...top, ...rows],
  };
}

function draw(props: ForestPlotProps, width: number): Picture {
  const labels = props.labels ?? ENGLISH;
  const unit = unitOf(props);
  const picture = layoutForest(props, width, (view) => wordsOf(view, unit, labels));
  const { plot, scale, rows, estimate } = { ...picture, estimate: props.estimate };
  const bracket = picture.stacked ? 7 : plot.x - 6;
  const conflicts = props.claims.filter(({ result }) => isConflict(result)).length;
  const text = estimate === undefined ? labels.notEstablished : labels.interval(estimate, unit);
  const log = scale.kind === "log" ? ` (${labels.logScale})` : "";
  return {
    height: picture.height,
    summary: labels.forestSummary(props.name, text, props.claims.length, conflicts),
    svg: (
      <>
        <BottomAxis scale={scale} unit={picture.unit} labels={labels} plot={plot} strips={picture.strips} />
        <text className="chart-text soft end" x={plot.x + plot.width} y={picture.height - 4}>
          {`${picture.unit.words}${log}`}
        </text>
        <EstimateRow picture={picture} estimate={estimate} name={props.name} labels={labels} />
        {rows.map((row) => (
          <ForestRowMark key={row.view.claim.id} row={row} picture={picture} />
        ))}
        {forestBrackets(rows).map(({ group, from, to }) => (
          <path
            key={group}
            className="chart-bracket"
            d={`M${bracket},${picture.top + from - 8}h-5V${picture.top + to + 8}h5`}
          />
        ))}
      </>
    ),
    spots: [...estimateSpot(props, picture), ...rows.flatMap((_, index) => rowSpot(props, picture, index))],
  };
}

function keyItems(props: ForestPlotProps): KeyItem[] {
  const groups = props.claims.flatMap(({ result }) => (result === undefined ? [] : [result.group]));
  const items: [KeyItem, boolean][] = [
    ["estimate", props.estimate !== undefined],
    ["claim", true],
    ["claimConflict", props.claims.some(({ result }) => isConflict(result))],
    ["sharedOrigin", new Set(groups).size < groups.length],
  ];
  return items.flatMap(([item, present]) => (present ? [item] : []));
}

/** Claims on one quantity, each on its stated range, against the estimate that they led to. */
export function ForestPlot(props: ForestPlotProps): ReactNode {
  const labels = props.labels ?? ENGLISH;
  return (
    <ChartFrame
      frame={props}
      data={forestData(props, labels)}
      legend={<ChartKey items={keyItems(props)} labels={labels} />}
      draw={(width) => draw(props, width)}
    />
  );
}
