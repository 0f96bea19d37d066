import type { MovedFigure } from "./appraisal.ts";

/** What is switched off, to see what the account would be without it. */
export interface SwitchedOff {
  /** Ids of claims. */
  readonly claims: readonly string[];
  /** Names of origins, as the groups have them. */
  readonly origins: readonly string[];
  /** Ids of measures whose stated priors are made three times as wide, and whose priors on the total fall away. */
  readonly priors: readonly string[];
}

/** Nothing is switched off. */
export const NOTHING_OFF: SwitchedOff = { claims: [], origins: [], priors: [] };

/** The headline figures with something switched off. */
export interface WhatIf {
  readonly kind: "what if";
  readonly without: SwitchedOff;
  /** `reweighted`: at once, from the draws that are there; `drawn`: by the sampler. */
  readonly method: "reweighted" | "drawn";
  /** Pareto k of the reweighting; 0 where it was drawn. */
  readonly k: number;
  readonly ess: number;
  /** True where k is over 0.7 or the draws are worth fewer than fifty: the figures are not to be trusted until they are drawn again. */
  readonly rerun: boolean;
  readonly figures: readonly MovedFigure[];
}
