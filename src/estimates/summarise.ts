import type { Account } from "../accounts/account.ts";
import { type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import { type Diagnostics, diagnose, diagnoseOrdered } from "../math/diagnostics.ts";
import { exponential } from "../math/exponential.ts";
import { inOrder, orderOf } from "../math/order.ts";
import { mean, quantileOfSorted, variance } from "../math/summary.ts";
import { tapeBuilder } from "../math/tape.ts";
import { real } from "../math/vector.ts";
import type { Summary } from "./estimate.ts";
import { findHumps } from "./find-humps.ts";
import type { Hump } from "./hump.ts";
import { createNodes } from "./nodes.ts";
import { type NodesDrawn, nodesDrawn } from "./nodes-drawn.ts";
import { parametersOf } from "./parameters.ts";
import { toScale } from "./stated-width.ts";

/** What the draws say of one quantity, before the evidence that it rests on is counted. */
export interface PosteriorSummary {
  readonly quantity: string;
  readonly posterior: Summary;
  readonly percentiles: readonly number[];
  readonly ess: number;
  readonly rhat: number;
  /** Empty where there is one hump only. */
  readonly humps: readonly Hump[];
}

/** What is thought of one quantity before any claim. */
export interface PriorSummary {
  readonly quantity: string;
  readonly prior: Summary;
}

/** Both. */
export interface QuantitySummary extends PosteriorSummary, PriorSummary {}

/**
 * Summaries of some quantities from the draws of several chains (rows of parameters). The quantities share one tape: what
 * they have in common is computed once for each draw. `width` is how many numbers a row of the chains holds; those after the account's parameters
 * are errors of lists.
 * @example
 * summarisePosterior({ measures: new Map(), places: [], regions: [] }, [], []) // => []
 */
export function summarisePosterior(
  account: Account,
  names: readonly QuantityName[],
  chains: readonly Float64Array[],
  width?: number,
  draw: NodesDrawn = nodesDrawn,
): readonly PosteriorSummary[] {
  return logsOf({ account, names, chains, width, draw }).map(({ name, drawn }): PosteriorSummary => {
    const order = orderOf(drawn);
    const logs = inOrder(drawn, order);
    const sorted = exponentials(logs);
    const settled = settledOf(drawn, chains.length, order);
    const isShare = account.measures.get(name.measure)?.unit === "share";
    const points = isShare ? sorted.map((value) => toScale(value, "logit")) : logs;
    return {
      quantity: quantityId(name),
      posterior: summaryOf(sorted),
      percentiles: Array.from({ length: 39 }, (_, k) => quantileOfSorted(sorted, (k + 1) / 40)),
      ...settled,
      humps: findHumps(points, settled.ess, isShare ? "logit" : "log"),
    };
  });
}

/**
 * What is thought of some quantities before any claim, from draws of the prior (rows of parameters).
 * @example
 * summarisePrior({ measures: new Map(), places: [], regions: [] }, [], new Float64Array()) // => []
 */
export function summarisePrior(
  account: Account,
  names: readonly QuantityName[],
  prior: Float64Array,
  draw: NodesDrawn = nodesDrawn,
): readonly PriorSummary[] {
  return logsOf({ account, names, chains: [prior], draw }).map(({ name, drawn }) => ({
    quantity: quantityId(name),
    prior: summaryOf(exponentials(inOrder(drawn, orderOf(drawn)))),
  }));
}

/** A quantity, and its log at every row of parameters, chain by chain. */
interface DrawnQuantity {
  readonly name: QuantityName;
  readonly drawn: Float64Array;
}

/** Quantities, and the draws of parameters that they are wanted at. */
interface Wanted {
  readonly account: Account;
  readonly names: readonly QuantityName[];
  readonly chains: readonly Float64Array[];
  readonly width?: number | undefined;
  readonly draw: NodesDrawn;
}

function logsOf({ account, names, chains, width, draw }: Wanted): readonly DrawnQuantity[] {
  if (names.length === 0) return [];
  const parameters = parametersOf(account);
  const builder = tapeBuilder(parameters.names.length);
  const nodes = createNodes(account, parameters, builder);
  const wanted = names.map((name) => nodes.log(name));
  const logs = draw(builder.build(), wanted, chains, width);
  return names.map((name, k) => ({ name, drawn: logs[k] ?? new Float64Array() }));
}

/** How far chains whose draws stand one after another agree. */
function settledOf(pooled: Float64Array, chains: number, order: Int32Array): Diagnostics {
  const length = pooled.length / chains;
  if (length % 2 === 0) return diagnoseOrdered(pooled, 2 * chains, order);
  // Halves of chains with an odd number of draws leave the one in the middle out, so they are ordered anew.
  return diagnose(Array.from({ length: chains }, (_, c) => pooled.subarray(c * length, (c + 1) * length)));
}

function exponentials(logs: Float64Array): Float64Array {
  const out = new Float64Array(logs.length);
  for (let i = 0; i < logs.length; i++) out[i] = exponential(real(logs, i));
  return out;
}

/**
 * Median, intervals, mean and standard deviation of values in ascending order.
 * @example
 * summaryOf(Float64Array.of(1, 2, 3)).median // => 2
 */
export function summaryOf(sorted: Float64Array): Summary {
  const at = (p: number): number => quantileOfSorted(sorted, p);
  const sd = sorted.length > 1 ? Math.sqrt(variance(sorted)) : 0;
  return { median: at(0.5), q05: at(0.05), q25: at(0.25), q75: at(0.75), q95: at(0.95), mean: mean(sorted), sd };
}
