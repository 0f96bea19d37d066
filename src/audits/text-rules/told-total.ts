import type { ComparedText } from "../../sources/repeated-passages.ts";
import { figures } from "../amount-words.ts";
import { gradeOf } from "../audit-finding.ts";
import { headCounts } from "../head-counts.ts";
import { gap, plus } from "../interval.ts";
import { listsOfPlaces } from "../listed-places.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import {
  isClosedNumber,
  isProse,
  placeOf,
  printedOf,
  roundedOf,
  saidOf,
  type ToldNumber,
  type ToldText,
  toldText,
  wordsBetween,
} from "../told-text.ts";
import { ROUNDING } from "../tolerance.ts";

const OUT_OF = /^\s?(?:out\s)?of\s(?:the|these|those|all|its|our)\s$/u;
const IN_ALL = /^\s?(?:[\p{L}-]+\s){0,3}?(?:in all|in total|altogether|all told)\b/u;
const FOR_TOTAL = /\b(?:making|for|giving|or|and)?\s?a total of\s(?:about\s)?$/u;

/** A total with the parts that a document lists for it. */
interface Sum {
  readonly total: ToldNumber;
  readonly parts: readonly ToldNumber[];
  /** Whether the list is all that the total has, so that it may not fall short either. */
  readonly whole: boolean;
  readonly why: string;
}

/** Parts that a document lists, against their total; a part against its whole. */
export const toldTotal: TextRule = {
  id: "told-total",
  name: "Parts against their total in a text",
  checks:
    "adds up what a sentence lists for a total (“85 teams: 40, 30 and 25”, “20, 35 and 15, 80 in all”), the people that a list gives by country against the number of all who are abroad, and finds a part that is larger than its whole",
  tolerance: ROUNDING,
  citation: "A sum is the sum of its parts; what lies in brackets, comes on top or is planned is not added.",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const told = toldText(text);
  const sums = [...partsOver(told), ...sentenceSums(told), ...placeSums(told)];
  return sums.flatMap((sum) => draftOf(told, sum));
}

/** "260 of the 240 workers". */
function partsOver(text: ToldText): readonly Sum[] {
  return text.numbers.flatMap((part, at) => {
    const total = text.numbers[at + 1];
    if (total === undefined || !alike([part, total]) || !OUT_OF.test(wordsBetween(text, part, total))) return [];
    return [{ total, parts: [part], whole: false, why: "The part is larger than its whole." }];
  });
}

function alike(numbers: readonly ToldNumber[]): boolean {
  const one = (values: readonly (string | undefined)[]) =>
    new Set(values.filter((value) => value !== undefined)).size <= 1;
  const kinds = numbers.every(({ kind }) => kind === "count") || numbers.every(({ kind }) => kind === "money");
  return (
    kinds &&
    numbers.every(isClosedNumber) &&
    one(numbers.map(({ unit }) => unit)) &&
    one(numbers.map(({ currency }) => currency))
  );
}

/** A sentence that lists parts and says what they come to, before a colon or at the end. */
function sentenceSums(text: ToldText): readonly Sum[] {
  const why = "The list does not come to the total that stands beside it.";
  return [...text.bySentence].flatMap(([sentence, numbers]): readonly Sum[] => {
    const [first, ...rest] = numbers;
    const last = numbers.at(-1);
    const prose = isProse(text.sentences[sentence]?.words ?? "");
    if (first === undefined || last === undefined || numbers.length < 3 || !alike(numbers) || !prose) return [];
    if (IN_ALL.test(last.after) || FOR_TOTAL.test(last.before))
      return isSumOf(last, numbers.slice(0, -1))
        ? [{ total: last, parts: numbers.slice(0, -1), whole: true, why }]
        : [];
    const listed = /^[^:]*:[^:]*$/u.test(first.after) && /\band\b/u.test(last.before);
    return listed && isSumOf(first, rest) ? [{ total: first, parts: rest, whole: false, why }] : [];
  });
}

/** Numbers that could be the parts of a total: none is larger than it, and all together are not out by more than half. */
function isSumOf(total: ToldNumber, parts: readonly ToldNumber[]): boolean {
  const whole = printedOf(total);
  const sum = plus(parts.map(printedOf));
  return parts.every((part) => printedOf(part).low <= whole.high) && gap(sum, whole) <= 1.5;
}

/** Lists of people by country, against the smallest number of all who are abroad that the document gives. */
function placeSums(text: ToldText): readonly Sum[] {
  const totals = headCounts(text).filter(({ of }) => of === "people abroad");
  return listsOfPlaces(text).flatMap((list): readonly Sum[] => {
    const parts = list.map(({ number }) => number);
    const about = totals.filter(({ number }) => !parts.includes(number));
    const nearest = about.toSorted((a, b) => distance(a.number, parts) - distance(b.number, parts))[0];
    const why =
      "The countries come to more than the total. A count may be of another year, or cover a country that another covers too.";
    return nearest === undefined ? [] : [{ total: nearest.number, parts, whole: false, why }];
  });
}

function distance({ start }: ToldNumber, [first]: readonly ToldNumber[]): number {
  return Math.abs(start - (first?.start ?? 0));
}

function draftOf(text: ToldText, { total, parts, whole, why }: Sum): readonly TextDraft[] {
  const [sum, could] = [plus(parts.map(printedOf)), plus(parts.map(roundedOf))];
  const apart = gap(could, roundedOf(total));
  const exceeds = could.low > roundedOf(total).high;
  if (apart <= 1 || !(exceeds || whole)) return [];
  const steps =
    parts.length === 1 ? [] : [`${parts.map((part) => figures(printedOf(part))).join(" + ")} = ${figures(sum)}`];
  return [
    {
      grade: gradeOf(gap(sum, printedOf(total))),
      sureness: parts.length > 1 && whole ? "certain" : "likely",
      passages: [total, ...parts].map((one) => placeOf(text, one)),
      stated: saidOf(total),
      computed: figures(sum),
      steps,
      explanation: `${parts.length === 1 ? "The part is" : "The parts come to"} ${figures(sum)}, and the total is ${saidOf(total)}. ${why}`,
    },
  ];
}
