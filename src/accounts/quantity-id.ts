/** One cell of a measure, by name. */
export interface QuantityName {
  readonly measure: string;
  readonly place?: string;
  /** Absent for all work together. */
  readonly occupation?: string;
  readonly year?: number;
}

/**
 * The id of a quantity: measure, then place, then year, joined by points; an occupation follows the place, or the measure
 * where there is none, after a colon.
 * @example
 * [quantityId({ measure: "workers", place: "RU", year: 2012 }), quantityId({ measure: "pay", place: "RU", occupation: "logging", year: 2012 })] // => ["workers.RU.2012","pay.RU:logging.2012"]
 */
export function quantityId({ measure, place, occupation, year }: QuantityName): string {
  const cell = place === undefined ? measure : `${measure}.${place}`;
  const work = occupation === undefined ? cell : `${cell}:${occupation}`;
  return year === undefined ? work : `${work}.${year}`;
}

/**
 * The parts of a quantity's id; a last part of four digits is a year, what follows a colon an occupation.
 * @example
 * parseQuantityId("state_revenue:logging.2012") // => {"measure":"state_revenue","occupation":"logging","year":2012}
 */
export function parseQuantityId(id: string): QuantityName {
  const dated = /^(.*)\.(\d{4})$/.exec(id);
  const year = dated ? Number(dated[2]) : undefined;
  const [cell = "", occupation] = (dated?.[1] ?? id).split(":");
  const [measure = "", ...rest] = cell.split(".");
  const place = rest.join(".");
  return {
    measure,
    ...(place ? { place } : {}),
    ...(occupation ? { occupation } : {}),
    ...(year === undefined ? {} : { year }),
  };
}
