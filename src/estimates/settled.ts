/** A quantity is settled when its chains agree to this R-hat … */
export const SETTLED_RHAT = 1.01;
/** … and are worth this many independent draws (Vehtari and others 2021 ask for 100 of each of four chains). */
export const SETTLED_ESS = 400;

/**
 * Whether the chains agree on a quantity and have drawn enough of it, by a margin: with a tenth both have to be better by a tenth than is asked for.
 * @example
 * [isSettled({ rhat: 1.002, ess: 900 }), isSettled({ rhat: 1.02, ess: 900 }), isSettled({ rhat: 1.0095, ess: 900 }, 0.1)] // => [true,false,false]
 */
export function isSettled(quantity: { readonly rhat: number; readonly ess: number }, margin = 0): boolean {
  return quantity.rhat - 1 < (1 - margin) * (SETTLED_RHAT - 1) && quantity.ess >= (1 + margin) * SETTLED_ESS;
}
