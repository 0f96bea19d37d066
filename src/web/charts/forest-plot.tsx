import { type ReactNode, useId, useState } from "react";
import { ChartFrame, type Picture } from "./chart-frame.tsx";
import { ChartKey, type KeyItem } from "./chart-key.tsx";
import { isConflict } from "./fan-claims.ts";
import { FootAxis, Grid, TopAxis } from "./forest-axis.tsx";
import { forestData } from "./forest-data.ts";
import { Brackets, EstimateRow, ForestRowMark, HeadingMark } from "./forest-marks.tsx";
import { AXIS, type Forest, type ForestPicture, forestOf, layoutForest } from "./forest-picture.ts";
import { foldedAtFirst, isUsed, originOf } from "./forest-sections.ts";
import { forestSpots } from "./forest-spots.ts";
import { type ForestSpeech, forestSpeech } from "./forest-words.ts";
import { Hatching } from "./hatching.tsx";
import { ENGLISH } from "./labels.ts";
import type { ForestPlotProps } from "./props.ts";

/** What of a plot is folded: `folds` when it is long enough to be. */
interface Folding {
  readonly folds: boolean;
  readonly folded: ReadonlySet<string>;
  readonly toggle: (section: string) => void;
}

function useFolding(forest: Forest): Folding {
  const atFirst = foldedAtFirst(forest.sections);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const folded = forest.sections.filter(({ id }) => atFirst.includes(id) !== turned.has(id)).map(({ id }) => id);
  const toggle = (section: string): void =>
    setTurned((held) => new Set(held.has(section) ? [...held].filter((id) => id !== section) : [...held, section]));
  return { folds: atFirst.length > 0, folded: new Set(atFirst.length > 0 ? folded : []), toggle };
}

interface PartsProps {
  readonly props: ForestPlotProps;
  readonly forest: Forest;
  readonly picture: ForestPicture;
  readonly speech: ForestSpeech;
  readonly folding: Folding;
  readonly hatch: string;
}

function Parts({ props, forest, picture, speech, folding, hatch }: PartsProps): ReactNode {
  const labels = props.labels ?? ENGLISH;
  const { single } = forest;
  const own = single === undefined;
  return (
    <>
      <Hatching id={hatch} />
      <Grid picture={picture} />
      <TopAxis picture={picture} labels={labels} />
      {own ? null : <EstimateRow picture={picture} estimate={single.estimate} name={props.name} labels={labels} />}
      {picture.headings.map((heading) => {
        const sign = folding.folds ? (heading.folded ? "▸ " : "▾ ") : "";
        const words = sign + speech.heading(heading.section);
        return <HeadingMark key={heading.section.id} heading={heading} picture={picture} words={words} />;
      })}
      {picture.rows.map((row) => (
        <ForestRowMark key={row.view.claim.id} row={row} picture={picture} own={own} hatch={hatch} />
      ))}
      <Brackets picture={picture} own={own} />
      <FootAxis picture={picture} labels={labels} />
    </>
  );
}

function summaryOf(props: ForestPlotProps, forest: Forest): string {
  const labels = props.labels ?? ENGLISH;
  const used = props.claims.filter(isUsed);
  const conflicts = used.filter(({ result }) => isConflict(result)).length;
  if (forest.single === undefined) {
    return labels.forestRowsSummary(props.name, used.length, forest.estimates.length, conflicts);
  }
  const { estimate } = forest.single;
  const text = estimate === undefined ? labels.notEstablished : labels.interval(estimate, estimate.unit);
  return labels.forestSummary(props.name, text, used.length, conflicts);
}

function remarksOf({ props, folding }: Omit<PartsProps, "picture">, { scale, rows }: ForestPicture): string[] {
  const labels = props.labels ?? ENGLISH;
  const [low, high] = scale.domain;
  const beyond = rows.filter(({ view }) => {
    const center = isUsed(view) ? view.result?.center : undefined;
    return center !== undefined && (center < low || center > high);
  }).length;
  return [
    ...(beyond === 0 ? [] : [labels.beyondAxis(beyond)]),
    ...(folding.folded.size === 0 ? [] : [labels.foldedSections(folding.folded.size)]),
  ];
}

function draw(parts: Omit<PartsProps, "picture">, width: number): Picture {
  const { props, forest, speech, folding } = parts;
  const labels = props.labels ?? ENGLISH;
  const options = { words: speech.row, head: speech.head, folded: folding.folded };
  const picture = layoutForest(props, forest, width, options);
  return {
    height: picture.height,
    summary: summaryOf(props, forest),
    svg: <Parts {...parts} picture={picture} />,
    spots: forestSpots({ props, forest, picture, speech, toggle: folding.toggle }, folding.folds),
    sticky: { height: AXIS, svg: <TopAxis picture={picture} labels={labels} /> },
    remarks: remarksOf(parts, picture),
  };
}

function keyItems(props: ForestPlotProps, forest: Forest): KeyItem[] {
  const used = props.claims.filter(isUsed);
  const items: [KeyItem, boolean][] = [
    ["estimate", forest.estimates.length > 0],
    ["assumed", forest.single === undefined && forest.estimates.some(({ carriedByPrior }) => carriedByPrior)],
    ["claim", true],
    ["claimOpen", used.some(({ claim }) => claim.range.kind === "at least" || claim.range.kind === "at most")],
    ["claimConflict", used.some(({ result }) => isConflict(result))],
    ["sharedOrigin", new Set(used.map(originOf)).size < used.length],
  ];
  return items.flatMap(([item, present]) => (present ? [item] : []));
}

/**
 * Claims on their stated ranges, each against the estimate of its own quantity: in its row, or over all rows when they speak of one
 * quantity.
 */
export function ForestPlot(props: ForestPlotProps): ReactNode {
  const labels = props.labels ?? ENGLISH;
  const hatch = useId();
  const forest = forestOf(props);
  const speech = forestSpeech(props, forest);
  const folding = useFolding(forest);
  return (
    <ChartFrame
      frame={props}
      data={forestData(props, forest, speech)}
      legend={<ChartKey items={keyItems(props, forest)} labels={labels} />}
      draw={(width) => draw({ props, forest, speech, folding, hatch }, width)}
    />
  );
}
