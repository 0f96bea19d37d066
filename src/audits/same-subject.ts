import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import { unitsPerDollar } from "../values/exchange-rates.ts";
import { parsePeriod } from "../values/period.ts";
import type { Interval } from "./interval.ts";

/** Times that a sum can be paid per, in months. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ["month", 1],
  ["year", 12],
]);

/**
 * The time that a claim's number is per; absent where none is printed.
 * @example
 * timeOf({ per: "person month" }) // => "month"
 */
export function timeOf({ per }: Pick<Claim, "per">): string | undefined {
  return per?.split(" ").find((word) => !["person", "family"].includes(word));
}

/**
 * The years of a claim, first day to last; a rough year reaches a year further either way. Absent for an undated claim.
 * @example
 * yearsOfClaim({ period: "2012" }) // => {"low":2012,"high":2013}
 */
export function yearsOfClaim({ period }: Pick<Claim, "period">): Interval | undefined {
  const parsed = period === undefined ? undefined : parsePeriod(period);
  if (parsed?.ok !== true) return undefined;
  const { start = Number.NEGATIVE_INFINITY, end = Number.POSITIVE_INFINITY, approximate, precision } = parsed.value;
  const slack = approximate && precision === "year" ? 1 : 0;
  return { low: start - slack, high: end + slack };
}

/**
 * Whether two claims speak of a common time, or of times no more than so many years apart. Undated claims speak of none.
 * @example
 * sameDate({ period: "2012" }, { period: "2013" }, 1) // => true
 */
export function sameDate(a: Pick<Claim, "period">, b: Pick<Claim, "period">, slack = 0): boolean {
  const [left, right] = [yearsOfClaim(a), yearsOfClaim(b)];
  if (left === undefined || right === undefined) return false;
  return left.low < right.high + slack && right.low < left.high + slack;
}

/**
 * What a claim's number is multiplied by to be in dollars and per month, where that makes sense: sums in other currencies at
 * the rate of their year. Absent where it cannot be compared.
 * @example
 * toCommonUnit({ unit: "money", currency: "USD", per: "person year" }) * 1200 // => 100
 */
export function toCommonUnit(claim: Pick<Claim, "unit" | "currency" | "per" | "period">): number | undefined {
  const time = timeOf(claim);
  const months = time === undefined ? 1 : MONTHS.get(time);
  if (months === undefined) return undefined;
  if (claim.unit !== "money") return 1 / months;
  const year = Math.floor(midYear(claim) ?? 0);
  const rate = unitsPerDollar(claim.currency ?? "", year);
  return rate === undefined ? undefined : 1 / months / rate;
}

function midYear(claim: Pick<Claim, "period">): number | undefined {
  const years = yearsOfClaim(claim);
  return years === undefined ? undefined : (years.low + years.high) / 2;
}

/**
 * The leaf places that a place holds; absent for a place that the account does not have.
 * @example
 * [...leavesOf({ places: [{ id: "A" }, { id: "B" }], regions: [{ id: "world", members: ["A", "B"] }] }, "world")] // => ["A","B"]
 */
export function leavesOf(
  account: {
    readonly places: readonly Pick<Account["places"][number], "id">[];
    readonly regions: readonly Pick<Account["regions"][number], "id" | "members">[];
  },
  place: string,
): ReadonlySet<string> | undefined {
  if (account.places.some(({ id }) => id === place)) return new Set([place]);
  const region = account.regions.find(({ id }) => id === place);
  return region && new Set(region.members);
}

/**
 * Whether two claims speak of the same people: measure, place, trade, sex.
 * @example
 * sameSubject({ measure: "workers", place: "RU" }, { measure: "workers", place: "CN" }) // => false
 */
export function sameSubject(
  a: Pick<Claim, "measure" | "place" | "occupation" | "sex">,
  b: Pick<Claim, "measure" | "place" | "occupation" | "sex">,
): boolean {
  return a.measure === b.measure && a.place === b.place && a.occupation === b.occupation && a.sex === b.sex;
}

/**
 * Whether the one claim's number comes from the other's, by any chain of claims.
 * @example
 * comesFrom({ id: "a", derivedFrom: ["b"] }, "b", new Map()) // => true
 */
export function comesFrom(
  claim: Pick<Claim, "id" | "derivedFrom">,
  other: string,
  byId: ReadonlyMap<string, Pick<Claim, "id" | "derivedFrom">>,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  return claim.derivedFrom.some((id) => {
    if (id === other) return true;
    const parent = seen.has(id) ? undefined : byId.get(id);
    return parent !== undefined && comesFrom(parent, other, byId, new Set([...seen, id]));
  });
}
