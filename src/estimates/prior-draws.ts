import type { Account } from "../accounts/account.ts";
import { createRandom, type Random } from "../math/random.ts";
import { SIDE_BY_SIDE } from "../math/tape-rows.ts";
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
  const { values, forward } = model.tape.rows(SIDE_BY_SIDE);
  for (let first = 0; first < weights.length; first += SIDE_BY_SIDE) {
    const held = Math.min(SIDE_BY_SIDE, weights.length - first);
    for (let r = 0; r < held; r++) {
      const drawn = rows.subarray((first + r) * width, (first + r + 1) * width);
      fromPrior(drawn, { parameters: own }, random);
      for (let k = 0; k < width; k++) values[whole(positions, k) * SIDE_BY_SIDE + r] = real(drawn, k);
    }
    forward();
    for (let r = 0; r < held; r++) {
      let log = 0;
      for (const term of model.priors) log += priorTermLog(term, real(values, term.node * SIDE_BY_SIDE + r));
      weights[first + r] = Math.exp(log);
    }
  }
  return { positions, rows: resample(rows, weights, count) };
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
