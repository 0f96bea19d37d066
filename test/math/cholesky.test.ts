import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cholesky, invertLower } from "../../src/math/cholesky.ts";

const N = 4;
const squares = fc
  .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: N * N, maxLength: N * N })
  .map((entries) => Float64Array.from(entries));

/** a·bᵀ, row by row. */
function timesTransposed(a: Float64Array, b: Float64Array): Float64Array {
  return Float64Array.from({ length: N * N }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < N; k++) sum += (a[Math.floor(at / N) * N + k] ?? 0) * (b[(at % N) * N + k] ?? 0);
    return sum;
  });
}

function withDiagonal(matrix: Float64Array, by: number): Float64Array {
  return matrix.map((value, at) => value + (at % (N + 1) === 0 ? by : 0));
}

function largest(matrix: Float64Array): number {
  return matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

describe("cholesky(matrix, n)", () => {
  test("gives a lower factor whose square is a matrix that is positive definite", () => {
    fc.assert(
      fc.property(squares, (root) => {
        const matrix = withDiagonal(timesTransposed(root, root), 0.5);
        const factor = cholesky(matrix, N);
        const rebuilt = timesTransposed(factor, factor);
        expect(largest(rebuilt.map((value, at) => value - (matrix[at] ?? 0)))).toBeLessThan(1e-10);
        for (let row = 0; row < N; row++)
          for (let column = row + 1; column < N; column++) expect(factor[row * N + column]).toBe(0);
      }),
    );
  });

  test("adds the same ridge to the whole diagonal where the matrix is not, and nothing elsewhere", () => {
    const matrix = Float64Array.of(1, 2, 2, 1);
    const factor = cholesky(matrix, 2);
    const [a = 0, , b = 0, c = 0] = factor;
    expect(a * b).toBeCloseTo(2, 12);
    expect(a * a - 1).toBeCloseTo(b * b + c * c - 1, 12);
    expect(a * a - 1).toBeCloseTo(1.024, 12);
  });

  test("refuses a matrix that is not finite", () => {
    expect(() => cholesky(Float64Array.of(Number.NaN), 1)).toThrow("invalid matrix");
  });
});

describe("invertLower(factor, n)", () => {
  test("gives the inverse: together they change nothing", () => {
    fc.assert(
      fc.property(squares, (root) => {
        const factor = cholesky(withDiagonal(timesTransposed(root, root), 1), N);
        const inverse = invertLower(factor, N);
        const transposed = Float64Array.from(
          { length: N * N },
          (_, at) => inverse[(at % N) * N + Math.floor(at / N)] ?? 0,
        );
        const product = timesTransposed(factor, transposed);
        expect(largest(withDiagonal(product, -1))).toBeLessThan(1e-9);
      }),
    );
  });
});
