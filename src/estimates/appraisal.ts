/** Over this Pareto k, reweighted draws tell nothing (Vehtari, Simpson, Gelman, Yao and Gabry 2024): the account has to be drawn again. */
export const LARGEST_K = 0.7;

/** Reweighted draws worth fewer than this many tell no ends of a 90 % interval either. */
const LEAST_ESS = 50;

/**
 * Whether figures from reweighted draws have to be drawn again before they can be trusted (rule E22).
 * @example
 * [needsRerun({ k: 0.3, ess: 400 }), needsRerun({ k: 0.9, ess: 400 }), needsRerun({ k: 0.3, ess: 12 })] // => [false,true,true]
 */
export function needsRerun({ k, ess }: { readonly k: number; readonly ess: number }): boolean {
  return k > LARGEST_K || ess < LEAST_ESS;
}

/** Median and 90 % interval, in the quantity's unit. */
export interface Span90 {
  readonly median: number;
  readonly q05: number;
  readonly q95: number;
}

/** A headline figure as it stands, and as it would stand without something. */
export interface MovedFigure {
  /** Id of the quantity: `workers.world.2012`. */
  readonly quantity: string;
  readonly now: Span90;
  readonly without: Span90;
  /** How far its middle moves, in its present standard deviations on its scale; negative where it falls. */
  readonly shift: number;
}

/** Every headline figure without one origin, from the same draws reweighted. */
export interface OriginInfluence {
  readonly kind: "origin influence";
  readonly origin: string;
  /** Claims that go back to it and are used. */
  readonly claims: readonly string[];
  /** Pareto k of the reweighting; at most 0.7 where the figures can be trusted. */
  readonly k: number;
  /** How many independent draws the reweighted ones are worth. */
  readonly ess: number;
  /** True where k is over 0.7 or the draws are worth fewer than fifty: these figures have to be drawn again without the origin. */
  readonly rerun: boolean;
  /** Largest shift among its figures, without its sign. */
  readonly largestShift: number;
  readonly figures: readonly MovedFigure[];
}

/** One claim held against what the account without its origin would have led one to expect. */
export interface ClaimCheck {
  readonly claim: string;
  readonly group: string;
  readonly quantity: string;
  /** Probability of a number no higher than the claim's: uniform between 0 and 1 over claims where the model is right. */
  readonly pit: number;
  /** The same as a standard normal number. */
  readonly z: number;
  /** Pareto k of the account without its origin. */
  readonly k: number;
  /** False where k is over 0.7; such claims are not counted in the summary. */
  readonly counted: boolean;
}

/** Whether claims scatter around the account as the method says that they should. */
export interface PredictiveCheck {
  readonly kind: "predictive check";
  /** Claims that are counted: those of groups with values, whose origins can be left out. */
  readonly counted: number;
  /** How many of them should lie beyond their 90 % predictive interval, and how many do. */
  readonly expectedBeyond: number;
  readonly beyond: number;
  /** Probability of so uneven a spread of the PITs over tenths, if the method is right (χ² with 9 degrees of freedom). */
  readonly pValue: number;
  /** How many PITs lie in each tenth. */
  readonly tenths: readonly number[];
  readonly claims: readonly ClaimCheck[];
}

/** One of the things that a number may mean, before and after the evidence. */
export interface ReadingWeight {
  /** Measure that it may be. */
  readonly measure: string;
  readonly prior: number;
  readonly posterior: number;
}

/** A measure whose sources do not say what they mean, with the weight of each reading: overall, and group by group. */
export interface RivalReadings {
  readonly kind: "rival readings";
  /** The mixed measure. */
  readonly measure: string;
  /** Means over the groups. */
  readonly readings: readonly ReadingWeight[];
  readonly groups: readonly {
    readonly group: string;
    readonly claims: readonly string[];
    readonly readings: readonly ReadingWeight[];
  }[];
}

/** Rival readings of several parts of one deduction chain, taken together. */
export interface ReadingCombination {
  /** The measure that each part may be, in the order of the parts. */
  readonly measures: readonly string[];
  readonly prior: number;
  readonly posterior: number;
}

/** How a deduction chain that one voice tells of one place in one passage is to be read, where its words leave several parts open. */
export interface JointReadings {
  readonly kind: "joint readings";
  readonly chain: string;
  readonly source: string;
  /** The claim on each part that is open, in the order of the chain. */
  readonly claims: readonly string[];
  /** All ways of reading these parts, the likeliest first. */
  readonly combinations: readonly ReadingCombination[];
}

/** What is asked of a reconciliation once its draws are there. */
export interface Appraisal {
  readonly kind: "appraisal";
  /** Digest of what the draws were drawn from, as in the reconciliation. */
  readonly input: string;
  /** The origins, those first without which some figure moves most. */
  readonly influence: readonly OriginInfluence[];
  readonly check: PredictiveCheck;
  readonly readings: readonly RivalReadings[];
  readonly joint: readonly JointReadings[];
}
