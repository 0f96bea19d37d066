import type { Account, Measure } from "../accounts/account.ts";
import { type QuantityName, quantityId } from "../accounts/quantity-id.ts";

/**
 * The quantities that a measure reports: its cells and the sums or means of regions, groups of occupations and all work, place by
 * place, occupation by occupation (all work first), year by year; of a measure that only takes printed numbers those that claims speak of. A mixture reports none.
 * @example
 * reportedQuantities({ places: [], regions: [], firstYear: 2000, lastYear: 2001 }, { id: "rate", kind: "estimated", over: ["year"] }) // => [{"measure":"rate","year":2000},{"measure":"rate","year":2001}]
 */
export function reportedQuantities(
  account: Account,
  measure: Measure,
  claimed?: ReadonlySet<string>,
): readonly QuantityName[] {
  if (measure.kind === "mixed") return [];
  const places = measure.over.includes("place")
    ? [...account.regions, ...account.places].map((place) => ({ place: place.id }))
    : [{}];
  const works = measure.over.includes("occupation")
    ? [{}, ...[...account.occupationGroups, ...account.occupations].map(({ id }) => ({ occupation: id }))]
    : [{}];
  const years = measure.over.includes("year") ? yearsOfAccount(account).map((year) => ({ year })) : [{}];
  const cells = places.flatMap((place) => works.map((work) => ({ measure: measure.id, ...place, ...work })));
  const all = cells.flatMap((cell) => years.map((year) => ({ ...cell, ...year })));
  return measure.report === "claimed" ? all.filter((name) => claimed?.has(quantityId(name))) : all;
}

/**
 * The years of an account, first to last.
 * @example
 * yearsOfAccount({ firstYear: 2000, lastYear: 2002 }) // => [2000,2001,2002]
 */
export function yearsOfAccount(account: Pick<Account, "firstYear" | "lastYear">): readonly number[] {
  return Array.from({ length: account.lastYear - account.firstYear + 1 }, (_, offset) => account.firstYear + offset);
}
