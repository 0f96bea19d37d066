import type { Account } from "../accounts/account.ts";
import { type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import { orderOf } from "../math/order.ts";
import { mean, variance } from "../math/summary.ts";
import { tapeBuilder } from "../math/tape.ts";
import { real } from "../math/vector.ts";
import { weightedMean, weightedQuantiles } from "../math/weighted.ts";
import type { MovedFigure, Span90 } from "./appraisal.ts";
import { createNodes } from "./nodes.ts";
import { parametersOf } from "./parameters.ts";
import { reportedQuantities } from "./reported.ts";
import { fromScale, type Scale, scaleOf } from "./stated-width.ts";
import type { ThinnedDraws } from "./thinned-draws.ts";

/** A quantity over the draws, on its scale. */
export interface FigureDraws {
  readonly quantity: string;
  readonly scale: Scale;
  readonly values: Float64Array;
}

/**
 * Quantities of an account over draws, each on its scale.
 * @example
 * figureDraws({ measures: new Map() }, [], { width: 0, count: 0, rows: new Float64Array() }) // => []
 */
export function figureDraws(
  account: Account,
  names: readonly QuantityName[],
  draws: ThinnedDraws,
): readonly FigureDraws[] {
  const parameters = parametersOf(account);
  const builder = tapeBuilder(parameters.names.length);
  const nodes = createNodes(account, parameters, builder);
  const wanted = names.map((name) => {
    const measure = account.measures.get(name.measure);
    if (!measure) throw new Error(`unknown measure: ${name.measure}`);
    const scale = scaleOf(measure);
    return { name, scale, node: scale === "log" ? nodes.log(name) : nodes.logit(name) };
  });
  const tape = builder.build();
  const values = new Float64Array(tape.nodes);
  const found = wanted.map(() => new Float64Array(draws.count));
  for (let row = 0; row < draws.count; row++) {
    values.set(draws.rows.subarray(row * draws.width, row * draws.width + tape.parameters));
    tape.forward(values);
    wanted.forEach(({ node }, i) => {
      const series = found[i];
      if (series) series[row] = real(values, node);
    });
  }
  return wanted.map(({ name, scale }, i) => ({
    quantity: quantityId(name),
    scale,
    values: found[i] ?? new Float64Array(),
  }));
}

/**
 * The headline figures of an account: each headline measure for the world, year by year.
 * @example
 * headlineNames({ headlines: ["months"], measures: new Map([["months", { id: "months", kind: "estimated", over: [] }]]), regions: [], places: [] }) // => [{"measure":"months"}]
 */
export function headlineNames(account: Account): readonly QuantityName[] {
  return account.headlines.flatMap((id) => {
    const measure = account.measures.get(id);
    if (!measure) return [];
    return reportedQuantities(account, measure).filter(
      ({ place = "world", occupation }) => place === "world" && occupation === undefined,
    );
  });
}

/** Figures are kept with four significant digits: draws tell no more. */
const DIGITS = 4;
const ENDS = [0.5, 0.05, 0.95];

/**
 * The median and 90 % interval of a figure under weights, in its unit.
 * @example
 * spanOf({ quantity: "x", scale: "log", values: Float64Array.of(0, 0) }, Float64Array.of(0.5, 0.5)) // => {"median":1,"q05":1,"q95":1}
 */
export function spanOf(figure: FigureDraws, weights: Float64Array, order = orderOf(figure.values)): Span90 {
  const [q05 = Number.NaN, median = Number.NaN, q95 = Number.NaN] = weightedQuantiles(
    figure.values,
    order,
    weights,
    [...ENDS].sort(),
  ).map((point) => Number(fromScale(point, figure.scale).toPrecision(DIGITS)));
  return { median, q05, q95 };
}

/**
 * Weights of draws that all count alike.
 * @example
 * evenWeights(2) // => {"0":0.5,"1":0.5}
 */
export function evenWeights(count: number): Float64Array {
  return new Float64Array(count).fill(1 / count);
}

/**
 * A function that gives figures as they stand and as they would stand under other weights of the same draws.
 * @example
 * figureMover([{ quantity: "x", scale: "log", values: Float64Array.of(0, 1) }])(Float64Array.of(0.5, 0.5))[0].shift // => 0
 */
export function figureMover(figures: readonly FigureDraws[]): (weights: Float64Array) => readonly MovedFigure[] {
  const known = figures.map((figure) => {
    const order = orderOf(figure.values);
    const now = spanOf(figure, evenWeights(figure.values.length), order);
    return { figure, order, now, center: mean(figure.values), sd: Math.sqrt(variance(figure.values)) };
  });
  return (weights) =>
    known.map(({ figure, order, now, center, sd }) => {
      const moved = weightedMean(figure.values, weights) - center;
      return {
        quantity: figure.quantity,
        now,
        without: spanOf(figure, weights, order),
        shift: sd > 0 && Math.abs(moved) > 1e-9 ? Number((moved / sd).toFixed(3)) : 0,
      };
    });
}

/**
 * A figure as it stands in some draws, and as it stands in others.
 * @example
 * figureMoved({ quantity: "x", scale: "log", values: Float64Array.of(-1, 1) }, { quantity: "x", scale: "log", values: Float64Array.of(0, 2) }).shift // => 0.707
 */
export function figureMoved(now: FigureDraws, then: FigureDraws): MovedFigure {
  const moved = mean(then.values) - mean(now.values);
  const sd = Math.sqrt(variance(now.values));
  return {
    quantity: now.quantity,
    now: spanOf(now, evenWeights(now.values.length)),
    without: spanOf(then, evenWeights(then.values.length)),
    shift: sd > 0 ? Number((moved / sd).toFixed(3)) : 0,
  };
}
