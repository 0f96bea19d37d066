import type { Quantity } from "../quantity.ts";
import type { Judged } from "./judged.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";

/** A quantity with the tokens it was read from; a twin is the second number of one change: "from 5 to 7 a day". */
export interface Kept {
  readonly quantity: Quantity;
  readonly judged: Judged;
  readonly twin: boolean;
}

const WITHIN = 10;
const BEFORE_CONVERSION = new Set(["(", "（", "[", "=", "or", "돈", "合", "即", "折合", "約合", "约合", "или"]);

/** Whether the second of two sums of money gives the first in another currency: "1,400 dirhams a month (about $380)". */
function isConversion(reading: Scan, first: Judged, second: Judged): boolean {
  if (first.kind !== "money" || second.kind !== "money" || first.currency === second.currency) return false;
  if (second.start - first.end > WITHIN) return false;
  if (tokenAt(reading, first.start)?.sentence !== tokenAt(reading, second.start)?.sentence) return false;
  return BEFORE_CONVERSION.has(lowerAt(reading, second.start - 1));
}

/**
 * The quantities, where a conversion in brackets and both numbers of one change hold for whom and for what time the other
 * does.
 * @example
 * withSharedBases({ text: "", tokens: [], meter: { steps: 0 } }, []) // => []
 */
export function withSharedBases(reading: Scan, kept: readonly Kept[]): readonly Quantity[] {
  const quantities = kept.map(({ quantity }) => quantity);
  for (const [index, { judged, twin }] of kept.entries()) {
    const [first, second, before] = [quantities[index - 1], quantities[index], kept[index - 1]];
    if (first === undefined || second === undefined || before === undefined) continue;
    if (!twin && !isConversion(reading, before.judged, judged)) continue;
    if (second.per.length === 0) quantities[index] = { ...second, per: first.per };
    else if (first.per.length === 0) quantities[index - 1] = { ...first, per: second.per };
  }
  return quantities;
}
