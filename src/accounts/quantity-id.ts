/** One cell of a measure, by name. */
export interface QuantityName {
  readonly measure: string;
  readonly place?: string;
  readonly year?: number;
}

/**
 * The id of a quantity: measure, then place, then year, joined by points.
 * @example
 * quantityId({ measure: "workers", place: "RU", year: 2012 }) // => "workers.RU.2012"
 */
export function quantityId(name: QuantityName): string {
  return [name.measure, name.place, name.year].filter((part) => part !== undefined).join(".");
}

/**
 * The parts of a quantity's id; a last part of four digits is a year.
 * @example
 * parseQuantityId("state_revenue.2012") // => {"measure":"state_revenue","year":2012}
 */
export function parseQuantityId(id: string): QuantityName {
  const [measure = "", ...rest] = id.split(".");
  const last = rest.at(-1);
  const year = last !== undefined && /^\d{4}$/.test(last) ? Number(last) : undefined;
  const place = (year === undefined ? rest : rest.slice(0, -1)).join(".");
  return { measure, ...(place ? { place } : {}), ...(year === undefined ? {} : { year }) };
}
