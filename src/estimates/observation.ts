import type { Account, Measure } from "../accounts/account.ts";
import { type Claim, WITNESS_PREFIX } from "../claims/claim.ts";
import type { Source } from "../sources/source.ts";
import { type Period, parsePeriod, yearsOf } from "../values/period.ts";
import { conversion } from "./convert.ts";
import { formOf, isStock, noiseOfForm, type ObservationForm } from "./observation-form.ts";
import { otherYears } from "./peak.ts";
import { saidOn } from "./said.ts";
import { grossProbability, noiseOf, type Scale, scaleOf } from "./stated-width.ts";
import type { Target, When } from "./target.ts";
import { hasOccupation, workOf, worksMeant } from "./work-meant.ts";

/** A claim read as evidence: what it speaks of, on which scale, how wide, how likely to be about something else. */
export interface Observation {
  readonly claim: string;
  readonly form: ObservationForm;
  readonly scale: Scale;
  readonly targets: readonly Target[];
  readonly noise: number;
  readonly gross: number;
}

/** An observation, or why the claim informs nothing. */
export type Observed =
  | { readonly used: true; readonly observation: Observation }
  | { readonly used: false; readonly reason: string };

/**
 * What a claim says of the account's quantities, or why it is kept, shown and not used (rules E5 to E12). A copied claim has
 * its root's date; one without any date has about its source's year.
 * @example
 * observe({ measures: new Map() }, { modality: "planned" }, {}) // => {"used":false,"reason":"planned: it informs nothing"}
 */
export function observe(account: Account, claim: Claim, source: Source, rootDate?: string): Observed {
  if (claim.modality === "planned" || claim.modality === "hypothetical")
    return unused(`${claim.modality}: it informs nothing`);
  const measure = account.measures.get(claim.measure);
  if (!measure) return unused(account.shown.get(claim.measure) ?? "the account has no such measure");
  const place = placeOf(account, measure, claim);
  if (!place.ok) return unused(place.reason);
  const period =
    rootDate ?? claim.period ?? (source.published === undefined ? undefined : aboutYearOf(source.published));
  const whens = whensOf(account, measure, period);
  if (typeof whens === "string") return unused(whens);
  const form = formOf(account, measure, claim);
  if (form === "part") return unused(partReason(account, measure, claim));
  if (form === "empty") return unused("it rules nothing out");
  const dated = form === "peak" ? oneOf(whens) : whens;
  const targets = targetsOf(account, measure, claim, { place: place.place, whens: dated, form });
  if (typeof targets === "string") return unused(targets);
  const peaks = form === "peak" ? otherYears(account, targets, source.published) : targets;
  // In an account of one year there is no other that could be lower.
  const isAlone = form === "peak" && peaks.some(({ others = [] }) => others.length === 0);
  const observation: Observation = {
    claim: claim.id,
    form: isAlone ? "value" : form,
    scale: scaleOf(measure),
    targets: peaks,
    noise: noiseOfForm(form, noiseOf(claim.reliability ?? source.reliability)),
    gross: grossProbability(claim.credibility ?? source.credibility, claim.modality),
  };
  return { used: true, observation };
}

/**
 * About the year of a date of publication, as a period.
 * @example
 * aboutYearOf("2012-06-15") // => "2012~"
 */
export function aboutYearOf(published: string): string {
  return `${published.slice(0, 4)}~`;
}

function unused(reason: string): Observed {
  return { used: false, reason };
}

/** Why a part of a whole informs nothing; where the measure has occupations, what its word is to them. */
function partReason(account: Account, measure: Measure, claim: Claim): string {
  const work = hasOccupation(account, measure) ? workOf(account, measure, claim) : undefined;
  if (work?.kind !== "part") return "a part of a whole: finer than the account's cells";
  return work.occupation === undefined
    ? `${claim.occupation ?? ""} is no occupation of the account: finer than its cells`
    : `${claim.occupation ?? ""} is a part of ${work.occupation}: finer than the account's cells`;
}

type PlaceResult = { readonly ok: true; readonly place?: string } | { readonly ok: false; readonly reason: string };

/** The place of the target: a cell or region of the account. A measure without places takes no claim on a single place. */
function placeOf(account: Account, measure: Measure, claim: Claim): PlaceResult {
  const known = [...account.places, ...account.regions].some((place) => place.id === claim.place);
  const byPlace = hasPlace(account, measure);
  // A quantity without place and year, such as months worked, is thought to be the same everywhere.
  if (!byPlace && (claim.place === "world" || !hasYear(account, measure))) return { ok: true };
  if (!known) return { ok: false, reason: `${claim.place} is no place of the account` };
  return byPlace
    ? { ok: true, place: claim.place }
    : { ok: false, reason: "one place, where the account has only the whole" };
}

function hasPlace(account: Account, measure: Measure): boolean {
  if (measure.kind !== "mixed") return measure.over.includes("place");
  return measure.readings.some((reading) => account.measures.get(reading.measure)?.over.includes("place"));
}

