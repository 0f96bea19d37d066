import type { Claim } from "../claims/claim.ts";
import { originOf } from "../claims/origin-group.ts";
import { boundsOf } from "../values/range.ts";

/** One number of one origin on one subject, and every claim that repeats it. */
export interface Retelling {
  /** The claim that the others repeat, as far as the case knows. */
  readonly root: Claim;
  readonly copies: readonly Claim[];
  readonly origin: string;
}

/**
 * The claims of a case with copies of the same number put together, in the order of the list. A miscopied number stands alone.
 * @example
 * retellings([]) // => []
 */
export function retellings(claims: readonly Claim[]): readonly Retelling[] {
  const origins = originOf(claims);
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const { low, high } = boundsOf(claim.range);
    const subject = [claim.measure, claim.statistic, claim.place, claim.occupation, claim.sex, claim.period];
    const number = [low, high, claim.unit, claim.currency, claim.per];
    const key = [origins.get(claim.id), ...subject, ...number].join("\u001F");
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].flatMap((members): Retelling[] => {
    const ids = new Set(members.map(({ id }) => id));
    const root = members.find(({ derivedFrom }) => !derivedFrom.some((id) => ids.has(id))) ?? members[0];
    if (root === undefined) return [];
    return [{ root, copies: members.filter((claim) => claim !== root), origin: origins.get(root.id) ?? root.id }];
  });
}

/**
 * Ids of the copies of several retellings.
 * @example
 * copiesIn([]) // => []
 */
export function copiesIn(told: readonly Retelling[]): readonly string[] {
  return told.flatMap(({ copies }) => copies.map(({ id }) => id));
}
