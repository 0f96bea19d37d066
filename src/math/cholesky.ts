import { real } from "./vector.ts";

/**
 * The lower Cholesky factor L (row by row, n × n) of a symmetric matrix whose eigenvalues may be slightly negative: the
 * smallest of the ridges 0, 0.001, 0.004, 0.016 … that makes it positive definite is added to its diagonal first.
 * @example
 * cholesky(Float64Array.of(4, 2, 2, 5), 2) // => {"0":2,"1":0,"2":1,"3":2}
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array {
  for (let ridge = 0; ridge < 1e6; ridge = ridge === 0 ? 1e-3 : ridge * 4) {
    const factor = tryCholesky(matrix, n, ridge);
    if (factor) return factor;
  }
  throw new Error("invalid matrix: not finite");
}

function tryCholesky(matrix: Float64Array, n: number, ridge: number): Float64Array | undefined {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = real(matrix, i * n + j) + (i === j ? ridge : 0);
      for (let k = 0; k < j; k++) sum -= real(factor, i * n + k) * real(factor, j * n + k);
      if (i !== j) factor[i * n + j] = sum / real(factor, j * n + j);
      else if (sum > 1e-10) factor[i * n + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return factor;
}

/**
 * The inverse of a lower triangular matrix, row by row.
 * @example
 * invertLower(Float64Array.of(2, 0, 1, 2), 2) // => {"0":0.5,"1":0,"2":-0.25,"3":0.5}
 */
export function invertLower(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const pivot = 1 / real(factor, i * n + i);
    inverse[i * n + i] = pivot;
    for (let k = 0; k < i; k++) {
      const multiplier = -real(factor, i * n + k) * pivot;
      if (multiplier === 0) continue;
      for (let j = 0; j <= k; j++)
        inverse[i * n + j] = real(inverse, i * n + j) + multiplier * real(inverse, k * n + j);
    }
  }
  return inverse;
}
