import type { Account } from "../accounts/account.ts";
import { type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import type { Reading } from "./evidence-group.ts";
import type { Target, When } from "./target.ts";

/**
 * The id of the quantity that a target speaks of: its place and occupation, or the region and all work shown in their stead, and its year, the nearer of two, or the middle one of several.
 * @example
 * quantityOfTarget({ measure: "workers", place: "RU", when: { kind: "between", year: 2017, share: 0.8 } }) // => "workers.RU.2018"
 */
export function quantityOfTarget(
  target: Pick<Target, "measure" | "place" | "within" | "occupation" | "isAnyWork" | "when">,
): string {
  const year = yearOfWhen(target.when);
  const place = target.within ?? target.place;
  return quantityId({
    measure: target.measure,
    ...(place === undefined ? {} : { place }),
    ...(target.occupation === undefined || target.isAnyWork ? {} : { occupation: target.occupation }),
    ...(year === undefined ? {} : { year }),
  });
}

function yearOfWhen(when: When): number | undefined {
  switch (when.kind) {
    case "always":
      return undefined;
    case "year":
      return when.year;
    case "between":
      return when.share > 0.5 ? when.year + 1 : when.year;
    case "mean":
      return when.years[Math.floor(when.years.length / 2)]?.year;
  }
}

/**
 * The quantity that says how far people spread around another, everywhere or in its place; nothing where none does.
 * @example
 * spreadAround({ measures: new Map([["pay", { spread: "pay_spread" }], ["pay_spread", { id: "pay_spread", over: ["place"] }]]) }, { measure: "pay", place: "RU", year: 2012 }) // => {"measure":"pay_spread","place":"RU"}
 */
export function spreadAround(
  account: Pick<Account, "measures">,
  { measure, place = "world" }: QuantityName,
): QuantityName | undefined {
  const spread = account.measures.get(account.measures.get(measure)?.spread ?? "");
  return spread && { measure: spread.id, ...(spread.over.includes("place") ? { place } : {}) };
}

/**
 * The claims of every reading of a group.
 * @example
 * claimsOfGroup({ readings: [{ claims: ["a"], said: [] }] }) // => ["a"]
 */
export function claimsOfGroup(group: { readonly readings: readonly Reading[] }): readonly string[] {
  return group.readings.flatMap((reading) => reading.claims);
}
