import { type LinearProblem, type LinearReconciliation, reconcileLinear } from "./linear-reconciliation.ts";
import { dot, real } from "./vector.ts";

/** Which measurements had to go until the others agreed, and what is left of them. */
export interface SerialElimination {
  /** Positions of the dropped measurements, the worst first. */
  readonly dropped: readonly number[];
  /** Of what is left; a dropped measurement has no part in it. */
  readonly reconciliation: LinearReconciliation;
  /** All values: those of dropped measurements follow from the constraints, NaN where nothing gives them. */
  readonly values: Float64Array;
}

/**
 * Serial elimination: while some measurement passes its critical value, the worst is dropped and the rest reconciled anew
 * (Serth and Heenan 1986). A dropped number is unknown: one constraint is spent on it.
 * @example
 * eliminateSerially({ measured: Float64Array.of(1, 1.1, 9), covariance: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), constraints: [Float64Array.of(1, -1, 0), Float64Array.of(1, 0, -1)] }).dropped // => [2]
 */
export function eliminateSerially(problem: LinearProblem, level = 0.05): SerialElimination {
  const spent: { readonly at: number; readonly row: Float64Array | undefined }[] = [];
  let left = problem;
  for (;;) {
    const reconciliation = reconcileLinear(left, level);
    const at = worst(reconciliation);
    if (at === undefined) return { ...filled(reconciliation, spent), reconciliation };
    const { constraints, row } = without(left.constraints, at);
    spent.push({ at, row });
    left = { ...left, constraints };
  }
}

function worst({ measurement, measurementCritical }: LinearReconciliation): number | undefined {
  const largest = Math.max(...measurement);
  return largest > measurementCritical ? measurement.indexOf(largest) : undefined;
}

/** The constraints that say nothing of one number, and the one that was spent to free the others of it. */
function without(
  constraints: readonly Float64Array[],
  at: number,
): { readonly constraints: readonly Float64Array[]; readonly row: Float64Array | undefined } {
  const sizes = constraints.map((row) => Math.abs(real(row, at)));
  const pivot = sizes.indexOf(Math.max(...sizes));
  const row = constraints[pivot];
  if (row === undefined || sizes[pivot] === 0) return { constraints, row: undefined };
  const others = constraints.filter((_, i) => i !== pivot);
  const free = others.map((other) => {
    const share = real(other, at) / real(row, at);
    return other.map((value, i) => (i === at ? 0 : value - share * real(row, i)));
  });
  return { constraints: free.filter((other) => other.some((value) => Math.abs(value) > 1e-12)), row };
}

function filled(
  { values }: LinearReconciliation,
  spent: readonly { readonly at: number; readonly row: Float64Array | undefined }[],
): Pick<SerialElimination, "dropped" | "values"> {
  const all = Float64Array.from(values);
  for (const { at, row } of spent.toReversed()) {
    all[at] = 0;
    all[at] = row === undefined ? Number.NaN : -dot(row, all) / real(row, at);
  }
  return { dropped: spent.map(({ at }) => at), values: all };
}
