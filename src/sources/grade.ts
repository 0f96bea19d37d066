/** Admiralty scale, source reliability: A completely reliable … E unreliable, F cannot be judged. */
export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Admiralty scale, credibility of the information: 1 confirmed … 5 improbable, 6 cannot be judged. */
export const CREDIBILITIES = ["1", "2", "3", "4", "5", "6"] as const;
export type Credibility = (typeof CREDIBILITIES)[number];
