import type { Appraisal } from "./appraisal.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import type { Hump } from "./hump.ts";
import type { Slip } from "./slip.ts";
import type { ThinnedDraws } from "./thinned-draws.ts";

/** Seven numbers of a distribution, in the quantity's unit. */
export interface Summary {
  readonly median: number;
  readonly q05: number;
  readonly q25: number;
  readonly q75: number;
  readonly q95: number;
  readonly mean: number;
  readonly sd: number;
}

/** The distribution of a quantity, from named claims, with the diagnostics of the run that drew it. */
export interface Estimate extends Summary {
  readonly kind: "estimate";
  /** Id of the quantity: `workers.RU.2012`, `state_revenue.world.2012`, `months`. */
  readonly quantity: string;
  readonly measure: string;
  /** Id of the place or region; absent where the measure has none. */
  readonly place?: string;
  /** Id of the occupation or group of occupations; absent for all work together. */
  readonly occupation?: string;
  readonly year?: number;
  /** `persons`, `USD`, `USD/person/month`, `share` … ; shares are fractions of one. */
  readonly unit: string;
  readonly prior: Summary;
  /** Bulk effective sample size and split R-hat, rank-normalised. */
  readonly ess: number;
  readonly rhat: number;
  /** How many claims speak of this quantity itself, and from how many independent origins. */
  readonly claims: number;
  readonly origins: number;
  /** No claim on this quantity within three years: its value is carried by the prior. */
  readonly carriedByPrior: boolean;
  /** For a sum: share of its median in cells that the prior carries. */
  readonly carriedShare?: number;
  /** The 2.5, 5, 7.5 … 97.5 percentiles (39 of them), for drawing a density. */
  readonly percentiles: readonly number[];
  /** Its humps from left to right, where it has more than one: then no single middle speaks for it. */
  readonly humps?: readonly Hump[];
}

/** What reconciling says of one claim. */
export interface ClaimResult {
  readonly kind: "claim result";
  readonly claim: string;
  /** Why the claim informs nothing; absent when it is used. */
  readonly unused?: string;
  /** Quantity that it speaks of, when it is used. */
  readonly quantity?: string;
  /** Set where it says only "not less" or "not more" than its center. */
  readonly bound?: "at least" | "at most";
  /** Probability that it conflicts with the account (a gross error at its root or in its copying). */
  readonly conflict: number;
  /** Signed distance from the account in standard deviations of claim and account together. */
  readonly distance: number;
  /** The claim's own center and 90 % stated range after conversion to the quantity's unit. */
  readonly center: number;
  readonly low: number;
  readonly high: number;
  /** Share of it that counts, 0 to 1: not in conflict, divided among copies of one reading. */
  readonly weight: number;
  /** Id of its origin group; claims that share it inform the account once. */
  readonly group: string;
  /** A slip that would make it fit, where one explains it far better than a vague error. */
  readonly slip?: Slip;
}

/** Diagnostics of one run of the sampler. */
export interface RunDiagnostics {
  readonly chains: number;
  readonly draws: number;
  readonly seed: number;
  readonly worstRhat: number;
  readonly minEss: number;
  readonly divergences: number;
  readonly seconds: number;
  /** Quantities whose R-hat is 1.01 or more, or whose ESS is under 400. */
  readonly unsettled: readonly string[];
  /** What is wrong between claims and account and did not keep the account from being drawn. */
  readonly problems: readonly EvidenceProblem[];
  /** Quantities that do not change over the years, ratios between measures among them, whose median the evidence has taken out of their stated 90 % prior. */
  readonly leftPrior: readonly string[];
}

/** Everything that reconciling one case gives. */
export interface Reconciliation {
  readonly kind: "reconciliation";
  /** Digest of the claims, sources and account that it was drawn from. */
  readonly input: string;
  readonly estimates: readonly Estimate[];
  readonly claims: readonly ClaimResult[];
  readonly diagnostics: RunDiagnostics;
  /** What was asked of the draws at once. */
  readonly appraisal?: Appraisal;
  /** A thousand of the draws, for what is asked later. */
  readonly draws?: ThinnedDraws;
}
