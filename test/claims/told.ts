import type { Quantity } from "../../src/claims/quantity.ts";
import { boundsOf } from "../../src/values/range.ts";

const printed = (value: number | undefined) => (value === undefined ? "" : String(Number(value.toPrecision(6))));

/** A quantity on one line, as the case files write it: `about 50 euros: money 50 EUR per day about`. */
export function told(text: string, quantity: Quantity): string {
  const { range, kind, per } = quantity;
  const { low, high } = boundsOf(range);
  const value = range.kind === "point" ? printed(range.value) : `${printed(low)}..${printed(high)}`;
  const words = [
    `${[...text].slice(quantity.start, quantity.end).join("")}: ${kind} ${value}`,
    kind === "money" ? quantity.currency : quantity.unit,
    per.length === 0 ? undefined : `per ${per.join(" ")}`,
    quantity.approximate ? "about" : undefined,
    quantity.vague ? "vague" : undefined,
  ];
  return words.filter((word) => word !== undefined).join(" ");
}
