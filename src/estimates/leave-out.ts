import { type SmoothedWeights, smoothWeights } from "../math/pareto.ts";
import { real } from "../math/vector.ts";
import type { Model } from "./model.ts";
import type { ScoredDraws } from "./scored-draws.ts";

/** A larger k is told as this: it says no more, and JSON has no infinity. */
const MOST_K = 10;

/**
 * Weights that turn draws of a posterior into draws of another one, whose log density differs by the given logs.
 * @example
 * reweighted(new Float64Array(2)).k // => 0
 */
export function reweighted(logRatios: Float64Array): SmoothedWeights {
  const found = smoothWeights(logRatios);
  return { ...found, k: Number.isFinite(found.k) ? Math.min(found.k, MOST_K) : MOST_K };
}

/**
 * Weights of draws as if some groups had said nothing: the inverse of their chance, Pareto-smoothed (Vehtari, Gelman and Gabry
 * 2017, Statistics and Computing 27, 1413–1432). They fail where the groups decide the account, and their k says so.
 * @example
 * withoutGroups({ count: 2, logs: [Float64Array.of(-1, -1)] }, [0]).weights // => {"0":0.5,"1":0.5}
 */
export function withoutGroups(scored: Pick<ScoredDraws, "count" | "logs">, groups: readonly number[]): SmoothedWeights {
  const ratios = new Float64Array(scored.count);
  for (const g of groups) {
    const log = scored.logs[g];
    if (!log) throw new Error(`unknown group: ${g}`);
    for (let i = 0; i < ratios.length; i++) ratios[i] = real(ratios, i) - real(log, i);
  }
  return reweighted(ratios);
}

/** Positions of an origin's groups in a model, and the weights of the draws without them. */
export interface LeftOut {
  readonly origin: string;
  readonly groups: readonly number[];
  readonly weights: SmoothedWeights;
}

/**
 * The weights of the draws without each origin in turn, in the order of the groups.
 * @example
 * [...leaveOutOrigins({ groups: [] }, { count: 0, logs: [] })] // => []
 */
export function leaveOutOrigins(
  model: Pick<Model, "groups">,
  scored: Pick<ScoredDraws, "count" | "logs">,
): ReadonlyMap<string, LeftOut> {
  const positions = new Map<string, number[]>();
  model.groups.forEach(({ group }, g) => {
    positions.set(group.origin, [...(positions.get(group.origin) ?? []), g]);
  });
  return new Map(
    [...positions].map(([origin, groups]) => [origin, { origin, groups, weights: withoutGroups(scored, groups) }]),
  );
}
