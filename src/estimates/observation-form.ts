import type { Account, Measure } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import { boundsOf, type Range } from "../values/range.ts";
import { workOf } from "./work-meant.ts";

/**
 * What a claim is to its quantity: a value, a value of one person or of the extremes, the spread between people, a value that
 * no other year passed, or a logical bound.
 */
export type ObservationForm =
  | "value"
  | "one person"
  | "upper tail"
  | "lower tail"
  | "spread"
  | "peak"
  | "lower bound"
  | "upper bound";

/** Standard deviation that a maximum or minimum of people adds: nobody says of how many people it is the extreme. */
const TAIL_NOISE = 0.5;

/**
 * The noise of a source as it bears on what a form speaks of: a tail of people has more; the middle of a spread is the mean of
 * two ends, each with the source's noise (rules E10, E32).
 * @example
 * noiseOfForm("spread", Math.SQRT2) // => 1
 */
export function noiseOfForm(form: ObservationForm, noise: number): number {
  if (form === "spread") return noise / Math.SQRT2;
  return form === "upper tail" || form === "lower tail" ? Math.hypot(noise, TAIL_NOISE) : noise;
}

/**
 * Whether a measure counts people at a time.
 * @example
 * isStock({ unit: "person", combine: "sum" }) // => true
 */
export function isStock(measure: Pick<Measure, "unit" | "combine">): boolean {
  return measure.unit === "person" && measure.combine === "sum";
}

/**
 * What a claim is to its quantity; `part` where it speaks of a part that tells nothing of the whole, `empty` where it rules
 * nothing out. A bound is logical when it was counted or follows from what was said; from someone who estimates it is a rough
 * range. The most of a number of people over time is a peak; of people's pay it is the upper tail.
 * @example
 * formOf({ measures: new Map() }, { unit: "person", combine: "sum", over: ["year"] }, { range: { kind: "point", value: 9 }, statistic: "maximum" }) // => "peak"
 */
export function formOf(
  account: Pick<Account, "measures" | "occupations" | "occupationGroups">,
  measure: Measure,
  claim: Claim,
): ObservationForm | "part" | "empty" {
  const logical = claim.derivation === "inferred" || claim.basis === "count" || claim.basis === "register";
  const bound = boundOf(claim.range, measure, logical);
  if (isOfPart(account, measure, claim) || (measure.kind === "mixed" && measure.bound !== undefined)) {
    const hasFloor = claim.range.kind !== "at most" && (bound === undefined || bound === "lower bound");
    return isStock(measure) && hasFloor ? "lower bound" : "part";
  }
  if (bound) return bound;
  if (claim.statistic === "one_person") return "one person";
  if (claim.statistic === "maximum") return isStock(measure) ? peakOf(measure) : "upper tail";
  if (claim.statistic === "minimum") return isStock(measure) ? "value" : "lower tail";
  return claim.statistic === "spread" && claim.range.kind === "between" && spreads(account, measure)
    ? "spread"
    : "value";
}

/** Without years there are no others that could be lower. */
function peakOf(measure: Measure): ObservationForm {
  return measure.over.includes("year") ? "peak" : "value";
}

/** Whether all that a measure may mean has a spread between people, which a stated one then informs. */
function spreads(account: Pick<Account, "measures">, measure: Measure): boolean {
  if (measure.kind !== "mixed") return measure.spread !== undefined;
  return measure.readings.every((reading) => account.measures.get(reading.measure)?.spread !== undefined);
}

/**
 * Work that is no cell of the account is a part. So are women or men, but for one person of that sex and for a measure without
 * cells, which may be of one.
 */
function isOfPart(account: Parameters<typeof formOf>[0], measure: Measure, claim: Claim): boolean {
  if (workOf(account, measure, claim)?.kind === "part") return true;
  return claim.sex !== undefined && claim.statistic !== "one_person" && measure.over.length > 0;
}

/** Zero and, of a share, 100 % are bounds, whoever says them: a number above zero or below 100 % fits them as well. */
function boundOf(
  range: Range,
  measure: Measure,
  logical: boolean,
): "lower bound" | "upper bound" | "empty" | undefined {
  const { low = 0, high = Number.POSITIVE_INFINITY } = boundsOf(range);
  const most = measure.unit === "share" ? 100 : Number.POSITIVE_INFINITY;
  if (range.kind === "at least") return low <= 0 ? "empty" : logical || low >= most ? "lower bound" : undefined;
  if (range.kind === "at most") return high >= most ? "empty" : logical || high <= 0 ? "upper bound" : undefined;
  if (low <= 0) return high >= most ? "empty" : "upper bound";
  return high >= most ? "lower bound" : undefined;
}
