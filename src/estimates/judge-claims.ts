import { quantityId } from "../accounts/quantity-id.ts";
import { mean, variance } from "../math/summary.ts";
import { real } from "../math/vector.ts";
import type { ClaimResult } from "./estimate.ts";
import type { EvidenceGroup, Reading } from "./evidence-group.ts";
import type { GroupTerm, Model } from "./model.ts";
import { COPY_SD } from "./root-mixture.ts";
import { explainSlip } from "./slip.ts";
import { fromScale, varianceOfHalfWidth } from "./stated-width.ts";
import type { Target, When } from "./target.ts";

/** Draws of all chains: parameters row by row, and the probability of every component row by row. */
export interface Drawn {
  readonly parameters: readonly Float64Array[];
  readonly responsibilities: readonly Float64Array[];
}

/** Rows on which the account's value at each claim is looked up. */
const LOOKED_UP = 500;

/**
 * What reconciling says of every used claim: its conflict with the account, its distance, the share that counts, a slip that
 * would explain it (rules E13, E14).
 * @example
 * judgeClaims({ groups: [], parameters: { names: [] }, tape: { nodes: 0, parameters: 0, forward() {} } }, { parameters: [], responsibilities: [] }) // => []
 */
export function judgeClaims(model: Model, drawn: Drawn): readonly ClaimResult[] {
  const shares = meanShares(model, drawn.responsibilities);
  const lookUp = nodeLookUp(model, drawn.parameters);
  let at = 0;
  return model.groups.flatMap((term) => {
    const from = at;
    at += term.group.components.length;
    return judgeGroup(term, shares.subarray(from, at), lookUp);
  });
}

type LookUp = (node: number) => { readonly mean: number; readonly variance: number };

function meanShares(model: Model, chains: readonly Float64Array[]): Float64Array {
  const width = model.groups.reduce((sum, term) => sum + term.group.components.length, 0);
  const sums = new Float64Array(width);
  let rows = 0;
  for (const chain of chains) {
    for (let k = 0; k < chain.length; k++) sums[k % width] = real(sums, k % width) + real(chain, k);
    rows += width === 0 ? 0 : chain.length / width;
  }
  return sums.map((sum) => sum / rows);
}

function nodeLookUp(model: Model, chains: readonly Float64Array[]): LookUp {
  const width = model.parameters.names.length;
  const nodes = [...new Set(model.groups.flatMap((term) => term.nodes))];
  const total = chains.reduce((sum, chain) => sum + chain.length / Math.max(1, width), 0);
  const every = Math.max(1, Math.floor(total / LOOKED_UP));
  const series = new Map(nodes.map((node) => [node, [] as number[]]));
  const values = new Float64Array(model.tape.nodes);
  for (const chain of chains) {
    for (let row = 0; (row + 1) * width <= chain.length; row += every) {
      values.set(chain.subarray(row * width, (row + 1) * width));
      model.tape.forward(values);
      for (const [node, found] of series) found.push(real(values, node));
    }
  }
  return (node) => {
    const found = Float64Array.from(series.get(node) ?? []);
    return { mean: mean(found), variance: variance(found) };
  };
}

function judgeGroup(term: GroupTerm, shares: Float64Array, lookUp: LookUp): readonly ClaimResult[] {
  const { group } = term;
  const main = mainTarget(group, shares);
  const target = group.targets[main];
  const account = lookUp(term.nodes[main] ?? -1);
  if (!target) throw new Error(`group without target: ${group.id}`);
  const conflicts = group.readings.map((_, position) => conflictOf(group, shares, position));
  const better = betterReading(group, main, conflicts);
  return group.readings.flatMap((reading, position) => {
    const said = reading.said[main] ?? { center: 0, half: 0 };
    const conflict = conflicts[position] ?? 0;
    const claimVariance = varianceOfHalfWidth(said.half) + smallestVariance(group, main);
    const slip =
      conflict > 0.5 && group.scale === "log" ? slipOf(said.center, claimVariance, account, better) : undefined;
    const common = {
      kind: "claim result" as const,
      quantity: quantityOfTarget(target),
      conflict,
      distance: (said.center - account.mean) / Math.sqrt(account.variance + claimVariance),
      center: fromScale(said.center, group.scale),
      low: fromScale(said.center - said.half, group.scale),
      high: fromScale(said.center + said.half, group.scale),
      weight: (1 - conflict) / reading.claims.length,
      group: group.id,
      ...boundOf(group.form),
      ...(slip === undefined ? {} : { slip }),
    };
    return reading.claims.map((claim): ClaimResult => ({ ...common, claim }));
  });
}

