/** One of several humps of a distribution. */
export interface Hump {
  /** Where it is highest, in the quantity's unit. */
  readonly center: number;
  /** Ends of its part of the distribution: the dips on either side, or the outermost percentiles. */
  readonly low: number;
  readonly high: number;
  /** Share of the draws in it. */
  readonly mass: number;
}
