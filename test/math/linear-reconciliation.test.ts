import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LinearProblem, reconcileLinear } from "../../src/math/linear-reconciliation.ts";
import { eliminateSerially } from "../../src/math/serial-elimination.ts";

/** A heat exchanger with a bypass (Narasimhan and Jordache 2000): 1 = 2 + 3, 2 = 4, 3 = 5, 4 + 5 = 6, all standard deviations 1. */
const NODES = [
  [1, -1, -1, 0, 0, 0],
  [0, 1, 0, -1, 0, 0],
  [0, 0, 1, 0, -1, 0],
  [0, 0, 0, 1, 1, -1],
];

function exchanger(second: number): LinearProblem {
  return {
    measured: Float64Array.of(101.91, second, 34.65, 64.2, 36.44, 98.88),
    covariance: Float64Array.from({ length: 36 }, (_, k) => (k % 7 === 0 ? 1 : 0)),
    constraints: NODES.map((row) => Float64Array.from(row)),
  };
}

const digits = (values: Float64Array, places: number): readonly number[] =>
  Array.from(values, (value) => Number(value.toFixed(places)));

describe("reconcileLinear(the heat exchanger)", () => {
  test("[E41] gives the published values, residuals and global test", () => {
    const { values, residuals, global } = reconcileLinear(exchanger(64.45));
    expect(digits(values, 2)).toEqual([100.22, 64.5, 35.72, 64.5, 35.72, 100.22]);
    expect(digits(residuals, 2)).toEqual([2.81, 0.25, -1.79, 1.76]);
    expect(global.statistic).toBeCloseTo(6.4075, 4);
    expect(global.degrees).toBe(4);
    expect(global.critical).toBeCloseTo(9.4877, 4);
  });

  test("[E41] finds the gross error in stream 2: global, nodal and measurement tests", () => {
    const { residuals, global, nodal, measurement, measurementCritical } = reconcileLinear(exchanger(68.45));
    expect(digits(residuals, 2)).toEqual([-1.19, 4.25, -1.79, 1.76]);
    expect(global.statistic).toBeCloseTo(16.674, 3);
    expect(digits(nodal, 3)).toEqual([0.687, 3.005, 1.266, 1.016]);
    expect(digits(measurement, 3)).toEqual([1.253, 3.205, 0.494, 2, 1.698, 2.458]);
    expect(measurementCritical).toBeCloseTo(2.631, 3);
  });
});

describe("reconcileLinear(problem)", () => {
  test("is not moved by a constraint that follows from others", () => {
    const problem = exchanger(68.45);
    const whole = Float64Array.of(1, 0, 0, 0, 0, -1);
    const more = reconcileLinear({ ...problem, constraints: [...problem.constraints, whole] });
    const { values, global } = reconcileLinear(problem);
    expect(digits(more.values, 10)).toEqual(digits(values, 10));
    expect(more.global.degrees).toBe(4);
    expect(more.global.statistic).toBeCloseTo(global.statistic, 10);
  });

  test("fits every constraint, and shrinks every variance, whatever the errors' correlation", () => {
    const number = fc.integer({ min: -300, max: 300 }).map((value) => value / 100);
    const row = fc.array(number, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 4, maxLength: 4 }),
        fc.array(row, { minLength: 1, maxLength: 3 }),
        row,
        (roots, rows, measured) => {
          const covariance = Float64Array.from({ length: 16 }, (_, k) => {
            const [i, j] = [Math.floor(k / 4), k % 4];
            return roots.reduce((sum, root) => sum + (root[i] ?? 0) * (root[j] ?? 0), i === j ? 0.5 : 0);
          });
          const constraints = rows.map((coefficients) => Float64Array.from(coefficients));
          const found = reconcileLinear({ measured: Float64Array.from(measured), covariance, constraints });
          for (const constraint of constraints) {
            const left = constraint.reduce((sum, coefficient, i) => sum + coefficient * (found.values[i] ?? 0), 0);
            expect(Math.abs(left)).toBeLessThan(1e-8);
          }
          for (let i = 0; i < 4; i++) {
            expect(found.covariance[5 * i] ?? 0).toBeLessThan((covariance[5 * i] ?? 0) + 1e-9);
            expect(found.covariance[5 * i] ?? 0).toBeGreaterThan(-1e-9);
          }
        },
      ),
    );
  });

  test("refuses rows of another length", () => {
    const problem = { ...exchanger(1), constraints: [Float64Array.of(1)] };
    expect(() => reconcileLinear(problem)).toThrow("invalid linear problem: 6 numbers measured");
  });
});

describe("eliminateSerially(problem)", () => {
  test("[E41] drops stream 2 alone, after which all agrees, and computes it from the others", () => {
    const { dropped, reconciliation, values } = eliminateSerially(exchanger(68.45));
    expect(dropped).toEqual([1]);
    const { global } = reconciliation;
    expect(global.degrees).toBe(3);
    expect(global.statistic).toBeLessThan(global.critical);
    // What one measurement adds to the global test is the square of its statistic: 16.674 − 3.205².
    expect(global.statistic).toBeCloseTo(16.674 - 3.205 ** 2, 2);
    for (const row of NODES) expect(row.reduce((sum, one, i) => sum + one * (values[i] ?? 0), 0)).toBeCloseTo(0, 10);
  });

  test("drops nothing where all agrees", () => {
    expect(eliminateSerially(exchanger(64.45)).dropped).toEqual([]);
  });
});
