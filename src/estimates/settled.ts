/** A quantity is settled when its chains agree to this R-hat … */
export const SETTLED_RHAT = 1.01;
/** … and are worth this many independent draws (Vehtari and others 2021 ask for 100 of each of four chains). */
export const SETTLED_ESS = 400;

/**
 * Whether the chains agree on a quantity and have drawn enough of it.
 * @example
 * [isSettled({ rhat: 1.002, ess: 900 }), isSettled({ rhat: 1.02, ess: 900 }), isSettled({ rhat: 1.002, ess: 300 })] // => [true,false,false]
 */
export function isSettled(quantity: { readonly rhat: number; readonly ess: number }): boolean {
  return quantity.rhat < SETTLED_RHAT && quantity.ess >= SETTLED_ESS;
}
