import type { Reliability } from "../sources/grade.ts";
import type { Span90 } from "./appraisal.ts";

/** A quantity of which one more claim would narrow a figure. */
export interface NextFact {
  /** Quantity to ask about. */
  readonly quantity: string;
  /** Its estimate now. */
  readonly now: Span90;
  /** Correlation with the figure over the draws, both on their scales. */
  readonly correlation: number;
  /** Share of the figure's variance, on its scale, that such a claim is expected to take away; 0 to 1. */
  readonly gain: number;
  /** Factor or, of a share, logits by which the 90 % interval is expected to narrow: expected width over present width. */
  readonly width: number;
}

/** Which facts would narrow a figure most, the best first. */
export interface NextFacts {
  readonly kind: "next facts";
  /** Id of the quantity that is to be narrowed. */
  readonly figure: string;
  /** Reliability of the source that is thought of. */
  readonly grade: Reliability;
  readonly now: Span90;
  /** Standard deviation of the figure on its scale (log, or logit for a share). */
  readonly sd: number;
  /** How many draws this rests on; gains under about 2 ÷ draws are noise and left out. */
  readonly draws: number;
  readonly facts: readonly NextFact[];
}
