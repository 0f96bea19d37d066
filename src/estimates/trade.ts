import { logSumOfTwo } from "../math/log-sum.ts";
import type { TapeRevision } from "../math/tape-revision.ts";
import { real, whole } from "../math/vector.ts";
import type { LocalLine } from "./moving-density.ts";

/** A part of a sum that a line moves: the node that it is, the constant it is taken with, and how far it moves with the line, all in logarithms. */
export interface MovedPart {
  readonly node: number;
  readonly constant: number;
  readonly slope: number;
}

/** Two parts of one sum, each moved by a line of its own: what one takes the other can give, and the sum stays as it is. */
export interface Trade {
  readonly one: MovedPart;
  readonly two: MovedPart;
}

/**
 * The parts of sums that a line moves by itself and evenly, by the sum's node. A sum of which it moves several parts, or one part by more
 * in one place than in another, is left out. `revisions` stand at two different positions.
 * @example
 * movedParts([], { parameters: Int32Array.of(0), amounts: Float64Array.of(1) }).size // => 0
 */
export function movedParts(revisions: readonly TapeRevision[], line: LocalLine): ReadonlyMap<number, MovedPart> {
  const [here, there] = revisions.map((revision) => partsAlong(revision, line));
  const found = new Map<number, MovedPart>();
  for (const [sum, part] of here ?? []) {
    const other = there?.get(sum);
    if (part && other && part.slope > 0 && Math.abs(part.slope - other.slope) < 1e-9) found.set(sum, part);
  }
  return found;
}

function partsAlong(revision: TapeRevision, line: LocalLine): ReadonlyMap<number, MovedPart | undefined> {
  const plan = revision.plan(line.parameters);
  revision.keep(plan);
  const before = Float64Array.from(revision.values);
  for (let i = 0; i < line.parameters.length; i++) {
    const at = whole(line.parameters, i);
    revision.values[at] = real(revision.values, at) + real(line.amounts, i);
  }
  revision.follow(plan);
  const found = new Map<number, MovedPart | undefined>();
  for (let i = 0; i < plan.nodes.length; i++) {
    const [from, to] = [whole(plan.starts, i), whole(plan.starts, i + 1)];
    if (from === to) continue;
    const { node, constant } = revision.term(whole(plan.terms, from));
    const slope = real(revision.values, node) - real(before, node);
    found.set(whole(plan.nodes, i), to - from === 1 ? { node, constant, slope } : undefined);
  }
  revision.undo(plan);
  return found;
}

/**
 * The sums in which two lines move one part each.
 * @example
 * tradesBetween(new Map([[9, { node: 1, constant: 0, slope: 1 }]]), new Map([[9, { node: 2, constant: 0, slope: 1 }]])).length // => 1
 */
export function tradesBetween(
  one: ReadonlyMap<number, MovedPart>,
  two: ReadonlyMap<number, MovedPart>,
): readonly Trade[] {
  return [...one].flatMap(([sum, part]) => {
    const other = two.get(sum);
    return other && other.node !== part.node ? [{ one: part, two: other }] : [];
  });
}

/**
 * How far the line of the part that gives moves when that of the part that takes moves by an amount, so that the sum of both stays as it is; NaN
 * where the part that takes would be more than both are now. Its part comes to the same place wherever it was, so the move stretches it by as much as it shrinks.
 * @example
 * Math.exp(giveBack({ node: 0, constant: 0, slope: 1 }, { node: 1, constant: 0, slope: 1 }, Float64Array.of(0, 0), Math.log(1.5))).toFixed(9) // => "0.500000000"
 */
export function giveBack(taking: MovedPart, giving: MovedPart, values: Float64Array, by: number): number {
  const first = real(values, taking.node) + taking.constant;
  const second = real(values, giving.node) + giving.constant;
  const both = logSumOfTwo(first, second);
  const left = -Math.expm1(first + taking.slope * by - both);
  return left > 0 ? (both + Math.log(left) - second) / giving.slope : Number.NaN;
}

/**
 * The log of how far the second line moves for each little by which the first does, with the sum held, once both have moved by some amounts.
 * @example
 * logExchange({ one: { node: 0, constant: 0, slope: 1 }, two: { node: 1, constant: 0, slope: 2 } }, Float64Array.of(1, 0), Float64Array.of(0, 0)).toFixed(3) // => "0.307"
 */
export function logExchange({ one, two }: Trade, values: Float64Array, by: Float64Array): number {
  return Math.log(one.slope / two.slope) + logSize(one, values, real(by, 0)) - logSize(two, values, real(by, 1));
}

function logSize({ node, constant, slope }: MovedPart, values: Float64Array, by: number): number {
  return real(values, node) + constant + slope * by;
}
