import type { Account, Measure } from "../accounts/account.ts";
import { measuresIn } from "../accounts/formula.ts";
import { narrowTo } from "../accounts/narrow-to.ts";
import { parseQuantityId, type QuantityName } from "../accounts/quantity-id.ts";
import type { Claim } from "../claims/claim.ts";
import { unitsPerDollar } from "../values/exchange-rates.ts";
import { FIXED_SLIPS, type SlipKind } from "./slip.ts";
import type { ThinkableSlip } from "./weigh-slip.ts";

/** Slips that turn a sum for one time into that of another: they say nothing of people. */
const OF_TIME: ReadonlySet<SlipKind> = new Set(["a year for a month", "a month for a year"]);

/**
 * The slips of fixed factor that make sense for a claim on a quantity: powers of ten, a year for a month where a sum per time is
 * told, and the case's other currencies at the year's rate where it is money.
 * @example
 * fixedSlips({ unit: "person" }, { unit: "persons" }, 2012, []).map(({ kind }) => kind).includes("a month for a year") // => false
 */
export function fixedSlips(
  measure: Pick<Measure, "unit">,
  claim: Pick<Claim, "unit" | "currency">,
  year: number,
  currencies: readonly string[],
): readonly ThinkableSlip[] {
  const perTime = /\/(month|year)/.test(measure.unit);
  const fixed = FIXED_SLIPS.filter(([kind]) => perTime || !OF_TIME.has(kind));
  return [...fixed.map(([kind, factor]) => ({ kind, factor })), ...ofCurrency(claim, year, currencies)];
}

function ofCurrency(
  claim: Pick<Claim, "unit" | "currency">,
  year: number,
  currencies: readonly string[],
): readonly ThinkableSlip[] {
  const printed = claim.unit === "money" ? unitsPerDollar(claim.currency ?? "", year) : undefined;
  if (printed === undefined) return [];
  return [...new Set([...currencies, "USD"])].sort().flatMap((currency): ThinkableSlip[] => {
    const rate = currency === claim.currency ? undefined : unitsPerDollar(currency, year);
    return rate === undefined ? [] : [{ kind: "another currency", factor: printed / rate, currency }];
  });
}

/**
 * The currencies that the claims of a case are told in.
 * @example
 * currenciesOf([{ currency: "USD" }, {}, { currency: "RUB" }]) // => ["RUB","USD"]
 */
export function currenciesOf(claims: readonly Pick<Claim, "currency">[]): readonly string[] {
  return [...new Set(claims.flatMap(({ currency }) => currency ?? []))].sort();
}

/** Of how many people a number may have been taken for one, or the other way. */
export interface HeadcountSlip {
  readonly kind: Extract<SlipKind, "all workers for one" | "one worker for all">;
  /** The quantity that counts the people. */
  readonly people: QuantityName;
}

/**
 * The slip between one worker and all that makes sense for a quantity, with the quantity that counts them: all for one where the
 * measure is per person, one for all where it is a sum of money; none for what is no money.
 * @example
 * headcountSlip({ measures: new Map([["pay", { id: "pay", unit: "USD/person/month", weights: "workers", over: ["year"] }], ["workers", { id: "workers", unit: "person", over: ["place", "year"] }]]) }, "pay.2012") // => {"kind":"all workers for one","people":{"measure":"workers","place":"world","year":2012}}
 */
export function headcountSlip(account: Pick<Account, "measures">, quantity: string): HeadcountSlip | undefined {
  const name = parseQuantityId(quantity);
  const measure = account.measures.get(name.measure);
  if (!measure?.unit.startsWith("USD")) return undefined;
  const people = peopleOf(account, measure, new Set());
  if (!people) return undefined;
  const kind = measure.unit.includes("/person") ? "all workers for one" : "one worker for all";
  return { kind, people: narrowTo(people, name) };
}

function peopleOf(account: Pick<Account, "measures">, measure: Measure, seen: Set<string>): Measure | undefined {
  if (seen.has(measure.id)) return undefined;
  seen.add(measure.id);
  const inputs = [
    ...(measure.weights === undefined ? [] : [measure.weights]),
    ...(measure.kind === "derived" ? measuresIn(measure.formula) : []),
  ].flatMap((id) => account.measures.get(id) ?? []);
  const counted = inputs.find((input) => input.unit === "person");
  if (counted) return counted;
  for (const input of inputs) {
    const deeper = peopleOf(account, input, seen);
    if (deeper) return deeper;
  }
  return undefined;
}
