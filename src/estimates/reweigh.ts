import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import { real } from "../math/vector.ts";
import type { Source } from "../sources/source.ts";
import { accountWithout, accountWithTotalsOf, LOOSENED } from "./account-without.ts";
import { needsRerun } from "./appraisal.ts";
import { gatherEvidence } from "./evidence.ts";
import type { EvidenceGroup } from "./evidence-group.ts";
import { figureDraws, figureMoved, figureMover, headlineNames } from "./figure-draws.ts";
import { reweighted } from "./leave-out.ts";
import { compileModel } from "./model.ts";
import { levelCells, levelName, ownPrior, type Parameters } from "./parameters.ts";
import { scoreDraws } from "./scored-draws.ts";
import type { ThinnedDraws } from "./thinned-draws.ts";
import type { SwitchedOff, WhatIf } from "./what-if.ts";

/** What reweighing reads of a case, and the draws of its account. */
export interface Reweighing {
  readonly account: Account;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly draws: ThinnedDraws;
}

/**
 * The headline figures with claims, origins and priors switched off, at once, from the draws that are there: each draw weighted
 * by what its density would be without them over what it is (rule E27). Where k is over 0.7 they have to be drawn again.
 * @example
 * reweigh({ account: { headlines: [], measures: new Map(), places: [], regions: [] }, claims: [], sources: [], draws: { width: 0, count: 2, rows: new Float64Array() } }, { claims: [], origins: [], priors: [] }).k // => 0
 */
export function reweigh(input: Reweighing, without: SwitchedOff): WhatIf {
  const { account, draws } = input;
  const ratios = new Float64Array(draws.count);
  const parameters = addGroups(ratios, input, without);
  addPriors(ratios, input, { names: parameters, loosened: without.priors });
  const weights = reweighted(ratios);
  const move = figureMover(figureDraws(account, headlineNames(account), draws));
  return {
    kind: "what if",
    without,
    method: "reweighted",
    k: Number(weights.k.toFixed(3)),
    ess: Math.round(weights.ess),
    rerun: needsRerun(weights),
    figures: move(weights.weights),
  };
}

/** The groups of one list that the other does not have just so. */
function changed(groups: readonly EvidenceGroup[], others: readonly EvidenceGroup[]): readonly EvidenceGroup[] {
  const known = new Map(others.map((group) => [group.id, JSON.stringify(group)]));
  return groups.filter((group) => known.get(group.id) !== JSON.stringify(group));
}

/** Adds what groups give without what is switched off, and takes away what they gave; gives the names of the parameters. */
function addGroups(
  ratios: Float64Array,
  { account, claims, sources, draws }: Reweighing,
  without: SwitchedOff,
): Parameters {
  const before = gatherEvidence(account, claims, sources).groups;
  const after = gatherEvidence(account, claims, sources, without).groups;
  const gone = new Set(changed(before, after));
  const come = new Set(changed(after, before));
  // All groups are compiled together, so that the parameters stand where the draws have them.
  const model = compileModel(accountWithTotalsOf(account, []), [...before, ...come]);
  const signs = [
    [gone, -1],
    [come, 1],
  ] as const;
  for (const [groups, sign] of signs) {
    const only = { ...model, groups: model.groups.filter(({ group }) => groups.has(group)) };
    addTo(ratios, scoreDraws(only, draws).logs, sign);
  }
  return model.parameters;
}

function addTo(ratios: Float64Array, logs: readonly Float64Array[], sign: number): void {
  for (const log of logs) for (let i = 0; i < ratios.length; i++) ratios[i] = real(ratios, i) + sign * real(log, i);
}

/** Takes away what is stated of the totals of loosened measures, and turns their levels' N(0, 1) into N(0, 3²). */
function addPriors(
  ratios: Float64Array,
  { account, draws }: Reweighing,
  { names, loosened }: { readonly names: Parameters; readonly loosened: readonly string[] },
): void {
  if (loosened.length === 0) return;
  const totals = scoreDraws(compileModel(accountWithTotalsOf(account, loosened), []), draws).priors;
  addTo(ratios, [totals], -1);
  const gain = 0.5 - 0.5 / LOOSENED ** 2;
  for (const position of levelsOf(account, names, loosened)) {
    for (let i = 0; i < draws.count; i++)
      ratios[i] = real(ratios, i) + gain * real(draws.rows, i * draws.width + position) ** 2;
  }
}

/** Positions of the parameters whose prior is the stated interval: levels of their own, or the common one of a pool. */
function levelsOf(account: Account, names: Parameters, loosened: readonly string[]): readonly number[] {
  return [...account.measures.values()].flatMap((measure) => {
    if (measure.kind !== "estimated" || !loosened.includes(measure.id)) return [];
    const { pooled } = measure.prior;
    const own = levelCells(account, measure).filter(
      (cell) => pooled === undefined || ownPrior(measure.prior, cell) !== undefined,
    );
    const levels = own.map((cell) => names.positionOf(levelName(measure, cell)));
    return pooled === undefined ? levels : [...levels, names.positionOf(`${measure.id}.common`)];
  });
}

/**
 * The headline figures with something switched off, from draws of the account without it beside those of the account as it is.
 * @example
 * redrawn({ headlines: [], measures: new Map(), places: [], regions: [] }, { now: { width: 0, count: 2, rows: new Float64Array() }, without: { width: 0, count: 2, rows: new Float64Array() } }, { claims: [], origins: [], priors: [] }).method // => "drawn"
 */
export function redrawn(
  account: Account,
  draws: { readonly now: ThinnedDraws; readonly without: ThinnedDraws },
  without: SwitchedOff,
): WhatIf {
  const names = headlineNames(account);
  const now = figureDraws(account, names, draws.now);
  const then = figureDraws(accountWithout(account, without.priors), names, draws.without);
  return {
    kind: "what if",
    without,
    method: "drawn",
    k: 0,
    ess: draws.without.count,
    rerun: false,
    figures: now.flatMap((figure, i) => (then[i] ? [figureMoved(figure, then[i])] : [])),
  };
}
