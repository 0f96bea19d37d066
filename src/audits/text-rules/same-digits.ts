import type { Quantity } from "../../claims/quantity.ts";
import type { ComparedText } from "../../sources/repeated-passages.ts";
import { printNumber, significantDigits } from "../../values/number.ts";
import { boundsOf } from "../../values/range.ts";
import { spoken } from "../amount-words.ts";
import { intervalOf } from "../interval.ts";
import { type ScaleSlip, scaleSlip } from "../scale-slip.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import { toldText } from "../told-text.ts";

/** Two ranges of a document with the same digits and another magnitude: one of them slipped. */
export const sameDigits: TextRule = {
  id: "same-digits",
  name: "Same digits, another magnitude",
  checks:
    "finds ranges of one unit in a document, two digits at each end, that are the same but for a factor of ten, a thousand or a million",
  tolerance: "none: both ends to the last digit",
  citation: "Units of Korean numbers (만 10⁴, 억 10⁸) lie between those of English: docs/methods/auditing.md.",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const ranges = toldText(text).numbers.filter(isDistinct);
  return ranges.flatMap((one, at) => {
    const other = ranges.slice(at + 1).find((next) => isSlip(one, next));
    return other === undefined ? [] : [draftOf(text.id, one, other)];
  });
}

/** A range whose both ends carry two digits or more: what hardly comes about twice by chance. */
function isDistinct({ range }: Quantity): boolean {
  return range.kind === "between" && [range.low, range.high].every((end) => significantDigits(printNumber(end)) > 1);
}

function isSlip(one: Quantity, other: Quantity): boolean {
  const sameUnit = one.kind === other.kind && one.currency === other.currency && one.unit === other.unit;
  const [a, b] = [intervalOf(boundsOf(one.range)), intervalOf(boundsOf(other.range))];
  const [low, high] = [a.low / b.low, a.high / b.high];
  return sameUnit && Math.abs(low / high - 1) < 1e-9 && knownSlip(one, other) !== undefined;
}

function knownSlip(one: Quantity, other: Quantity): ScaleSlip | undefined {
  const [a, b] = [intervalOf(boundsOf(one.range)), intervalOf(boundsOf(other.range))];
  const [small, large] = a.low < b.low ? [a, b] : [b, a];
  const slip = scaleSlip(small, large);
  const exact = slip !== undefined && Math.abs(large.low / small.low / slip.factor - 1) < 1e-9;
  return exact && slip.factor !== 12 && slip.factor !== 100 ? slip : undefined;
}

function draftOf(id: string, one: Quantity, other: Quantity): TextDraft {
  const [a, b] = [intervalOf(boundsOf(one.range)), intervalOf(boundsOf(other.range))];
  const slip = knownSlip(one, other);
  const unit = one.currency ?? one.unit ?? "";
  const words = slip === undefined ? "" : ` They differ ${slip.words(one.kind === "money" ? "money" : "persons")}.`;
  return {
    grade: "decision-changing",
    sureness: "likely",
    passages: [one, other].map(({ start, end }) => ({ id, start, end })),
    stated: `${spoken(a)} ${unit}`,
    computed: `${spoken(b)} ${unit}`,
    explanation: `${spoken(a)} ${unit} and ${spoken(b)} ${unit} have the same digits.${words}`,
  };
}
