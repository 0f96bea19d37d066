import { type ReactNode, useId } from "react";
import type { ChartData } from "./chart-data.ts";
import { ChartFrame, type Picture } from "./chart-frame.tsx";
import { ChartKey, type KeyItem } from "./chart-key.tsx";
import { type ClaimMark, isConflict } from "./fan-claims.ts";
import { Bands, Claims, Marks, Years } from "./fan-marks.tsx";
import { type DatedEstimate, datedEstimates, type FanPicture, layoutFan } from "./fan-picture.ts";
import { Hatching } from "./hatching.tsx";
import { type ChartLabels, ENGLISH } from "./labels.ts";
import type { Hotspot } from "./mark-buttons.tsx";
import type { FanChartProps } from "./props.ts";
import { LeftAxis } from "./value-axis.tsx";

function yearSpot(props: FanChartProps, picture: FanPicture, dated: DatedEstimate): Hotspot {
  const labels = props.labels ?? ENGLISH;
  const { estimate, year } = dated;
  const { plot, years } = picture;
  const column = plot.width / (years[1] - years[0] + 1);
  const name = labels.inYear(props.name, year);
  const text = labels.interval(estimate, estimate.unit);
  const { onOpen } = props;
  return {
    id: estimate.quantity,
    x: plot.x + (year - years[0]) * column,
    y: plot.y,
    width: column,
    height: plot.height,
    label: labels.open(`${name}: ${text}`),
    tip: [name, ...labels.tip(estimate, estimate.unit), ...(estimate.carriedByPrior ? [labels.assumed] : [])],
    ...(onOpen === undefined ? {} : { onPress: () => onOpen(estimate.quantity) }),
  };
}

function claimSpot(props: FanChartProps, mark: ClaimMark, unit: string): Hotspot {
  const labels = props.labels ?? ENGLISH;
  const { result, view } = mark.claim;
  const range = labels.range(result.low, result.high, unit);
  const verdict = labels.conflict(result);
  const who = `${view.sourceTitle} (${labels.speaker(view.claim.statedBy)})`;
  const { onOpenClaim } = props;
  return {
    id: result.claim,
    x: mark.x - 12,
    y: mark.y - 12,
    width: 24,
    height: 24,
    label: labels.open(`${who}: ${range}${verdict === "" ? "" : `, ${verdict}`}`),
    tip: [range, who, ...(verdict === "" ? [] : [verdict])],
    ...(onOpenClaim === undefined ? {} : { onPress: () => onOpenClaim(result.claim) }),
  };
}

function fanData(props: FanChartProps, labels: ChartLabels): ChartData {
  const numeric = [labels.median, labels.low50, labels.high50, labels.low90, labels.high90];
  const unit = props.estimates[0]?.unit ?? "";
  const words = labels.axisUnit(unit, 1).words;
  return {
    columns: [
      { label: labels.year, numeric: false },
      ...numeric.map((label) => ({ label: `${label} (${words})`, numeric: true })),
      { label: labels.claimsCount, numeric: true },
    ],
    rows: datedEstimates(props.estimates).map(({ year, estimate }) => ({
      id: estimate.quantity,
      cells: [
        String(year),
        ...[estimate.median, estimate.q25, estimate.q75, estimate.q05, estimate.q95].map((value) => ({
          value,
          text: labels.figure(value, unit),
        })),
        { value: estimate.claims, text: String(estimate.claims) },
      ],
      open: props.onOpen === undefined ? undefined : () => props.onOpen?.(estimate.quantity),
    })),
  };
}

function keyItems(props: FanChartProps): KeyItem[] {
  const claims = props.claims ?? [];
  const items: [KeyItem, boolean][] = [
    ["fan", true],
    ["assumed", props.estimates.some(({ carriedByPrior }) => carriedByPrior)],
    ["prior", props.prior !== false],
    ["claim", claims.length > 0],
    ["claimConflict", claims.some(({ result }) => isConflict(result))],
  ];
  return items.flatMap(([item, present]) => (present ? [item] : []));
}

function draw(props: FanChartProps, width: number, id: string): Picture {
  const labels = props.labels ?? ENGLISH;
  const picture = layoutFan(props, width);
  const { dated, plot } = picture;
  const [first, last] = [dated.at(0), dated.at(-1)];
  const text = (at: DatedEstimate | undefined): string =>
    at === undefined ? labels.notEstablished : labels.interval(at.estimate, at.estimate.unit);
  const log = picture.scale.kind === "log" ? ` (${labels.logScale})` : "";
  return {
    height: picture.height,
    summary: labels.fanSummary(props.name, picture.years, text(first), text(last), picture.claims.length),
    svg: (
      <>
        <Hatching id={`${id}h`} />
        <clipPath id={`${id}c`}>
          <rect x={plot.x} y={plot.y} width={plot.width} height={plot.height} />
        </clipPath>
        <text className="chart-text soft" x={0} y={12}>{`${picture.unit.words}${log}`}</text>
        <LeftAxis scale={picture.scale} unit={picture.unit} labels={labels} plot={plot} />
        <Marks picture={picture} />
        <Years picture={picture} pointed={props.year} />
        <g clipPath={`url(#${id}c)`}>
          <path className="chart-prior" d={picture.priors} />
          <Bands picture={picture} hatch={`${id}h`} />
        </g>
        <Claims picture={picture} label={(value) => labels.figure(value, first?.estimate.unit ?? "")} />
      </>
    ),
    remarks: remarks(props, picture),
    spots: [
      ...dated.map((at) => yearSpot(props, picture, at)),
      ...picture.claims.map((mark) => claimSpot(props, mark, first?.estimate.unit ?? "")),
    ],
  };
}

function remarks(props: FanChartProps, picture: FanPicture): string[] {
  const labels = props.labels ?? ENGLISH;
  const undrawn = (props.claims ?? []).length - picture.claims.length;
  const numbered = picture.marks.filter(({ text, mark }) => text !== mark.label);
  return [
    ...numbered.map(({ text, mark }) => `${text}: ${mark.label} (${mark.year}).`),
    ...(undrawn > 0 ? [labels.undrawnClaims(undrawn)] : []),
  ];
}

/** Estimates over years: the median, its 50 % and 90 % bands, and the claims that speak of them. */
export function FanChart(props: FanChartProps): ReactNode {
  const labels = props.labels ?? ENGLISH;
  const id = useId();
  return (
    <ChartFrame
      frame={props}
      data={fanData(props, labels)}
      legend={<ChartKey items={keyItems(props)} labels={labels} />}
      draw={(width) => draw(props, width, id)}
    />
  );
}
