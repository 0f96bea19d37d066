import { exponential } from "./exponential.ts";
import {
  EXP,
  LEAST_SUM,
  LINEAR,
  LOG_SUM_EXP,
  logitOfLogAt,
  logSumExpAt,
  MOST_SUM,
  PAIR,
  type TapeProgram,
} from "./tape-program.ts";
import { real, whole } from "./vector.ts";

/** As many positions as go well side by side: the values of a node then fill a line or two of a processor's nearest memory. */
export const SIDE_BY_SIDE = 16;

/**
 * Many positions of a tape at once, side by side: the value of node n in row r stands at `n · rows + r`. What a node is and what
 * it is made of is looked up once for all rows, which makes a pass some times as fast as one position after another.
 */
export interface TapeRows {
  readonly rows: number;
  readonly values: Float64Array;
  /** Computes all nodes from the parameters, in every row. */
  forward(): void;
}

/**
 * Rows of a program.
 * @example
 * createTapeRows({ parameters: 1, ops: new Int32Array() }, 2).values.length // => 2
 */
export function createTapeRows(program: TapeProgram, rows: number): TapeRows {
  const length = (program.parameters + program.ops.length) * rows;
  const values = new Float64Array(length);
  const exponentials = new Float64Array(length);
  return { rows, values, forward: () => computeRows(program, rows, values, exponentials) };
}

function computeRows(program: TapeProgram, rows: number, values: Float64Array, exponentials: Float64Array): void {
  const { parameters, ops, isPart } = program;
  for (let n = -parameters; n < ops.length; n++) {
    const at = (parameters + n) * rows;
    if (n >= 0) computeNode(program, n, { rows, values, exponentials });
    if (isPart[parameters + n] !== 1) continue;
    for (let r = at; r < at + rows; r++) exponentials[r] = exponential(real(values, r));
  }
}

/** What a pass over many rows writes into. */
interface Pass {
  readonly rows: number;
  readonly values: Float64Array;
  readonly exponentials: Float64Array;
}

function computeNode(program: TapeProgram, n: number, pass: Pass): void {
  const op = whole(program.ops, n);
  if (op === LINEAR || op === PAIR) addLinear(program, n, pass);
  else if (op === LOG_SUM_EXP) addParts(program, n, pass);
  else {
    const { rows, values } = pass;
    const arg = whole(program.args, whole(program.starts, n)) * rows;
    const at = (program.parameters + n) * rows;
    for (let r = 0; r < rows; r++) {
      const value = real(values, arg + r);
      values[at + r] = op === EXP ? exponential(value) : logitOfLogAt(value);
    }
  }
}

function addLinear({ parameters, starts, args, constants, biases }: TapeProgram, n: number, pass: Pass): void {
  const { rows, values } = pass;
  const at = (parameters + n) * rows;
  values.fill(real(biases, n), at, at + rows);
  for (let k = whole(starts, n); k < whole(starts, n + 1); k++) {
    const factor = real(constants, k);
    const arg = whole(args, k) * rows;
    for (let r = 0; r < rows; r++) values[at + r] = real(values, at + r) + factor * real(values, arg + r);
  }
}

function addParts(program: TapeProgram, n: number, { rows, values, exponentials }: Pass): void {
  const { parameters, starts, args, factors } = program;
  const at = (parameters + n) * rows;
  values.fill(0, at, at + rows);
  for (let k = whole(starts, n); k < whole(starts, n + 1); k++) {
    const factor = real(factors, k);
    const arg = whole(args, k) * rows;
    for (let r = 0; r < rows; r++) values[at + r] = real(values, at + r) + factor * real(exponentials, arg + r);
  }
  for (let r = 0; r < rows; r++) {
    const sum = real(values, at + r);
    values[at + r] = sum > LEAST_SUM && sum < MOST_SUM ? Math.log(sum) : logSumExpAt(program, n, values, rows, r);
  }
}
