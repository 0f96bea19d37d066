import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SparseSymmetric, sparseCholesky } from "../../src/math/sparse-cholesky.ts";
import { sparseOf } from "../../src/math/sparse-vector.ts";

const N = 7;
/** Vectors of which most entries are nought, so that the order matters. */
const vectors = fc.array(
  fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.double({ min: -2, max: 2, noNaN: true })), {
    minLength: N,
    maxLength: N,
  }),
  { maxLength: 6 },
);
const diagonals = fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: N, maxLength: N });

/** The matrix of a factor, in the order of the matrix itself. */
function rebuilt({ order, starts, places, entries, inverse }: ReturnType<typeof sparseCholesky>): Float64Array {
  const factor = new Float64Array(N * N);
  for (let j = 0; j < N; j++) {
    factor[j * N + j] = 1 / (inverse[j] ?? 0);
    for (let k = starts[j] ?? 0; k < (starts[j + 1] ?? 0); k++) factor[(places[k] ?? 0) * N + j] = entries[k] ?? 0;
  }
  const out = new Float64Array(N * N);
  for (let a = 0; a < N; a++)
    for (let b = 0; b < N; b++) {
      let sum = 0;
      for (let j = 0; j < N; j++) sum += (factor[a * N + j] ?? 0) * (factor[b * N + j] ?? 0);
      out[(order[a] ?? 0) * N + (order[b] ?? 0)] = sum;
    }
  return out;
}

describe("sparseCholesky(matrix)", () => {
  test("gives a factor whose square is the matrix, whatever is nought in it", () => {
    fc.assert(
      fc.property(diagonals, vectors, (diagonal, outer) => {
        const matrix = new SparseSymmetric(Float64Array.from(diagonal));
        const full = new Float64Array(N * N);
        diagonal.forEach((entry, i) => {
          full[i * N + i] = entry;
        });
        outer.forEach((vector, v) => {
          matrix.addOuter(sparseOf(Float64Array.from(vector)), v + 0.5);
          vector.forEach((a, i) => {
            vector.forEach((b, j) => {
              full[i * N + j] = (full[i * N + j] ?? 0) + (v + 0.5) * a * b;
            });
          });
        });
        const apart = rebuilt(sparseCholesky(matrix)).map((entry, at) => Math.abs(entry - (full[at] ?? 0)));
        expect(Math.max(...apart)).toBeLessThan(1e-9);
      }),
    );
  });

  test("keeps a star sparse: what all others hang on comes last", () => {
    const star = new SparseSymmetric(new Float64Array(50).fill(1));
    for (let i = 1; i < 50; i++) {
      const ray = new Float64Array(50);
      [ray[0], ray[i]] = [0.1, 1];
      star.addOuter(sparseOf(ray), 1);
    }
    expect(sparseCholesky(star).entries).toHaveLength(49);
  });

  test("refuses what is not positive definite, and what is not finite", () => {
    expect(() => sparseCholesky(new SparseSymmetric(Float64Array.of(1, -1)))).toThrow("not positive definite");
    expect(() => sparseCholesky(new SparseSymmetric(Float64Array.of(Number.NaN)))).toThrow("not positive definite");
  });
});
