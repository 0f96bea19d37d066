import type { Account } from "../../accounts/account.ts";
import type { Claim } from "../../claims/claim.ts";
import { createRandom } from "../../math/random.ts";
import type { Source } from "../../sources/source.ts";
import { CLAIM_PLANS } from "./claim-plan.ts";
import { type Truth, truthsOf } from "./draw-truth.ts";
import { inventedAccount } from "./invented-account.ts";
import { makeClaims } from "./make-claims.ts";

/** A known truth, and the claims that were made of it. */
export interface SimulatedProblem {
  readonly account: Account;
  readonly truth: Truth;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  /** Ids of the claims whose root is a gross error or that were miscopied. */
  readonly wrong: ReadonlySet<string>;
}

const SOURCE: Source = {
  kind: "source",
  id: "invented",
  type: "report",
  title: "Invented",
  language: "en",
  reliability: "B",
  credibility: "3",
};

/**
 * A small problem of which the truth is known: truths drawn from the prior, claims from the observation model, all by a seed.
 * @example
 * simulateProblem(1).claims.length === simulateProblem(2).claims.length // => true
 */
export function simulateProblem(seed: number): SimulatedProblem {
  const account = inventedAccount();
  const random = createRandom(seed);
  const draw = truthsOf(account, random);
  const truth = draw();
  return { account, truth, sources: [SOURCE], ...makeClaims(CLAIM_PLANS, { account, truth, other: draw(), random }) };
}
