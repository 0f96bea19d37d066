import type { Account, EstimatedMeasure, Measure } from "../accounts/account.ts";
import { type Formula, measuresIn } from "../accounts/formula.ts";
import { parseQuantityId, type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import type { Claim } from "../claims/claim.ts";
import type { Source } from "../sources/source.ts";
import type { ClaimResult, Estimate, Reconciliation } from "./estimate.ts";
import { narrowTo } from "./support.ts";
import type { Trace, TracedClaim } from "./trace.ts";

/** What a trace is drawn from. */
export interface TraceInput {
  readonly account: Account;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly reconciliation: Reconciliation;
}

const MOST_INPUTS = 60;
const NEARBY_YEARS = 5;

/**
 * The way upstream from a quantity: its identity and inputs, the claims on it, those near it; absent when the account has no
 * such quantity.
 * @example
 * traceQuantity({ account: { measures: new Map() }, claims: [], sources: [], reconciliation: { estimates: [], claims: [] } }, "x") ?? "none" // => "none"
 */
export function traceQuantity(input: TraceInput, quantity: string): Trace | undefined {
  const { account, reconciliation } = input;
  const estimates = new Map(reconciliation.estimates.map((estimate) => [estimate.quantity, estimate]));
  const estimate = estimates.get(quantity);
  const name = parseQuantityId(quantity);
  const measure = account.measures.get(name.measure);
  if (!estimate || !measure || measure.kind === "mixed") return undefined;
  const formula = formulaText(account, measure, name);
  const traced = tracedClaims(input);
  return {
    kind: "trace",
    quantity,
    label: quantityLabel(account, quantity),
    estimate,
    ...(formula === undefined ? {} : { formula }),
    explanation: explain(account, measure, name, estimate),
    inputs: inputsOf(account, measure, name, estimates),
    usedBy: usedBy(account, name, estimates),
    claims: traced.filter(({ result }) => result.quantity === quantity).sort(byWeight),
    nearby: traced.filter(({ result }) => isNear(name, result)).sort(byWeight),
  };
}

/**
 * The words for a quantity: measure, place, year.
 * @example
 * quantityLabel({ measures: new Map([["workers", { name: "Workers abroad" }]]), places: [{ id: "RU", name: "Russia" }], regions: [] }, "workers.RU.2012") // => "Workers abroad · Russia · 2012"
 */
export function quantityLabel(account: Pick<Account, "measures" | "places" | "regions">, quantity: string): string {
  const { measure, place, year } = parseQuantityId(quantity);
  const placeName = [...account.places, ...account.regions].find((one) => one.id === place)?.name ?? place;
  return [account.measures.get(measure)?.name ?? measure, placeName, year]
    .filter((part) => part !== undefined)
    .join(" · ");
}

function tracedClaims(input: TraceInput): TracedClaim[] {
  const claims = new Map(input.claims.map((claim) => [claim.id, claim]));
  const sources = new Map(input.sources.map((source) => [source.id, source]));
  return input.reconciliation.claims.flatMap((result) => {
    const claim = claims.get(result.claim);
    const source = claim && sources.get(claim.source);
    return claim && source ? [{ claim, result, source }] : [];
  });
}

function byWeight(a: TracedClaim, b: TracedClaim): number {
  return b.result.weight - a.result.weight || (a.claim.id < b.claim.id ? -1 : 1);
}

function isNear(name: QuantityName, result: ClaimResult): boolean {
  if (result.quantity === undefined) return false;
  const other = parseQuantityId(result.quantity);
  if (other.measure !== name.measure || other.place !== name.place || other.year === name.year) return false;
  return Math.abs((other.year ?? 0) - (name.year ?? 0)) <= NEARBY_YEARS;
}

function regionOf(account: Account, name: QuantityName) {
  return account.regions.find((region) => region.id === name.place);
}

function isShareOfRegion(account: Account, measure: Measure, name: QuantityName): boolean {
  return measure.kind === "derived" && measure.unit === "share" && regionOf(account, name) !== undefined;
}

function formulaText(account: Account, measure: Measure, name: QuantityName): string | undefined {
  if (regionOf(account, name) && !isShareOfRegion(account, measure, name)) {
    if (measure.combine === "sum") return `sum(${measure.kind === "derived" ? measure.text : measure.id} over place)`;
    return measure.weights === undefined
      ? `mean(${measure.id} over place)`
      : `sum(${measure.weights} * ${measure.id} over place) / sum(${measure.weights} over place)`;
  }
  return measure.kind === "derived" ? measure.text : undefined;
}

function explain(account: Account, measure: Measure, name: QuantityName, estimate: Estimate): string {
  const region = regionOf(account, name);
  const parts: string[] = [];
  if (region && !isShareOfRegion(account, measure, name)) {
    const how =
      measure.combine === "sum"
        ? "The sum"
        : measure.weights === undefined
          ? "The mean"
          : "The mean, weighted by people,";
    parts.push(`${how} over the ${region.members.length} places of ${region.name}.`);
  } else if (measure.kind === "derived") parts.push("Computed from its inputs by the identity, draw by draw.");
  else if (measure.kind === "estimated") parts.push(...explainEstimated(account, measure, name));
  if (estimate.claims > 0)
    parts.push(
      `Claims on it: ${estimate.claims}, from ${estimate.origins} independent ${estimate.origins === 1 ? "origin" : "origins"}.`,
    );
  else if (estimate.carriedByPrior) parts.push("No claim within three years: carried by the prior.");
  return parts.join(" ");
}

function explainEstimated(account: Account, measure: EstimatedMeasure, name: QuantityName): readonly string[] {
  const prior = measure.prior.places.get(name.place ?? "") ?? measure.prior.default;
  const when = measure.walk ? ` in ${account.anchor}` : "";
  const level = `Estimated directly; before any claim, 90 % between ${prior[0]} and ${prior[1]} ${measure.unit}${when}.`;
  if (!measure.walk) return [level];
  const every = measure.walk.every === 1 ? "from year to year" : `in steps of ${measure.walk.every} years`;
  const shared = measure.walk.by === "group" ? ", together with the places of its group" : "";
  return [level, `It moves ${every}${shared}.`];
}

function inputNames(account: Account, measure: Measure, name: QuantityName): readonly QuantityName[] {
  const region = regionOf(account, name);
  if (region && !isShareOfRegion(account, measure, name)) {
    const values = region.members.map((place) => ({ ...name, place }));
    const weights = measure.combine === "mean" ? account.measures.get(measure.weights ?? "") : undefined;
    return weights ? [...values.map((cell) => narrowTo(weights, cell)), ...values] : values;
  }
  return measure.kind === "derived" ? formulaInputs(account, measure.formula, name) : [];
}

function formulaInputs(account: Account, formula: Formula, name: QuantityName): readonly QuantityName[] {
  switch (formula.kind) {
    case "number":
      return [];
    case "measure": {
      const input = account.measures.get(formula.measure);
      return input ? [narrowTo(input, name)] : [];
    }
    case "sum over":
      return account.places.flatMap((place) => formulaInputs(account, formula.of, { ...name, place: place.id }));
    default:
      return [...formulaInputs(account, formula.left, name), ...formulaInputs(account, formula.right, name)];
  }
}

function inputsOf(
  account: Account,
  measure: Measure,
  name: QuantityName,
  estimates: ReadonlyMap<string, Estimate>,
): Trace["inputs"] {
  const ids = [...new Set(inputNames(account, measure, name).map(quantityId))];
  const found = ids.flatMap((id) => {
    const estimate = estimates.get(id);
    return estimate ? [{ quantity: id, label: quantityLabel(account, id), estimate }] : [];
  });
  const order = new Map([...account.measures.keys()].map((id, position) => [id, position]));
  const rank = (measureId: string): number => order.get(measureId) ?? 0;
  return found
    .sort((a, b) => rank(a.estimate.measure) - rank(b.estimate.measure) || b.estimate.median - a.estimate.median)
    .slice(0, MOST_INPUTS);
}

function usedBy(account: Account, name: QuantityName, estimates: ReadonlyMap<string, Estimate>): readonly string[] {
  const regions = account.regions.filter((region) => name.place !== undefined && region.members.includes(name.place));
  const sums = regions.map((region) => quantityId({ ...name, place: region.id }));
  const derived = [...account.measures.values()].flatMap((measure) => {
    if (measure.kind !== "derived" || !measuresIn(measure.formula).includes(name.measure)) return [];
    return [quantityId(narrowTo(measure, name))];
  });
  return [...sums, ...derived].filter((id) => estimates.has(id));
}
