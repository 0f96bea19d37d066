import type { Estimate } from "../../estimates/estimate.ts";
import { type ForestHeading, type ForestRow, HEADING } from "./forest-layout.ts";
import type { Forest, ForestPicture } from "./forest-picture.ts";
import { isUsed } from "./forest-sections.ts";
import type { ForestSpeech } from "./forest-words.ts";
import { ENGLISH } from "./labels.ts";
import type { Hotspot } from "./mark-buttons.tsx";
import type { ForestPlotProps } from "./props.ts";

interface SpotContext {
  readonly props: ForestPlotProps;
  readonly forest: Forest;
  readonly picture: ForestPicture;
  readonly speech: ForestSpeech;
  readonly toggle: (section: string) => void;
}

function traceSpot(context: SpotContext, estimate: Estimate, box: { id: string; y: number; height: number }): Hotspot {
  const { props, picture, speech, forest } = context;
  const labels = props.labels ?? ENGLISH;
  const name = forest.single === undefined ? speech.quantity(estimate.quantity) : props.name;
  const { onOpen } = props;
  return {
    ...box,
    x: 0,
    width: picture.width,
    label: labels.open(`${name}: ${labels.interval(estimate, estimate.unit)}`),
    tip: [name, ...labels.tip(estimate, estimate.unit)],
    ...(onOpen === undefined ? {} : { onPress: () => onOpen(estimate.quantity) }),
  };
}

/** The claim's circle and its words, one button. */
function claimSpot(context: SpotContext, row: ForestRow): Hotspot {
  const { props, picture, speech } = context;
  const labels = props.labels ?? ENGLISH;
  const words = speech.row(row);
  const said = [words.title, words.detail, words.verdict].filter((line) => line !== "");
  const id = row.view.claim.id;
  const { onOpenClaim } = props;
  const wordsWidth = picture.stacked ? picture.width : picture.plot.x - 12;
  const lines = row.title.length + row.detail.length + row.verdict.length;
  const text = { x: 0, y: picture.top + row.wordsTop + 2, width: wordsWidth, height: lines * 17 + 2 };
  const { result } = row.view;
  const x = result !== undefined && isUsed(row.view) ? picture.scale.at(result.center) : undefined;
  const circle = x === undefined ? text : { x: x - 12, y: picture.top + row.y - 12, width: 24, height: 24 };
  return {
    id,
    ...circle,
    ...(x === undefined ? {} : { also: text }),
    label: labels.open(said.join(", ")),
    tip: said,
    ...(onOpenClaim === undefined ? {} : { onPress: () => onOpenClaim(id) }),
  };
}

function rowSpots(context: SpotContext, row: ForestRow): Hotspot[] {
  const { forest, picture } = context;
  const box = { id: `${row.view.claim.id} estimate`, y: picture.top + row.top, height: row.height - 4 };
  const own = forest.single === undefined && row.estimate !== undefined;
  const trace = own && row.estimate !== undefined ? [traceSpot(context, row.estimate, box)] : [];
  return [...trace, claimSpot(context, row)];
}

function headingSpot(context: SpotContext, heading: ForestHeading): Hotspot {
  const { props, picture, speech, toggle } = context;
  const labels = props.labels ?? ENGLISH;
  const { section, top, folded } = heading;
  const words = speech.heading(section);
  return {
    id: `section ${section.id}`,
    x: 0,
    y: picture.top + top + 8,
    width: picture.width,
    height: HEADING - 10,
    label: folded ? labels.unfold(words) : labels.fold(words),
    tip: [],
    onPress: () => toggle(section.id),
  };
}

/** What of a forest plot can be opened, from top to bottom: the estimate of a row before its claim. */
export function forestSpots(context: SpotContext, folds: boolean): Hotspot[] {
  const { forest, picture } = context;
  const estimate = forest.single?.estimate;
  const top = { id: estimate?.quantity ?? "", y: picture.estimateY - 16, height: 32 };
  const spots = [
    ...(estimate === undefined ? [] : [traceSpot(context, estimate, top)]),
    ...(folds ? picture.headings.map((heading) => headingSpot(context, heading)) : []),
    ...picture.rows.flatMap((row) => rowSpots(context, row)),
  ];
  return folds ? spots.toSorted((a, b) => topOf(a) - topOf(b)) : spots;
}

function topOf(spot: Hotspot): number {
  return Math.min(spot.y, spot.also?.y ?? spot.y);
}
