import type { Tape } from "../math/tape.ts";
import { SIDE_BY_SIDE } from "../math/tape-rows.ts";
import { real } from "../math/vector.ts";

/** Gives the values of nodes at rows of parameters, as `nodesDrawn` does, maybe faster; what it gives may hold only until it is asked again. */
export type NodesDrawn = (
  tape: Tape,
  wanted: readonly number[],
  chains: readonly Float64Array[],
  width?: number,
) => readonly Float64Array[];

/**
 * The values of some nodes of a tape at every row of parameters of all chains, one chain after another. `width` is how many numbers a row holds; those after
 * the tape's parameters are left out.
 * @example
 * nodesDrawn({ parameters: 1, rows: () => ({ values: new Float64Array(16), forward() {} }) }, [0], [Float64Array.of(3, 4)])[0] // => {"0":3,"1":4}
 */
export function nodesDrawn(
  tape: Pick<Tape, "parameters" | "rows">,
  wanted: readonly number[],
  chains: readonly Float64Array[],
  width: number = tape.parameters,
): readonly Float64Array[] {
  if (wanted.length === 0) return [];
  const count = chains.reduce((sum, rows) => sum + rows.length / width, 0);
  const { values, forward } = tape.rows(SIDE_BY_SIDE);
  const all = new Float64Array(wanted.length * count);
  let at = 0;
  for (const rows of chains) {
    const own = rows.length / width;
    for (let first = 0; first < own; first += SIDE_BY_SIDE) {
      const held = Math.min(SIDE_BY_SIDE, own - first);
      for (let r = 0; r < held; r++)
        for (let i = 0; i < tape.parameters; i++) values[i * SIDE_BY_SIDE + r] = real(rows, (first + r) * width + i);
      forward();
      for (let k = 0; k < wanted.length; k++) {
        const [from, to] = [(wanted[k] ?? 0) * SIDE_BY_SIDE, k * count + at + first];
        for (let r = 0; r < held; r++) all[to + r] = real(values, from + r);
      }
    }
    at += own;
  }
  return wanted.map((_, k) => all.subarray(k * count, (k + 1) * count));
}
