import type { Landing } from "./landing.ts";
import type { LocalLine, LocalReach } from "./moving-density.ts";
import type { Trade } from "./trade.ts";

/** A node that some claim speaks of, with the line along which the prior would move it. */
export interface JumpLine extends LocalLine {
  readonly node: number;
  /** How far the node moves with each of its parameters by itself. */
  readonly slope: Float64Array;
  /** Parameters that move the node by more in one place than in another; the line leaves them alone where it can. */
  readonly bent: Int32Array;
  /** Whether it moves all parts of a sum alike, so that the sum goes where it is asked though it bends in each of them. */
  readonly movesAllParts?: boolean;
  /** Where a jump may land: what claims say, what the rest of the evidence says, and the prior; none for a node that bends. */
  readonly landings: readonly Landing[];
}

/** One or two nodes that a chain may carry from claim to claim, and what moves with them. */
export interface JumpSite {
  readonly lines: readonly JumpLine[];
  readonly reach: LocalReach;
  /** Sums in which the second of two lines can give what the first takes. */
  readonly trades: readonly Trade[];
}
