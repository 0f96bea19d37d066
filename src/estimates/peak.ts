import type { Account } from "../accounts/account.ts";
import type { Target } from "./target.ts";

/**
 * The targets of a peak, each with the other years that it was higher than: those of the account that had begun when it was
 * published, since nobody knows of a peak that is to come (rule E33).
 * @example
 * otherYears({ firstYear: 2010, lastYear: 2014 }, [{ when: { kind: "year", year: 2011 } }], "2013-02")[0].others // => [2010,2012,2013]
 */
export function otherYears(
  account: Pick<Account, "firstYear" | "lastYear">,
  targets: readonly Target[],
  published: string | undefined,
): readonly Target[] {
  const said = Number.parseInt(published ?? "", 10);
  const last = Number.isNaN(said) ? account.lastYear : Math.min(said, account.lastYear);
  return targets.map((target) => {
    const own = yearsOf(target.when);
    const latest = Math.max(last, ...own);
    const all = Array.from({ length: latest - account.firstYear + 1 }, (_, k) => account.firstYear + k);
    return { ...target, others: all.filter((year) => !own.includes(year)) };
  });
}

function yearsOf(when: Target["when"]): readonly number[] {
  switch (when.kind) {
    case "always":
      return [];
    case "year":
      return [when.year];
    case "between":
      return [when.year, when.year + 1];
    case "mean":
      return when.years.map(({ year }) => year);
  }
}
