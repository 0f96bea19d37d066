import type { SparseVector } from "./sparse-vector.ts";
import { createTapePath, type TapePath } from "./tape-path.ts";
import {
  computeExtent,
  EXP,
  LINEAR,
  LOG_SUM_EXP,
  LOGIT_OF_LOG,
  pullBack,
  type TapeProgram,
  tapeProgram,
} from "./tape-program.ts";
import { createRevision, type TapeRevision } from "./tape-revision.ts";
import { createTapeRows, type TapeRows } from "./tape-rows.ts";
import { real, whole } from "./vector.ts";

/** A term of a form: a coefficient times a node (linear), or a node plus a log constant (log-sum-exp). */
export type TapeTerm = readonly [node: number, constant: number];

/**
 * A flat program over real numbers, from parameters to nodes, with its derivatives in reverse. Four forms are enough for an
 * account in logarithms: linear forms (products, ratios, walks), log-sum-exps (sums of positive quantities), exponentials and
 * the logit of a share given its log.
 */
export interface Tape {
  readonly parameters: number;
  readonly nodes: number;
  /** Itself as flat arrays. */
  readonly program: TapeProgram;
  /** Fills `values[parameters …]` from `values[0 … parameters)`. */
  forward(values: Float64Array): void;
  /** Passes over only those nodes that some of them need. */
  path(): TapePath;
  /** The slopes of any node in those parameters in which it has any, at a position of all. Later passes do not change them. */
  slopesAt(position: Float64Array): (node: number) => SparseVector;
  /** Many positions at once. */
  rows(rows: number): TapeRows;
  /** A set of values of its own that can be changed a few parameters at a time. */
  revise(): TapeRevision;
  /** Adds to the adjoints of the parameters what the adjoints of the nodes imply; call after `forward` on the same values. */
  backward(values: Float64Array, adjoints: Float64Array): void;
  /** 1 for every parameter that some of the nodes depend on. */
  reach(nodes: Iterable<number>): Uint8Array;
}

/** Collects nodes in the order in which they are computed. Each call gives the position of its node. */
export interface TapeBuilder {
  linear(terms: readonly TapeTerm[], constant?: number): number;
  logSumExp(terms: readonly TapeTerm[]): number;
  exp(node: number): number;
  logitOfLog(node: number): number;
  build(): Tape;
}

/**
 * A builder of a tape with a given number of parameters, which are its first nodes.
 * @example
 * tapeBuilder(2).linear([[0, 1], [1, 2]], 3) // => 2
 */
export function tapeBuilder(parameters: number): TapeBuilder {
  const ops: number[] = [];
  const starts: number[] = [0];
  const args: number[] = [];
  const constants: number[] = [];
  const biases: number[] = [];
  const add = (op: number, terms: readonly TapeTerm[], bias: number): number => {
    const position = parameters + ops.length;
    for (const [node, constant] of terms) {
      if (!(node >= 0 && node < position)) throw new Error(`invalid tape argument: ${node}`);
      args.push(node);
      constants.push(constant);
    }
    ops.push(op);
    biases.push(bias);
    starts.push(args.length);
    return position;
  };
  return {
    linear: (terms, constant = 0) => add(LINEAR, terms, constant),
    logSumExp: (terms) => add(LOG_SUM_EXP, terms, 0),
    exp: (node) => add(EXP, [[node, 1]], 0),
    logitOfLog: (node) => add(LOGIT_OF_LOG, [[node, 1]], 0),
    build: () => createTape(tapeProgram(parameters, { ops, starts, args, constants, biases })),
  };
}

function createTape(program: TapeProgram): Tape {
  return {
    parameters: program.parameters,
    nodes: program.parameters + program.ops.length,
    program,
    forward: (values) => computeExtent(program, program.all, values),
    path: () => createTapePath(program),
    slopesAt: (position) => slopesAt(program, position),
    rows: (rows) => createTapeRows(program, rows),
    revise: () => createRevision(program),
    backward: (values, adjoints) => pullBack(program, program.all, values, adjoints),
    reach: (nodes) => reach(program, nodes),
  };
}

function slopesAt(program: TapeProgram, position: Float64Array): (node: number) => SparseVector {
  const { parameters, starts, args } = program;
  const nodes = parameters + program.ops.length;
  const values = new Float64Array(nodes);
  values.set(position.subarray(0, parameters));
  computeExtent(program, program.all, values);
  const own = { ...program, slopes: Float64Array.from(program.slopes) };
  const adjoints = new Float64Array(nodes);
  const isFound = new Uint8Array(nodes);
  return (node) => {
    const found = [node];
    isFound[node] = 1;
    // Grows while it is gone through.
    for (let i = 0; i < found.length; i++) {
      const n = (found[i] ?? 0) - parameters;
      if (n < 0) continue;
      for (let k = whole(starts, n); k < whole(starts, n + 1); k++) {
        const arg = whole(args, k);
        if (isFound[arg] === 1) continue;
        isFound[arg] = 1;
        found.push(arg);
      }
    }
    const all = Int32Array.from(found).sort();
    const made = all.filter((at) => at >= parameters).map((at) => at - parameters);
    adjoints[node] = 1;
    pullBack(own, { parts: made, partsLength: 0, nodes: made, nodesLength: made.length }, values, adjoints);
    const at = all.filter((position) => position < parameters && real(adjoints, position) !== 0);
    const amounts = Float64Array.from(at, (position) => real(adjoints, position));
    for (const position of all) adjoints[position] = isFound[position] = 0;
    return { at, amounts };
  };
}

function reach({ parameters, ops, starts, args }: TapeProgram, wanted: Iterable<number>): Uint8Array {
  const reached = new Uint8Array(parameters + ops.length);
  for (const node of wanted) reached[node] = 1;
  for (let n = ops.length - 1; n >= 0; n--) {
    if (reached[parameters + n] !== 1) continue;
    for (let k = whole(starts, n); k < whole(starts, n + 1); k++) reached[whole(args, k)] = 1;
  }
  return reached.slice(0, parameters);
}
