import type { Account } from "../accounts/account.ts";
import { parseQuantityId } from "../accounts/quantity-id.ts";
import type { EvidenceGroup } from "./evidence-group.ts";
import { claimProblem, type EvidenceProblem, type Located, rowWords } from "./evidence-problem.ts";
import { impliedLimits, type Limits, type StatedLimits } from "./limits.ts";
import { claimsOfGroup, quantityOfTarget } from "./spoken-of.ts";
import { fromScale } from "./stated-width.ts";

/** Limits closer than this factor do not contradict each other: they are rounded. */
const ROUNDED = 1.1;

/**
 * Limits that contradict each other on one quantity, and bounds that no values of the account can meet together because an
 * identity ties them: warnings, since one of the claims is wrong and reconciling will blame one.
 * @example
 * checkBounds({ measures: new Map(), places: [], regions: [] }, [], (id) => ({ id, row: 1 })) // => []
 */
export function checkBounds(
  account: Account,
  groups: readonly EvidenceGroup[],
  locate: (id: string) => Located,
): readonly EvidenceProblem[] {
  const stated = statedLimits(groups);
  return [...stated].flatMap(([quantity, own]) => {
    const named = (ids: readonly string[]) => [...new Set(ids)].map(locate);
    const against = (high: readonly string[], low: readonly string[], value: number, ends: string) => {
      const [first] = named(high);
      const others = named(low);
      if (!first) return [];
      const expected = `at least ${round(value)} for ${quantity}, ${ends} by ${rowWords(others)}; correct or reject one of them`;
      const field = "high";
      const problem = claimProblem("warning", first, { field, value: round(own.high), expected });
      return [{ ...problem, claims: [...new Set([...high, ...low])] }];
    };
    if (own.low > own.high * ROUNDED) return against(own.highFrom, own.lowFrom, own.low, "its lower bound");
    const implied = impliedLimits(account, stated, parseQuantityId(quantity));
    if (implied.low > own.high * ROUNDED)
      return against(own.highFrom, implied.lowFrom, implied.low, "to which its parts come");
    if (own.low <= implied.high * ROUNDED) return [];
    const [first] = named(own.lowFrom);
    if (!first) return [];
    const bounded = implied.highFrom.length === 0 ? "by its identity" : `by ${rowWords(named(implied.highFrom))}`;
    const expected = `at most ${round(implied.high)} for ${quantity}, ${bounded}; correct or reject one of them`;
    const problem = claimProblem("warning", first, { field: "low", value: round(own.low), expected });
    return [{ ...problem, claims: [...new Set([...own.lowFrom, ...implied.highFrom])] }];
  });
}

function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** The bounds that claims put on quantities of which they speak alone, at one time. */
function statedLimits(groups: readonly EvidenceGroup[]): StatedLimits {
  const found = new Map<string, Limits>();
  for (const group of groups) {
    const [target, ...others] = group.targets;
    const said = group.readings.flatMap((reading) => reading.said[0] ?? []);
    const isBound = group.form === "lower bound" || group.form === "upper bound";
    if (!target || !isBound || others.length > 0 || target.when.kind === "mean" || target.when.kind === "between")
      continue;
    const values = said.map(({ center }) => fromScale(center, group.scale));
    const claims = claimsOfGroup(group);
    const quantity = quantityOfTarget(target);
    const own = found.get(quantity) ?? { low: 0, high: Number.POSITIVE_INFINITY, lowFrom: [], highFrom: [] };
    const [low, high] = [Math.min(...values), Math.max(...values)];
    if (group.form === "lower bound" && low > own.low) found.set(quantity, { ...own, low, lowFrom: claims });
    if (group.form === "upper bound" && high < own.high) found.set(quantity, { ...own, high, highFrom: claims });
  }
  return found;
}
