import type { RevisionPlan } from "../math/tape-revision.ts";

/** A direction in which a few parameters move, and everything on the tape that moves with them. */
export interface LocalLine {
  /** The node that is to move, where it is one. */
  readonly node?: number;
  /** Parameters of the account, and how far each moves for a move of one. */
  readonly parameters: Int32Array;
  readonly amounts: Float64Array;
}

/** What a move along some lines changes: nodes of the tape, groups, priors on totals. */
export interface LocalReach {
  readonly plan: RevisionPlan;
  /** What is held against its nodes: bundles of groups, each by its number after all groups, then those groups that are in none. */
  readonly factors: Int32Array;
  /** The groups whose verdicts it may turn: those at the nodes that are to move, and elsewhere where they are no crowd. */
  readonly groups: Int32Array;
  readonly priors: Int32Array;
  /** What it takes to compute it again, as `cost` of a move that is not given up. */
  readonly cost: number;
}

/** At most so many lines move together. */
export const MOST_LINES = 8;

/** The log density with the components of all groups summed out, under moves of which only what they reach is computed again. */
export interface MovingDensity {
  /** The values of all nodes, wherever the last move left them. */
  readonly values: Float64Array;
  /** What the last move took to compute: one for each node, part of a sum and component, more for what is dearer. */
  readonly cost: number;
  /** Takes up a position of all parameters of the account. */
  begin(position: Float64Array): void;
  /** Moves along lines by amounts; gives the change of the log density, or −∞ as soon as it is sure to be less than `least`. */
  move(reach: LocalReach, lines: readonly LocalLine[], by: ArrayLike<number>, least?: number): number;
  /** Takes the last move back. */
  undo(reach: LocalReach): void;
  /** How probable it is, where the account is now, that nothing is wrong with the words of a group. */
  right(g: number): number;
}
