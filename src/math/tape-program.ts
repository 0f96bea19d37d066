import { exponential } from "./exponential.ts";
import { real, whole } from "./vector.ts";

export const LINEAR = 0;
export const LOG_SUM_EXP = 1;
export const EXP = 2;
export const LOGIT_OF_LOG = 3;
/** A linear form of just two values, as most nodes are: the next step of a walk, what is multiplied in logarithms. It is computed without a loop. */
export const PAIR = 4;
/** A share this near to one keeps a finite logit. */
const NEAREST_TO_ONE = -1e-9;

/** A tape as flat arrays. Nodes in order: node n has its terms at `starts[n] … starts[n + 1]`. */
export interface TapeProgram {
  readonly parameters: number;
  readonly ops: Int32Array;
  readonly starts: Int32Array;
  readonly args: Int32Array;
  readonly constants: Float64Array;
  readonly biases: Float64Array;
  /** Slope of a node in each of its terms, as the last pass forward left it; not used by linear forms and exponentials. */
  readonly slopes: Float64Array;
  /** 1 for a node that is a part of a sum, whose exponential a pass forward computes once for all its sums. */
  readonly isPart: Uint8Array;
  readonly exponentials: Float64Array;
  /** The exponentials of the constants of sums. */
  readonly factors: Float64Array;
  /** All of its nodes. */
  readonly all: TapeExtent;
}

/** What a pass computes: some nodes, in their order and without a gap in what they are made of. Only the first `length` of each list count. */
export interface TapeExtent {
  /** Parameters that are parts of sums, whose exponentials are needed. */
  readonly parts: Int32Array;
  partsLength: number;
  /** Nodes, counted from the first that is no parameter. */
  readonly nodes: Int32Array;
  nodesLength: number;
}

/**
 * A program from its nodes.
 * @example
 * tapeProgram(1, { ops: [LOG_SUM_EXP], starts: [0, 1], args: [0], constants: [0], biases: [0] }).isPart // => {"0":1,"1":0}
 */
export function tapeProgram(
  parameters: number,
  nodes: Readonly<Record<"ops" | "starts" | "args" | "constants" | "biases", readonly number[]>>,
): TapeProgram {
  const { ops, starts, args, constants } = nodes;
  const isPart = new Uint8Array(parameters + ops.length);
  const factors = new Float64Array(args.length);
  ops.forEach((op, n) => {
    if (op !== LOG_SUM_EXP) return;
    for (let k = starts[n] ?? 0; k < (starts[n + 1] ?? 0); k++) {
      isPart[args[k] ?? 0] = 1;
      factors[k] = Math.exp(constants[k] ?? 0);
    }
  });
  return {
    parameters,
    ops: Int32Array.from(ops, (op, n) => (op === LINEAR && (starts[n + 1] ?? 0) - (starts[n] ?? 0) === 2 ? PAIR : op)),
    starts: Int32Array.from(starts),
    args: Int32Array.from(args),
    constants: Float64Array.from(constants),
    biases: Float64Array.from(nodes.biases),
    slopes: new Float64Array(args.length),
    isPart,
    exponentials: new Float64Array(parameters + ops.length),
    factors,
    all: allOf(parameters, ops.length, isPart),
  };
}

function allOf(parameters: number, nodes: number, isPart: Uint8Array): TapeExtent {
  const parts = Int32Array.from([...isPart.subarray(0, parameters).keys()].filter((at) => isPart[at] === 1));
  return {
    parts,
    partsLength: parts.length,
    nodes: Int32Array.from({ length: nodes }, (_, n) => n),
    nodesLength: nodes,
  };
}

/** Sums of exponentials outside these are added up again, less their largest part. */
export const LEAST_SUM = 1e-250;
export const MOST_SUM = 1e250;

/**
 * Computes the nodes of an extent from the parameters, and the slopes of sums.
 * @example
 * ((program, values) => { computeExtent(program, program.all, values); return values[1]; })(tapeProgram(1, { ops: [LINEAR], starts: [0, 1], args: [0], constants: [2], biases: [1] }), Float64Array.of(3, 0)) // => 7
 */
export function computeExtent(program: TapeProgram, extent: TapeExtent, values: Float64Array): void {
  const { parameters, ops, isPart, exponentials } = program;
  const { parts, partsLength, nodes, nodesLength } = extent;
  for (let i = 0; i < partsLength; i++) {
    const at = whole(parts, i);
    exponentials[at] = exponential(real(values, at));
  }
  for (let i = 0; i < nodesLength; i++) {
    const n = whole(nodes, i);
    const at = parameters + n;
    const op = whole(ops, n);
    if (op === PAIR) values[at] = pairOf(program, values, n);
    else if (op === LOG_SUM_EXP) addParts(program, values, n);
    else compute(program, values, n);
    if (isPart[at] === 1) exponentials[at] = exponential(real(values, at));
  }
}

/** A sum from the exponentials of its parts. */
function addParts(program: TapeProgram, values: Float64Array, n: number): void {
  const { parameters, starts, args, slopes, exponentials, factors } = program;
  const from = whole(starts, n);
  const to = whole(starts, n + 1);
  let sum = 0;
  for (let k = from; k < to; k++) {
    const part = real(exponentials, whole(args, k)) * real(factors, k);
    slopes[k] = part;
    sum += part;
  }
  if (!(sum > LEAST_SUM && sum < MOST_SUM)) {
    values[parameters + n] = logSumExp(program, values, from, to);
    return;
  }
  const share = 1 / sum;
  for (let k = from; k < to; k++) slopes[k] = real(slopes, k) * share;
  values[parameters + n] = Math.log(sum);
}

