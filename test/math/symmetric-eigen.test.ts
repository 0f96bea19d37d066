import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { symmetricEigen } from "../../src/math/symmetric-eigen.ts";

const N = 5;
const squares = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: N * N, maxLength: N * N });

describe("symmetricEigen(matrix, n)", () => {
  test("puts the matrix together again from directions at right angles, each times its value", () => {
    fc.assert(
      fc.property(squares, (entries) => {
        const at = (i: number, j: number): number => (entries[i * N + j] ?? 0) + (entries[j * N + i] ?? 0);
        const matrix = Float64Array.from({ length: N * N }, (_, k) => at(Math.floor(k / N), k % N));
        const { values, vectors } = symmetricEigen(matrix, N);
        for (let i = 0; i < N; i++)
          for (let j = 0; j < N; j++) {
            let [sum, product] = [0, 0];
            for (let k = 0; k < N; k++) {
              sum += (values[k] ?? 0) * (vectors[i * N + k] ?? 0) * (vectors[j * N + k] ?? 0);
              product += (vectors[k * N + i] ?? 0) * (vectors[k * N + j] ?? 0);
            }
            expect(Math.abs(sum - (matrix[i * N + j] ?? 0))).toBeLessThan(1e-9);
            expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-9);
          }
      }),
    );
  });
});
