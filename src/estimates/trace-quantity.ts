import type { Account, EstimatedMeasure, Measure } from "../accounts/account.ts";
import { type Formula, measuresIn } from "../accounts/formula.ts";
import { narrowTo } from "../accounts/narrow-to.ts";
import { cellsOver, partsOf } from "../accounts/parts-of.ts";
import { parseQuantityId, type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import type { Claim } from "../claims/claim.ts";
import type { Source } from "../sources/source.ts";
import type { ClaimResult, Estimate, Reconciliation } from "./estimate.ts";
import { ownPrior } from "./parameters.ts";
import { spreadAround } from "./spoken-of.ts";
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
    claims: traced.filter((one) => speaksOf(account, one, quantity)).sort(byWeight),
    nearby: traced.filter(({ result }) => isNear(name, result)).sort(byWeight),
  };
}

/** Names by which quantities are called. */
type Names = Pick<Account, "measures" | "places" | "regions" | "occupations" | "occupationGroups">;

/**
 * The words for a quantity: measure, place, occupation, year.
 * @example
 * quantityLabel({ measures: new Map([["workers", { name: "Workers abroad" }]]), places: [{ id: "RU", name: "Russia" }], regions: [] }, "workers.RU.2012") // => "Workers abroad · Russia · 2012"
 */
export function quantityLabel(account: Names, quantity: string): string {
  const { measure, place, occupation, year } = parseQuantityId(quantity);
  const nameIn = (named: readonly { readonly id: string; readonly name: string }[], id: string | undefined) =>
    named.find((one) => one.id === id)?.name ?? id;
  const placeName = nameIn([...account.places, ...account.regions], place);
  const work =
    occupation === undefined ? undefined : nameIn([...account.occupations, ...account.occupationGroups], occupation);
  return [account.measures.get(measure)?.name ?? measure, placeName, work, year]
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

/** Whether a claim is on a quantity, or says how far people spread and that is the quantity. */
function speaksOf(account: Account, { claim, result }: TracedClaim, quantity: string): boolean {
  if (result.quantity === undefined || result.quantity === quantity) return result.quantity === quantity;
  if (claim.statistic !== "spread" || claim.range.kind !== "between") return false;
  const spread = spreadAround(account, parseQuantityId(result.quantity));
  return spread !== undefined && quantityId(spread) === quantity;
}

function byWeight(a: TracedClaim, b: TracedClaim): number {
  return b.result.weight - a.result.weight || (a.claim.id < b.claim.id ? -1 : 1);
}

function isNear(name: QuantityName, result: ClaimResult): boolean {
  if (result.quantity === undefined) return false;
  const other = parseQuantityId(result.quantity);
  if (other.measure !== name.measure || other.place !== name.place || other.occupation !== name.occupation)
    return false;
  if (other.year === name.year) return false;
  return Math.abs((other.year ?? 0) - (name.year ?? 0)) <= NEARBY_YEARS;
}

/** What a quantity is combined from, and in which dimension; absent for a cell and for a share that a formula defines. */
function combinedFrom(account: Account, measure: Measure, name: QuantityName) {
  if (measure.kind === "derived" && measure.unit === "share") return undefined;
  const parts = partsOf(account, measure, name);
  if (!parts) return undefined;
  const region = measure.over.includes("place") ? account.regions.find(({ id }) => id === name.place) : undefined;
  return { parts, region, dimension: region ? ("place" as const) : ("occupation" as const) };
}

function formulaText(account: Account, measure: Measure, name: QuantityName): string | undefined {
  const combined = combinedFrom(account, measure, name);
  if (!combined) return measure.kind === "derived" ? measure.text : undefined;
  const over = `over ${combined.dimension}`;
  if (measure.combine === "sum") return `sum(${measure.kind === "derived" ? measure.text : measure.id} ${over})`;
  return measure.weights === undefined
    ? `mean(${measure.id} ${over})`
    : `sum(${measure.weights} * ${measure.id} ${over}) / sum(${measure.weights} ${over})`;
}

function explain(account: Account, measure: Measure, name: QuantityName, estimate: Estimate): string {
  const combined = combinedFrom(account, measure, name);
  const parts: string[] = [];
  if (combined) {
    const how =
      measure.combine === "sum"
        ? "The sum"
        : measure.weights === undefined
          ? "The mean"
          : "The mean, weighted by people,";
    const { region } = combined;
    const what = region ? `places of ${region.name}` : `occupations of ${workName(account, name)}`;
    parts.push(`${how} over the ${combined.parts.length} ${what}.`);
  } else if (measure.kind === "derived") parts.push("Computed from its inputs by the identity, draw by draw.");
  else if (measure.kind === "estimated") parts.push(...explainEstimated(account, measure, name));
  if (estimate.claims > 0)
    parts.push(
      `Claims on it: ${estimate.claims}, from ${estimate.origins} independent ${estimate.origins === 1 ? "origin" : "origins"}.`,
    );
  else if (estimate.carriedByPrior) parts.push("No claim within three years: carried by the prior.");
  return parts.join(" ");
}

function workName(account: Account, { occupation }: QuantityName): string {
  return account.occupationGroups.find(({ id }) => id === occupation)?.name ?? "all work";
}

function explainEstimated(account: Account, measure: EstimatedMeasure, name: QuantityName): readonly string[] {
  const prior = ownPrior(measure.prior, name) ?? measure.prior.default;
  const when = measure.walk ? ` in ${account.anchor}` : "";
  const level = `Estimated directly; before any claim, 90 % between ${prior[0]} and ${prior[1]} ${measure.unit}${when}.`;
  if (!measure.walk) return [level];
  const every = measure.walk.every === 1 ? "from year to year" : `in steps of ${measure.walk.every} years`;
  const shared = togetherWith(measure);
  return [level, `It moves ${every}${shared}.`];
}

/** What shares the walk of a cell. */
function togetherWith({ walk, over }: EstimatedMeasure): string {
  const hasWork = over.includes("occupation");
  switch (walk?.by) {
    case "group":
      return hasWork
        ? ", together with all work at the places of its group"
        : ", together with the places of its group";
    case "occupation":
      return over.includes("place") ? ", together with the same work at other places" : "";
    case "place":
      return hasWork ? ", together with other work at its place" : "";
    default:
      return "";
  }
}

function inputNames(account: Account, measure: Measure, name: QuantityName): readonly QuantityName[] {
  const values = combinedFrom(account, measure, name)?.parts;
  if (values) {
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
      return cellsOver(account, formula.dimension, name).flatMap((cell) => formulaInputs(account, formula.of, cell));
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
  const { place, occupation, ...rest } = name;
  const regions = account.regions.filter((region) => place !== undefined && region.members.includes(place));
  const sums = regions.map((region) => quantityId({ ...name, place: region.id }));
  const groups = account.occupationGroups.filter(
    (group) => occupation !== undefined && group.members.includes(occupation),
  );
  const at = place === undefined ? rest : { ...rest, place };
  const works = [...groups.map(({ id }) => ({ ...at, occupation: id })), ...(occupation === undefined ? [] : [at])];
  const derived = [...account.measures.values()].flatMap((measure) => {
    if (measure.kind !== "derived" || !measuresIn(measure.formula).includes(name.measure)) return [];
    return [quantityId(narrowTo(measure, name))];
  });
  return [...sums, ...works.map(quantityId), ...derived].filter((id) => estimates.has(id));
}
