import { formatUnit, parseUnit, type Unit } from "../accounts/unit.ts";
import type { Claim } from "../claims/claim.ts";
import { unitsPerDollar } from "../values/exchange-rates.ts";

/** The factor from a claim's printed number to its measure's unit, or why there is none. */
export type Conversion =
  | { readonly ok: true; readonly factor: number }
  | { readonly ok: false; readonly reason: string };

const BASES: ReadonlyMap<string, string> = new Map([
  ["persons", "person"],
  ["months", "month"],
  ["hours", "hour"],
  ["days", "day"],
  ["years", "year"],
  ["countries", "country"],
]);
/** Months in the times that sums are paid per. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ["year", 12],
  ["month", 1],
]);

/**
 * The factor from the number that a claim prints to the unit of its measure in a year: per cent to fractions, currencies to
 * dollars at the year's rate, sums per year to sums per month (rule E11). Pay that is said of a worker without "per person" is per person. Days and hours
 * of work are not turned into months: nobody says how many there are.
 * @example
 * conversion({ unit: "money", currency: "USD", per: "person year" }, "USD/person/month", 2012).factor * 1200 // => 100
 */
export function conversion(claim: Pick<Claim, "unit" | "currency" | "per">, unit: string, year: number): Conversion {
  if (claim.unit === "percent") {
    return unit === "share" ? { ok: true, factor: 0.01 } : { ok: false, reason: `a share, where ${unit} is wanted` };
  }
  const rate = claim.unit === "money" ? unitsPerDollar(claim.currency ?? "", year) : 1;
  if (rate === undefined) return { ok: false, reason: `no rate of ${claim.currency ?? "its currency"} for ${year}` };
  const wanted = parseUnit(unit);
  const base = claim.unit === "money" ? "USD" : (BASES.get(claim.unit) ?? claim.unit);
  const printed = printedUnit(base, claim.per, wanted);
  const time = timeFactor(printed, wanted);
  if (time === undefined) return { ok: false, reason: `${formatUnit(printed)}, where ${unit} is wanted` };
  return { ok: true, factor: time / rate };
}

function printedUnit(base: string, per: string | undefined, wanted: Unit): Unit {
  const powers = new Map<string, number>([[base, 1]]);
  for (const part of per?.split(" ") ?? []) if (part !== "") powers.set(part, (powers.get(part) ?? 0) - 1);
  if (wanted.get("person") === -1 && base !== "person" && !powers.has("person")) powers.set("person", -1);
  return powers;
}

/** The factor between two units that differ at most in the time they are per; absent when they differ otherwise. */
function timeFactor(printed: Unit, wanted: Unit): number | undefined {
  const time = (unit: Unit): string | undefined =>
    [...unit].find(([base, power]) => power < 0 && MONTHS.has(base))?.[0];
  const [from, to] = [time(printed), time(wanted)];
  const rest = (unit: Unit, without: string | undefined): string =>
    [...unit]
      .filter(([base]) => base !== without)
      .map(([base, power]) => `${base}${power}`)
      .sort()
      .join(" ");
  if ((from === undefined) !== (to === undefined)) return undefined;
  if (rest(printed, from) !== rest(wanted, to)) return undefined;
  if (from === undefined || to === undefined) return 1;
  return (MONTHS.get(to) ?? Number.NaN) / (MONTHS.get(from) ?? Number.NaN);
}
