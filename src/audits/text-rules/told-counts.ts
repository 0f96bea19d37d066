import type { ComparedText } from "../../sources/repeated-passages.ts";
import { gradeOf } from "../audit-finding.ts";
import { type HeadCount, headCounts } from "../head-counts.ts";
import { gap } from "../interval.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import { placeOf, printedOf, roundedOf, saidOf, type ToldText, toldText } from "../told-text.ts";
import { ROUNDING } from "../tolerance.ts";

/** Two totals of one thing, by the document's own voice, that exclude each other. */
export const toldCounts: TextRule = {
  id: "told-counts",
  name: "Two counts of one thing in a text",
  checks:
    "compares the totals that a document gives in its own voice of the people who work abroad, of the countries that they are in, and of the people whom it asked",
  tolerance: ROUNDING,
  citation:
    "Numbers that contradict one another within a study are its most frequent error (Nuijten and others 2016, on reporting).",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const told = toldText(text);
  const counts = headCounts(told);
  const drafts: TextDraft[] = [];
  const named = new Set<HeadCount>();
  for (const [at, one] of counts.entries()) {
    const other = counts.slice(at + 1).find((next) => !named.has(next) && excludes(one, next));
    if (other === undefined || named.has(one)) continue;
    for (const count of [one, other]) named.add(count);
    drafts.push(draftOf(told, one, other));
  }
  return drafts;
}

function excludes(one: HeadCount, other: HeadCount): boolean {
  const sameTime = one.years.join() === other.years.join();
  const comparable = one.of === other.of && one.voice === other.voice && sameTime;
  return comparable && one.number.sentence !== other.number.sentence && apartOf(one, other) > 1;
}

function apartOf(one: HeadCount, other: HeadCount): number {
  return gap(roundedOf(one.number), roundedOf(other.number));
}

function draftOf(text: ToldText, one: HeadCount, other: HeadCount): TextDraft {
  const [a, b] = [saidOf(one.number), saidOf(other.number)];
  return {
    grade: gradeOf(gap(printedOf(one.number), printedOf(other.number))),
    sureness: "likely",
    passages: [one.number, other.number].map((number) => placeOf(text, number)),
    stated: a,
    computed: b,
    steps: [`${a} ≠ ${b}`],
    explanation: `${a} and ${b}, both given as the number of ${one.of}. One may be older than the other, or be taken from another source that is not named, or count something else.`,
  };
}
