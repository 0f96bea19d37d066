import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import { boundsOf } from "../values/range.ts";
import { claimProblem, type EvidenceProblem, rowsOf } from "./evidence-problem.ts";
import { hasOccupation, workOf } from "./work-meant.ts";

/**
 * What is wrong with claims one by one: a measure, place or occupation that the account neither has nor lists as shown (a warning:
 * the claim is kept and not used, or only bounds its whole), a range below zero or upside down (an error).
 * @example
 * checkClaims({ measures: new Map(), shown: new Map(), places: [], regions: [] }, [{ id: "c1", measure: "wrokers", place: "world", range: { kind: "point", value: 1 } }])[0].value // => "wrokers"
 */
export function checkClaims(
  account: Pick<Account, "measures" | "shown" | "places" | "regions" | "occupations" | "occupationGroups">,
  claims: readonly Claim[],
): readonly EvidenceProblem[] {
  const places = new Set(["world", ...[...account.places, ...account.regions].map(({ id }) => id)]);
  const locate = rowsOf(claims);
  return claims.flatMap((claim) => {
    const at = locate(claim.id);
    const range = rangeProblem(claim);
    if (range) return [claimProblem("error", at, range)];
    const measure = account.measures.get(claim.measure);
    if (!measure) {
      if (account.shown.has(claim.measure)) return [];
      const expected =
        "a measure of the account; add it to account.yaml, under shown with the reason if it cannot be used";
      return [claimProblem("warning", at, { field: "measure", value: claim.measure, expected })];
    }
    // What has neither place nor year is the same everywhere, so any place may be named.
    const isEverywhere = measure.kind !== "mixed" && measure.over.every((one) => one === "occupation");
    const isPlaced = places.has(claim.place) || isEverywhere;
    const work = hasOccupation(account, measure) ? workOf(account, measure, claim) : undefined;
    const found: EvidenceProblem[] = [];
    if (!isPlaced) {
      const expected = "a place or region of the account, or world; add it to account.yaml or correct the claim";
      found.push(claimProblem("warning", at, { field: "place", value: claim.place, expected }));
    }
    if (work !== undefined && work.occupation === undefined) {
      const expected =
        "an occupation of the account; in account.yaml add it to the members of the one that it is, or the parts of the one it is in";
      found.push(claimProblem("warning", at, { field: "occupation", value: claim.occupation ?? "", expected }));
    }
    return found;
  });
}

function rangeProblem({ range }: Claim): { field: string; value: string; expected: string } | undefined {
  const { low = 0, high = Number.POSITIVE_INFINITY } = boundsOf(range);
  if (low < 0) {
    const expected = "a number that is not negative: every quantity is positive; correct the claim or reject it";
    return { field: "low", value: String(low), expected };
  }
  if (high < low || Number.isNaN(high)) {
    const expected = `a number of at least ${low}, its lower end; correct the claim or reject it`;
    return { field: "high", value: String(high), expected };
  }
  return undefined;
}