function hasYear(account: Account, measure: Measure): boolean {
  if (measure.kind !== "mixed") return measure.over.includes("year");
  return measure.readings.some((reading) => account.measures.get(reading.measure)?.over.includes("year"));
}

type Weighted = readonly { readonly when: When; readonly weight: number; readonly year: number }[];

function whensOf(account: Account, measure: Measure, text: string | undefined): Weighted | string {
  if (text === undefined)
    return hasYear(account, measure)
      ? "undated, and so is its source"
      : [{ when: { kind: "always" }, weight: 1, year: account.anchor }];
  const parsed = parsePeriod(text);
  if (!parsed.ok) return `no period: ${text}`;
  const { kind, years } = yearsOf(parsed.value, [account.firstYear, account.lastYear]);
  const inside = years.filter(({ year }) => year >= account.firstYear && year <= account.lastYear);
  const total = inside.reduce((sum, { weight }) => sum + weight, 0);
  if (total < 0.5) return `outside the account's years (${account.firstYear}–${account.lastYear})`;
  const scaled = inside.map(({ year, weight }) => ({ year, weight: weight / total }));
  const middle = scaled[Math.floor(scaled.length / 2)]?.year ?? account.anchor;
  if (!hasYear(account, measure)) return [{ when: { kind: "always" }, weight: 1, year: middle }];
  const began = measure.kind === "mixed" && measure.dated === "start" ? startOf(account, parsed.value) : undefined;
  if (began) return [{ when: began, weight: 1, year: began.year }];
  if (kind === "mean")
    return [
      {
        when: scaled.length > 1 ? { kind: "mean", years: scaled } : { kind: "year", year: middle },
        weight: 1,
        year: middle,
      },
    ];
  const between = isStock(measure) ? pointBetween(account, parsed.value) : undefined;
  if (between) return [{ when: between, weight: 1, year: between.year }];
  return scaled.map(({ year, weight }) => ({ when: { kind: "year", year }, weight, year }));
}

/** A peak within an interval stood in one of its years, not known which. */
function oneOf(whens: Weighted): Weighted {
  return whens.flatMap((one) =>
    one.when.kind === "mean"
      ? one.when.years.map(({ year, weight }) => ({ when: { kind: "year" as const, year }, weight, year }))
      : [one],
  );
}

/** The middle of a month or a day between the mid-years around it. */
function pointBetween(account: Account, period: Period): Between | undefined {
  if (period.kind !== "date" || (period.precision !== "month" && period.precision !== "day")) return undefined;
  return between(account, ((period.start ?? 0) + (period.end ?? 0)) / 2);
}

/** The day on which a period begins between the mid-years around it. */
function startOf(account: Account, period: Period): Between | undefined {
  return period.start === undefined ? undefined : between(account, period.start);
}

type Between = Extract<When, { kind: "between" }>;

function between(account: Account, time: number): Between | undefined {
  const year = Math.floor(time - 0.5);
  return year < account.firstYear || year + 1 > account.lastYear
    ? undefined
    : { kind: "between", year, share: time - 0.5 - year };
}

function targetsOf(
  account: Account,
  measure: Measure,
  claim: Claim,
  cell: { readonly place: string | undefined; readonly whens: Weighted; readonly form: ObservationForm },
): readonly Target[] | string {
  const { place, whens, form } = cell;
  const readings = measure.kind === "mixed" ? measure.readings : [{ measure: measure.id, weight: 1 }];
  const targets: Target[] = [];
  for (const reading of readings) {
    const meant = account.measures.get(reading.measure);
    if (!meant) return "the account has no such measure";
    const cells = placesMeant(account, meant, claim, place).flatMap((one) =>
      worksMeant(account, meant, claim).map((work) => ({ ...one, ...work })),
    );
    for (const { when, weight, year } of whens) {
      const factor = conversion(claim, meant.unit, year);
      if (!factor.ok) return factor.reason;
      const said = saidOn(claim, factor.factor, meant, form);
      if (!Number.isFinite(said.center)) return "no positive number";
      const at: When = meant.over.includes("year") ? when : { kind: "always" };
      for (const meantCell of cells) {
        const share = (reading.weight * weight) / cells.length;
        targets.push({ measure: reading.measure, ...meantCell, when: at, weight: share, ...said });
      }
    }
  }
  return targets;
}

type PlaceMeant = Pick<Target, "place" | "within">;

/**
 * The places that a claim may be about: its own, or, for what a witness says of people's pay in a region, each place of the
 * region alike, for the region is there to protect the witness (rule E20).
 */
function placesMeant(
  account: Account,
  measure: Measure,
  claim: Claim,
  place: string | undefined,
): readonly PlaceMeant[] {
  if (place === undefined || !measure.over.includes("place")) return [{}];
  const region = account.regions.find((one) => one.id === place);
  const coarsened = region !== undefined && measure.combine === "mean" && claim.statedBy.startsWith(WITNESS_PREFIX);
  return coarsened ? region.members.map((member) => ({ place: member, within: region.id })) : [{ place }];
}