function boundOf(form: EvidenceGroup["form"]): Pick<ClaimResult, "bound"> {
  if (form === "lower bound") return { bound: "at least" };
  return form === "upper bound" ? { bound: "at most" } : {};
}

/** Middle of the reading of the same root that conflicts least, where one does not. */
function betterReading(group: EvidenceGroup, target: number, conflicts: readonly number[]): number | undefined {
  const least = Math.min(...conflicts);
  return least < 0.5 ? group.readings[conflicts.indexOf(least)]?.said[target]?.center : undefined;
}

/** The slip that leads to the other reading of the same root where there is one, else to the account. */
function slipOf(
  center: number,
  variance: number,
  account: { readonly mean: number; readonly variance: number },
  better: number | undefined,
): string | undefined {
  if (better === undefined) return explainSlip({ center, variance }, account);
  return explainSlip({ center, variance: COPY_SD ** 2 }, { mean: better, variance: COPY_SD ** 2 });
}

function mainTarget(group: EvidenceGroup, shares: Float64Array): number {
  const sums = group.targets.map(() => 0);
  group.components.forEach((component, c) => {
    sums[component.target] =
      (sums[component.target] ?? 0) + real(shares, c) + 1e-9 * (group.targets[component.target]?.weight ?? 0);
  });
  return sums.indexOf(Math.max(...sums));
}

function conflictOf(group: EvidenceGroup, shares: Float64Array, reading: number): number {
  let sum = 0;
  group.components.forEach((component, c) => {
    if (component.gross || (component.miscopied & (1 << reading)) !== 0) sum += real(shares, c);
  });
  return Math.min(1, sum);
}

/** Noise of the source as the group's faithful state has it. */
function smallestVariance(group: EvidenceGroup, target: number): number {
  const own = group.components.filter((component) => component.target === target && !component.gross);
  return Math.min(...own.map((component) => component.variance));
}

/**
 * The id of the quantity that a target speaks of: its place or the region shown in its stead, and its year, the nearer of two, or the middle one of several.
 * @example
 * quantityOfTarget({ measure: "workers", place: "RU", when: { kind: "between", year: 2017, share: 0.8 } }) // => "workers.RU.2018"
 */
export function quantityOfTarget(target: Pick<Target, "measure" | "place" | "within" | "when">): string {
  const year = yearOfWhen(target.when);
  const place = target.within ?? target.place;
  return quantityId({
    measure: target.measure,
    ...(place === undefined ? {} : { place }),
    ...(year === undefined ? {} : { year }),
  });
}

function yearOfWhen(when: When): number | undefined {
  switch (when.kind) {
    case "always":
      return undefined;
    case "year":
      return when.year;
    case "between":
      return when.share > 0.5 ? when.year + 1 : when.year;
    case "mean":
      return when.years[Math.floor(when.years.length / 2)]?.year;
  }
}

/**
 * The claims of every reading of a group.
 * @example
 * claimsOfGroup({ readings: [{ claims: ["a"], said: [] }] }) // => ["a"]
 */
export function claimsOfGroup(group: { readonly readings: readonly Reading[] }): readonly string[] {
  return group.readings.flatMap((reading) => reading.claims);
}
