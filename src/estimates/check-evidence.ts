import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import { checkBounds } from "./check-bounds.ts";
import { checkClaims } from "./check-claims.ts";
import { checkPriors } from "./check-priors.ts";
import type { Evidence } from "./evidence.ts";
import { type EvidenceProblem, rowsOf } from "./evidence-problem.ts";

/**
 * Everything that is wrong between the claims of a case and its account, errors first, each with its row and what to do (rule
 * E35). Whoever reconciles stops at an error, so that the last good estimates stay, and tells the warnings.
 * @example
 * checkEvidence({ measures: new Map(), shown: new Map(), places: [], regions: [], lines: new Map() }, [], { groups: [], unused: [] }) // => []
 */
export function checkEvidence(
  account: Account,
  claims: readonly Claim[],
  evidence: Pick<Evidence, "groups">,
): readonly EvidenceProblem[] {
  const locate = rowsOf(claims);
  const all = [
    ...checkClaims(account, claims),
    ...checkBounds(account, evidence.groups, locate),
    ...checkPriors(account, evidence.groups, locate),
  ];
  return [...all.filter(({ severity }) => severity === "error"), ...all.filter(({ severity }) => severity !== "error")];
}
