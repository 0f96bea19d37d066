import type { Claim } from "../claims/claim.ts";
import type { Source } from "../sources/source.ts";
import type { ClaimResult, Estimate } from "./estimate.ts";

/** A claim as a step of a trace: the claim, what reconciling says of it, its source. */
export interface TracedClaim {
  readonly claim: Claim;
  readonly result: ClaimResult;
  readonly source: Source;
}

/** One input of a formula: another quantity that can be traced in turn. */
export interface TracedInput {
  readonly quantity: string;
  readonly label: string;
  readonly estimate: Estimate;
}

/** The way from one number upstream: formula, inputs, claims used with their weights, sources. */
export interface Trace {
  readonly kind: "trace";
  readonly quantity: string;
  /** `Workers abroad · Russia · 2012`. */
  readonly label: string;
  readonly estimate: Estimate;
  /** The identity that defines it, as written in the account; absent for a quantity that is estimated directly. */
  readonly formula?: string;
  /** In words, where it comes from: identity, walk from year to year, prior. */
  readonly explanation: string;
  /** Quantities that it is computed from, at most 60, largest first. */
  readonly inputs: readonly TracedInput[];
  /** Quantities that are computed from it (ids). */
  readonly usedBy: readonly string[];
  /** Claims on it directly, the heaviest first. */
  readonly claims: readonly TracedClaim[];
  /** Claims on the same measure and place in years near it. */
  readonly nearby: readonly TracedClaim[];
}
