import type { Cell, ChartData, DataRow } from "./chart-data.ts";
import type { Forest } from "./forest-picture.ts";
import { type HeldClaim, isUsed } from "./forest-sections.ts";
import type { ForestSpeech } from "./forest-words.ts";
import { type ChartLabels, ENGLISH } from "./labels.ts";
import type { ForestPlotProps } from "./props.ts";

type Column = ChartData["columns"][number];

const ESTIMATE_COLUMN = 9;

function columns(unit: string, labels: ChartLabels): readonly Column[] {
  const text = (label: string): Column => ({ label, numeric: false });
  const named = (label: string): Column => ({ label: `${label} (${labels.unit(unit)})`, numeric: true });
  return [
    text(labels.source),
    text(labels.saidBy),
    text(labels.when),
    named(labels.middle),
    named(labels.statedLow),
    named(labels.statedHigh),
    { label: labels.weight, numeric: true },
    text(labels.verdict),
    text(labels.origin),
    text(labels.estimate),
    named(labels.median),
    named(labels.low90),
    named(labels.low50),
    named(labels.high50),
    named(labels.high90),
  ];
}

function cells(held: HeldClaim, forest: Forest, speech: ForestSpeech, labels: ChartLabels): readonly Cell[] {
  const { view, estimate } = held;
  const { claim, result } = view;
  const drawn = isUsed(view) ? result : undefined;
  const number = (value: number | undefined): Cell =>
    value === undefined ? undefined : { value, text: labels.figure(value, estimate?.unit ?? forest.unit) };
  return [
    view.sourceTitle,
    labels.speaker(claim.statedBy),
    labels.period(claim.period),
    number(drawn?.center),
    number(drawn?.low),
    number(drawn?.high),
    drawn === undefined ? undefined : { value: drawn.weight, text: labels.figure(drawn.weight, "share") },
    labels.conflict(result),
    drawn?.group ?? "",
    drawn?.quantity === undefined ? "" : speech.quantity(drawn.quantity),
    number(estimate?.median),
    number(estimate?.q05),
    number(estimate?.q25),
    number(estimate?.q75),
    number(estimate?.q95),
  ];
}

function dataRow(held: HeldClaim, props: ForestPlotProps, content: readonly Cell[]): DataRow {
  const { onOpen, onOpenClaim } = props;
  const { id } = held.view.claim;
  const quantity = held.estimate?.quantity;
  return {
    id,
    cells: content,
    ...(onOpenClaim === undefined ? {} : { open: () => onOpenClaim(id) }),
    ...(onOpen === undefined || quantity === undefined
      ? {}
      : { also: { column: ESTIMATE_COLUMN, open: () => onOpen(quantity) } }),
  };
}

/** The numbers of a forest plot: each claim with the estimate that it is held against, folded rows too. */
export function forestData(props: ForestPlotProps, forest: Forest, speech: ForestSpeech): ChartData {
  const labels = props.labels ?? ENGLISH;
  return {
    columns: columns(forest.unit, labels),
    rows: forest.sections.flatMap(({ held }) =>
      held.map((one) => dataRow(one, props, cells(one, forest, speech, labels))),
    ),
  };
}
