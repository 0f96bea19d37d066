import { real, whole } from "./vector.ts";

const LINEAR = 0;
const LOG_SUM_EXP = 1;
const EXP = 2;
const LOGIT_OF_LOG = 3;
/** A share this near to one keeps a finite logit. */
const NEAREST_TO_ONE = -1e-9;

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
  /** Fills `values[parameters …]` from `values[0 … parameters)`. */
  forward(values: Float64Array): void;
  /** Computes only some nodes, given in their order, from the values of the others. */
  forwardOnly(values: Float64Array, nodes: Int32Array): void;
  /** The nodes that depend on some of the parameters, in their order. */
  dependents(parameters: Iterable<number>): Int32Array;
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
    build: () =>
      createTape({
        parameters,
        ops: Int32Array.from(ops),
        starts: Int32Array.from(starts),
        args: Int32Array.from(args),
        constants: Float64Array.from(constants),
        biases: Float64Array.from(biases),
        slopes: new Float64Array(args.length),
      }),
  };
}

/** Nodes in order: node n has its terms at `starts[n] … starts[n + 1]`. */
interface Program {
  readonly parameters: number;
  readonly ops: Int32Array;
  readonly starts: Int32Array;
  readonly args: Int32Array;
  readonly constants: Float64Array;
  readonly biases: Float64Array;
  /** Slope of a node in each of its terms, as the last pass forward left it; not used by linear forms and exponentials. */
  readonly slopes: Float64Array;
}

function createTape(program: Program): Tape {
  return {
    parameters: program.parameters,
    nodes: program.parameters + program.ops.length,
    forward: (values) => forward(program, values),
    forwardOnly: (values, nodes) => {
      for (let k = 0; k < nodes.length; k++) compute(program, values, whole(nodes, k) - program.parameters);
    },
    dependents: (parameters) => dependents(program, parameters),
    backward: (values, adjoints) => backward(program, values, adjoints),
    reach: (nodes) => reach(program, nodes),
  };
}

function forward(program: Program, values: Float64Array): void {
  for (let n = 0; n < program.ops.length; n++) compute(program, values, n);
}

function compute(program: Program, values: Float64Array, n: number): void {
  const { parameters, ops, starts, args, biases } = program;
  const from = whole(starts, n);
  const to = whole(starts, n + 1);
  const op = whole(ops, n);
  if (op === LINEAR) values[parameters + n] = linear(program, values, from, to, real(biases, n));
  else if (op === LOG_SUM_EXP) values[parameters + n] = logSumExp(program, values, from, to);
  else if (op === EXP) values[parameters + n] = Math.exp(real(values, whole(args, from)));
  else values[parameters + n] = logitOfLog(program, values, from);
}

function dependents({ parameters, ops, starts, args }: Program, changed: Iterable<number>): Int32Array {
  const touched = new Uint8Array(parameters + ops.length);
  for (const parameter of changed) touched[parameter] = 1;
  const nodes: number[] = [];
  for (let n = 0; n < ops.length; n++) {
    for (let k = whole(starts, n); k < whole(starts, n + 1); k++) {
      if (touched[whole(args, k)] !== 1) continue;
      touched[parameters + n] = 1;
      nodes.push(parameters + n);
      break;
    }
  }
  return Int32Array.from(nodes);
}

function linear({ args, constants }: Program, values: Float64Array, from: number, to: number, bias: number): number {
  let sum = bias;
  for (let k = from; k < to; k++) sum += real(constants, k) * real(values, whole(args, k));
  return sum;
}

function logSumExp({ args, constants, slopes }: Program, values: Float64Array, from: number, to: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let k = from; k < to; k++) {
    const term = real(values, whole(args, k)) + real(constants, k);
    slopes[k] = term;
    if (term > largest) largest = term;
  }
  let sum = 0;
  for (let k = from; k < to; k++) {
    const share = Math.exp(real(slopes, k) - largest);
    slopes[k] = share;
    sum += share;
  }
  for (let k = from; k < to; k++) slopes[k] = real(slopes, k) / sum;
  return largest + Math.log(sum);
}

function logitOfLog({ args, slopes }: Program, values: Float64Array, from: number): number {
  const value = real(values, whole(args, from));
  const log = Math.min(value, NEAREST_TO_ONE);
  const rest = -Math.expm1(log);
  slopes[from] = value > NEAREST_TO_ONE ? 0 : 1 / rest;
  return log - Math.log(rest);
}

function backward(program: Program, values: Float64Array, adjoints: Float64Array): void {
  const { parameters, ops, starts, args, constants, slopes } = program;
  for (let n = ops.length - 1; n >= 0; n--) {
    const adjoint = real(adjoints, parameters + n);
    if (adjoint === 0) continue;
    const to = whole(starts, n + 1);
    const op = whole(ops, n);
    for (let k = whole(starts, n); k < to; k++) {
      const slope = op === LINEAR ? real(constants, k) : op === EXP ? real(values, parameters + n) : real(slopes, k);
      const arg = whole(args, k);
      adjoints[arg] = real(adjoints, arg) + adjoint * slope;
    }
  }
}

function reach({ parameters, ops, starts, args }: Program, wanted: Iterable<number>): Uint8Array {
  const reached = new Uint8Array(parameters + ops.length);
  for (const node of wanted) reached[node] = 1;
  for (let n = ops.length - 1; n >= 0; n--) {
    if (reached[parameters + n] !== 1) continue;
    for (let k = whole(starts, n); k < whole(starts, n + 1); k++) reached[whole(args, k)] = 1;
  }
  return reached.slice(0, parameters);
}
