import type { Measure } from "./account.ts";
import type { QuantityName } from "./quantity-id.ts";

/**
 * The cell of a measure that a cell of another one is computed from; the world where only the other has no place, all work where
 * only the other has no occupation.
 * @example
 * narrowTo({ id: "workers", over: ["place", "year"] }, { measure: "revenue", year: 2012 }) // => {"measure":"workers","place":"world","year":2012}
 */
export function narrowTo(measure: Pick<Measure, "id" | "over">, name: Omit<QuantityName, "measure">): QuantityName {
  const { place = "world", occupation, year } = name;
  return {
    measure: measure.id,
    ...(measure.over.includes("place") ? { place } : {}),
    ...(measure.over.includes("occupation") && occupation !== undefined ? { occupation } : {}),
    ...(measure.over.includes("year") && year !== undefined ? { year } : {}),
  };
}
