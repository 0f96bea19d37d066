import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import { leavesOf, sameDate } from "./same-subject.ts";

/** A claim on a place with others, and claims on places inside it that do not overlap. */
export interface WholeAndParts {
  readonly whole: Claim;
  readonly parts: readonly Claim[];
  /** Whether the parts leave nothing of the whole out. */
  readonly complete: boolean;
}

/**
 * Whether a claim counts all of something that can be added over places.
 * @example
 * isCount({ measures: new Map() }, { measure: "workers", statistic: "total" }) // => false
 */
export function isCount(
  account: Pick<Account, "measures">,
  claim: Pick<Claim, "measure" | "statistic" | "occupation" | "sex">,
): boolean {
  const measure = account.measures.get(claim.measure);
  const adds = measure?.kind !== "mixed" && measure?.combine === "sum" && measure.over.includes("place");
  return adds && claim.statistic === "total" && claim.occupation === undefined && claim.sex === undefined;
}

/**
 * For every count on several places, the counts on places inside it that stand in the same list (source and speaker, or its own
 * derivation), the larger places first and none twice.
 * @example
 * wholesAndParts([], { places: [], regions: [], measures: new Map() }) // => []
 */
export function wholesAndParts(
  claims: readonly Claim[],
  account: Pick<Account, "places" | "regions" | "measures">,
): readonly WholeAndParts[] {
  const counts = claims.filter((claim) => isCount(account, claim));
  return counts.flatMap((whole) => {
    const leaves = leavesOf(account, whole.place);
    if (leaves === undefined || leaves.size < 2) return [];
    const listed = counts.filter((part) => isListedWith(part, whole));
    const parts = disjoint(listed, leaves, account);
    const covered = parts.reduce((sum, part) => sum + (leavesOf(account, part.place)?.size ?? 0), 0);
    const ownSum = whole.derivedFrom.length > 1 && parts.every(({ id }) => whole.derivedFrom.includes(id));
    return parts.length === 0 ? [] : [{ whole, parts, complete: ownSum || covered === leaves.size }];
  });
}

function isListedWith(part: Claim, whole: Claim): boolean {
  if (part.measure !== whole.measure || part === whole) return false;
  if (whole.derivedFrom.includes(part.id)) return true;
  return part.source === whole.source && part.statedBy === whole.statedBy && sameDate(part, whole);
}

/** Claims on places strictly inside the whole, the larger first, none inside another. */
function disjoint(
  listed: readonly Claim[],
  whole: ReadonlySet<string>,
  account: Pick<Account, "places" | "regions">,
): readonly Claim[] {
  const sized = listed.flatMap((claim) => {
    const leaves = leavesOf(account, claim.place);
    return leaves !== undefined && leaves.size < whole.size && [...leaves].every((leaf) => whole.has(leaf))
      ? [{ claim, leaves }]
      : [];
  });
  const taken = new Set<string>();
  const parts: Claim[] = [];
  for (const { claim, leaves } of sized.toSorted((a, b) => b.leaves.size - a.leaves.size)) {
    if ([...leaves].some((leaf) => taken.has(leaf))) continue;
    for (const leaf of leaves) taken.add(leaf);
    parts.push(claim);
  }
  return parts;
}
