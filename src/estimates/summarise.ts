import type { Account } from "../accounts/account.ts";
import { type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import { diagnose, diagnoseOrdered } from "../math/diagnostics.ts";
import { exponential } from "../math/exponential.ts";
import { inOrder, orderOf } from "../math/order.ts";
import { createRandom } from "../math/random.ts";
import { mean, quantileOfSorted, variance } from "../math/summary.ts";
import { type Tape, tapeBuilder } from "../math/tape.ts";
import { real } from "../math/vector.ts";
import { fromPrior } from "./chain.ts";
import type { Summary } from "./estimate.ts";
import { findHumps } from "./find-humps.ts";
import type { Hump } from "./hump.ts";
import { compileModel, type Model, priorTermLog } from "./model.ts";
import { createNodes } from "./nodes.ts";
import { parametersOf } from "./parameters.ts";
import { toScale } from "./stated-width.ts";

/** What the draws say of one quantity, before the evidence that it rests on is counted. */
export interface QuantitySummary {
  readonly quantity: string;
  readonly posterior: Summary;
  readonly prior: Summary;
  readonly percentiles: readonly number[];
  readonly ess: number;
  readonly rhat: number;
  /** Empty where there is one hump only. */
  readonly humps: readonly Hump[];
}

/**
 * Summaries of some quantities from the draws of several chains (rows of parameters) and from prior draws. The quantities share one tape: what
 * they have in common is computed once for each draw. `width` is how many numbers a row of the chains holds; those after the account's parameters
 * are errors of lists.
 * @example
 * summariseQuantities({ measures: new Map(), places: [], regions: [] }, [], [], []) // => []
 */
export function summariseQuantities(
  account: Account,
  names: readonly QuantityName[],
  chains: readonly Float64Array[],
  prior: Float64Array,
  width?: number,
): readonly QuantitySummary[] {
  if (names.length === 0) return [];
  const parameters = parametersOf(account);
  const builder = tapeBuilder(parameters.names.length);
  const nodes = createNodes(account, parameters, builder);
  const wanted = names.map((name) => nodes.log(name));
  const tape = builder.build();
  const posterior = chains.map((chain) => evaluate(tape, wanted, chain, width));
  const before = evaluate(tape, wanted, prior);
  return names.map((name, position) => {
    const drawn = posterior.map((values) => values[position] ?? new Float64Array());
    const pooled = join(drawn);
    const order = orderOf(pooled);
    const logs = inOrder(pooled, order);
    const sorted = exponentials(logs);
    // Halves of chains with an odd number of draws leave the one in the middle out, so they are ordered anew.
    const even = (drawn[0]?.length ?? 0) % 2 === 0;
    const settled = even ? diagnoseOrdered(pooled, 2 * drawn.length, order) : diagnose(drawn);
    const share = account.measures.get(name.measure)?.unit === "share";
    const humps = share
      ? findHumps(
          sorted.map((value) => toScale(value, "logit")),
          settled.ess,
          "logit",
        )
      : findHumps(logs, settled.ess, "log");
    return {
      quantity: quantityId(name),
      posterior: summaryOf(sorted),
      prior: summaryOf(exponentials(ascending(before[position] ?? new Float64Array()))),
      percentiles: Array.from({ length: 39 }, (_, k) => quantileOfSorted(sorted, (k + 1) / 40)),
      ...settled,
      humps,
    };
  });
}

function ascending(values: Float64Array): Float64Array {
  return inOrder(values, orderOf(values));
}

function exponentials(logs: Float64Array): Float64Array {
  const out = new Float64Array(logs.length);
  for (let i = 0; i < logs.length; i++) out[i] = exponential(real(logs, i));
  return out;
}

/** Rows that are computed side by side: a node's then fill a line or two of a processor's nearest memory. */
const SIDE_BY_SIDE = 16;

/** Values of the wanted nodes (logs of quantities), node by node, for every row of parameters. */
function evaluate(
  tape: Tape,
  wanted: readonly number[],
  rows: Float64Array,
  width: number = tape.parameters,
): readonly Float64Array[] {
  const count = rows.length / width;
  const { values, forward } = tape.rows(SIDE_BY_SIDE);
  const out = wanted.map(() => new Float64Array(count));
  for (let first = 0; first < count; first += SIDE_BY_SIDE) {
    const held = Math.min(SIDE_BY_SIDE, count - first);
    for (let r = 0; r < held; r++)
      for (let i = 0; i < tape.parameters; i++) values[i * SIDE_BY_SIDE + r] = real(rows, (first + r) * width + i);
    forward();
    wanted.forEach((node, position) => {
      const series = out[position];
      if (!series) return;
      for (let r = 0; r < held; r++) series[first + r] = real(values, node * SIDE_BY_SIDE + r);
    });
  }
  return out;
}

function join(series: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(series.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of series) {
    all.set(one, at);
    at += one.length;
  }
  return all;
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

/** Rows drawn for each that is kept, where priors on totals choose among them. */
const TRIES = 10;

/**
 * Draws of an account's parameters from their prior, priors on totals included by resampling (rows of parameters).
 * @example
 * priorDraws({ measures: new Map(), places: [], regions: [] }, 3, 1).length // => 0
 */
export function priorDraws(account: Account, count: number, seed: number): Float64Array {
  const model = compileModel(account, []);
  const random = createRandom(seed);
  const width = model.parameters.names.length;
  const tries = model.priors.length > 0 ? count * TRIES : count;
  const rows = new Float64Array(tries * width);
  const values = new Float64Array(model.tape.nodes);
  const weights = new Float64Array(tries);
  const path = model.tape.path();
  path.lead(marked(model));
  let total = 0;
  for (let row = 0; row < tries; row++) {
    const parameters = rows.subarray(row * width, (row + 1) * width);
    fromPrior(parameters, model, random);
    values.set(parameters);
    path.forward(values);
    const log = model.priors.reduce((sum, term) => sum + priorTermLog(term, real(values, term.node)), 0);
    weights[row] = Math.exp(log);
    total += Math.exp(log);
  }
  return resample(rows, weights, total, count);
}

/** A mark for every node that a prior on a total is held against. */
function marked({ tape, priors }: Model): Uint8Array {
  const wanted = new Uint8Array(tape.nodes);
  for (const { node } of priors) wanted[node] = 1;
  return wanted;
}

/** Systematic resampling: as many rows as asked for, each as often as its weight says. */
function resample(rows: Float64Array, weights: Float64Array, total: number, count: number): Float64Array {
  const width = rows.length / weights.length;
  const out = new Float64Array(count * width);
  let row = 0;
  let reached = real(weights, 0);
  for (let k = 0; k < count; k++) {
    const point = ((k + 0.5) / count) * total;
    while (reached < point && row + 1 < weights.length) reached += real(weights, ++row);
    out.set(rows.subarray(row * width, (row + 1) * width), k * width);
  }
  return out;
}
