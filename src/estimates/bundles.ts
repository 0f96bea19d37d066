import { logSum } from "../math/log-sum.ts";
import { Tabulated } from "../math/tabulated.ts";
import { real, whole } from "../math/vector.ts";
import { componentLog, type FlatGroups } from "./flat-groups.ts";

/** Groups that are all held against one node and nothing else: what they come to together hangs on one number, and is looked up. */
export interface Bundle {
  readonly node: number;
  readonly groups: readonly number[];
  /** The log of the product of all of them, each with its components summed out, at a value of the node. */
  readonly log: Tabulated;
}

/** Fewer components than this are as soon computed as looked up. */
const LEAST_COMPONENTS = 4;
/** The narrowest component is so many cells wide, in standard deviations. */
const CELLS_PER_DEVIATION = 8;
/** A table goes so many of the narrowest standard deviations beyond what is said. */
const BEYOND = 8;
/** No table is longer: a claim that is so precise beside how far claims are apart is left to itself. */
const MOST_CELLS = 8192;

/**
 * The bundles of groups, each group in one at most.
 * @example
 * bundleGroups({ start: Int32Array.of(0), node: Int32Array.of() }) // => []
 */
export function bundleGroups(flat: FlatGroups): readonly Bundle[] {
  const byNode = new Map<number, number[]>();
  for (let g = 0; g + 1 < flat.start.length; g++) {
    const node = onlyNode(flat, g);
    if (node !== undefined) byNode.set(node, [...(byNode.get(node) ?? []), g]);
  }
  return [...byNode].flatMap(([node, groups]) => {
    const components = groups.flatMap((g) => componentsOf(flat, g));
    const table = tableFor(flat, components);
    if (components.length < LEAST_COMPONENTS || table.cells > MOST_CELLS) return [];
    const values = new Float64Array(node + 1);
    const log = (value: number): number => {
      values[node] = value;
      return groups.reduce((sum, g) => sum + groupLog(flat, values, g), 0);
    };
    return [{ node, groups, log: new Tabulated(log, table) }];
  });
}

/** The node that a group is held against, where it is held against nothing else. */
function onlyNode({ start, node, spreadNode, secondNode }: FlatGroups, g: number): number | undefined {
  const first = whole(node, whole(start, g));
  for (let c = whole(start, g); c < whole(start, g + 1); c++)
    if (whole(node, c) !== first || whole(spreadNode, c) >= 0 || whole(secondNode, c) >= 0) return undefined;
  return first;
}

function componentsOf({ start }: FlatGroups, g: number): readonly number[] {
  return Array.from({ length: whole(start, g + 1) - whole(start, g) }, (_, k) => whole(start, g) + k);
}

function tableFor({ mean, variance }: FlatGroups, components: readonly number[]) {
  const means = components.map((c) => real(mean, c));
  const narrowest = Math.sqrt(Math.min(...components.map((c) => real(variance, c))));
  const from = Math.min(...means) - BEYOND * narrowest;
  const to = Math.max(...means) + BEYOND * narrowest;
  return { from, to, cells: Math.ceil((CELLS_PER_DEVIATION * (to - from)) / narrowest) };
}

/** The log of the sum of a group's components. */
function groupLog(flat: FlatGroups, values: Float64Array, g: number): number {
  return logSum(Float64Array.from(componentsOf(flat, g), (c) => componentLog(flat, values, c)));
}
