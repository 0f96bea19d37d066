import type { Range } from "../values/range.ts";

/** What sort of thing a printed number measures; `measure` is a length, weight, area or the like. */
export type QuantityKind = "money" | "count" | "share" | "duration" | "time of day" | "age" | "ratio" | "measure";

/** A stretch of a text in Unicode code points, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * A number in running text, as printed: `150 to 230 million USD` is one, `more than 50,000` is one. Its stretch runs from the
 * word that bounds or softens it to its last magnitude, currency, per cent sign or unit; `per` and `shareOf` may lie outside.
 */
export interface Quantity extends Stretch {
  readonly kind: QuantityKind;
  readonly range: Range;
  /** Whether a word such as "about" stands by it. */
  readonly approximate: boolean;
  /** Whether the number itself is vague ("tens of thousands"), so that its range is our reading. */
  readonly vague: boolean;
  /** What is counted or measured, in the plural: persons, countries, years, hours, percent, tons. */
  readonly unit?: string;
  /** ISO 4217 code; absent for money whose currency only its country would tell, as with dinars. */
  readonly currency?: string;
  /** For whom and for what time: person, family; hour, day, week, month, year. */
  readonly per: readonly string[];
  /** Where the words stand that say what a share is a share of. */
  readonly shareOf?: Stretch;
}
