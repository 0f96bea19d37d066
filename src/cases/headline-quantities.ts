import type { Account } from "../accounts/account.ts";
import type { Estimate } from "../estimates/estimate.ts";

/**
 * The estimates of an account's headlines for the world, year by year, in the account's order.
 * @example
 * overHeadlines({ headlines: [] }, []) // => []
 */
export function overHeadlines(account: Pick<Account, "headlines">, estimates: readonly Estimate[]): Estimate[] {
  return account.headlines.flatMap((measure) =>
    estimates
      .filter((e) => e.measure === measure && (e.place === undefined || e.place === "world"))
      .sort((a, b) => (a.year ?? 0) - (b.year ?? 0)),
  );
}
