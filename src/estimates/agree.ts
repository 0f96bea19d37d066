import { real } from "../math/vector.ts";
import { type Model, nodesOfTerm } from "./model.ts";
import { isSettled } from "./settled.ts";
import { plainSummaries, type SummaryKernel } from "./summary-kernel.ts";
import { MOST_SUMMED, thinDraws } from "./thinned-draws.ts";

/**
 * Whether chains (rows of parameters) have settled on everything that claims are held against and on every parameter that they
 * bear on, by those draws that are summed up. What follows from these by identities may still be unsettled, and is looked at then.
 * @example
 * agree({ parameters: { names: [] }, tape: { nodes: 0, reach: () => new Uint8Array() }, groups: [] }, []) // => true
 */
export function agree(model: Model, drawn: readonly Float64Array[], kernel: SummaryKernel = plainSummaries): boolean {
  const width = model.parameters.names.length;
  const chains = drawn.map((rows) => thinDraws([rows], width, MOST_SUMMED).rows);
  const held = model.groups.flatMap(nodesOfTerm);
  const reached = model.tape.reach(held);
  const bearing = [...reached.keys()].filter((at) => reached[at] === 1);
  // Parameters stand in the rows as they are: where these have not settled nothing has to be computed.
  return (
    bearing.every((at) => isSettled(kernel.series.diagnose(column(chains, at, width), chains.length))) &&
    heldHaveSettled(model, chains, held, kernel)
  );
}

/** A parameter at every row of all chains, one chain after another. */
function column(chains: readonly Float64Array[], at: number, width: number): Float64Array {
  const rows = (chains[0]?.length ?? 0) / width;
  const values = new Float64Array(rows * chains.length);
  chains.forEach((chain, c) => {
    for (let row = 0; row < rows; row++) values[c * rows + row] = real(chain, row * width + at);
  });
  return values;
}

function heldHaveSettled(
  { tape, parameters }: Model,
  chains: readonly Float64Array[],
  held: readonly number[],
  kernel: SummaryKernel,
): boolean {
  const width = parameters.names.length;
  return kernel
    .nodesDrawn(tape, [...new Set(held)], chains, width)
    .every((drawn) => isSettled(kernel.series.diagnose(drawn, chains.length)));
}
