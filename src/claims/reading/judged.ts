import type { QuantityKind } from "../quantity.ts";
import type { Printed } from "./printed.ts";

/** A printed number with what it measures, over tokens from start to end. */
export interface Judged {
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
  readonly low: number;
  readonly high: number;
  readonly bound?: "at least" | "at most";
  readonly approximate: boolean;
  readonly vague: boolean;
  readonly unit?: string;
  readonly currency?: string;
  /** The last count before it whose unit is known, of which "some of them" may speak. */
  readonly count?: Judged;
  /** For whom and for what time, where a head says so; else the words around the number do. */
  readonly per?: readonly string[];
}

/** Either a quantity, or a name such as a year or label to be passed over, or neither. */
export interface Judgement {
  readonly kept?: Judged;
  readonly name?: true;
}

/**
 * What a printed number is before its kind is known: its stretch, bounds and softening.
 * @example
 * typeof judgedBase // => "function"
 */
export function judgedBase(printed: Printed): Omit<Judged, "kind"> {
  const { amount, start, end, bound, approximate } = printed;
  const { low, high, numeral } = amount;
  return { start, end, low, high, approximate, vague: numeral.vague, ...(bound === undefined ? {} : { bound }) };
}
