/** When a target holds: no time, one year, a point between two mid-years, or the mean over years. */
export type When =
  | { readonly kind: "always" }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "between"; readonly year: number; readonly share: number }
  | { readonly kind: "mean"; readonly years: readonly { readonly year: number; readonly weight: number }[] };

/** One of the quantities that a claim may speak of, with what the claim says on that quantity's scale. */
export interface Target {
  readonly measure: string;
  readonly place?: string;
  /** The region that is shown in its stead, where a witness's place was coarsened and the target is one place of it. */
  readonly within?: string;
  /** Absent for all work together, and where the measure has no occupations. */
  readonly occupation?: string;
  /** Set where a witness's work was left out for protection: the target is one occupation, and all work is shown in its stead. */
  readonly isAnyWork?: true;
  readonly when: When;
  /** Probability, before the evidence, that the claim means this one. */
  readonly weight: number;
  readonly center: number;
  readonly half: number;
  /** Of a spread between people: half the way from the 5th to the 95th percentile. */
  readonly spread?: number;
  /** Of a peak: the other years, none of which was higher. */
  readonly others?: readonly number[];
}
