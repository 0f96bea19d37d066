import { diagnose } from "../math/diagnostics.ts";
import { real } from "../math/vector.ts";
import { type Model, nodesOfTerm } from "./model.ts";
import { isSettled } from "./settled.ts";
import { MOST_SUMMED, thinDraws } from "./thinned-draws.ts";

/**
 * Whether chains (rows of parameters) have settled on everything that claims are held against and on every parameter that they
 * bear on, by those draws that are summed up. What follows from these by identities may still be unsettled, and is looked at then.
 * @example
 * agree({ parameters: { names: [] }, tape: { nodes: 0, reach: () => new Uint8Array() }, groups: [] }, []) // => true
 */
export function agree(model: Model, drawn: readonly Float64Array[]): boolean {
  const chains = drawn.map((rows) => thinDraws([rows], model.parameters.names.length, MOST_SUMMED).rows);
  const held = model.groups.flatMap(nodesOfTerm);
  const reached = model.tape.reach(held);
  const bearing = [...reached.keys()].filter((at) => reached[at] === 1);
  // Parameters stand in the rows as they are: where these have not settled nothing has to be computed.
  return bearing.every((at) => isSettled(diagnose(column(model, chains, at)))) && heldHaveSettled(model, chains, held);
}

function column(model: Model, chains: readonly Float64Array[], at: number): readonly Float64Array[] {
  const width = model.parameters.names.length;
  return chains.map((rows) =>
    Float64Array.from({ length: rows.length / width }, (_, row) => real(rows, row * width + at)),
  );
}

function heldHaveSettled(model: Model, chains: readonly Float64Array[], held: readonly number[]): boolean {
  const width = model.parameters.names.length;
  const wanted = [...new Set(held)];
  const series = wanted.map(() => chains.map((rows) => new Float64Array(rows.length / width)));
  const values = new Float64Array(model.tape.nodes);
  chains.forEach((rows, c) => {
    for (let row = 0; (row + 1) * width <= rows.length; row++) {
      values.set(rows.subarray(row * width, (row + 1) * width));
      model.tape.forward(values);
      wanted.forEach((node, k) => {
        const kept = series[k]?.[c];
        if (kept) kept[row] = real(values, node);
      });
    }
  });
  return series.every((one) => isSettled(diagnose(one)));
}
