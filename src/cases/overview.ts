import type { Estimate } from "../estimates/estimate.ts";
import { flowOf, type FlowNames } from "./flow.ts";
import { loudest } from "./loudest.ts";
import type { CaseSummary, ClaimView, MeasureView, Overview, PlaceView, ReconcilingState } from "./views.ts";

/** Everything that the first page is composed from. */
export interface OverviewInput {
  readonly case: CaseSummary;
  readonly measures: readonly MeasureView[];
  readonly places: readonly PlaceView[];
  readonly years: readonly [number, number];
  /** Measures whose figures lead the page, in the order of the account. */
  readonly headlines: readonly string[];
  /** The measures that pay is split into; absent when the account has none. */
  readonly flow?: FlowNames;
  readonly claims: readonly ClaimView[];
  readonly estimates: readonly Estimate[];
  readonly reconciling: ReconcilingState;
}

const CONFLICTS_SHOWN = 8;

/**
 * The year of which the most independent origins speak; of several the latest, and the last year of the account before
 * anything has been reconciled.
 * @example
 * bestYear([], [], [1985, 2025]) // => 2025
 */
export function bestYear(claims: readonly ClaimView[], estimates: readonly Estimate[], years: readonly [number, number]): number {
  const yearOf = new Map(estimates.flatMap((e) => (e.year === undefined ? [] : [[e.quantity, e.year] as const])));
  const groups = new Map<number, Set<string>>();
  for (const { result } of claims) {
    const year = result?.unused === undefined && result?.quantity !== undefined ? yearOf.get(result.quantity) : undefined;
    if (result === undefined || year === undefined) continue;
    groups.set(year, (groups.get(year) ?? new Set()).add(result.group));
  }
  const ranked = [...groups].sort((a, b) => b[1].size - a[1].size || b[0] - a[0]);
  return ranked[0]?.[0] ?? years[1];
}

/**
 * What the first page of a case shows for the year asked for, or else for the year of which the most independent origins
 * speak. Lists are empty where nothing has been estimated yet.
 * @example
 * overviewOf({ case: { id: "x", title: "X", description: "", invented: true, sources: 2, claims: 0 }, measures: [], places: [], years: [2000, 2010], headlines: [], claims: [], estimates: [], reconciling: { kind: "none", progress: 0, message: "" } }).year // => 2010
 */
export function overviewOf(input: OverviewInput, asked?: number): Overview {
  const best = bestYear(input.claims, input.estimates, input.years);
  const year = asked === undefined ? best : Math.min(Math.max(Math.round(asked), input.years[0]), input.years[1]);
  const byQuantity = new Map(input.estimates.map((e) => [e.quantity, e]));
  const used = input.claims.flatMap((c) => (c.result !== undefined && c.result.unused === undefined ? [c.result] : []));
  const people = leading(input, isPeople);
  const money = leading(input, isMoneyAYear);
  return {
    case: input.case,
    year,
    years: input.years,
    bestYear: best,
    sources: input.case.sources,
    claims: input.case.claims,
    usedClaims: used.length,
    origins: new Set(used.map((r) => r.group)).size,
    headlines: headlinesOf(input, byQuantity, year),
    places: people === undefined ? [] : placesOf(input.places, byQuantity, `${people.id}.`, year),
    people: people === undefined ? [] : overYears(input.estimates, people.id),
    money: money === undefined ? [] : overYears(input.estimates, money.id),
    flow: input.flow === undefined ? [] : flowOf(input.flow, input.measures, byQuantity, year),
    conflicts: loudest(input.claims, CONFLICTS_SHOWN),
    reconciling: input.reconciling,
  };
}

const isPeople = (measure: MeasureView): boolean => /^persons?$/.test(measure.unit) && measure.over.includes("place");
const isMoneyAYear = (measure: MeasureView): boolean => /^[A-Z]{3}\/year$/.test(measure.unit);

/** The first headline that passes the test, else the first measure of the account that does. */
function leading(input: OverviewInput, test: (measure: MeasureView) => boolean): MeasureView | undefined {
  const byId = new Map(input.measures.map((m) => [m.id, m]));
  const headlines = input.headlines.flatMap((id) => byId.get(id) ?? []);
  return [...headlines, ...input.measures.filter((m) => m.inAccount)].find(test);
}

/** A measure's figure for the world in a year, whichever of place and year the measure has. */
function worldQuantity(measure: MeasureView, year: number): string {
  return [measure.id, ...(measure.over.includes("place") ? ["world"] : []), ...(measure.over.includes("year") ? [String(year)] : [])].join(".");
}

function headlinesOf(input: OverviewInput, byQuantity: ReadonlyMap<string, Estimate>, year: number): Overview["headlines"] {
  return input.headlines.flatMap((id) => {
    const measure = input.measures.find((m) => m.id === id);
    const estimate = measure === undefined ? undefined : byQuantity.get(worldQuantity(measure, year));
    return measure === undefined || estimate === undefined ? [] : [{ name: measure.name, estimate }];
  });
}

function placesOf(places: readonly PlaceView[], byQuantity: ReadonlyMap<string, Estimate>, prefix: string, year: number): Overview["places"] {
  return places
    .filter((place) => place.members === undefined)
    .flatMap((place) => {
      const estimate = byQuantity.get(`${prefix}${place.id}.${year}`);
      return estimate === undefined ? [] : [{ place, estimate }];
    })
    .sort((a, b) => b.estimate.median - a.estimate.median);
}

function overYears(estimates: readonly Estimate[], measure: string): Estimate[] {
  return estimates
    .filter((e) => e.measure === measure && e.year !== undefined && (e.place === undefined || e.place === "world"))
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
}
