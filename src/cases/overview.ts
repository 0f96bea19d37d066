import type { Account, Measure } from "../accounts/account.ts";
import { parseQuantityId, quantityId } from "../accounts/quantity-id.ts";
import { originOf } from "../claims/origin-group.ts";
import type { Estimate } from "../estimates/estimate.ts";
import { flowOf } from "./flow.ts";
import { loudest } from "./loudest.ts";
import { leafViewsOf } from "./measure-views.ts";
import type { CaseSummary, ClaimView, Overview, ReconcilingState } from "./views.ts";

/** Everything that the first page is composed from. */
export interface OverviewInput {
  readonly case: CaseSummary;
  readonly account: Account;
  readonly claims: readonly ClaimView[];
  readonly estimates: readonly Estimate[];
  readonly reconciling: ReconcilingState;
}

type ByQuantity = ReadonlyMap<string, Estimate>;

const CONFLICTS_SHOWN = 8;

/**
 * The independent origin of every claim, by its id: the root that it names or derives from; for a claim that is its own root,
 * who says it where, for two numbers from one mouth in one source are not two witnesses.
 * @example
 * [...independentOrigins([])] // => []
 */
export function independentOrigins(claims: readonly ClaimView[]): ReadonlyMap<string, string> {
  const byId = new Map(claims.map(({ claim }) => [claim.id, claim]));
  const roots = originOf(claims.map(({ claim }) => claim));
  const wordsOf = (root: string): string => {
    const claim = byId.get(root);
    return claim === undefined ? root : `${claim.statedBy} in ${claim.source}`;
  };
  return new Map([...roots].map(([id, root]) => [id, wordsOf(root)]));
}

/**
 * The year of which the most independent origins speak; of several the latest, and the fallback before anything has been
 * reconciled. Copies of one origin count once; claims that inform nothing do not count.
 * @example
 * bestYear([], 2025) // => 2025
 */
export function bestYear(claims: readonly ClaimView[], fallback: number): number {
  const groups = new Map<number, Set<string>>();
  const roots = independentOrigins(claims);
  for (const { claim, result } of claims) {
    if (result === undefined || result.unused !== undefined || result.quantity === undefined) continue;
    const { year } = parseQuantityId(result.quantity);
    if (year !== undefined) groups.set(year, (groups.get(year) ?? new Set()).add(roots.get(claim.id) ?? claim.id));
  }
  const ranked = [...groups].sort((a, b) => b[1].size - a[1].size || b[0] - a[0]);
  return ranked[0]?.[0] ?? fallback;
}

/**
 * What the first page of a case shows for the year asked for, or else for the year of which the most independent origins
 * speak. Lists are empty where nothing has been estimated yet.
 * @example
 * overviewOf({ case: { id: "x", title: "X", description: "", invented: true, sources: 2, claims: 0 }, account: { kind: "account", firstYear: 2000, lastYear: 2010, anchor: 2005, places: [], regions: [], groups: [], measures: new Map(), headlines: [] }, claims: [], estimates: [], reconciling: { kind: "none", progress: 0, message: "" } }).year // => 2010
 */
export function overviewOf(input: OverviewInput, asked?: number): Overview {
  const { account, claims, estimates } = input;
  const best = bestYear(claims, account.lastYear);
  const year = asked === undefined ? best : Math.min(Math.max(Math.round(asked), account.firstYear), account.lastYear);
  const byQuantity = new Map(estimates.map((e) => [e.quantity, e]));
  const used = claims.filter(({ result }) => result !== undefined && result.unused === undefined);
  const people = leading(account, isPeople);
  const money = leading(account, isMoneyAYear);
  return {
    case: input.case,
    year,
    years: [account.firstYear, account.lastYear],
    bestYear: best,
    sources: input.case.sources,
    claims: input.case.claims,
    usedClaims: used.length,
    origins: new Set(independentOrigins(used).values()).size,
    headlines: headlinesOf(account, byQuantity, year),
    places: people === undefined ? [] : placesOf(account, people, { byQuantity, year }),
    people: people === undefined ? [] : overYears(estimates, people.id),
    money: money === undefined ? [] : overYears(estimates, money.id),
    flow: flowOf(account, byQuantity, year),
    conflicts: loudest(claims, CONFLICTS_SHOWN),
    reconciling: input.reconciling,
  };
}

const isPeople = (measure: Measure): boolean => /^persons?$/.test(measure.unit) && measure.over.includes("place");
const isMoneyAYear = (measure: Measure): boolean => /^[A-Z]{3}\/year$/.test(measure.unit);

/** The first headline that passes the test, else the first measure of the account that does. */
function leading(account: Account, test: (measure: Measure) => boolean): Measure | undefined {
  const headlines = account.headlines.flatMap((id) => account.measures.get(id) ?? []);
  return [...headlines, ...account.measures.values()].find(test);
}

function headlinesOf(account: Account, byQuantity: ByQuantity, year: number): Overview["headlines"] {
  return account.headlines.flatMap((id) => {
    const measure = account.measures.get(id);
    const estimate = measure === undefined ? undefined : byQuantity.get(worldQuantity(measure, year));
    return measure === undefined || estimate === undefined ? [] : [{ name: measure.name, estimate }];
  });
}

/** A measure's figure for the world in a year, whichever of place and year the measure has. */
function worldQuantity(measure: Measure, year: number): string {
  const place = measure.over.includes("place") ? { place: "world" } : {};
  return quantityId({ measure: measure.id, ...place, ...(measure.over.includes("year") ? { year } : {}) });
}

function placesOf(account: Account, people: Measure, at: { byQuantity: ByQuantity; year: number }): Overview["places"] {
  return leafViewsOf(account)
    .flatMap((place) => {
      const estimate = at.byQuantity.get(quantityId({ measure: people.id, place: place.id, year: at.year }));
      return estimate === undefined ? [] : [{ place, estimate }];
    })
    .sort((a, b) => b.estimate.median - a.estimate.median);
}

function overYears(estimates: readonly Estimate[], measure: string): Estimate[] {
  return estimates
    .filter(({ measure: id, place = "world", occupation }) => id === measure && place === "world" && !occupation)
    .filter(({ year }) => year !== undefined)
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
}
