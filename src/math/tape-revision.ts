import { exponential } from "./exponential.ts";
import { compute, LOG_SUM_EXP, type TapeProgram } from "./tape-program.ts";
import { real, whole } from "./vector.ts";

/** What is computed again when some parameters move. */
export interface RevisionPlan {
  readonly parameters: Int32Array;
  /** The nodes that depend on them, in their order … */
  readonly nodes: Int32Array;
  /** … with the terms of each sum that move: those of the i-th node at `starts[i] … starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly terms: Int32Array;
}

/**
 * The values of a tape while a few parameters move at a time. Of a sum only the parts that move are computed again, so a move
 * costs the same however many parts the sums have. To move: `keep`, write the parameters into `values`, `follow`; `undo` takes it back.
 */
export interface TapeRevision {
  readonly values: Float64Array;
  /** A term of the tape, by its number in a plan: the node that it is of, and its constant. */
  term(k: number): { readonly node: number; readonly constant: number };
  /** Takes up a position of all parameters and computes every node. */
  begin(position: Float64Array): void;
  plan(parameters: Iterable<number>): RevisionPlan;
  /** Remembers the parameters of a plan as they are. */
  keep(plan: RevisionPlan): void;
  /** Computes the nodes of a plan from its parameters. */
  follow(plan: RevisionPlan): void;
  /** Takes the last move back, bit for bit. */
  undo(plan: RevisionPlan): void;
}

/**
 * A revision of a program.
 * @example
 * createRevision({ parameters: 1, ops: new Int32Array(), starts: Int32Array.of(0), args: new Int32Array() }).values.length // => 1
 */
export function createRevision(program: TapeProgram): TapeRevision {
  return new SummedParts(program);
}

/** A sum that has shrunk to less than this share of itself is added up anew: its parts no longer stand in the digits of what was. */
const SHRUNK = 1e-3;
/** A sum that has grown by more than this is measured against its largest part anew, long before it overflows. */
const GROWN = 1e100;

/** The nodes that are made of each node. */
function usersOf({ parameters, ops, starts, args }: TapeProgram): readonly (readonly number[])[] {
  const users: number[][] = Array.from({ length: parameters + ops.length }, () => []);
  for (let n = 0; n < ops.length; n++)
    for (let k = whole(starts, n); k < whole(starts, n + 1); k++) users[whole(args, k)]?.push(parameters + n);
  return users;
}

/** Keeps the exponentials of the parts of every sum, each less a number that is the sum's own. */
class SummedParts implements TapeRevision {
  readonly values: Float64Array;
  private readonly program: TapeProgram;
  private readonly heldValues: Float64Array;
  private readonly shifts: Float64Array;
  private readonly heldShifts: Float64Array;
  private readonly sums: Float64Array;
  private readonly heldSums: Float64Array;
  private readonly tops: Float64Array;
  private readonly heldTops: Float64Array;
  private readonly parts: Float64Array;
  private readonly heldParts: Float64Array;
  /** 1 for a sum that the last move added up anew. */
  private readonly anew: Uint8Array;
  /** The nodes that are made of each node. */
  private readonly users: readonly (readonly number[])[];
  /** Marks for the nodes of a plan while it is made. */
  private readonly touched: Uint8Array;

  constructor(program: TapeProgram) {
    const { parameters, ops, args } = program;
    this.program = program;
    this.values = new Float64Array(parameters + ops.length);
    this.heldValues = new Float64Array(parameters + ops.length);
    this.shifts = new Float64Array(ops.length);
    this.heldShifts = new Float64Array(ops.length);
    this.sums = new Float64Array(ops.length);
    this.heldSums = new Float64Array(ops.length);
    this.tops = new Float64Array(ops.length);
    this.heldTops = new Float64Array(ops.length);
    this.parts = new Float64Array(args.length);
    this.heldParts = new Float64Array(args.length);
    this.anew = new Uint8Array(ops.length);
    this.users = usersOf(program);
    this.touched = new Uint8Array(parameters + ops.length);
  }

  term(k: number): { readonly node: number; readonly constant: number } {
    return { node: whole(this.program.args, k), constant: real(this.program.constants, k) };
  }

  begin(position: Float64Array): void {
    const { program, values } = this;
    values.set(position);
    for (let n = 0; n < program.ops.length; n++) {
      if (whole(program.ops, n) === LOG_SUM_EXP) this.addUp(n);
      else compute(program, values, n);
    }
  }

