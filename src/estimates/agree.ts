import { diagnose } from "../math/diagnostics.ts";
import { real } from "../math/vector.ts";
import { type Model, nodesOfTerm } from "./model.ts";
import { type NodesDrawn, nodesDrawn } from "./nodes-drawn.ts";
import { isSettled } from "./settled.ts";
import { MOST_SUMMED, thinDraws } from "./thinned-draws.ts";

/**
 * Whether chains (rows of parameters) have settled on everything that claims are held against and on every parameter that they
 * bear on, by those draws that are summed up. What follows from these by identities may still be unsettled, and is looked at then.
 * @example
 * agree({ parameters: { names: [] }, tape: { nodes: 0, reach: () => new Uint8Array() }, groups: [] }, []) // => true
 */
export function agree(model: Model, drawn: readonly Float64Array[], draw: NodesDrawn = nodesDrawn): boolean {
  const width = model.parameters.names.length;
  const chains = drawn.map((rows) => thinDraws([rows], width, MOST_SUMMED).rows);
  const held = model.groups.flatMap(nodesOfTerm);
  const reached = model.tape.reach(held);
  const bearing = [...reached.keys()].filter((at) => reached[at] === 1);
  // Parameters stand in the rows as they are: where these have not settled nothing has to be computed.
  return (
    bearing.every((at) => isSettled(diagnose(column(chains, at, width)))) && heldHaveSettled(model, chains, held, draw)
  );
}

function column(chains: readonly Float64Array[], at: number, width: number): readonly Float64Array[] {
  return chains.map((rows) =>
    Float64Array.from({ length: rows.length / width }, (_, row) => real(rows, row * width + at)),
  );
}

function heldHaveSettled(
  { tape, parameters }: Model,
  chains: readonly Float64Array[],
  held: readonly number[],
  draw: NodesDrawn,
): boolean {
  const width = parameters.names.length;
  const count = (chains[0]?.length ?? 0) / width;
  return draw(tape, [...new Set(held)], chains, width).every((drawn) =>
    isSettled(diagnose(chains.map((_, c) => drawn.subarray(c * count, (c + 1) * count)))),
  );
}
