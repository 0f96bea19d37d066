import type { Claim } from "../claims/claim.ts";
import type { AuditAmount } from "./audit-finding.ts";
import { boundsIn, type Interval } from "./interval.ts";
import { printedIn } from "./tolerance.ts";

/**
 * The unit of a claim as printed: `USD per person month`, `persons`.
 * @example
 * unitOfClaim({ unit: "money", currency: "USD", per: "person month" }) // => "USD per person month"
 */
export function unitOfClaim({ unit, currency, per }: Pick<Claim, "unit" | "currency" | "per">): string {
  return `${currency ?? unit}${per === undefined ? "" : ` per ${per}`}`;
}

/**
 * A claim's number with its unit, in words for a sentence: `70–80 USD per person and month`.
 * @example
 * wordsOf({ range: { kind: "between", low: 70, high: 80 }, approximate: false, unit: "money", currency: "USD", per: "person month" }) // => "70–80 USD per person and month"
 */
export function wordsOf(claim: Pick<Claim, "range" | "approximate" | "unit" | "currency" | "per">): string {
  const unit = claim.unit === "percent" ? "%" : unitOfClaim(claim);
  return `${saidIn(claim)} ${unitWords(unit)}`;
}

/**
 * A unit for a sentence: `USD per person and month`.
 * @example
 * unitWords("USD per person month") // => "USD per person and month"
 */
export function unitWords(unit: string): string {
  return unit.replace(/ per (person|family) (\w+)$/, " per $1 and $2");
}

/**
 * A claim's number with its unit, as printed.
 * @example
 * amountOf({ range: { kind: "at least", low: 50000 }, unit: "persons" }) // => {"low":50000,"unit":"persons"}
 */
export function amountOf(claim: Pick<Claim, "range" | "unit" | "currency" | "per">): AuditAmount {
  const { low, high } = printedIn(claim);
  const open = claim.range.kind === "at most" ? { low: Number.NEGATIVE_INFINITY, high } : { low, high };
  return amountIn(open, unitOfClaim(claim));
}

/**
 * An interval with its unit.
 * @example
 * amountIn({ low: 1, high: 2 }, "persons") // => {"low":1,"high":2,"unit":"persons"}
 */
export function amountIn(interval: Interval, unit: string): AuditAmount {
  return { ...boundsIn(interval), unit };
}

/**
 * A number in figures, thousands set apart, to at most four digits that carry meaning unless it is a whole number.
 * @example
 * [figure(1053), figure(87.75), figure(1923.0769), figure(0.00015)] // => ["1,053","87.75","1,923","0.00015"]
 */
export function figure(value: number): string {
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(4));
  const [whole = "", decimals] = plain(rounded).split(".");
  const parts = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return (decimals === undefined ? parts : `${parts}.${decimals}`).replace("-", "−");
}

function plain(value: number): string {
  return Math.abs(value) < 1e-6 ? value.toFixed(9).replace(/0+$/, "") : String(value);
}

/**
 * An interval in figures: one number where its ends are equal, an open end in signs.
 * @example
 * [figures({ low: 70, high: 80 }), figures({ low: 5, high: 5 }), figures({ low: 5, high: Infinity })] // => ["70–80","5","≥ 5"]
 */
export function figures({ low, high }: Interval): string {
  if (!Number.isFinite(high)) return `≥ ${figure(low)}`;
  if (!Number.isFinite(low)) return `≤ ${figure(high)}`;
  return figure(low) === figure(high) ? figure(low) : `${figure(low)}–${figure(high)}`;
}

/**
 * An interval in figures and, from a million on, in words: `150–230 million`.
 * @example
 * [spoken({ low: 150e6, high: 230e6 }), spoken({ low: 1.2e9, high: 2.3e9 }), spoken({ low: 60000, high: 65000 })] // => ["150–230 million","1.2–2.3 billion","60,000–65,000"]
 */
export function spoken({ low, high }: Interval): string {
  const least = Math.min(...[low, high].filter((end) => Number.isFinite(end) && end !== 0).map(Math.abs));
  const [size, word] = least >= 1e9 ? [1e9, " billion"] : least >= 1e6 ? [1e6, " million"] : [1, ""];
  return `${figures({ low: low / size, high: high / size })}${word}`;
}

/**
 * A claim's number in figures and words: `about 1,000`, `at least 50,000`.
 * @example
 * saidIn({ range: { kind: "point", value: 1000 }, approximate: true }) // => "about 1,000"
 */
export function saidIn({ range, approximate }: Pick<Claim, "range" | "approximate">): string {
  const about = approximate ? "about " : "";
  switch (range.kind) {
    case "point":
      return `${about}${spoken({ low: range.value, high: range.value })}`;
    case "between":
      return `${about}${spoken(range)}`;
    case "at least":
      return `at least ${about}${spoken({ low: range.low, high: range.low })}`;
    case "at most":
      return `at most ${about}${spoken({ low: range.high, high: range.high })}`;
  }
}
