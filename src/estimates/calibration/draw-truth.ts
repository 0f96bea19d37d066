import type { Account } from "../../accounts/account.ts";
import { type QuantityName, quantityId } from "../../accounts/quantity-id.ts";
import type { Random } from "../../math/random.ts";
import { tapeBuilder } from "../../math/tape.ts";
import { real } from "../../math/vector.ts";
import { fromPrior } from "../chain.ts";
import { compileModel, priorTermLog } from "../model.ts";
import { createNodes } from "../nodes.ts";
import { reportedQuantities } from "../reported.ts";

/** The values of an account's quantities, by id. */
export type Truth = ReadonlyMap<string, number>;

/** An account whose prior is met by fewer draws than one in this many is refused. */
const MOST_TRIES = 10_000;

/**
 * A source of truths: every call draws all quantities of an account from its prior. Priors on totals are met by rejection: each of
 * their factors is at most one, so that what is kept is drawn from the prior exactly.
 * @example
 * truthsOf({ measures: new Map(), places: [], regions: [] }, { normal: () => 0, uniform: () => 0 })().size // => 0
 */
export function truthsOf(account: Account, random: Random): () => Truth {
  const model = compileModel(account, []);
  const { parameters } = model;
  const builder = tapeBuilder(parameters.names.length);
  const nodes = createNodes(account, parameters, builder);
  const wanted = allQuantities(account).map((name) => [quantityId(name), nodes.log(name)] as const);
  const tape = builder.build();
  const values = new Float64Array(tape.nodes);
  const priorValues = new Float64Array(model.tape.nodes);
  const row = values.subarray(0, parameters.names.length);
  const isKept = (): boolean => {
    priorValues.set(row);
    model.tape.forward(priorValues);
    const log = model.priors.reduce((sum, term) => sum + priorTermLog(term, real(priorValues, term.node)), 0);
    return Math.log(1 - random.uniform()) <= log;
  };
  return () => {
    let tries = 0;
    do {
      if (++tries > MOST_TRIES) throw new Error("invalid account: its priors on totals exclude those of its cells");
      fromPrior(row, model, random);
    } while (!isKept());
    tape.forward(values);
    return new Map(wanted.map(([id, node]) => [id, Math.exp(real(values, node))]));
  };
}

function allQuantities(account: Account): readonly QuantityName[] {
  return [...account.measures.values()].flatMap((measure) =>
    reportedQuantities(account, { ...measure, report: "all" }),
  );
}
