import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import type { CaseTerms } from "../claims/proposing/context.ts";

/**
 * What a case calls its measures and places: those of its account, and the measures that its claims use besides.
 * @example
 * caseTerms({ kind: "account", firstYear: 2000, lastYear: 2001, anchor: 2000, places: [{ id: "KW", name: "Kuwait", group: "KW" }], regions: [], groups: [], measures: new Map(), headlines: [] }, []).places // => [{"id":"KW","name":"Kuwait"}]
 */
export function caseTerms(account: Account, claims: readonly Pick<Claim, "measure">[]): CaseTerms {
  const { places, regions, measures } = account;
  const others = new Set(claims.map(({ measure }) => measure).filter((id) => !measures.has(id)));
  return {
    measures: [...[...measures.values()].map(({ id, unit }) => ({ id, unit })), ...[...others].map((id) => ({ id }))],
    places: [
      ...places.map(({ id, name }) => ({ id, name })),
      ...regions.map(({ id, name, members }) => ({ id, name, members })),
    ],
  };
}
