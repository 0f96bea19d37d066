/** Admiralty scale, source reliability: A completely reliable … E unreliable, F cannot be judged. */
export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Admiralty scale, credibility of the information: 1 confirmed … 5 improbable, 6 cannot be judged. */
export const CREDIBILITIES = ["1", "2", "3", "4", "5", "6"] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

/** Both grades of the Admiralty scale: how reliable the source is, how credible the information. */
export interface Grade {
  readonly reliability: Reliability;
  readonly credibility: Credibility;
}

/**
 * The grade that holds for a claim: its own where it has one, else its source's.
 * @example
 * gradeOf({ credibility: "5" }, { reliability: "B", credibility: "2" }) // => {"reliability":"B","credibility":"5"}
 */
export function gradeOf(claim: Partial<Grade>, source: Grade): Grade {
  return {
    reliability: claim.reliability ?? source.reliability,
    credibility: claim.credibility ?? source.credibility,
  };
}