  plan(changed: Iterable<number>): RevisionPlan {
    const { parameters, ops, starts, args } = this.program;
    const { touched, users } = this;
    const moving = [...new Set(changed)];
    const found = [...moving];
    for (const node of moving) touched[node] = 1;
    // Grows while it is gone through.
    for (let i = 0; i < found.length; i++)
      for (const user of users[found[i] ?? 0] ?? []) {
        if (touched[user] === 1) continue;
        touched[user] = 1;
        found.push(user);
      }
    const nodes = Int32Array.from(found.slice(moving.length)).sort();
    const plan = { starts: [0], terms: [] as number[] };
    for (const node of nodes) {
      const n = node - parameters;
      if (whole(ops, n) === LOG_SUM_EXP)
        for (let k = whole(starts, n); k < whole(starts, n + 1); k++)
          if (touched[whole(args, k)] === 1) plan.terms.push(k);
      plan.starts.push(plan.terms.length);
    }
    for (const node of found) touched[node] = 0;
    return {
      parameters: Int32Array.from(moving),
      nodes,
      starts: Int32Array.from(plan.starts),
      terms: Int32Array.from(plan.terms),
    };
  }

  keep({ parameters }: RevisionPlan): void {
    for (let i = 0; i < parameters.length; i++) {
      const at = whole(parameters, i);
      this.heldValues[at] = real(this.values, at);
    }
  }

  follow({ nodes, starts, terms }: RevisionPlan): void {
    const { program, values, heldValues } = this;
    for (let i = 0; i < nodes.length; i++) {
      const at = whole(nodes, i);
      const n = at - program.parameters;
      heldValues[at] = real(values, at);
      if (whole(program.ops, n) === LOG_SUM_EXP) this.replaceParts(n, terms, whole(starts, i), whole(starts, i + 1));
      else compute(program, values, n);
    }
  }

  undo({ parameters, nodes, starts, terms }: RevisionPlan): void {
    const { program, values, heldValues } = this;
    for (let i = 0; i < parameters.length; i++) {
      const at = whole(parameters, i);
      values[at] = real(heldValues, at);
    }
    for (let i = 0; i < nodes.length; i++) {
      const at = whole(nodes, i);
      const n = at - program.parameters;
      values[at] = real(heldValues, at);
      if (whole(program.ops, n) !== LOG_SUM_EXP) continue;
      this.sums[n] = real(this.heldSums, n);
      this.tops[n] = real(this.heldTops, n);
      if (this.anew[n] === 1) this.restoreAll(n);
      else
        for (let j = whole(starts, i); j < whole(starts, i + 1); j++) {
          const k = whole(terms, j);
          this.parts[k] = real(this.heldParts, k);
        }
    }
  }

  private replaceParts(n: number, terms: Int32Array, from: number, to: number): void {
    const { program, values, parts, heldParts } = this;
    const before = real(this.sums, n);
    const shift = real(this.shifts, n);
    let sum = before;
    for (let j = from; j < to; j++) {
      const k = whole(terms, j);
      const old = real(parts, k);
      const part = exponential(real(values, whole(program.args, k)) + real(program.constants, k) - shift);
      heldParts[k] = old;
      parts[k] = part;
      sum += part - old;
    }
    this.heldSums[n] = before;
    this.heldTops[n] = real(this.tops, n);
    if (sum > SHRUNK * real(this.tops, n) && sum < GROWN) {
      this.anew[n] = 0;
      this.sums[n] = sum;
      if (sum > real(this.tops, n)) this.tops[n] = sum;
      values[program.parameters + n] = shift + Math.log(sum);
      return;
    }
    for (let j = from; j < to; j++) {
      const k = whole(terms, j);
      parts[k] = real(heldParts, k);
    }
    this.heldShifts[n] = shift;
    this.anew[n] = 1;
    for (let k = whole(program.starts, n); k < whole(program.starts, n + 1); k++) heldParts[k] = real(parts, k);
    this.addUp(n);
  }

  private restoreAll(n: number): void {
    const { starts } = this.program;
    this.shifts[n] = real(this.heldShifts, n);
    for (let k = whole(starts, n); k < whole(starts, n + 1); k++) this.parts[k] = real(this.heldParts, k);
  }

  /** Adds a sum up from the values of all its parts, less the largest. */
  private addUp(n: number): void {
    const { program, values, parts } = this;
    const [from, to] = [whole(program.starts, n), whole(program.starts, n + 1)];
    let shift = Number.NEGATIVE_INFINITY;
    for (let k = from; k < to; k++)
      shift = Math.max(shift, real(values, whole(program.args, k)) + real(program.constants, k));
    let sum = 0;
    for (let k = from; k < to; k++) {
      const part = exponential(real(values, whole(program.args, k)) + real(program.constants, k) - shift);
      parts[k] = part;
      sum += part;
    }
    this.shifts[n] = shift;
    this.sums[n] = sum;
    this.tops[n] = sum;
    values[program.parameters + n] = shift + Math.log(sum);
  }
}
