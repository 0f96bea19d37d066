import type { GroupTerm } from "./model.ts";

/** The components of all groups side by side, for the hot loop. */
export interface FlatGroups {
  /** Where each group's components begin, and where the last end. */
  readonly start: Int32Array;
  readonly logWeight: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly node: Int32Array;
  /** Node of the spread between people, or -1. */
  readonly spreadNode: Int32Array;
  /** 0 for a value, 1 for a lower bound, -1 for an upper bound. */
  readonly side: Int32Array;
  /** What the same words say beside the value: its node, or -1, and whether it is a value or an upper bound (as `side`). */
  readonly secondNode: Int32Array;
  readonly secondMean: Float64Array;
  readonly secondVariance: Float64Array;
  readonly secondSide: Int32Array;
}

/**
 * The components of groups in flat arrays.
 * @example
 * flattenGroups([]).start.length // => 1
 */
export function flattenGroups(terms: readonly GroupTerm[]): FlatGroups {
  const components = terms.flatMap((term) => term.group.components.map((component) => ({ term, component })));
  const start = new Int32Array(terms.length + 1);
  terms.forEach((term, g) => {
    start[g + 1] = (start[g] ?? 0) + term.group.components.length;
  });
  return {
    start,
    logWeight: Float64Array.from(components, ({ component }) => component.logWeight),
    mean: Float64Array.from(components, ({ component }) => component.mean),
    variance: Float64Array.from(components, ({ component }) => component.variance),
    node: Int32Array.from(components, ({ term, component }) => term.nodes[component.target] ?? -1),
    spreadNode: Int32Array.from(components, ({ term }) => term.spreadNode ?? -1),
    side: Int32Array.from(components, ({ term }) => sideOf(term.group.form)),
    secondNode: Int32Array.from(components, ({ term, component }) => term.second?.nodes[component.target] ?? -1),
    secondMean: Float64Array.from(components, ({ component }) => component.second?.mean ?? 0),
    secondVariance: Float64Array.from(components, ({ component }) => component.second?.variance ?? 1),
    secondSide: Int32Array.from(components, ({ term }) => sideOf(term.second?.form ?? "value")),
  };
}

function sideOf(form: GroupTerm["group"]["form"]): number {
  if (form === "lower bound") return 1;
  return form === "upper bound" ? -1 : 0;
}
