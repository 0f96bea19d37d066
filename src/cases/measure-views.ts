import type { Account, Measure, PriorInterval } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import type { MeasureView, OccupationView, PlaceView } from "./views.ts";

/**
 * The measures of a case as pages name them: those of the account in its order, then those that claims use and the account
 * does not, by id.
 * @example
 * measureViewsOf({ kind: "account", firstYear: 2000, lastYear: 2010, anchor: 2005, places: [], regions: [], groups: [], measures: new Map(), headlines: [] }, []) // => []
 */
export function measureViewsOf(
  account: Account,
  claims: readonly Pick<Claim, "measure" | "unit" | "currency" | "per">[],
): MeasureView[] {
  const counts = new Map<string, number>();
  for (const claim of claims) counts.set(claim.measure, (counts.get(claim.measure) ?? 0) + 1);
  const known = [...account.measures.values()].map((measure) => viewOf(measure, counts.get(measure.id) ?? 0));
  const others = [...counts.keys()].filter((id) => !account.measures.has(id)).sort();
  return [...known, ...others.map((id) => strangerOf(id, claims, counts.get(id) ?? 0))];
}

/**
 * The places of an account as pages name them: `world` and the other regions with their members, then the leaf places.
 * @example
 * placeViewsOf({ kind: "account", firstYear: 2000, lastYear: 2010, anchor: 2005, places: [], regions: [{ id: "world", name: "World", members: [] }], groups: [], measures: new Map(), headlines: [] }) // => [{"id":"world","name":"World","members":[]}]
 */
export function placeViewsOf(account: Account): PlaceView[] {
  return [...account.regions.map(({ id, name, members }) => ({ id, name, members })), ...leafViewsOf(account)];
}

/**
 * The leaf places of an account as pages name them, in its order.
 * @example
 * leafViewsOf({ kind: "account", firstYear: 2000, lastYear: 2010, anchor: 2005, places: [{ id: "RU", name: "Russia", group: "RU", at: [100, 60] }], regions: [], groups: [], measures: new Map(), headlines: [] }) // => [{"id":"RU","name":"Russia","at":[100,60]}]
 */
export function leafViewsOf(account: Account): PlaceView[] {
  return account.places.map(({ id, name, at }) => ({ id, name, ...(at === undefined ? {} : { at }) }));
}

/**
 * The occupations of an account as pages name them: groups with their leaves, then the leaves; none where it tells none apart.
 * @example
 * occupationViewsOf({ occupations: [{ id: "wood", name: "Wood", members: ["loggers"], parts: [] }], occupationGroups: [] }) // => [{"id":"wood","name":"Wood","words":["loggers"]}]
 */
export function occupationViewsOf(account: Pick<Account, "occupations" | "occupationGroups">): OccupationView[] {
  return [
    ...account.occupationGroups.map(({ id, name, members }) => ({ id, name, members })),
    ...account.occupations.map(({ id, name, members }) => ({ id, name, words: members })),
  ];
}

function viewOf(measure: Measure, claims: number): MeasureView {
  const formula = measure.kind === "derived" ? measure.text : undefined;
  const prior = priorText(measure);
  return {
    id: measure.id,
    name: measure.name,
    unit: measure.unit,
    over: measure.over,
    ...(formula === undefined ? {} : { formula }),
    ...(prior === undefined ? {} : { prior }),
    ...(measure.why === undefined ? {} : { why: measure.why }),
    inAccount: true,
    claims,
  };
}

/** The prior in words: its 90 % interval, or the readings that a mixture weighs. */
function priorText(measure: Measure): string | undefined {
  if (measure.kind === "mixed")
    return measure.readings.map((r) => `${r.measure} ${Math.round(r.weight * 100)} %`).join(", ");
  if (measure.kind === "derived") return undefined;
  const { prior } = measure;
  const own = [...prior.places, ...(prior.occupations ?? [])];
  const places = own.map(([cell, interval]) => `${cell} ${intervalText(interval)}`);
  const total = prior.total === undefined ? [] : [`in total ${intervalText(prior.total)}`];
  return [intervalText(prior.default), ...places, ...total].join("; ");
}

const intervalText = ([low, high]: PriorInterval): string => `${low}–${high}`;

/** A measure that only claims know: its unit as they print it. */
function strangerOf(
  id: string,
  claims: readonly Pick<Claim, "measure" | "unit" | "currency" | "per">[],
  count: number,
): MeasureView {
  const first = claims.find((claim) => claim.measure === id);
  const unit = [first?.currency ?? first?.unit ?? "", ...(first?.per?.split(" ") ?? [])].join("/");
  const name = id.replaceAll("_", " ");
  return {
    id,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    unit,
    over: ["place", "year"],
    inAccount: false,
    claims: count,
  };
}
