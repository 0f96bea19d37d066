import type { Account, Measure } from "../../accounts/account.ts";
import { quantityId } from "../../accounts/quantity-id.ts";
import type { Claim } from "../../claims/claim.ts";
import type { Random } from "../../math/random.ts";
import type { Credibility, Reliability } from "../../sources/grade.ts";
import type { Range } from "../../values/range.ts";
import { NINETY } from "../parameters.ts";
import { COPY_SD, GROSS_SD, MISCOPY } from "../root-mixture.ts";
import { spreadAround } from "../spoken-of.ts";
import { fromScale, grossProbability, noiseOf, scaleOf, toScale } from "../stated-width.ts";
import type { ClaimPlan } from "./claim-plan.ts";
import type { Truth } from "./draw-truth.ts";

/** Claims as they would be made of a truth, and which of them were made wrong. */
export interface MadeClaims {
  readonly claims: readonly Claim[];
  /** Ids of the claims whose root is a gross error or that were miscopied. */
  readonly wrong: ReadonlySet<string>;
}

/** What the claims of a plan are made of. */
export interface ClaimsFrom {
  readonly account: Account;
  readonly truth: Truth;
  /** A second truth, of which nothing is claimed: bounds are set beside its numbers, so that they know nothing of the first. */
  readonly other: Truth;
  readonly random: Random;
}

const RELIABILITIES: readonly Reliability[] = ["A", "B", "C", "D", "E"];
const CREDIBILITIES: readonly Credibility[] = ["1", "2", "3", "4", "5"];
/** Log sd that a maximum adds (rule E10). */
const TAIL_SD = 0.5;
/** Half-width of a bound on its scale. */
const BOUND_HALF = 0.05;
/** Two readings of one root stand apart only if they are printed finely. */
const FINE = 0.002;

/**
 * Claims on a truth, one for each reading of each plan, drawn from the observation model: root, gross error, copying, miscopying.
 * @example
 * makeClaims([], {}).claims // => []
 */
export function makeClaims(plans: readonly ClaimPlan[], from: ClaimsFrom): MadeClaims {
  const wrong = new Set<string>();
  const claims = plans.flatMap((plan, position) =>
    claimsOf(plan, `c${String(position).padStart(2, "0")}`, from, wrong),
  );
  return { claims, wrong };
}

function claimsOf(plan: ClaimPlan, name: string, from: ClaimsFrom, wrong: Set<string>): readonly Claim[] {
  const { account, random } = from;
  const measure = measureOf(account, plan);
  const { scale, center, other } = meant(plan, measure, from);
  const reliability = pick(RELIABILITIES, random);
  const credibility = pick(CREDIBILITIES, random);
  const modality = random.uniform() < 0.2 ? "hearsay" : "asserted";
  const half = plan.form === "bound" ? BOUND_HALF : plan.readings > 1 ? FINE : 0.02 + 0.2 * random.uniform();
  const isGross = random.uniform() < grossProbability(credibility, modality);
  const noise = Math.hypot(noiseOf(reliability), half / NINETY, plan.form === "maximum" ? TAIL_SD : 0);
  const root = center + noise * random.normal() + (isGross ? GROSS_SD * random.normal() : 0);
  return Array.from({ length: plan.readings }, (_, reading): Claim => {
    const isMiscopied = random.uniform() < MISCOPY;
    const said = root + COPY_SD * random.normal() + (isMiscopied ? GROSS_SD * random.normal() : 0);
    const id = `${name}-${reading}`;
    if (isGross || isMiscopied) wrong.add(id);
    const printed = (point: number): number => fromScale(point, scale) * (scale === "logit" ? 100 : 1);
    const range: Range =
      plan.form === "bound"
        ? said > other
          ? { kind: "at least", low: printed(other) }
          : { kind: "at most", high: printed(other) }
        : { kind: "between", low: printed(said - half), high: printed(said + half) };
    const grade = { reliability, credibility, modality } as const;
    return { ...blank(plan, measure, id), ...grade, range, ...(plan.readings > 1 ? { origin: name } : {}) };
  });
}

