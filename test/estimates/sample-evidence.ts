import type { Account } from "../../src/accounts/account.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import type { Observation } from "../../src/estimates/observation.ts";
import { observe } from "../../src/estimates/observation.ts";
import type { Source } from "../../src/sources/source.ts";
import { accountOf } from "../accounts/sample-account.ts";
import { claimWith, sourceWith } from "../cases/sample-package.ts";

/** The small invented account of three hosts. */
export const account: Account = accountOf();

/** A source of 2013, B2. */
export const source: Source = sourceWith({ id: "report-2013", published: "2013-05" });

/** A source that printed it again later, of the same grade. */
export const later: Source = sourceWith({ id: "press-2015", published: "2015" });

/** A claim on people in Aland in 2010, with what is given instead. */
export function people(fields: Partial<Claim> = {}): Claim {
  return claimWith({ place: "AA", period: "2010", basis: "press", range: { kind: "point", value: 10_000 }, ...fields });
}

/** A claim on pay in hand in Aland in 2010, with what is given instead. */
export function pay(fields: Partial<Claim> = {}): Claim {
  return people({
    measure: "in_hand",
    statistic: "typical",
    range: { kind: "point", value: 120 },
    unit: "money",
    currency: "USD",
    per: "person month",
    ...fields,
  });
}

/** The claim as evidence. */
export function observed(claim: Claim, rootDate?: string): Observation {
  const found = observe(account, claim, source, rootDate);
  if (!found.used) throw new Error(found.reason);
  return found.observation;
}

/** Why a claim is not used. */
export function reason(claim: Claim): string {
  const found = observe(account, claim, source);
  return found.used ? "used" : found.reason;
}

/** The evidence that claims are on the account. */
export function evidence(...claims: readonly Claim[]) {
  return gatherEvidence(account, claims, [source, later]);
}
