import type { Account } from "../accounts/account.ts";
import { createRandom, type Random } from "../math/random.ts";
import { real, whole } from "../math/vector.ts";
import { fromPrior } from "./chain.ts";
import { compileModel, type Model, priorTermLog } from "./model.ts";

/** Rows drawn for each that is kept where priors on totals choose among them. */
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
  const rows = new Float64Array(count * width);
  const chosen = model.priors.length > 0 ? chosenByTotals(model, count, random) : undefined;
  for (let row = 0; row < count; row++) {
    const parameters = rows.subarray(row * width, (row + 1) * width);
    fromPrior(parameters, model, random);
    chosen?.positions.forEach((at, k) => {
      parameters[at] = real(chosen.rows, row * chosen.positions.length + k);
    });
  }
  return rows;
}

/** Draws of some parameters, row by row. */
interface SomeDraws {
  readonly positions: Int32Array;
  readonly rows: Float64Array;
}

/** Draws of those parameters that totals with a prior hang on, chosen by that prior among many from their own. */
function chosenByTotals(model: Model, count: number, random: Random): SomeDraws {
  const reached = model.tape.reach(model.priors.map(({ node }) => node));
  const positions = Int32Array.from([...reached.keys()].filter((at) => reached[at] === 1));
  const own = { isStep: Uint8Array.from(positions, (at) => model.parameters.isStep[at] ?? 0) };
  const width = positions.length;
  const rows = new Float64Array(count * TRIES * width);
  const weights = new Float64Array(count * TRIES);
  const values = new Float64Array(model.tape.nodes);
  const path = model.tape.path();
  path.lead(marked(model));
  for (let row = 0; row < weights.length; row++) {
    const drawn = rows.subarray(row * width, (row + 1) * width);
    fromPrior(drawn, { parameters: own }, random);
    for (let k = 0; k < width; k++) values[whole(positions, k)] = real(drawn, k);
    path.forward(values);
    weights[row] = Math.exp(model.priors.reduce((sum, term) => sum + priorTermLog(term, real(values, term.node)), 0));
  }
  return { positions, rows: resample(rows, weights, count) };
}

/** A mark for every node that a prior on a total is held against. */
function marked({ tape, priors }: Model): Uint8Array {
  const wanted = new Uint8Array(tape.nodes);
  for (const { node } of priors) wanted[node] = 1;
  return wanted;
}

/** Systematic resampling: as many rows as asked for, each as often as its weight says. */
function resample(rows: Float64Array, weights: Float64Array, count: number): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
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
