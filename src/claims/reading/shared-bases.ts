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

const FORMER = new Set(["us", "u.s.", "the", "existing", "current", "previous", "old", "former"]);
const EQUAL = new Set(["equivalent", "equal"]);
const TOTALLING = new Set([
  "translates",
  "translating",
  "amounts",
  "amounting",
  "adds",
  "adding",
  "up",
  "comes",
  "equates",
]);
const BEFORE_COMPARISON = new Set(["to", "against", "from", "versus", "vs", "than"]);

/**
 * Whether the second of two sums of money gives the first in another currency: "1,400 dirhams a month (about $380)", or
 * is compared with it: "from $2 a day in 2005 to $3".
 */
function isConversion(reading: Scan, first: Judged, second: Judged): boolean {
  if (first.kind !== "money" || second.kind !== "money" || second.start - first.end > WITHIN) return false;
  if (tokenAt(reading, first.start)?.sentence !== tokenAt(reading, second.start)?.sentence) return false;
  let at = second.start - 1;
  while (at > second.start - 3 && FORMER.has(lowerAt(reading, at))) at--;
  const before = lowerAt(reading, at);
  if (before === "to" && EQUAL.has(lowerAt(reading, at - 1))) return true;
  if (before === "to" && TOTALLING.has(lowerAt(reading, at - 1))) return false;
  return first.currency === second.currency ? BEFORE_COMPARISON.has(before) : BEFORE_CONVERSION.has(before);
}

const KEEPING = new Set("receive receives received get gets got keep keeps kept".split(" "));
const AND = new Set([",", "and"]);
const THAT = new Set(["this", "that", "it"]);

/** Whether the words between two sums lead from what is earned to what is kept: "$700 a month, but get only $150". */
function isContrast(reading: Scan, first: Judged, second: Judged): boolean {
  if (second.start - first.end > WITHIN) return false;
  const words = Array.from({ length: second.start - first.end }, (_, offset) => lowerAt(reading, first.end + offset));
  return words.includes("but") && words.some((word) => KEEPING.has(word)) && words.includes("only");
}

/** Whether a year stands after a sum: "$68 in 2006". */
function hasYear(reading: Scan, { end }: Judged): boolean {
  const { value = 0 } = tokenAt(reading, end + 1) ?? {};
  return lowerAt(reading, end) === "in" && value >= 1900 && value <= 2100;
}

/** Whether two sums stand in a list by years: "$68 in 2006, $71 in 2007". */
function isByYears(reading: Scan, first: Judged, second: Judged): boolean {
  if (!hasYear(reading, first) || !hasYear(reading, second)) return false;
  return second.start - first.end <= 4 && AND.has(lowerAt(reading, second.start - 1));
}

/** Whether a sum is what that of the sentence before began from: "It is $128. This is a rise from $68 in 2006". */
function isOrigin(reading: Scan, first: Judged, second: Judged): boolean {
  const { sentence = 0 } = tokenAt(reading, second.start) ?? {};
  if (tokenAt(reading, first.start)?.sentence !== sentence - 1 || lowerAt(reading, second.start - 1) !== "from")
    return false;
  let index = second.start - 1;
  while (index > second.start - WITHIN && tokenAt(reading, index - 1)?.sentence === sentence) index--;
  return THAT.has(lowerAt(reading, index));
}

/** Whether the second of two sums of one currency is of the same kind of pay as the first. */
function isSamePay(reading: Scan, first: Judged, second: Judged): boolean {
  if (first.kind !== "money" || second.kind !== "money" || first.currency !== second.currency) return false;
  if (isOrigin(reading, first, second)) return true;
  if (tokenAt(reading, first.start)?.sentence !== tokenAt(reading, second.start)?.sentence) return false;
  return isContrast(reading, first, second) || isByYears(reading, first, second);
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
    const follows = second.per.length === 0 && isSamePay(reading, before.judged, judged);
    if (!twin && !follows && !isConversion(reading, before.judged, judged)) continue;
    if (second.per.length === 0) quantities[index] = { ...second, per: first.per };
    else if (first.per.length === 0) quantities[index - 1] = { ...first, per: second.per };
  }
  return quantities;
}
