import { type GeoProjection, geoEqualEarth } from "d3-geo";
import { type Labelled, type PlacedLabel, placeLabels } from "./label-layout.ts";
import type { PlaceEstimate } from "./props.ts";

/** A symbol on the map, in pixels: radii whose areas are the median and the ends of the 90 % interval. */
export interface PlaceSymbol {
  readonly entry: PlaceEstimate;
  readonly x: number;
  readonly y: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Radius of a disc whose area stands for a value, where `most` has radius `reach`. */
export function discRadius(value: number, most: number, reach: number): number {
  return most > 0 && value > 0 ? reach * Math.sqrt(value / most) : 0;
}

type Positioned = PlaceEstimate & { readonly at: readonly [number, number] };

/** The places that have a position on the map. */
export function positioned(places: readonly PlaceEstimate[]): Positioned[] {
  return places.flatMap((entry) => {
    const { at } = entry.place;
    return at?.every(Number.isFinite) ? [{ ...entry, at }] : [];
  });
}

function corners([longitude, latitude]: readonly [number, number]): [number, number][] {
  const [west, east] = [longitude - 14, longitude + 14];
  const [south, north] = [Math.max(-85, latitude - 9), Math.min(85, latitude + 9)];
  return [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ];
}

/** The Equal Earth projection, turned and cut so that it shows the places with some land around them. */
export function fitProjection(
  at: readonly (readonly [number, number])[],
  size: { readonly width: number; readonly height: number; readonly margin: number },
): GeoProjection {
  const east = at.map(([longitude]) => longitude);
  const middle = at.length === 0 ? 0 : (Math.min(...east) + Math.max(...east)) / 2;
  const extent: [[number, number], [number, number]] = [
    [size.margin, size.margin],
    [size.width - size.margin, size.height - size.margin],
  ];
  const projection = geoEqualEarth().rotate([-middle, 0]);
  if (at.length === 0) projection.fitExtent(extent, { type: "Sphere" });
  else projection.fitExtent(extent, { type: "MultiPoint", coordinates: at.flatMap(corners) });
  // A little beyond the picture, so that the cut itself is not drawn as a coast.
  return projection.clipExtent([
    [-4, -4],
    [size.width + 4, size.height + 4],
  ]);
}

/** The symbols of places, largest first so that small ones stand on top. */
export function placeSymbols(
  places: readonly PlaceEstimate[],
  projection: GeoProjection,
  reach: number,
): PlaceSymbol[] {
  const most = Math.max(0, ...places.map(({ estimate }) => estimate.q95));
  return positioned(places)
    .flatMap((entry) => {
      const point = projection([entry.at[0], entry.at[1]]);
      if (point === null) return [];
      const { median, q05, q95 } = entry.estimate;
      const radius = (value: number): number => discRadius(value, most, reach);
      return [{ entry, x: point[0], y: point[1], median: radius(median), low: radius(q05), high: radius(q95) }];
    })
    .toSorted((a, b) => b.median - a.median);
}

/** Labels beside the symbols, the largest first; those without room are left to the table. */
export function symbolLabels(
  symbols: readonly PlaceSymbol[],
  measure: (symbol: PlaceSymbol) => { readonly width: number; readonly height: number },
  size: { readonly width: number; readonly height: number },
): PlacedLabel[] {
  const items: Labelled[] = symbols.map((symbol) => ({
    id: symbol.entry.place.id,
    x: symbol.x,
    y: symbol.y,
    radius: Math.max(symbol.high, 3),
    ...measure(symbol),
  }));
  return placeLabels(items, { x: 0, y: 0, width: size.width, height: size.height });
}
