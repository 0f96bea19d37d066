import { geoPath } from "d3-geo";
import { type ReactNode, useId } from "react";
import type { ChartData } from "./chart-data.ts";
import { ChartFrame, type Picture } from "./chart-frame.tsx";
import { ChartKey } from "./chart-key.tsx";
import { Hatching } from "./hatching.tsx";
import { leaderEnd, type PlacedLabel } from "./label-layout.ts";
import { type ChartLabels, ENGLISH } from "./labels.ts";
import { landOfTheWorld } from "./land.ts";
import { fitProjection, type PlaceSymbol, placeSymbols, positioned, symbolLabels } from "./map-layout.ts";
import type { PlaceMapProps } from "./props.ts";
import { textWidth } from "./text-width.ts";

const WORLD = landOfTheWorld();

function Disc(props: { readonly symbol: PlaceSymbol; readonly selected: boolean; readonly hatch: string }): ReactNode {
  const { x, y, median, low, high, entry } = props.symbol;
  return (
    <g className={props.selected ? "selected" : undefined}>
      <circle className="chart-place-ring" cx={x} cy={y} r={Math.max(high, 2)} />
      {entry.estimate.carriedByPrior ? (
        <circle className="chart-outline" cx={x} cy={y} r={Math.max(median, 1.5)} fill={`url(#${props.hatch})`} />
      ) : (
        <circle className="chart-place" cx={x} cy={y} r={Math.max(median, 1.5)} />
      )}
      {low > 2 ? <circle className="chart-place-low" cx={x} cy={y} r={low} /> : null}
    </g>
  );
}

function Label(props: { readonly label: PlacedLabel; readonly symbol: PlaceSymbol; readonly text: string }): ReactNode {
  const { label, symbol } = props;
  const { box } = label;
  const end = box.x + box.width < symbol.x;
  const middle = !end && box.x < symbol.x;
  const x = end ? box.x + box.width : middle ? box.x + box.width / 2 : box.x;
  const kind = `chart-text halo ${end ? "end" : middle ? "middle" : ""}`;
  return (
    <g>
      {label.leader ? <Leader label={label} symbol={symbol} /> : null}
      <text className={`${kind} strong`} x={x} y={box.y + 12}>
        {symbol.entry.place.name}
      </text>
      <text className={kind} x={x} y={box.y + 27}>
        {props.text}
      </text>
    </g>
  );
}

function Leader(props: { readonly label: PlacedLabel; readonly symbol: PlaceSymbol }): ReactNode {
  const { box } = props.label;
  const { x, y, high } = props.symbol;
  const to = leaderEnd({ x, y }, box);
  const length = Math.hypot(to.x - x, to.y - y) || 1;
  const [dx, dy] = [(to.x - x) / length, (to.y - y) / length];
  return (
    <line
      className="chart-leader"
      x1={x + dx * Math.max(high, 2)}
      y1={y + dy * Math.max(high, 2)}
      x2={to.x - dx * 2}
      y2={to.y - dy * 2}
    />
  );
}

function spotOf(props: PlaceMapProps, symbol: PlaceSymbol): Picture["spots"][number] {
  const labels = props.labels ?? ENGLISH;
  const { place, estimate } = symbol.entry;
  const reach = Math.max(12, symbol.high);
  const text = labels.interval(estimate, estimate.unit);
  const { onOpen } = props;
  return {
    id: estimate.quantity,
    x: symbol.x - reach,
    y: symbol.y - reach,
    width: 2 * reach,
    height: 2 * reach,
    label: labels.open(`${place.name}: ${text}`),
    tip: [place.name, ...labels.tip(estimate, estimate.unit), ...(estimate.carriedByPrior ? [labels.assumed] : [])],
    ...(onOpen === undefined ? {} : { onPress: () => onOpen(estimate.quantity) }),
  };
}

function draw(props: PlaceMapProps, width: number, hatch: string): Picture {
  const labels = props.labels ?? ENGLISH;
  const size = { width, height: Math.round(width < 500 ? width * 0.95 : Math.min(560, width * 0.55)) };
  const places = positioned(props.places);
  const reach = Math.min(60, Math.max(22, width * 0.06));
  const projection = fitProjection(
    places.map(({ at }) => at),
    { ...size, margin: reach * 0.6 },
  );
  const path = geoPath(projection).digits(1);
  const symbols = placeSymbols(props.places, projection, reach);
  const figure = ({ entry }: PlaceSymbol): string => labels.figure(entry.estimate.median, entry.estimate.unit);
  const measure = (symbol: PlaceSymbol): { width: number; height: number } => ({
    width: Math.max(textWidth(symbol.entry.place.name, 12.5), textWidth(figure(symbol), 12)),
    height: 32,
  });
  const placed = symbolLabels(symbols, measure, size);
  const unplaced = props.places.filter((entry) => entry.place.at === undefined).map(({ place }) => place.name);
  return {
    height: size.height,
    summary: labels.mapSummary(
      props.name,
      props.places.map(({ place, estimate }) => `${place.name} ${labels.interval(estimate, estimate.unit)}`),
    ),
    remarks: unplaced.length === 0 ? [] : [labels.unplaced(unplaced)],
    svg: (
      <>
        <Hatching id={hatch} />
        <clipPath id={`${hatch}c`}>
          <rect width={size.width} height={size.height} />
        </clipPath>
        <g clipPath={`url(#${hatch}c)`}>
          <path className="chart-land" d={path(WORLD.land) ?? ""} />
          <path className="chart-border" d={path(WORLD.borders) ?? ""} />
        </g>
        {symbols.map((symbol) => (
          <Disc
            key={symbol.entry.place.id}
            symbol={symbol}
            selected={symbol.entry.place.id === props.selected}
            hatch={hatch}
          />
        ))}
        {placed.flatMap((label) => {
          const symbol = symbols.find(({ entry }) => entry.place.id === label.id);
          return symbol === undefined
            ? []
            : [<Label key={label.id} label={label} symbol={symbol} text={figure(symbol)} />];
        })}
      </>
    ),
    spots: symbols.map((symbol) => spotOf(props, symbol)),
  };
}

function mapData(props: PlaceMapProps, labels: ChartLabels): ChartData {
  const unit = props.places[0]?.estimate.unit ?? "";
  const columns = [labels.median, labels.low50, labels.high50, labels.low90, labels.high90].map((label) => ({
    label: `${label} (${labels.unit(unit)})`,
    numeric: true,
  }));
  return {
    columns: [{ label: labels.place, numeric: false }, ...columns],
    rows: props.places.map(({ place, estimate }) => ({
      id: place.id,
      cells: [
        place.name,
        ...[estimate.median, estimate.q25, estimate.q75, estimate.q05, estimate.q95].map((value) => ({
          value,
          text: labels.figure(value, unit),
        })),
      ],
      open: props.onOpen === undefined ? undefined : () => props.onOpen?.(estimate.quantity),
    })),
  };
}

/** Estimates at their places: discs as large as the median, ringed by the 90 % interval, on a quiet outline of land. */
export function PlaceMap(props: PlaceMapProps): ReactNode {
  const labels = props.labels ?? ENGLISH;
  const id = useId();
  const assumed = props.places.some(({ estimate }) => estimate.carriedByPrior);
  return (
    <ChartFrame
      frame={props}
      data={mapData(props, labels)}
      legend={<ChartKey items={assumed ? ["symbol", "assumed"] : ["symbol"]} labels={labels} />}
      draw={(width) => draw(props, width, `${id}m`)}
    />
  );
}
