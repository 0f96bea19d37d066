import type { ComparedText } from "../../sources/repeated-passages.ts";
import { figures } from "../amount-words.ts";
import { gradeOf } from "../audit-finding.ts";
import { gap, type Interval, over } from "../interval.ts";
import { IN_A_MONTH } from "../months-of-work.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import {
  isClosedNumber,
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

/** Words that say that the second sum is the first over again. Whoever else is named between them is paid by himself. */
const SAME =
  /^[^.;:()]{0,16}(?:,?\s(?:or|that is|i\.e\.|meaning|making|amounting to|equal(?:l?ing)? to|which (?:is|means|makes|comes to|works out at|amounts to)|or about|giving)\b[^.;:(]{0,50}|\s?\((?:or |that is,? |i\.e\.,? |about |some |roughly )*|\s?[=–—]\s?(?:about\s)?)$/u;
/** What is paid besides, or instead, is another sum. */
const OTHER =
  /\b(?:fine|bonus|fee|penalty|plus|and|for (?!each|every|one)|instead|if|while|whereas|but|depending|overtime)\b/iu;

/** One pay that a sentence gives twice, by two times. */
export const toldPeriods: TextRule = {
  id: "told-periods",
  name: "One pay by two times",
  checks:
    "holds a sum by the hour, day, week, month or year against the same sum by another time that the sentence gives as its equal: “$400 a month, or $7,200 a year”; a month has 15 to 31 days of work and a day 6 to 18 hours",
  tolerance: ROUNDING,
  citation: "Twelve months to the year; what the first sum comes to is worked out from it as printed.",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const told = toldText(text);
  return told.numbers.flatMap((one, at) => {
    const other = told.numbers[at + 1];
    return other !== undefined && isSamePay(told, one, other) ? draftOf(told, one, other) : [];
  });
}

function timeIn({ per }: ToldNumber): string | undefined {
  return per.find((word) => IN_A_MONTH.has(word));
}

function isSamePay(text: ToldText, one: ToldNumber, other: ToldNumber): boolean {
  const money = one.kind === "money" && other.kind === "money" && one.currency === other.currency;
  const [a, b] = [timeIn(one), timeIn(other)];
  if (!money || a === undefined || b === undefined || a === b) return false;
  if (one.sentence !== other.sentence || !isClosedNumber(one) || !isClosedNumber(other)) return false;
  const between = wordsBetween(text, one, other);
  return SAME.test(between) && !OTHER.test(between);
}

function draftOf(text: ToldText, one: ToldNumber, other: ToldNumber): readonly TextDraft[] {
  const months = IN_A_MONTH.get(timeIn(one) ?? "") ?? { low: 1, high: 1 };
  const wanted = IN_A_MONTH.get(timeIn(other) ?? "") ?? { low: 1, high: 1 };
  const byMonth = (sum: Interval): Interval => ({ low: sum.low * months.low, high: sum.high * months.high });
  const computed = over(byMonth(printedOf(one)), wanted);
  const apart = gap(roundedOf(other), computed);
  if (apart <= 1) return [];
  return [
    {
      grade: gradeOf(apart),
      sureness: "certain",
      passages: [other, one].map((sum) => placeOf(text, sum)),
      stated: saidOf(other),
      computed: `${figures(computed)} ${other.currency ?? ""} per ${timeIn(other) ?? ""}`,
      steps: [`${saidOf(one)} = ${figures(computed)} per ${timeIn(other) ?? ""}`],
      explanation: `${saidOf(one)} comes to ${figures(computed)} per ${timeIn(other) ?? ""}, and ${saidOf(other)} is printed. One may hold for another job or another year, or a factor was taken wrongly.`,
    },
  ];
}
