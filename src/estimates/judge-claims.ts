import type { Account } from "../accounts/account.ts";
import { parseQuantityId } from "../accounts/quantity-id.ts";
import type { Claim } from "../claims/claim.ts";
import { mean, variance } from "../math/summary.ts";
import { real } from "../math/vector.ts";
import type { ClaimResult } from "./estimate.ts";
import type { EvidenceGroup, Reading } from "./evidence-group.ts";
import { figureDraws } from "./figure-draws.ts";
import { type LeftOut, leaveOutOrigins } from "./leave-out.ts";
import type { GroupTerm, Model } from "./model.ts";
import type { ScoredDraws } from "./scored-draws.ts";
import type { Slip } from "./slip.ts";
import { quantityOfTarget } from "./spoken-of.ts";
import { fromScale } from "./stated-width.ts";
import { currenciesOf, fixedSlips, headcountSlip } from "./thinkable-slips.ts";
import type { ThinnedDraws } from "./thinned-draws.ts";
import { slipBetween, type ThinkableSlip, weighSlip } from "./weigh-slip.ts";

/** What claims are judged by: the account and its claims, the model, and draws of it held against the evidence. */
export interface Judging {
  readonly account: Account;
  readonly claims: readonly Claim[];
  readonly model: Model;
  readonly draws: ThinnedDraws;
  readonly scored: ScoredDraws;
}

/**
 * What reconciling says of every used claim: its conflict with the account, its distance, the share that counts, a slip that
 * would explain it (rules E13, E14).
 * @example
 * judgeClaims({ account: {}, claims: [], model: { groups: [] }, draws: {}, scored: {} }) // => []
 */
export function judgeClaims(judging: Judging): readonly ClaimResult[] {
  const { model, scored } = judging;
  const judge: Judge = {
    ...judging,
    byId: new Map(judging.claims.map((claim) => [claim.id, claim])),
    currencies: currenciesOf(judging.claims),
    leftOut: leaveOutOrigins(model, scored),
  };
  return model.groups.flatMap((term, g) => judgeGroup(term, scored.shares[g] ?? new Float64Array(), judge));
}

interface Judge extends Judging {
  readonly byId: ReadonlyMap<string, Claim>;
  readonly currencies: readonly string[];
  readonly leftOut: ReadonlyMap<string, LeftOut>;
}

function judgeGroup(term: GroupTerm, shares: Float64Array, judge: Judge): readonly ClaimResult[] {
  const { group } = term;
  const main = mainTarget(group, shares);
  const target = group.targets[main];
  if (!target) throw new Error(`group without target: ${group.id}`);
  const series = judge.scored.series(term.nodes[main] ?? -1);
  const own = numberVariance(group, main);
  const between = term.spreadNodes ? mean(judge.scored.series(term.spreadNodes[main] ?? -1).map((sd) => sd * sd)) : 0;
  const sd = Math.sqrt(variance(series) + own + between);
  const conflicts = group.readings.map((_, position) => conflictOf(group, shares, position));
  return group.readings.flatMap((reading, position) => {
    const said = reading.said[main] ?? { center: 0, half: 0 };
    const conflict = conflicts[position] ?? 0;
    const slip = conflict > 0.5 && group.scale === "log" ? slipOf(reading, term, main, conflicts, judge) : undefined;
    const common = {
      kind: "claim result" as const,
      quantity: quantityOfTarget(target),
      conflict,
      distance: (said.center - mean(series)) / sd,
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

/** The slip that leads to the other reading of the same root where there is a good one, else to the account without the origin. */
function slipOf(
  reading: Reading,
  term: GroupTerm,
  main: number,
  conflicts: readonly number[],
  judge: Judge,
): Slip | undefined {
  const { group } = term;
  const slips = thinkableSlips(reading, group, main, judge);
  const least = Math.min(...conflicts);
  const better = least < 0.5 ? group.readings[conflicts.indexOf(least)]?.said[main]?.center : undefined;
  if (better !== undefined) return slipBetween(reading.said[main]?.center ?? Number.NaN, better, slips);
  const out = judge.leftOut.get(group.origin);
  if (!out) return undefined;
  const centers = reading.said.map(({ center }) => center);
  return weighSlip({ term, centers, variance: numberVariance(group, main), slips }, judge.scored, out);
}

function thinkableSlips(
  reading: Reading,
  group: EvidenceGroup,
  main: number,
  { account, byId, currencies, draws }: Judge,
): readonly ThinkableSlip[] {
  const target = group.targets[main];
  const claim = byId.get(reading.claims[0] ?? "");
  const measure = target && account.measures.get(target.measure);
  if (!target || !claim || !measure) return [];
  const quantity = quantityOfTarget(target);
  const fixed = fixedSlips(measure, claim, parseQuantityId(quantity).year ?? account.anchor, currencies);
  const many = headcountSlip(account, quantity);
  if (!many) return fixed;
  const [people] = figureDraws(account, [many.people], draws);
  if (!people) return fixed;
  const sign = many.kind === "all workers for one" ? -1 : 1;
  const logs = people.values.map((log) => sign * log);
  return [...fixed, { kind: many.kind, factor: Number(Math.exp(mean(logs)).toPrecision(3)), logs }];
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

/** Variance of a number of the group where it is faithful: stated width, noise of the source and copying. */
function numberVariance(group: EvidenceGroup, target: number): number {
  const own = group.components.filter((component) => component.target === target && !component.gross);
  return Math.min(...own.map((component) => component.variance));
}
