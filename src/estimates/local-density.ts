import type { RevisionPlan, TapeRevision } from "../math/tape-revision.ts";
import { real, whole } from "../math/vector.ts";
import type { Bundle } from "./bundles.ts";
import { Factors } from "./factors.ts";
import type { FlatGroups } from "./flat-groups.ts";
import { type Model, nodesOfTerm, parameterLog, priorTermLog } from "./model.ts";
import type { LocalLine, LocalReach, MovingDensity } from "./moving-density.ts";

/**
 * The log density with the components of all groups summed out, kept up to date under small moves: only what a move reaches is
 * computed again. It owns its buffers: one per chain.
 */
export class LocalDensity implements MovingDensity {
  readonly values: Float64Array;
  private readonly model: Model;
  private readonly revision: TapeRevision;
  private readonly factors: Factors;
  private readonly heldLargest: Float64Array;
  private readonly heldSums: Float64Array;
  /** The logs of the priors of parameters, and of those on totals. */
  private readonly parameterLogs: Float64Array;
  private readonly heldParameterLogs: Float64Array;
  private readonly priorLogs: Float64Array;
  private readonly heldPriorLogs: Float64Array;
  /** What is held against each node, and its groups where they are no crowd. */
  private readonly factorsAt: ReadonlyMap<number, readonly number[]>;
  private readonly groupsAt: ReadonlyMap<number, readonly number[]>;
  private readonly fewAt: ReadonlyMap<number, readonly number[]>;
  private readonly priorsAt: ReadonlyMap<number, readonly number[]>;
  /** How many factors of its reach the last move computed. */
  private computed = 0;
  /** What the last move took to compute: one for each node, part of a sum and component, more for what is dearer. */
  cost = 0;

  constructor(model: Model, flat: FlatGroups, bundles: readonly Bundle[] = []) {
    this.model = model;
    this.revision = model.tape.revise();
    this.values = this.revision.values;
    this.factors = new Factors(flat, bundles, this.values);
    this.heldLargest = new Float64Array(this.factors.largest.length);
    this.heldSums = new Float64Array(this.factors.largest.length);
    this.parameterLogs = new Float64Array(model.tape.parameters);
    this.heldParameterLogs = new Float64Array(model.tape.parameters);
    this.priorLogs = new Float64Array(model.priors.length);
    this.heldPriorLogs = new Float64Array(model.priors.length);
    this.groupsAt = byNode(model.groups.map(nodesOfTerm));
    this.factorsAt = new Map([...this.groupsAt].map(([node, groups]) => [node, this.factors.of(groups)]));
    this.fewAt = new Map([...this.groupsAt].filter(([, groups]) => groups.length <= CROWD));
    this.priorsAt = byNode(model.priors.map(({ node }) => [node]));
  }

  /** Takes up a position of all parameters of the account. */
  begin(position: Float64Array): void {
    this.revision.begin(position);
    for (let i = 0; i < this.parameterLogs.length; i++) this.parameterLogs[i] = this.parameterLog(i);
    for (let k = 0; k < this.priorLogs.length; k++) this.priorLogs[k] = this.priorLog(k);
    this.factors.computeAll();
  }

  /** What moves along some lines reach. */
  reach(lines: readonly LocalLine[]): LocalReach {
    const plan = this.revision.plan(lines.flatMap((line) => [...line.parameters]));
    const factors = heldAgainst(plan, this.factorsAt).reverse();
    const priors = heldAgainst(plan, this.priorsAt);
    const own = lines.flatMap(({ node }) => (node === undefined ? [] : (this.groupsAt.get(node) ?? [])));
    const groups = Int32Array.from(new Set([...own, ...heldAgainst(plan, this.fewAt)])).sort();
    const cost = factors.reduce((sum, f) => sum + real(this.factors.costs, f), costWithoutFactors({ plan, priors }));
    return { plan, groups, factors, priors, cost };
  }

