import { LOG_SQRT_TWO_PI, normalLogCdf } from "../math/normal.ts";
import { real, whole } from "../math/vector.ts";
import type { FlatGroups } from "./flat-groups.ts";
import type { Model } from "./model.ts";

/**
 * The precision with which claims give every node its value on average: of each component by its share.
 * @example
 * [...usualPrecision({ side: Int32Array.of(0, 1), node: Int32Array.of(3, 3) }, Float64Array.of(0.5, 1), Float64Array.of(4, 4))] // => [[3,2]]
 */
export function usualPrecision(
  flat: Pick<FlatGroups, "side" | "node">,
  shares: Float64Array,
  precision: Float64Array,
): Map<number, number> {
  return sumByNode(flat, (c) => real(shares, c) * real(precision, c));
}

/**
 * What claims say of every node, times the precision with which they say it on average.
 * @example
 * [...usualMean({ side: Int32Array.of(0), node: Int32Array.of(3), mean: Float64Array.of(7) }, Float64Array.of(0.5), Float64Array.of(4))] // => [[3,14]]
 */
export function usualMean(
  flat: Pick<FlatGroups, "side" | "node" | "mean">,
  shares: Float64Array,
  precision: Float64Array,
): Map<number, number> {
  return sumByNode(flat, (c) => real(shares, c) * real(precision, c) * real(flat.mean, c));
}

/** The sum of something over the components that are values of each node. */
function sumByNode({ side, node }: Pick<FlatGroups, "side" | "node">, of: (c: number) => number): Map<number, number> {
  const sums = new Map<number, number>();
  for (let c = 0; c < side.length; c++) {
    if (whole(side, c) !== 0) continue;
    sums.set(whole(node, c), (sums.get(whole(node, c)) ?? 0) + of(c));
  }
  return sums;
}

/**
 * The Fisher information at every node that a claim or a prior is held against, near the values of a tape.
 * @example
 * [...nodeInformation({ priors: [{ kind: "normal", node: 2, mean: 0, variance: 0.25 }] }, { side: new Int32Array(), node: new Int32Array() }, new Float64Array(), new Float64Array(), new Float64Array())] // => [[2,4]]
 */
export function nodeInformation(
  model: Pick<Model, "priors">,
  flat: FlatGroups,
  values: Float64Array,
  shares: Float64Array,
  precision: Float64Array,
): ReadonlyMap<number, number> {
  const found = usualPrecision(flat, shares, precision);
  const add = (node: number, amount: number): void => {
    found.set(node, (found.get(node) ?? 0) + amount);
  };
  for (const { kind, node, mean, variance } of model.priors) {
    if (kind === "normal") add(node, 1 / variance);
    else add(node, boundInformation((mean - real(values, node)) / Math.sqrt(variance)) / variance);
  }
  for (let c = 0; c < shares.length; c++) {
    const node = whole(flat.node, c);
    const side = whole(flat.side, c);
    const variance = real(flat.variance, c);
    if (side !== 0) {
      const z = (side * (real(values, node) - real(flat.mean, c))) / Math.sqrt(variance);
      add(node, (real(shares, c) * boundInformation(z)) / variance);
    }
    const second = whole(flat.secondNode, c);
    if (second >= 0) {
      const beside = whole(flat.secondSide, c);
      const apart = Math.sqrt(real(flat.secondVariance, c));
      const z = (beside * (real(values, second) - real(flat.secondMean, c))) / apart;
      add(second, (real(shares, c) * (beside === 0 ? 1 : boundInformation(z))) / apart ** 2);
    }
    const spread = whole(flat.spreadNode, c);
    // Fisher information of the spread σ in a normal of variance v + σ².
    if (spread >= 0) add(spread, 2 * real(shares, c) * real(values, spread) ** 2 * real(precision, c) ** 2);
  }
  return found;
}

/** Minus the second derivative of ln Φ at z. */
function boundInformation(z: number): number {
  const hazard = Math.exp(-0.5 * z * z - LOG_SQRT_TWO_PI - normalLogCdf(z));
  return hazard * (z + hazard);
}
