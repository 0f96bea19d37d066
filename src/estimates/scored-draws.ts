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
  /** Of groups whose words may mean several measures, by their position: how probable each of these is at every draw. */
  readonly meant: ReadonlyMap<number, ReadonlyMap<string, Float64Array>>;
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
  const meant = measuresMeant(groups, draws.count);
  const priorLogs = new Float64Array(draws.count);
  const values = new Float64Array(tape.nodes);
  const value = (node: number): number => real(values, node);
  for (let row = 0; row < draws.count; row++) {
    values.set(draws.rows.subarray(row * draws.width, row * draws.width + tape.parameters));
    tape.forward(values);
    for (const [node, series] of nodes) series[row] = value(node);
    priorLogs[row] = priors.reduce((sum, term) => sum + priorTermLog(term, value(term.node)), 0);
    groups.forEach(({ group }, g) => {
      const [out, mean, log] = [terms[g], shares[g], logs[g]];
      if (!out || !mean || !log) return;
      for (let c = 0; c < out.length; c++) out[c] = componentLog(flat, values, whole(flat.start, g) + c);
      const total = logSum(out);
      log[row] = total;
      for (let c = 0; c < out.length; c++) mean[c] = real(mean, c) + Math.exp(real(out, c) - total) / draws.count;
      const series = meant.get(g);
      if (!series) return;
      group.components.forEach(({ target }, c) => {
        const one = series.get(group.targets[target]?.measure ?? "");
        if (one) one[row] = real(one, row) + Math.exp(real(out, c) - total);
      });
    });
  }
  return {
    count: draws.count,
    logs,
    shares,
    meant,
    priors: priorLogs,
    series(node) {
      const found = nodes.get(node);
      if (!found) throw new Error(`unknown node: ${node}`);
      return found;
    },
  };
}

/** Room for how probable each measure is that the words of a group may mean, where these are several. */
function measuresMeant(groups: Model["groups"], count: number): ReadonlyMap<number, ReadonlyMap<string, Float64Array>> {
  return new Map(
    groups.flatMap(({ group }, g) => {
      const measures = new Set(group.targets.map(({ measure }) => measure));
      if (measures.size < 2) return [];
      return [[g, new Map([...measures].map((measure) => [measure, new Float64Array(count)]))] as const];
    }),
  );
}
