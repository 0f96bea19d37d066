import { computeExtent, pullBack, type TapeExtent, type TapeProgram } from "./tape-program.ts";
import { whole } from "./vector.ts";

/** Passes over only those nodes of a tape that some wanted ones need. */
export interface TapePath {
  /** From now on passes go over what the nodes need that are marked with 1; marks of what these are made of are added. */
  lead(wanted: Uint8Array): void;
  /** Computes the nodes from the parameters; values of others stay as they are. */
  forward(values: Float64Array): void;
  /** Adds to the adjoints of the parameters what the adjoints of the nodes imply; call after `forward` on the same values. */
  backward(values: Float64Array, adjoints: Float64Array): void;
}

/**
 * A path over a program that leads nowhere yet.
 * @example
 * createTapePath({ parameters: 1, ops: new Int32Array(), starts: Int32Array.of(0), args: new Int32Array(), isPart: new Uint8Array(1) }).forward(Float64Array.of(2)) // => undefined
 */
export function createTapePath(program: TapeProgram): TapePath {
  const extent = {
    parts: new Int32Array(program.parameters),
    partsLength: 0,
    nodes: new Int32Array(program.ops.length),
    nodesLength: 0,
  };
  return {
    lead: (wanted) => leadTo(program, wanted, extent),
    forward: (values) => computeExtent(program, extent, values),
    backward: (values, adjoints) => pullBack(program, extent, values, adjoints),
  };
}

function leadTo({ parameters, ops, starts, args, isPart }: TapeProgram, wanted: Uint8Array, extent: TapeExtent): void {
  let length = 0;
  for (let n = ops.length - 1; n >= 0; n--) {
    if (wanted[parameters + n] !== 1) continue;
    extent.nodes[length++] = n;
    for (let k = whole(starts, n); k < whole(starts, n + 1); k++) wanted[whole(args, k)] = 1;
  }
  extent.nodes.subarray(0, length).reverse();
  extent.nodesLength = length;
  extent.partsLength = 0;
  for (let i = 0; i < parameters; i++) if (wanted[i] === 1 && isPart[i] === 1) extent.parts[extent.partsLength++] = i;
}
