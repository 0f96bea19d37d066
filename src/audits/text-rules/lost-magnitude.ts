import type { Quantity } from "../../claims/quantity.ts";
import type { ComparedText } from "../../sources/repeated-passages.ts";
import { boundsOf } from "../../values/range.ts";
import { figures, spoken } from "../amount-words.ts";
import { intervalOf, over } from "../interval.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import { toldText } from "../told-text.ts";

/** The people whom a sum comes from are named no further before it, in code points. */
const BEFORE = 400;
const PEOPLE = 1000;
/** Words for what comes in for a country, and words for what one person has. */
const TOTAL = /\b(?:earnings?|revenues?|remittances?|profits?|proceeds|income|brings? in|earns?|worth|generates?)\b/iu;
const OWN =
  /\b(?:each|per (?:worker|person|head|capita)|(?:a|the|average) (?:worker|man|woman|family)|workers?'s?|wages?|salar(?:y|ies)|paid|household|he|she|his|her|i|my)\b/iu;

/** A yearly total that is less than a dollar for each of the people who earn it. */
export const lostMagnitude: TextRule = {
  id: "lost-magnitude",
  name: "Total that is far too small",
  checks:
    "finds yearly sums for a country that come to less than one unit for each of a thousand people or more named just before",
  tolerance: "less than one unit of the currency a person and year",
  citation: "Nobody is sent abroad for a cent: a million, a billion or a thousand has been lost.",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const points = Array.from(text.text);
  const read = toldText(text).numbers;
  const people = read.filter((quantity) => quantity.unit === "persons" && lowOf(quantity) >= PEOPLE);
  return read.filter(isYearlySum).flatMap((sum): readonly TextDraft[] => {
    const sentence = sentenceAround(points, sum);
    const counted = people.findLast(({ end, start }) => end <= sum.start && start >= sum.start - BEFORE);
    if (counted === undefined || !TOTAL.test(sentence) || OWN.test(sentence)) return [];
    const [money, persons] = [intervalOf(boundsOf(sum.range)), intervalOf(boundsOf(counted.range))];
    if (!Number.isFinite(money.high) || money.high >= persons.low) return [];
    return [
      {
        grade: "decision-changing",
        sureness: "likely",
        passages: [
          { id: text.id, start: sum.start, end: sum.end },
          { id: text.id, start: counted.start, end: counted.end },
        ],
        stated: `${spoken(money)} ${sum.currency ?? ""} a year`,
        computed: `${figures(over(money, persons))} ${sum.currency ?? ""} a person and year`,
        explanation: `${spoken(money)} ${sum.currency ?? ""} a year from ${spoken(persons)} people is ${figures(over(money, persons))} from each: the word million, or another, has been lost.`,
      },
    ];
  });
}

function lowOf({ range }: Quantity): number {
  return boundsOf(range).low ?? 0;
}

function isYearlySum({ kind, per, range }: Quantity): boolean {
  return kind === "money" && per.includes("year") && !per.includes("person") && (boundsOf(range).high ?? 0) > 0;
}

function sentenceAround(points: readonly string[], { start, end }: Quantity): string {
  const before = points.slice(Math.max(0, start - 300), start).join("");
  const after = points.slice(end, end + 200).join("");
  return `${before.split(/[.!?]\s/u).at(-1) ?? ""} ${after.split(/[.!?](?:\s|$)/u)[0] ?? ""}`;
}
