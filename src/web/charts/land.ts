import type { MultiLineString, MultiPolygon } from "geojson";
import { merge, mesh } from "topojson-client";
import type { GeometryCollection, Polygon, Topology, MultiPolygon as TopoMultiPolygon } from "topojson-specification";
import world from "world-atlas/countries-110m.json";

type Countries = Topology<{ countries: GeometryCollection }>;

function isCountries(data: unknown): data is Countries {
  return typeof data === "object" && data !== null && "objects" in data && "arcs" in data;
}

/** The outlines of land and the lines between countries (Natural Earth, 1:110 million). */
export interface Land {
  readonly land: MultiPolygon;
  readonly borders: MultiLineString;
}

const ANTARCTICA = "010";

/** The land of the world without Antarctica. */
export function landOfTheWorld(): Land {
  const atlas: unknown = world;
  if (!isCountries(atlas)) throw new Error("invalid atlas: countries-110m");
  const { countries } = atlas.objects;
  const kept = countries.geometries.filter(
    (shape): shape is Polygon | TopoMultiPolygon =>
      (shape.type === "Polygon" || shape.type === "MultiPolygon") && shape.id !== ANTARCTICA,
  );
  return { land: merge(atlas, kept), borders: mesh(atlas, countries, (one, other) => one !== other) };
}