/**
 * Adds to the adjoints of the parameters what those of the nodes of an extent imply, at the slopes that the last pass forward left.
 * @example
 * ((program, adjoints) => { pullBack(program, program.all, Float64Array.of(3, 6), adjoints); return adjoints[0]; })(tapeProgram(1, { ops: [LINEAR], starts: [0, 1], args: [0], constants: [2], biases: [0] }), Float64Array.of(0, 1)) // => 2
 */
export function pullBack(
  program: TapeProgram,
  { nodes, nodesLength }: TapeExtent,
  values: Float64Array,
  adjoints: Float64Array,
): void {
  const { parameters, ops, starts, args, constants, slopes } = program;
  for (let i = nodesLength - 1; i >= 0; i--) {
    const n = whole(nodes, i);
    const adjoint = real(adjoints, parameters + n);
    if (adjoint === 0) continue;
    const from = whole(starts, n);
    const op = whole(ops, n);
    if (op === PAIR) {
      const [one, other] = [whole(args, from), whole(args, from + 1)];
      adjoints[one] = real(adjoints, one) + adjoint * real(constants, from);
      adjoints[other] = real(adjoints, other) + adjoint * real(constants, from + 1);
      continue;
    }
    const to = whole(starts, n + 1);
    for (let k = from; k < to; k++) {
      const slope = op === LINEAR ? real(constants, k) : op === EXP ? real(values, parameters + n) : real(slopes, k);
      const arg = whole(args, k);
      adjoints[arg] = real(adjoints, arg) + adjoint * slope;
    }
  }
}

/**
 * Computes one node that is no sum (counted from the first that is no parameter) from the values of those before it.
 * @example
 * ((values) => { compute({ parameters: 1, ops: Int32Array.of(EXP), starts: Int32Array.of(0, 1), args: Int32Array.of(0) }, values, 0); return values[1]; })(Float64Array.of(0, 0)) // => 1
 */
export function compute(program: TapeProgram, values: Float64Array, n: number): void {
  const { parameters, ops, starts, args, biases } = program;
  const from = whole(starts, n);
  const to = whole(starts, n + 1);
  const op = whole(ops, n);
  if (op === PAIR) values[parameters + n] = pairOf(program, values, n);
  else if (op === LINEAR) values[parameters + n] = linear(program, values, from, to, real(biases, n));
  else if (op === EXP) values[parameters + n] = exponential(real(values, whole(args, from)));
  else values[parameters + n] = logitOfLog(program, values, from);
}

function pairOf({ starts, args, constants, biases }: TapeProgram, values: Float64Array, n: number): number {
  const from = whole(starts, n);
  const first = real(biases, n) + real(constants, from) * real(values, whole(args, from));
  return first + real(constants, from + 1) * real(values, whole(args, from + 1));
}

function linear(
  { args, constants }: TapeProgram,
  values: Float64Array,
  from: number,
  to: number,
  bias: number,
): number {
  let sum = bias;
  for (let k = from; k < to; k++) sum += real(constants, k) * real(values, whole(args, k));
  return sum;
}

function logSumExp({ args, constants, slopes }: TapeProgram, values: Float64Array, from: number, to: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let k = from; k < to; k++) {
    const term = real(values, whole(args, k)) + real(constants, k);
    slopes[k] = term;
    if (term > largest) largest = term;
  }
  let sum = 0;
  for (let k = from; k < to; k++) {
    const share = exponential(real(slopes, k) - largest);
    slopes[k] = share;
    sum += share;
  }
  for (let k = from; k < to; k++) slopes[k] = real(slopes, k) / sum;
  return largest + Math.log(sum);
}

function logitOfLog({ args, slopes }: TapeProgram, values: Float64Array, from: number): number {
  const value = real(values, whole(args, from));
  slopes[from] = value > NEAREST_TO_ONE ? 0 : -1 / Math.expm1(value);
  return logitOfLogAt(value);
}

/**
 * The logit of a share given its log; of one as near to one as a share gets, where a ratio is no share.
 * @example
 * logitOfLogAt(Math.log(0.5)) // => 0
 */
export function logitOfLogAt(log: number): number {
  const value = Math.min(log, NEAREST_TO_ONE);
  return value - Math.log(-Math.expm1(value));
}

/**
 * The log of a sum, less its largest part first, of a program whose values stand in rows side by side.
 * @example
 * logSumExpAt(tapeProgram(1, { ops: [LOG_SUM_EXP], starts: [0, 1], args: [0], constants: [2], biases: [0] }), 0, Float64Array.of(1000, 0), 1, 0) // => 1002
 */
export function logSumExpAt(program: TapeProgram, n: number, values: Float64Array, rows: number, row: number): number {
  const { starts, args, constants } = program;
  let largest = Number.NEGATIVE_INFINITY;
  for (let k = whole(starts, n); k < whole(starts, n + 1); k++)
    largest = Math.max(largest, real(values, whole(args, k) * rows + row) + real(constants, k));
  let sum = 0;
  for (let k = whole(starts, n); k < whole(starts, n + 1); k++)
    sum += exponential(real(values, whole(args, k) * rows + row) + real(constants, k) - largest);
  return largest + Math.log(sum);
}
