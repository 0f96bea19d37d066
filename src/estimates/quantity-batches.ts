import type { QuantityName } from "../accounts/quantity-id.ts";

/** A batch is full when it holds so many: enough to share work among them, few enough to fit in memory and to go to several threads. */
const FULL = 1000;

/**
 * Quantities in batches of whole years, those of no year first: what the quantities of a year are computed from is nearly all of that year,
 * so hardly anything is computed in two batches.
 * @example
 * quantityBatches([{ measure: "rate", year: 2001 }, { measure: "hours" }, { measure: "rate", year: 2002 }], 2).map((batch) => batch.map(({ year }) => year)) // => [[null,2001],[2002]]
 */
export function quantityBatches(names: readonly QuantityName[], full: number = FULL): readonly QuantityName[][] {
  const years = new Map<number, QuantityName[]>();
  for (const name of names) {
    const year = name.year ?? Number.NEGATIVE_INFINITY;
    const held = years.get(year) ?? [];
    held.push(name);
    years.set(year, held);
  }
  const batches: QuantityName[][] = [];
  for (const [, held] of [...years].sort(([one], [other]) => one - other)) {
    const open = batches.at(-1);
    if (open && open.length < full) open.push(...held);
    else batches.push(held);
  }
  return batches;
}
