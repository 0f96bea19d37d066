/**
 * A number between 0 and 1 that with its predecessors covers the interval evenly, without chance: the fractional part of
 * (n + 1) times an irrational number (Weyl 1916). Different irrationals give numbers that know nothing of one another.
 * @example
 * spreadNumber(0, Math.SQRT2).toFixed(3) // => "0.414"
 */
export function spreadNumber(n: number, irrational: number): number {
  const product = (n + 1) * irrational;
  return product - Math.floor(product);
}
