import type { EvidenceGroup } from "../../src/estimates/evidence-group.ts";
import type { Model } from "../../src/estimates/model.ts";
import { reconcileLinear } from "../../src/math/linear-reconciliation.ts";
import { normalLogCdf } from "../../src/math/normal.ts";

/** A quantity as a constant and coefficients of parameters that are standard normal a priori. */
export interface LinearQuantity {
  readonly constant: number;
  readonly coefficients: readonly number[];
}

interface Hump {
  readonly weight: number;
  readonly mean: number;
  readonly sd: number;
}

/** The exact posterior of linear quantities: a mixture with one normal for every choice of a state of every group. */
export interface ExactPosterior {
  readonly humps: ReadonlyMap<string, readonly Hump[]>;
  /** Probability, group by group, that its root is a gross error or miscopied. */
  readonly conflicts: readonly number[];
}

/**
 * Given one state of every group, claims and parameters are measured numbers under linear constraints: least squares gives their
 * posterior, and the density of the claims the state's weight. All states are gone through.
 */
export function exactPosterior(
  model: Model,
  quantities: ReadonlyMap<string, LinearQuantity>,
  about: (group: EvidenceGroup) => LinearQuantity,
): ExactPosterior {
  const groups = model.groups.map(({ group }) => group);
  const combinations = groups.reduce<readonly (readonly number[])[]>(
    (made, group) => made.flatMap((chosen) => group.components.map((_, k) => [...chosen, k])),
    [[]],
  );
  const found = combinations.map((chosen) => givenStates(groups, chosen, quantities, about));
  const largest = Math.max(...found.map(({ log }) => log));
  const total = found.reduce((sum, { log }) => sum + Math.exp(log - largest), 0);
  const weights = found.map(({ log }) => Math.exp(log - largest) / total);
  const humps = [...quantities.keys()].map(
    (id, q) =>
      [id, found.map(({ normals }, k) => ({ weight: weights[k] ?? 0, mean: 0, sd: 0, ...normals[q] }))] as const,
  );
  const conflicts = groups.map((group, g) =>
    combinations.reduce((sum, chosen, k) => {
      const state = group.components[chosen[g] ?? 0];
      return state?.gross || state?.miscopied !== 0 ? sum + (weights[k] ?? 0) : sum;
    }, 0),
  );
  return { humps: new Map(humps), conflicts };
}

function givenStates(
  groups: readonly EvidenceGroup[],
  chosen: readonly number[],
  quantities: ReadonlyMap<string, LinearQuantity>,
  about: (group: EvidenceGroup) => LinearQuantity,
) {
  const states = groups.flatMap((group, g) => group.components[chosen[g] ?? 0] ?? []);
  const forms = groups.map(about);
  const asked = [...quantities.values()];
  const free = forms[0]?.coefficients.length ?? 0;
  const size = free + states.length;
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) covariance[i * size + i] = i < free ? 1 : (states[i - free]?.variance ?? 1);
  const measured = Float64Array.from({ length: size }, (_, i) =>
    i < free ? 0 : (states[i - free]?.mean ?? 0) - (forms[i - free]?.constant ?? 0),
  );
  const constraints = forms.map((form, g) =>
    Float64Array.from({ length: size }, (_, i) => (i < free ? (form.coefficients[i] ?? 0) : i === free + g ? -1 : 0)),
  );
  const { values, covariance: left, global } = reconcileLinear({ measured, covariance, constraints });
  const normals = asked.map(({ constant, coefficients }) => {
    const mean = coefficients.reduce((sum, one, i) => sum + one * (values[i] ?? 0), constant);
    let square = 0;
    coefficients.forEach((a, i) => {
      coefficients.forEach((b, j) => {
        square += a * b * (left[i * size + j] ?? 0);
      });
    });
    return { mean, sd: Math.sqrt(square) };
  });
  // The claims' density is that of the residuals: normal with variance V, whose exponent is half the global test.
  const weight = states.reduce((sum, state) => sum + state.logWeight, 0);
  return { log: weight - global.statistic / 2 - logDeterminant(constraints, covariance) / 2, normals };
}

/** The log determinant of A Σ A' by Gaussian elimination, Σ diagonal. */
function logDeterminant(constraints: readonly Float64Array[], covariance: Float64Array): number {
  const rows = constraints.map((a) =>
    constraints.map((b) => a.reduce((sum, one, i) => sum + one * (b[i] ?? 0) * (covariance[i * a.length + i] ?? 0), 0)),
  );
  let log = 0;
  for (let k = 0; k < rows.length; k++) {
    const pivot = rows[k]?.[k] ?? Number.NaN;
    log += Math.log(pivot);
    for (const row of rows.slice(k + 1)) {
      const share = (row[k] ?? 0) / pivot;
      for (let j = k; j < rows.length; j++) row[j] = (row[j] ?? 0) - share * (rows[k]?.[j] ?? 0);
    }
  }
  return log;
}

/** Mean and standard deviation of a mixture. */
export function momentsOfHumps(humps: readonly Hump[]): { readonly mean: number; readonly sd: number } {
  const mean = humps.reduce((sum, one) => sum + one.weight * one.mean, 0);
  const square = humps.reduce((sum, one) => sum + one.weight * (one.sd ** 2 + (one.mean - mean) ** 2), 0);
  return { mean, sd: Math.sqrt(square) };
}

/** The mass of a mixture below a point. */
export function massBelow(humps: readonly Hump[], point: number): number {
  return humps.reduce((sum, one) => sum + one.weight * Math.exp(normalLogCdf((point - one.mean) / one.sd)), 0);
}
