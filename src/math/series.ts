import { type Diagnostics, diagnose, diagnoseOrdered } from "./diagnostics.ts";
import { exponential } from "./exponential.ts";
import { inOrder, orderOf } from "./order.ts";
import { real } from "./vector.ts";

/** Numbers in ascending order, and their exponentials. */
export interface Sorted {
  readonly sorted: Float64Array;
  readonly raised: Float64Array;
}

/** What is made of the draws of one quantity, plainly or faster. */
export interface SeriesKernel {
  sort(values: Float64Array): Sorted;
  /** The same, with how far chains agree whose draws stand one after another. */
  diagnose(values: Float64Array, chains: number): Sorted & Diagnostics;
}

/** Without any kernel. */
export const plainSeries: SeriesKernel = {
  sort: (values) => sortedBy(values, orderOf(values)),
  diagnose: (values, chains) => {
    const order = orderOf(values);
    return { ...sortedBy(values, order), ...settledOf(values, chains, order) };
  },
};

function sortedBy(values: Float64Array, order: Int32Array): Sorted {
  const sorted = inOrder(values, order);
  const raised = new Float64Array(sorted.length);
  for (let i = 0; i < sorted.length; i++) raised[i] = exponential(real(sorted, i));
  return { sorted, raised };
}

function settledOf(pooled: Float64Array, chains: number, order: Int32Array): Diagnostics {
  const length = pooled.length / chains;
  if (length % 2 === 0) return diagnoseOrdered(pooled, 2 * chains, order);
  // Halves of chains with an odd number of draws leave the one in the middle out, so they are ordered anew.
  return diagnose(Array.from({ length: chains }, (_, c) => pooled.subarray(c * length, (c + 1) * length)));
}
