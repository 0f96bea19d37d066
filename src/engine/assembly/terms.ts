// As `src/math/tape-program.ts` has them.
export const LINEAR = 0;
export const LOG_SUM_EXP = 1;
export const EXP = 2;
export const PAIR = 4;
/** Sums of exponentials outside these are added up again, less their largest part. */
export const LEAST_SUM: f64 = 1e-250;
export const MOST_SUM: f64 = 1e250;
/** A share this near to one keeps a finite logit. */
export const NEAREST_TO_ONE: f64 = -1e-9;
/** Degrees of freedom of the steps of a walk. */
export const FREEDOM: f64 = 4;
export const LOG_SQRT_TWO_PI: f64 = 0.9189385332046728;
