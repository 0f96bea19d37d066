import { real, whole } from "../math/vector.ts";
import type { Density, Pinned } from "./density.ts";
import { componentsOf, type FlatGroups, likeliestOf } from "./flat-groups.ts";
import type { Linearisation } from "./linearisation.ts";

/** What doubts are found in. */
export interface DoubtsInput {
  readonly flat: Pick<FlatGroups, "start" | "verdict" | "node" | "mean" | "variance">;
  readonly density: Pick<Density, "responsibilities" | "nodeValues">;
  readonly linear: Pick<Linearisation, "at" | "without">;
  /** How probable each component was, on average over what chains saw. */
  readonly shares: Float64Array;
}

/** A verdict that may turn: the group whose words may be right, or wrong, though they seem the other. */
export interface Doubt extends Pinned {
  /** The node that its words most probably speak of. */
  readonly node: number;
  /** Whether chains saw it both ways. */
  readonly isSeen: boolean;
}

/** Chains saw a verdict both ways where its variance is at least this; a quarter is that of a coin. */
const BOTH_WAYS = 0.008;

/**
 * The verdicts that may turn from what holds at a position: those that chains saw both ways, and those on words that seem wrong. Where there are more than so many, those that
 * may matter most.
 * @example
 * doubtsOf({ flat: { start: Int32Array.of(0) }, density: { responsibilities() {} }, shares: new Float64Array() }, new Float64Array(), 10) // => []
 */
export function doubtsOf(input: DoubtsInput, position: Float64Array, most: number): readonly Doubt[] {
  const { flat, shares } = input;
  const there = new Float64Array(shares.length);
  input.density.responsibilities(position, there);
  const found = Array.from({ length: flat.start.length - 1 }, (_, group) => {
    const right = rightOf(flat, shares, group);
    const variance = right * (1 - right);
    const isRight = rightOf(flat, there, group) < 0.5;
    return {
      group,
      isRight,
      node: whole(flat.node, likeliestOf(flat, shares, group)),
      isSeen: variance >= BOTH_WAYS,
      variance,
    };
  })
    .filter(({ isRight, isSeen }) => isRight || isSeen)
    .sort((a, b) => b.variance - a.variance);
  return found.length <= most ? found : hardestPulled(input, position, found).slice(0, most);
}

/** Where chains saw both ways, what pulls hardest moves most; where they did not, what pulls least is the likeliest after all. */
function hardestPulled(input: DoubtsInput, position: Float64Array, doubts: readonly Doubt[]): readonly Doubt[] {
  const values = Float64Array.from(input.density.nodeValues(position));
  const pulled = doubts.map((doubt) => ({ doubt, pull: pullOf(input, values, doubt) }));
  const seen = pulled.filter(({ doubt }) => doubt.isSeen).sort((a, b) => b.pull - a.pull);
  const unseen = pulled.filter(({ doubt }) => !doubt.isSeen).sort((a, b) => a.pull - b.pull);
  return [...seen, ...unseen].map(({ doubt }) => doubt);
}

/** By about how many of its standard deviations a node would move if one verdict on it turned and no other: to what the words say, or to what all else says. */
function pullOf({ flat, linear }: DoubtsInput, values: Float64Array, { group, isRight, node }: Doubt): number {
  const now = real(values, node);
  if (!isRight) {
    const rest = linear.without(node);
    return rest ? Math.abs(rest.mean - now) / Math.sqrt(rest.variance) : Number.POSITIVE_INFINITY;
  }
  const said = componentsOf(flat, group).find((c) => whole(flat.verdict, c) === 0) ?? whole(flat.start, group);
  const { variance } = linear.at(node);
  return (Math.abs(real(flat.mean, said) - now) * Math.sqrt(variance)) / (variance + real(flat.variance, said));
}

/** How probable it is that a group is right. */
function rightOf(flat: DoubtsInput["flat"], shares: Float64Array, group: number): number {
  return componentsOf(flat, group).reduce(
    (right, c) => (whole(flat.verdict, c) === 0 ? right + real(shares, c) : right),
    0,
  );
}
