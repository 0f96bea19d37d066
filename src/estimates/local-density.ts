import { real, whole } from "../math/vector.ts";
import { componentLog, type FlatGroups } from "./flat-groups.ts";
import { type Model, parameterLog, priorTermLog } from "./model.ts";

/** A direction in which a few parameters move, and everything on the tape that moves with them. */
export interface LocalLine {
  /** Parameters of the account, and how far each moves for a move of one. */
  readonly parameters: Int32Array;
  readonly amounts: Float64Array;
}

/** What a move along some lines changes: nodes of the tape, groups, priors on totals. */
export interface LocalReach {
  readonly parameters: Int32Array;
  readonly nodes: Int32Array;
  readonly groups: Int32Array;
  readonly priors: Int32Array;
  /** What it takes to compute it again: nodes and components together. */
  readonly cost: number;
}

/**
 * The log density with the components of all groups summed out, kept up to date under small moves: only what a move reaches is
 * computed again. It owns its buffers: one per chain.
 */
export class LocalDensity {
  readonly values: Float64Array;
  private readonly model: Model;
  private readonly flat: FlatGroups;
  private readonly groupLogs: Float64Array;
  private readonly heldValues: Float64Array;
  private readonly heldLogs: Float64Array;
  /** What the likeliest component of each group says of its words. */
  private readonly verdicts: Int32Array;
  private readonly heldVerdicts: Int32Array;
  /** How many groups the last move gave another verdict. */
  turned = 0;

  constructor(model: Model, flat: FlatGroups) {
    this.model = model;
    this.flat = flat;
    this.values = new Float64Array(model.tape.nodes);
    this.groupLogs = new Float64Array(model.groups.length);
    this.heldValues = new Float64Array(model.tape.nodes);
    this.heldLogs = new Float64Array(model.groups.length);
    this.verdicts = new Int32Array(model.groups.length);
    this.heldVerdicts = new Int32Array(model.groups.length);
  }

  /** Takes up a position of all parameters of the account. */
  begin(position: Float64Array): void {
    this.values.set(position);
    this.model.tape.forward(this.values);
    for (let g = 0; g < this.groupLogs.length; g++) this.groupLogs[g] = this.logOfGroup(g);
  }

  /** What moves along some lines reach. */
  reach(lines: readonly LocalLine[]): LocalReach {
    const parameters = [...new Set(lines.flatMap((line) => [...line.parameters]))];
    const nodes = this.model.tape.dependents(parameters);
    const touched = new Set([...parameters, ...nodes]);
    const { flat, model } = this;
    const held = [flat.node, flat.spreadNode, flat.secondNode];
    const groups = [...model.groups.keys()].filter((g) => {
      for (let c = whole(flat.start, g); c < whole(flat.start, g + 1); c++)
        if (held.some((nodes) => touched.has(whole(nodes, c)))) return true;
      return false;
    });
    const priors = [...model.priors.keys()].filter((k) => touched.has(model.priors[k]?.node ?? -1));
    return {
      parameters: Int32Array.from(parameters),
      nodes,
      groups: Int32Array.from(groups),
      priors: Int32Array.from(priors),
      cost: nodes.length + groups.reduce((sum, g) => sum + whole(flat.start, g + 1) - whole(flat.start, g), 1),
    };
  }

  /** Moves along lines by amounts; gives the change of the log density. `undo` takes the last move back. */
  move(reach: LocalReach, lines: readonly LocalLine[], by: readonly number[]): number {
    const { values, heldValues, heldLogs, groupLogs, model } = this;
    let change = -this.logPriors(reach);
    this.hold(reach, values, heldValues);
    lines.forEach((line, k) => {
      for (let i = 0; i < line.parameters.length; i++) {
        const at = whole(line.parameters, i);
        values[at] = real(values, at) + real(line.amounts, i) * (by[k] ?? 0);
      }
    });
    model.tape.forwardOnly(values, reach.nodes);
    change += this.logPriors(reach);
    this.turned = 0;
    for (let i = 0; i < reach.groups.length; i++) {
      const g = whole(reach.groups, i);
      const before = real(groupLogs, g);
      const verdict = whole(this.verdicts, g);
      const after = this.logOfGroup(g);
      heldLogs[g] = before;
      this.heldVerdicts[g] = verdict;
      if (verdict !== whole(this.verdicts, g)) this.turned++;
      groupLogs[g] = after;
      change += after - before;
    }
    return change;
  }

  undo(reach: LocalReach): void {
    this.hold(reach, this.heldValues, this.values);
    for (let i = 0; i < reach.groups.length; i++) {
      const g = whole(reach.groups, i);
      this.groupLogs[g] = real(this.heldLogs, g);
      this.verdicts[g] = whole(this.heldVerdicts, g);
    }
  }

  private hold(reach: LocalReach, from: Float64Array, to: Float64Array): void {
    for (let i = 0; i < reach.parameters.length; i++) {
      const at = whole(reach.parameters, i);
      to[at] = real(from, at);
    }
    for (let i = 0; i < reach.nodes.length; i++) {
      const at = whole(reach.nodes, i);
      to[at] = real(from, at);
    }
  }

  private logPriors(reach: LocalReach): number {
    const { model, values } = this;
    let log = 0;
    for (let i = 0; i < reach.parameters.length; i++) {
      const at = whole(reach.parameters, i);
      log += parameterLog(real(values, at), model.parameters.isStep[at] === 1);
    }
    for (let i = 0; i < reach.priors.length; i++) {
      const term = model.priors[whole(reach.priors, i)];
      if (term) log += priorTermLog(term, real(values, term.node));
    }
    return log;
  }

  private logOfGroup(g: number): number {
    const { start } = this.flat;
    const from = whole(start, g);
    const to = whole(start, g + 1);
    let largest = componentLog(this.flat, this.values, from);
    let sum = 1;
    let likeliest = from;
    for (let c = from + 1; c < to; c++) {
      const log = componentLog(this.flat, this.values, c);
      if (log > largest) {
        sum = log - largest > 40 ? 1 : sum * Math.exp(largest - log) + 1;
        largest = log;
        likeliest = c;
      } else if (log - largest > -40) sum += Math.exp(log - largest);
    }
    this.verdicts[g] = whole(this.flat.verdict, likeliest);
    return sum === 1 ? largest : largest + Math.log(sum);
  }
}
