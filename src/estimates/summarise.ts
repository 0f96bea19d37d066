import type { Account } from "../accounts/account.ts";
import { type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import { mean, quantileOfSorted, variance } from "../math/summary.ts";
import { tapeBuilder } from "../math/tape.ts";
import type { Summary } from "./estimate.ts";
import { findHumps } from "./find-humps.ts";
import type { Hump } from "./hump.ts";
import { createNodes } from "./nodes.ts";
import { parametersOf } from "./parameters.ts";
import { toScale } from "./stated-width.ts";
import { plainSummaries, type SummaryKernel } from "./summary-kernel.ts";

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
  kernel: SummaryKernel = plainSummaries,
): readonly PosteriorSummary[] {
  return logsOf({ account, names, chains, width, kernel }).map(({ name, drawn }): PosteriorSummary => {
    const { sorted: logs, raised: sorted, rhat, ess } = kernel.series.diagnose(drawn, chains.length);
    const isShare = account.measures.get(name.measure)?.unit === "share";
    const points = isShare ? sorted.map((value) => toScale(value, "logit")) : logs;
    return {
      quantity: quantityId(name),
      posterior: summaryOf(sorted),
      percentiles: Array.from({ length: 39 }, (_, k) => quantileOfSorted(sorted, (k + 1) / 40)),
      ess,
      rhat,
      humps: findHumps(points, ess, isShare ? "logit" : "log"),
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
  kernel: SummaryKernel = plainSummaries,
): readonly PriorSummary[] {
  return logsOf({ account, names, chains: [prior], kernel }).map(({ name, drawn }) => ({
    quantity: quantityId(name),
    prior: summaryOf(kernel.series.sort(drawn).raised),
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
  readonly kernel: SummaryKernel;
}

function logsOf({ account, names, chains, width, kernel }: Wanted): readonly DrawnQuantity[] {
  if (names.length === 0) return [];
  const parameters = parametersOf(account);
  const builder = tapeBuilder(parameters.names.length);
  const nodes = createNodes(account, parameters, builder);
  const wanted = names.map((name) => nodes.log(name));
  const logs = kernel.nodesDrawn(builder.build(), wanted, chains, width);
  return names.map((name, k) => ({ name, drawn: logs[k] ?? new Float64Array() }));
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
