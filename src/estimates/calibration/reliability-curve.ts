/** One claim's stated probability of conflict, and whether it was in fact made wrong. */
export interface StatedConflict {
  readonly conflict: number;
  readonly wrong: boolean;
}

/** The claims whose stated probability of conflict lies between two numbers. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly claims: number;
  /** Mean of what was stated. */
  readonly stated: number;
  /** Share that was in fact wrong. */
  readonly happened: number;
  /** Standard error of that share if what was stated is true. */
  readonly error: number;
}

/** How often what is called a conflict is one, bin by bin and in one number. */
export interface ReliabilityCurve {
  readonly claims: number;
  readonly wrong: number;
  readonly bins: readonly ReliabilityBin[];
  /** Mean squared distance of what was stated from what was so (Brier 1950). */
  readonly brier: number;
  /** What that would be, on average, if what was stated is true. */
  readonly brierIfTrue: number;
  /** What it would be if every claim were given the share of wrong ones. */
  readonly brierOfShare: number;
}

/** Finer where conflicts crowd: near nought and near one. */
const EDGES = [0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95, 1];

/**
 * The reliability curve of stated conflicts: in each bin what was stated beside how often it was so.
 * @example
 * reliabilityCurve([{ conflict: 0.5, wrong: true }, { conflict: 0.5, wrong: false }]).brier // => 0.25
 */
export function reliabilityCurve(claims: readonly StatedConflict[]): ReliabilityCurve {
  const share = meanOf(claims, ({ wrong }) => (wrong ? 1 : 0));
  return {
    claims: claims.length,
    wrong: claims.filter(({ wrong }) => wrong).length,
    bins: EDGES.slice(1).map((to, k) => binOf(claims, EDGES[k] ?? 0, to)),
    brier: meanOf(claims, ({ conflict, wrong }) => (conflict - (wrong ? 1 : 0)) ** 2),
    brierIfTrue: meanOf(claims, ({ conflict }) => conflict * (1 - conflict)),
    brierOfShare: share * (1 - share),
  };
}

function binOf(claims: readonly StatedConflict[], from: number, to: number): ReliabilityBin {
  const inside = claims.filter(({ conflict }) => conflict >= from && (conflict < to || (to === 1 && conflict === 1)));
  const chance = meanOf(inside, ({ conflict }) => conflict * (1 - conflict));
  return {
    from,
    to,
    claims: inside.length,
    stated: meanOf(inside, ({ conflict }) => conflict),
    happened: meanOf(inside, ({ wrong }) => (wrong ? 1 : 0)),
    error: inside.length === 0 ? 0 : Math.sqrt(chance / inside.length),
  };
}

function meanOf(claims: readonly StatedConflict[], of: (claim: StatedConflict) => number): number {
  return claims.length === 0 ? 0 : claims.reduce((sum, claim) => sum + of(claim), 0) / claims.length;
}
