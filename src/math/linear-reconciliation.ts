import { chiSquareQuantile } from "./chi-square.ts";
import { normalQuantile } from "./normal.ts";
import { dot, real } from "./vector.ts";

/** Measured numbers whose errors are normal, and the linear sums of them that must be nought. */
export interface LinearProblem {
  readonly measured: Float64Array;
  /** Of the errors, row by row. */
  readonly covariance: Float64Array;
  /** Each a row of coefficients. */
  readonly constraints: readonly Float64Array[];
}

/** The numbers that fit the constraints, nearest to the measured ones, and tests of whether these can all be right. */
export interface LinearReconciliation {
  readonly values: Float64Array;
  /** Of the values, row by row. */
  readonly covariance: Float64Array;
  /** What every constraint is off by, as measured. */
  readonly residuals: Float64Array;
  /** Whether all is right: chi-square with as many degrees of freedom as there are independent constraints. */
  readonly global: { readonly statistic: number; readonly degrees: number; readonly critical: number };
  /** Residuals in their standard deviations: which constraint does not hold. */
  readonly nodal: Float64Array;
  /** Adjustments in their standard deviations: which measurement is off; nought where nothing checks it. */
  readonly measurement: Float64Array;
  /** What one of so many passes with the probability of the level when all is right (Šidák 1967). */
  readonly measurementCritical: number;
}

const DEPENDENT = 1e-10;

/**
 * Linear data reconciliation: the x nearest to y (in Σ⁻¹) with A x = 0, x̂ = y − ΣAᵀ(AΣAᵀ)⁻¹A y, with the global, nodal and
 * measurement tests at a level (Narasimhan and Jordache 2000, chapters 3 and 7). Constraints that follow from others are no matter.
 * @example
 * [...reconcileLinear({ measured: Float64Array.of(1, 3), covariance: Float64Array.of(0.5, 0, 0, 0.5), constraints: [Float64Array.of(1, -1)] }).values] // => [2, 2]
 */
export function reconcileLinear(problem: LinearProblem, level = 0.05): LinearReconciliation {
  const { measured, covariance, constraints } = problem;
  const n = measured.length;
  if (covariance.length !== n * n || constraints.some((row) => row.length !== n))
    throw new Error(`invalid linear problem: ${n} numbers measured`);
  const spread = constraints.map((row) => times(covariance, row));
  const residuals = Float64Array.from(constraints, (row) => dot(row, measured));
  const deviations = Float64Array.from(constraints, (row, i) => Math.sqrt(dot(row, spread[i] ?? row)));
  // Rows made independent and of unit variance: r'V⁻¹r is then a sum of squares, and W = ΣA'V⁻¹AΣ a sum of outer products.
  const own = orthogonal(constraints, covariance);
  const scores = Float64Array.from(own, (row) => dot(row, measured));
  const reaches = own.map((row) => times(covariance, row));
  const values = Float64Array.from(measured);
  const reduced = Float64Array.from(covariance);
  const adjusted = new Float64Array(n);
  reaches.forEach((reach, k) => {
    for (let i = 0; i < n; i++) {
      values[i] = real(values, i) - real(scores, k) * real(reach, i);
      adjusted[i] = real(adjusted, i) + real(reach, i) ** 2;
      for (let j = 0; j < n; j++) reduced[i * n + j] = real(reduced, i * n + j) - real(reach, i) * real(reach, j);
    }
  });
  return {
    values,
    covariance: reduced,
    residuals,
    global: {
      statistic: dot(scores, scores),
      degrees: own.length,
      critical: own.length === 0 ? 0 : chiSquareQuantile(1 - level, own.length),
    },
    nodal: residuals.map((residual, i) => inDeviations(residual, real(deviations, i))),
    measurement: measured.map((y, i) => inDeviations(y - real(values, i), Math.sqrt(real(adjusted, i)))),
    measurementCritical: normalQuantile(0.5 + (1 - level) ** (1 / n) / 2),
  };
}

function inDeviations(value: number, deviation: number): number {
  return deviation > DEPENDENT ? Math.abs(value) / deviation : 0;
}

function times(matrix: Float64Array, row: Float64Array): Float64Array {
  const n = row.length;
  return row.map((_, i) => dot(matrix.subarray(i * n, (i + 1) * n), row));
}

/** Rows that span the constraints, uncorrelated and of unit variance under the covariance (Gram and Schmidt, each row twice). */
function orthogonal(constraints: readonly Float64Array[], covariance: Float64Array): readonly Float64Array[] {
  const found: Float64Array[] = [];
  for (const constraint of constraints) {
    const row = Float64Array.from(constraint);
    const before = dot(row, times(covariance, row));
    for (let pass = 0; pass < 2; pass++) {
      const spread = times(covariance, row);
      const shares = found.map((other) => dot(other, spread));
      found.forEach((other, k) => {
        for (let i = 0; i < row.length; i++) row[i] = real(row, i) - (shares[k] ?? 0) * real(other, i);
      });
    }
    const left = dot(row, times(covariance, row));
    if (left > DEPENDENT * before) found.push(row.map((value) => value / Math.sqrt(left)));
  }
  return found;
}
