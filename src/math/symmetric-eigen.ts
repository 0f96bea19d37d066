import { real } from "./vector.ts";

/** The eigenvalues of a symmetric matrix, and its eigenvectors side by side: that of the i-th stands at `vectors[j · n + i]`. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Rounds over all pairs; each squares how far the matrix is from diagonal, so that a dozen are plenty. */
const MOST_ROUNDS = 30;
/** A matrix is diagonal when its other entries are less than this beside its diagonal. */
const DIAGONAL = 1e-12;

/**
 * Eigenvalues, in no order, and eigenvectors of a symmetric matrix (n × n, row by row) by Jacobi's rotations (Golub and Van Loan, Matrix Computations, section 8.5).
 * @example
 * [...symmetricEigen(Float64Array.of(2, 1, 1, 2), 2).values].map((value) => value.toFixed(6)) // => ["1.000000", "3.000000"]
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const a = Float64Array.from(matrix);
  const vectors = Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let isDiagonal = true;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const apart = real(a, p * n + q);
        if (Math.abs(apart) <= DIAGONAL * Math.sqrt(Math.abs(real(a, p * n + p) * real(a, q * n + q)))) continue;
        isDiagonal = false;
        const half = (real(a, q * n + q) - real(a, p * n + p)) / (2 * apart);
        const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(half * half + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const rotation = { cosine, sine: tangent * cosine };
        rotate(a, { first: p, second: q, step: n }, n, rotation);
        rotate(a, { first: p * n, second: q * n, step: 1 }, n, rotation);
        rotate(vectors, { first: p, second: q, step: n }, n, rotation);
      }
    if (isDiagonal) break;
  }
  return { values: Float64Array.from({ length: n }, (_, i) => real(a, i * n + i)), vectors };
}

/** Two rows or two columns: where they begin, and how far their entries are apart. */
interface Lines {
  readonly first: number;
  readonly second: number;
  readonly step: number;
}

function rotate(
  matrix: Float64Array,
  { first, second, step }: Lines,
  n: number,
  { cosine, sine }: { cosine: number; sine: number },
): void {
  for (let i = 0; i < n * step; i += step) {
    const [one, other] = [real(matrix, first + i), real(matrix, second + i)];
    matrix[first + i] = cosine * one - sine * other;
    matrix[second + i] = sine * one + cosine * other;
  }
}
