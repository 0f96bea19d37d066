import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";

/**
 * A sentence on claims whose measure the account neither has nor lists as shown, which are kept and shown and count for nothing; absent when
 * there are none. Said, not refused: it is either meant or a slip of the pen.
 * @example
 * strangeMeasures({ measures: new Map(), shown: new Map() }, [{ measure: "wrokers" }]) // => "1 claim on measures that the account does not have: wrokers"
 */
export function strangeMeasures(
  account: Pick<Account, "measures" | "shown">,
  claims: readonly Pick<Claim, "measure">[],
): string | undefined {
  const strange = claims
    .map(({ measure }) => measure)
    .filter((measure) => !account.measures.has(measure) && !account.shown.has(measure));
  if (strange.length === 0) return undefined;
  const count = strange.length === 1 ? "1 claim" : `${strange.length} claims`;
  return `${count} on measures that the account does not have: ${[...new Set(strange)].sort().join(", ")}`;
}
