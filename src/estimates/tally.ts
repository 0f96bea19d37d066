import { real } from "../math/vector.ts";
import type { SiteThings } from "./site-weights.ts";

/** Draws after which a thing that moves freely has forgotten where it was. */
export const LAG = 10;
/** What is counted of draws: themselves, steps to the next, and steps to that some draws later. */
export const [DRAWS, STEPS, LAPS] = [0, 1, 2] as const;

/**
 * What was counted in a stretch of draws of how things move: all of it sums, so that what several chains counted can be put together. It is copied
 * between threads.
 */
export interface Tally {
  /** How many draws, how many steps from one to the next, and how many from one to that some draws later. */
  readonly counts: Float64Array;
  /** How often each site was tried, and what these tries cost. */
  readonly tried: Float64Array;
  readonly cost: Float64Array;
  /** By how much the tries of each site moved each of its things, each times the chance that it had. */
  readonly moved: Float64Array;
  /** Sums over draws of where each thing was, and of the square of that. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  /** By how much each thing moved without jumps, from one draw to the next with them, and to that some draws later. */
  readonly freely: Float64Array;
  readonly next: Float64Array;
  readonly later: Float64Array;
}

/** What is counted of. */
export interface Countable {
  /** The nodes that are watched, which are the first things; the groups of the model are the others. */
  readonly watched: Int32Array;
  readonly groups: number;
  readonly reached: SiteThings;
}

/**
 * A tally in which nothing is counted yet.
 * @example
 * emptyTally({ watched: Int32Array.of(0, 1), groups: 1, reached: { starts: Int32Array.of(0), things: Int32Array.of() } }).sums.length // => 3
 */
export function emptyTally({ watched, groups, reached }: Countable): Tally {
  const each = (): Float64Array => new Float64Array(watched.length + groups);
  const sites = reached.starts.length - 1;
  return {
    counts: new Float64Array(3),
    tried: new Float64Array(sites),
    cost: new Float64Array(sites),
    moved: new Float64Array(reached.things.length),
    sums: each(),
    squares: each(),
    freely: each(),
    next: each(),
    later: each(),
  };
}

/**
 * Adds one tally to another.
 * @example
 * ((all) => { addTally(all, { ...all, tried: Float64Array.of(2) }); return all.tried[0]; })({ ...emptyTally({ watched: Int32Array.of(), groups: 0, reached: { starts: Int32Array.of(0), things: Int32Array.of() } }), tried: Float64Array.of(3) }) // => 5
 */
export function addTally(all: Tally, more: Tally): void {
  add(all.counts, more.counts);
  add(all.tried, more.tried);
  add(all.cost, more.cost);
  add(all.moved, more.moved);
  add(all.sums, more.sums);
  add(all.squares, more.squares);
  add(all.freely, more.freely);
  add(all.next, more.next);
  add(all.later, more.later);
}

function add(sums: Float64Array, amounts: Float64Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = real(sums, i) + real(amounts, i);
}