/** The middle of what a plan's root speaks of, on its scale; and where a bound on it would be set. */
function meant(plan: ClaimPlan, measure: Measure, { account, truth, other, random }: ClaimsFrom) {
  const read = measure.kind === "mixed" ? readingOf(measure, account, random) : measure;
  const region = plan.witness ? account.regions.find((one) => one.id === plan.about[1]) : undefined;
  const place = region ? pick(region.members, random) : plan.about[1];
  const scale = scaleOf(read);
  const years = read.over.includes("year") ? timeOf(plan.period ?? "", account, random) : undefined;
  const valueIn = (from: Truth): number => {
    const at = (year?: number): number => {
      const id = quantityId({
        measure: read.id,
        ...(place !== undefined && read.over.includes("place") ? { place } : {}),
        ...(year === undefined ? {} : { year }),
      });
      const value = from.get(id);
      if (value === undefined) throw new Error(`unknown quantity: ${id}`);
      return value;
    };
    return years ? years.reduce((sum, year) => sum + at(year), 0) / years.length : at();
  };
  const around = spreadAround(account, { measure: read.id, ...(place === undefined ? {} : { place }) });
  const spread = around ? (truth.get(quantityId(around)) ?? 0) : 0;
  const away = plan.form === "maximum" ? NINETY * spread : plan.form === "one person" ? spread * random.normal() : 0;
  return { scale, center: toScale(valueIn(truth), scale) + away, other: toScale(valueIn(other), scale) };
}

/** The years over which a root's number is the mean: those of an interval, one of a decade or of about a year (rule E8). */
function timeOf(period: string, account: Account, random: Random): readonly number[] {
  const [first = "", last] = period.split("/");
  if (last !== undefined) return yearsBetween(Number(first), Number(last));
  const year = Number(first.replace(/[X~]$/, (end) => (end === "X" ? "0" : "")));
  if (first.endsWith("X")) return [pick(yearsBetween(Math.max(year, account.firstYear), account.lastYear), random)];
  return [first.endsWith("~") ? year + pick([-1, 0, 0, 1], random) : year];
}

function yearsBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

function measureOf(account: Account, plan: ClaimPlan): Measure {
  const measure = account.measures.get(plan.about[0]);
  if (!measure) throw new Error(`unknown measure: ${plan.about[0]}`);
  return measure;
}

function readingOf(measure: Extract<Measure, { kind: "mixed" }>, account: Account, random: Random): Measure {
  let left = random.uniform();
  const chosen = measure.readings.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  const read = account.measures.get((chosen ?? measure.readings[0])?.measure ?? "");
  if (!read) throw new Error(`unknown reading of ${measure.id}`);
  return read;
}

function pick<T>(list: readonly T[], random: Random): T {
  const chosen = list[Math.floor(random.uniform() * list.length)];
  if (chosen === undefined) throw new Error("empty list");
  return chosen;
}

function blank(plan: ClaimPlan, measure: Measure, id: string): Omit<Claim, "range"> {
  const [about, place] = plan.about;
  const statistics = { value: "mean", "one person": "one_person", maximum: "maximum", bound: "mean" } as const;
  return {
    kind: "claim",
    id,
    source: "invented",
    locator: "p. 1",
    statedBy: plan.witness ? "witness:invented/A" : "invented",
    basis: plan.basis,
    modality: "asserted",
    measure: about,
    statistic: statistics[plan.form],
    place: place ?? "world",
    ...(plan.period === undefined ? {} : { period: plan.period }),
    approximate: false,
    ...unitOf(measure.kind === "mixed" ? "USD/person/month" : measure.unit),
    derivedFrom: [],
    derivation: "stated",
    paraphrase: "invented",
  };
}

function unitOf(unit: string): Pick<Claim, "unit" | "currency" | "per"> {
  if (unit === "share") return { unit: "percent" };
  if (unit === "person") return { unit: "persons" };
  if (unit === "month/year") return { unit: "months", per: "year" };
  return { unit: "money", currency: "USD", per: unit === "USD/year" ? "year" : "person month" };
}
