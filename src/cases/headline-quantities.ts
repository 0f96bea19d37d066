import type { Account } from "../accounts/account.ts";

/** The part of an estimate by which it is found. */
interface Named {
  readonly measure: string;
  readonly place?: string;
  readonly occupation?: string;
  readonly year?: number;
}

/**
 * Of estimates, or anything named as they are, those of an account's headlines for all work in the world, year by year, in the account's
 * order; only the given years where years are given.
 * @example
 * overHeadlines({ headlines: ["workers"] }, [{ measure: "workers", place: "RU", year: 2012 }, { measure: "workers", place: "world", year: 2012 }]) // => [{"measure":"workers","place":"world","year":2012}]
 */
export function overHeadlines<T extends Named>(
  account: Pick<Account, "headlines">,
  estimates: readonly T[],
  years?: readonly number[],
): T[] {
  return account.headlines.flatMap((measure) =>
    estimates
      .filter(({ measure: id, place = "world", occupation }) => id === measure && place === "world" && !occupation)
      .filter((e) => years === undefined || e.year === undefined || years.includes(e.year))
      .sort((a, b) => (a.year ?? 0) - (b.year ?? 0)),
  );
}

/**
 * The years of an account that a short list shows: its ends, every fifth year, and those named.
 * @example
 * yearsToShow({ firstYear: 2008, lastYear: 2016 }, [2012]) // => [2008,2010,2012,2015,2016]
 */
export function yearsToShow(account: Pick<Account, "firstYear" | "lastYear">, named: readonly number[]): number[] {
  const { firstYear, lastYear } = account;
  const all = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  return all.filter((year) => year === firstYear || year === lastYear || year % 5 === 0 || named.includes(year));
}