  /**
   * Moves along lines by amounts; gives the change of the log density, or −∞ as soon as it is sure to be less than `least`.
   * `undo` takes the last move back.
   */
  move(
    reach: LocalReach,
    lines: readonly LocalLine[],
    by: ArrayLike<number>,
    least = Number.NEGATIVE_INFINITY,
  ): number {
    const { largest, sums, peaks, costs } = this.factors;
    this.revision.keep(reach.plan);
    for (let k = 0; k < lines.length; k++) {
      const line = lines[k];
      if (line) moveAlong(line, this.values, by[k] ?? 0);
    }
    this.revision.follow(reach.plan);
    let change = this.changeOfPriors(reach);
    let room = this.factors.room(reach.factors);
    let ratio = 1;
    let i = 0;
    let cost = costWithoutFactors(reach);
    // The logarithm is taken only where the move seems lost without it.
    for (; i < reach.factors.length && (change + room >= least || change + room + Math.log(ratio) >= least); i++) {
      const f = whole(reach.factors, i);
      const before = real(largest, f);
      const sum = real(sums, f);
      this.heldLargest[f] = before;
      this.heldSums[f] = sum;
      this.factors.compute(f);
      cost += real(costs, f);
      change += real(largest, f) - before;
      room -= real(peaks, f) - before;
      ratio *= real(sums, f) / sum;
      if (ratio > FAR || ratio < 1 / FAR) {
        change += Math.log(ratio);
        ratio = 1;
      }
    }
    this.computed = i;
    this.cost = cost;
    return i < reach.factors.length ? Number.NEGATIVE_INFINITY : change + Math.log(ratio);
  }

  undo(reach: LocalReach): void {
    this.revision.undo(reach.plan);
    this.undoPriors(reach);
    for (let i = 0; i < this.computed; i++) {
      const f = whole(reach.factors, i);
      this.factors.largest[f] = real(this.heldLargest, f);
      this.factors.sums[f] = real(this.heldSums, f);
    }
  }

  /** How probable it is, where the account is now, that nothing is wrong with the words of a group. */
  right(g: number): number {
    return this.factors.right(g);
  }

  private changeOfPriors({ plan: { parameters }, priors }: LocalReach): number {
    let change = 0;
    for (let i = 0; i < parameters.length; i++) {
      const at = whole(parameters, i);
      const before = real(this.parameterLogs, at);
      const after = this.parameterLog(at);
      this.heldParameterLogs[at] = before;
      this.parameterLogs[at] = after;
      change += after - before;
    }
    for (let i = 0; i < priors.length; i++) {
      const k = whole(priors, i);
      const before = real(this.priorLogs, k);
      const after = this.priorLog(k);
      this.heldPriorLogs[k] = before;
      this.priorLogs[k] = after;
      change += after - before;
    }
    return change;
  }

  private undoPriors({ plan: { parameters }, priors }: LocalReach): void {
    for (let i = 0; i < parameters.length; i++) {
      const at = whole(parameters, i);
      this.parameterLogs[at] = real(this.heldParameterLogs, at);
    }
    for (let i = 0; i < priors.length; i++) {
      const k = whole(priors, i);
      this.priorLogs[k] = real(this.heldPriorLogs, k);
    }
  }

  private parameterLog(at: number): number {
    return parameterLog(real(this.values, at), this.model.parameters.isStep[at] === 1);
  }

  private priorLog(k: number): number {
    const term = this.model.priors[k];
    return term ? priorTermLog(term, real(this.values, term.node)) : 0;
  }
}

/** More groups than this at a node, as there may be at a total, agree on it: what moves one part of it turns few of them, and to watch them all would cost more than the move. */
const CROWD = 8;

/** A product of sums is put into its logarithm before it gets larger than this, or as small. */
const FAR = 1e200;

/** What a move costs however little it computes, and what a prior on a total costs, in nodes. */
const [OF_MOVE, OF_PRIOR] = [16, 4];

/** What of a reach takes time whether or not any claim is reached. */
interface CostlyReach {
  readonly plan: Pick<RevisionPlan, "nodes" | "terms">;
  readonly priors: Int32Array;
}

/**
 * What it takes to move at all, without any factor.
 * @example
 * costWithoutFactors({ plan: { nodes: Int32Array.of(3), terms: Int32Array.of() }, priors: Int32Array.of() }) // => 17
 */
export function costWithoutFactors({ plan: { nodes, terms }, priors }: CostlyReach): number {
  return OF_MOVE + nodes.length + terms.length + OF_PRIOR * priors.length;
}

function moveAlong({ parameters, amounts }: LocalLine, values: Float64Array, by: number): void {
  for (let i = 0; i < parameters.length; i++) {
    const at = whole(parameters, i);
    values[at] = real(values, at) + real(amounts, i) * by;
  }
}

/** The positions in a list of those that name each node. */
function byNode(named: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  named.forEach((nodes, at) => {
    for (const node of new Set(nodes)) found.set(node, [...(found.get(node) ?? []), at]);
  });
  return found;
}

/** What is held against the nodes and parameters of a plan, each once and in order. */
function heldAgainst({ parameters, nodes }: RevisionPlan, at: ReadonlyMap<number, readonly number[]>): Int32Array {
  const found = new Set<number>();
  for (const list of [parameters, nodes]) for (const node of list) for (const one of at.get(node) ?? []) found.add(one);
  return Int32Array.from(found).sort();
}
