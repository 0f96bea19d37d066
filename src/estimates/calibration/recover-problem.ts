import type { Account } from "../../accounts/account.ts";
import { parseQuantityId } from "../../accounts/quantity-id.ts";
import { diagnose } from "../../math/diagnostics.ts";
import { quantileOfSorted } from "../../math/summary.ts";
import { tapeBuilder } from "../../math/tape.ts";
import { real } from "../../math/vector.ts";
import { runChain } from "../chain.ts";
import { createDensity } from "../density.ts";
import { gatherEvidence } from "../evidence.ts";
import type { MakeKernel } from "../guide.ts";
import { compileModel, type Model } from "../model.ts";
import { createNodes } from "../nodes.ts";
import type { SimulatedProblem } from "./simulate-problem.ts";

/** What sort of quantity an estimate is of. */
export const QUANTITY_SORTS = ["cell", "total", "derived", "spread"] as const;
export type QuantitySort = (typeof QUANTITY_SORTS)[number];

/** How one truth lies among the draws of its quantity. */
export interface RecoveredQuantity {
  readonly quantity: string;
  readonly sort: QuantitySort;
  /** How many of the thinned draws lie below the truth: 0 to their number. */
  readonly rank: number;
  readonly in50: boolean;
  readonly in90: boolean;
  readonly ess: number;
}

/** One problem of calibration, reconciled. */
export interface RecoveredProblem {
  readonly seed: number;
  /** Draws that were made. */
  readonly draws: number;
  readonly quantities: readonly RecoveredQuantity[];
  readonly claims: readonly { readonly claim: string; readonly conflict: number; readonly wrong: boolean }[];
}

/** How one problem is reconciled. */
export interface RecoveryOptions {
  readonly seed: number;
  readonly warmup: number;
  /** Draws of the first try; doubled until every quantity has as many effective draws as there are thinned ones. */
  readonly draws: number;
  /** The most draws of a try. */
  readonly mostDraws: number;
  /** To how many draws every quantity is thinned before the truth is ranked among them. */
  readonly thinned: number;
}

/** The quantities that are ranked. Some have claims, some have none; some are ends of walks, some sums of what is never claimed. */
export const RANKED = [
  ...["workers.XA.2010", "workers.XA.2014", "workers.XB.2012", "workers.XC.2011", "workers.XC.2014"],
  ...["take.XA.2012", "take.XB.2014", "take.XC.2013", "hand.XB.2013", "hand.XC.2012", "months"],
  ...["workers.world.2010", "workers.world.2012", "workers.world.2014", "take.world.2012", "hand.north.2013"],
  ...["gross.XC.2012", "gross.world.2013", "share.XA.2012", "share.XB.2014"],
  ...["revenue.2010", "revenue.2012", "revenue.2014", "take_spread.XA", "hand_spread"],
];

/**
 * A problem reconciled and held against its truth, by chains with a kernel, the plain one where none is named.
 * @example
 * RANKED.includes("months") // => true
 */
export function recoverProblem(
  problem: SimulatedProblem,
  options: RecoveryOptions,
  kernel?: MakeKernel,
): RecoveredProblem {
  const { account, claims, sources } = problem;
  const model = compileModel(account, gatherEvidence(account, claims, sources).groups);
  for (let draws = options.draws; ; draws *= 2) {
    const chain = runChain(model, { seed: options.seed, warmup: options.warmup, draws, ...(kernel && { kernel }) });
    const series = seriesOf(account, model, chain.draws);
    const ess = series.map((one) => diagnose([one]).ess);
    if (Math.min(...ess) < options.thinned && 2 * draws <= options.mostDraws) continue;
    return {
      seed: options.seed,
      draws,
      quantities: RANKED.map((quantity, k) => ({
        quantity,
        sort: sortOf(account, quantity),
        ess: ess[k] ?? 0,
        ...placeAmong(
          series[k] ?? new Float64Array(),
          Math.log(problem.truth.get(quantity) ?? Number.NaN),
          options.thinned,
        ),
      })),
      claims: conflictsOf(model, chain.draws).map((one) => ({ ...one, wrong: problem.wrong.has(one.claim) })),
    };
  }
}

/** The logarithms of every ranked quantity, draw by draw. */
function seriesOf(account: Account, model: Model, draws: Float64Array): readonly Float64Array[] {
  const width = model.parameters.names.length;
  const builder = tapeBuilder(width);
  const nodes = createNodes(account, model.parameters, builder);
  const wanted = RANKED.map((quantity) => nodes.log(parseQuantityId(quantity)));
  const tape = builder.build();
  const values = new Float64Array(tape.nodes);
  const series = wanted.map(() => new Float64Array(draws.length / width));
  for (let row = 0; row < draws.length / width; row++) {
    values.set(draws.subarray(row * width, (row + 1) * width));
    tape.forward(values);
    wanted.forEach((node, k) => {
      series[k]?.fill(real(values, node), row, row + 1);
    });
  }
  return series;
}

/**
 * How a truth lies among draws: its rank among so many of them, evenly spaced, and whether the central intervals of all hold it.
 * @example
 * placeAmong(Float64Array.of(1, 2, 3, 4), 2.4, 2) // => {"rank":1,"in50":true,"in90":true}
 */
export function placeAmong(
  series: Float64Array,
  truth: number,
  thinned: number,
): Pick<RecoveredQuantity, "rank" | "in50" | "in90"> {
  let rank = 0;
  for (let k = 0; k < thinned; k++) {
    if (real(series, Math.floor(((k + 0.5) * series.length) / thinned)) < truth) rank++;
  }
  const sorted = Float64Array.from(series).sort();
  const isWithin = (tail: number): boolean =>
    truth > quantileOfSorted(sorted, tail) && truth < quantileOfSorted(sorted, 1 - tail);
  return { rank, in50: isWithin(0.25), in90: isWithin(0.05) };
}

function sortOf(account: Account, quantity: string): QuantitySort {
  const { measure, place } = parseQuantityId(quantity);
  const measures = [...account.measures.values()];
  if (measures.some((one) => one.spread === measure)) return "spread";
  if (account.measures.get(measure)?.kind === "derived") return "derived";
  return account.regions.some((region) => region.id === place) ? "total" : "cell";
}

/** Rows on which conflicts are looked up. */
const LOOKED_UP = 500;

/** The conflict of every claim with the account (rule E13): the mean, over draws, of what a draw makes of its group's states. */
function conflictsOf(
  model: Model,
  draws: Float64Array,
): readonly { readonly claim: string; readonly conflict: number }[] {
  const density = createDensity(model);
  const width = model.parameters.names.length;
  const rows = draws.length / width;
  const looked = Math.min(rows, LOOKED_UP);
  const shares = new Float64Array(model.groups.reduce((sum, { group }) => sum + group.components.length, 0));
  const out = new Float64Array(shares.length);
  for (let k = 0; k < looked; k++) {
    const row = Math.floor(((k + 0.5) * rows) / looked);
    density.responsibilities(draws.subarray(row * width, (row + 1) * width), out);
    for (let c = 0; c < out.length; c++) shares[c] = real(shares, c) + real(out, c) / looked;
  }
  let at = 0;
  return model.groups.flatMap(({ group }) => {
    const from = at;
    at += group.components.length;
    return group.readings.flatMap((reading, position) => {
      const conflict = group.components.reduce(
        (sum, component, c) =>
          component.gross || (component.miscopied & (1 << position)) !== 0 ? sum + real(shares, from + c) : sum,
        0,
      );
      return reading.claims.map((claim) => ({ claim, conflict: Math.min(1, conflict) }));
    });
  });
}
