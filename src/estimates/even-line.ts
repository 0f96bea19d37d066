import { addSparse, productWith, type SparseVector, sparseOf } from "../math/sparse-vector.ts";
import { LINEAR, LOG_SUM_EXP, PAIR, type TapeProgram } from "../math/tape-program.ts";
import { addTo, dot, real, whole } from "../math/vector.ts";
import type { LocalLine } from "./moving-density.ts";

/** A sum of more parts than this is not moved with all of them: that would cost more than it brings. */
const MOST_PARTS = 12;
/** What is left of a slope once the others are taken from it, where it follows from these. */
const DEPENDENT = 1e-9;

/** A node that moves evenly with its parameters, and how far it is to move. */
interface Demand {
  readonly node: number;
  readonly by: number;
}

/**
 * The shortest line along which a sum moves by one wherever the account is: each of its parts moves by as much, so that all keep their shares. Nothing where the node is
 * none, where it has too many parts or where no line moves them all alike. `slopesOf` gives the slopes of nodes that move evenly.
 * @example
 * evenLine({ parameters: 2, ops: Int32Array.of(1), starts: Int32Array.of(0, 2), args: Int32Array.of(0, 1), constants: Float64Array.of(0, 0) }, (node) => ({ at: Int32Array.of(node), amounts: Float64Array.of(1) }), 2)?.amounts // => {"0":1,"1":1}
 */
export function evenLine(
  program: Pick<TapeProgram, "parameters" | "ops" | "starts" | "args" | "constants">,
  slopesOf: (node: number) => SparseVector,
  node: number,
): LocalLine | undefined {
  const demands = demandsOf(program, { node, by: 1 });
  if (!demands || demands.length < 2 || demands.length > MOST_PARTS) return undefined;
  const line = new Float64Array(program.parameters);
  const across: Float64Array[] = [];
  for (const demand of demands) {
    const slope = slopesOf(demand.node);
    const missing = demand.by - productWith(slope, line);
    const rest = new Float64Array(program.parameters);
    addSparse(rest, slope, 1);
    const all = dot(rest, rest);
    for (const one of across) addTo(rest, one, -dot(rest, one) / dot(one, one));
    const square = dot(rest, rest);
    if (square > DEPENDENT * all) {
      addTo(line, rest, missing / square);
      across.push(rest);
    } else if (Math.abs(missing) > DEPENDENT) return undefined;
  }
  const { at: parameters, amounts } = sparseOf(line);
  return { node, parameters, amounts };
}

/** What the parts of a node have to move by so that it moves by some amount: those that move evenly; nothing where none would do. */
function demandsOf(
  program: Pick<TapeProgram, "parameters" | "ops" | "starts" | "args" | "constants">,
  { node, by }: Demand,
): readonly Demand[] | undefined {
  const { parameters, ops, starts, args, constants } = program;
  if (isEven(program, node)) return [{ node, by }];
  const n = node - parameters;
  const terms = Array.from({ length: whole(starts, n + 1) - whole(starts, n) }, (_, i) => whole(starts, n) + i);
  const op = whole(ops, n);
  if ((op !== LOG_SUM_EXP && !isLinear(op)) || terms.length > MOST_PARTS) return undefined;
  const all: Demand[] = [];
  // Of a form with a sum in it, the sum moves and all else stays.
  const sums = terms.filter((k) => !isEven(program, whole(args, k)));
  for (const k of terms) {
    const isSum = op === LOG_SUM_EXP || k === sums[0];
    const share = op === LOG_SUM_EXP ? by : isSum ? by / real(constants, k) : 0;
    const more = demandsOf(program, { node: whole(args, k), by: share });
    if (!more) return undefined;
    all.push(...more);
  }
  return all;
}

function isLinear(op: number): boolean {
  return op === LINEAR || op === PAIR;
}

/** Whether a node moves by as much with each of its parameters wherever the account is. */
function isEven(program: Pick<TapeProgram, "parameters" | "ops" | "starts" | "args">, node: number): boolean {
  const { parameters, ops, starts, args } = program;
  if (node < parameters) return true;
  const n = node - parameters;
  if (!isLinear(whole(ops, n))) return false;
  for (let k = whole(starts, n); k < whole(starts, n + 1); k++) if (!isEven(program, whole(args, k))) return false;
  return true;
}
