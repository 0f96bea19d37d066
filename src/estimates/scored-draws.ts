import { logSum } from "../math/log-sum.ts";
import { real, whole } from "../math/vector.ts";
import { componentLog, flattenGroups } from "./flat-groups.ts";
import { type Model, nodesOfTerm, priorTermLog } from "./model.ts";
import type { ThinnedDraws } from "./thinned-draws.ts";

/** What every draw gives to every group of evidence: one pass over the draws, shared by all later questions. */
export interface ScoredDraws {
  readonly count: number;
  /** Group by group, the log of its chance at every draw. */
  readonly logs: readonly Float64Array[];
  /** Group by group, the mean probability of each of its components. */
  readonly shares: readonly Float64Array[];
  /** Sum of the logs of the stated priors on totals at every draw. */
  readonly priors: Float64Array;
  /** Values of a node that some group is held against, at every draw. */
  series(node: number): Float64Array;
}

/**
 * Draws held against the groups of a model.
 * @example
 * scoreDraws({ groups: [], priors: [], tape: { nodes: 0, parameters: 0, forward() {} } }, { width: 0, count: 0, rows: new Float64Array() }).count // => 0
 */
export function scoreDraws(model: Model, draws: ThinnedDraws): ScoredDraws {
  const { tape, groups, priors } = model;
  const nodes = new Map<number, Float64Array>();
  for (const term of groups) {
    for (const node of nodesOfTerm(term)) if (!nodes.has(node)) nodes.set(node, new Float64Array(draws.count));
  }
  const flat = flattenGroups(groups);
  const logs = groups.map(() => new Float64Array(draws.count));
  const terms = groups.map((term) => new Float64Array(term.group.components.length));
  const shares = terms.map((list) => new Float64Array(list.length));
  const priorLogs = new Float64Array(draws.count);
  const values = new Float64Array(tape.nodes);
  const value = (node: number): number => real(values, node);
  for (let row = 0; row < draws.count; row++) {
    values.set(draws.rows.subarray(row * draws.width, row * draws.width + tape.parameters));
    tape.forward(values);
    for (const [node, series] of nodes) series[row] = value(node);
    priorLogs[row] = priors.reduce((sum, term) => sum + priorTermLog(term, value(term.node)), 0);
    groups.forEach((_, g) => {
      const [out, mean, log] = [terms[g], shares[g], logs[g]];
      if (!out || !mean || !log) return;
      for (let c = 0; c < out.length; c++) out[c] = componentLog(flat, values, whole(flat.start, g) + c);
      const total = logSum(out);
      log[row] = total;
      for (let c = 0; c < out.length; c++) mean[c] = real(mean, c) + Math.exp(real(out, c) - total) / draws.count;
    });
  }
  return {
    count: draws.count,
    logs,
    shares,
    priors: priorLogs,
    series(node) {
      const found = nodes.get(node);
      if (!found) throw new Error(`unknown node: ${node}`);
      return found;
    },
  };
}
