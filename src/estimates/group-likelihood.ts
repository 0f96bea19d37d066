import { normalLogCdf, normalLogDensity } from "../math/normal.ts";
import { real } from "../math/vector.ts";
import type { Component } from "./evidence-group.ts";
import type { GroupTerm } from "./model.ts";

/** Looks up the value of a node of the tape. */
export type NodeValue = (node: number) => number;

/**
 * The variance of a component at given values: its own, and the spread between people where one person's number is told.
 * @example
 * varianceAt({ spreadNode: 0 }, { variance: 1 }, () => 2) // => 5
 */
export function varianceAt(
  term: Pick<GroupTerm, "spreadNode">,
  component: Pick<Component, "variance">,
  value: NodeValue,
): number {
  return component.variance + (term.spreadNode === undefined ? 0 : value(term.spreadNode) ** 2);
}

/**
 * Log of what one component of a group gives at given values: a normal density, or the chance that a bound holds.
 * @example
 * componentLog({ group: { form: "lower bound" }, nodes: [0] }, { logWeight: 0, target: 0, mean: 1, variance: 1 }, () => 1).toFixed(3) // => "-0.693"
 */
export function componentLog(
  term: Pick<GroupTerm, "nodes" | "spreadNode"> & { readonly group: Pick<GroupTerm["group"], "form"> },
  component: Component,
  value: NodeValue,
): number {
  const at = value(term.nodes[component.target] ?? -1);
  const variance = varianceAt(term, component, value);
  const { form } = term.group;
  if (form === "lower bound" || form === "upper bound") {
    const side = form === "lower bound" ? 1 : -1;
    return component.logWeight + normalLogCdf((side * (at - component.mean)) / Math.sqrt(variance));
  }
  return component.logWeight + normalLogDensity(at, component.mean, variance);
}

/**
 * Log of a sum, from the logs of what is summed.
 * @example
 * logSum(Float64Array.of(0, 0)).toFixed(3) // => "0.693"
 */
export function logSum(logs: Float64Array): number {
  const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  if (largest === Number.NEGATIVE_INFINITY) return largest;
  let sum = 0;
  for (let i = 0; i < logs.length; i++) sum += Math.exp(real(logs, i) - largest);
  return largest + Math.log(sum);
}
