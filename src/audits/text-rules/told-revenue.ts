import type { ComparedText } from "../../sources/repeated-passages.ts";
import { figures, spoken } from "../amount-words.ts";
import { hull, type Interval, over, times } from "../interval.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import { isClosedNumber, placeOf, printedOf, saidOf, type ToldNumber, type ToldText, toldText } from "../told-text.ts";

/** The workers stand no further before or after the sum, in code points. */
const NEAR = 400;
const LEAST_PEOPLE = 500;
const LEAST_SUM = 1e6;
/** A quarter above the highest pay; a fiftieth of the lowest. */
const [ABOVE, BELOW] = [1.25, 0.02];
const TOTAL =
  /\b(?:earnings?|revenues?|remit\w*|profits?|proceeds|income|brings?|earns?|worth|generates?|sends? home)\b/iu;
const OTHER_TRADE =
  /\b(?:coal|ore|arms|weapons|missiles?|trade|drugs?|tourism|gold|minerals?|gdp|budget|exports? of|fish\w*|textiles?)\b/iu;
const OWN = /\b(?:each|per (?:worker|person|head|capita)|wages?|salar(?:y|ies))\b/iu;
const PAY = /\b(?:earn\w*|gets?|(?:is|are|was|were) paid|pays?|receiv\w*|wages?|salar\w*|makes?)\b/iu;
const EXTREME = /\b(?:if|up to|as much|at most|at best|lucky|managers?|officials?|agents?|brokers?|directors?)\b/iu;
const MONTHS: ReadonlyMap<string, number> = new Map([
  ["month", 1],
  ["year", 12],
]);

/** A yearly sum for a country that its workers cannot earn, or would earn in a day, at the pay that the same document prints. */
export const toldRevenue: TextRule = {
  id: "told-revenue",
  name: "Revenue against workers and pay, in a text",
  checks:
    "divides what workers abroad bring in a year by their number and by twelve, and holds it against every pay by the month or year that the document prints in that currency",
  tolerance: "a quarter above the highest pay printed; a fiftieth of the lowest",
  citation: "What a state takes is part of what its workers are paid: docs/methods/auditing.md.",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const told = toldText(text);
  return told.numbers.flatMap((sum) => {
    const workers = isRevenue(told, sum) ? workersNear(told, sum) : undefined;
    if (workers === undefined) return [];
    const pays = told.numbers.filter((one) => one.currency === sum.currency && isPay(told, one));
    return pays.length === 0 ? [] : draftOf(told, { sum, workers, pays });
  });
}

function wordsOfSentence(text: ToldText, { sentence }: ToldNumber): string {
  return text.sentences[sentence]?.words ?? "";
}

function isRevenue(text: ToldText, one: ToldNumber): boolean {
  const words = wordsOfSentence(text, one);
  const yearly = one.kind === "money" && one.per.includes("year") && !one.per.includes("person");
  const large = isClosedNumber(one) && printedOf(one).low >= LEAST_SUM;
  return yearly && large && TOTAL.test(words) && !OTHER_TRADE.test(words) && !OWN.test(words);
}

function workersNear(text: ToldText, sum: ToldNumber): ToldNumber | undefined {
  return text.numbers.findLast((one) => {
    const near = one.start < sum.start && one.start >= sum.start - NEAR && sum.sentence - one.sentence <= 1;
    return near && one.unit === "persons" && isClosedNumber(one) && printedOf(one).low >= LEAST_PEOPLE;
  });
}

function isPay(text: ToldText, one: ToldNumber): boolean {
  const timed = one.kind === "money" && one.per.some((time) => MONTHS.has(time)) && isClosedNumber(one);
  const { low, high } = byMonth(one);
  return timed && low > 1 && high < 20_000 && PAY.test(one.before) && !EXTREME.test(wordsOfSentence(text, one));
}

function byMonth(one: ToldNumber): Interval {
  return times(printedOf(one), 1 / (MONTHS.get(one.per.find((time) => MONTHS.has(time)) ?? "") ?? 1));
}

interface Held {
  readonly sum: ToldNumber;
  readonly workers: ToldNumber;
  readonly pays: readonly ToldNumber[];
}

function draftOf(text: ToldText, { sum, workers, pays }: Held): readonly TextDraft[] {
  const each = times(over(printedOf(sum), printedOf(workers)), 1 / 12);
  const paid = hull(pays.map(byMonth));
  const [above, below] = [each.low > paid.high * ABOVE, each.high < paid.low * BELOW];
  if (!above && !below) return [];
  const decisive = pays.find((one) => (above ? byMonth(one).high === paid.high : byMonth(one).low === paid.low));
  const currency = sum.currency ?? "";
  return [
    {
      grade: "decision-changing",
      sureness: "likely",
      passages: [sum, workers, ...(decisive === undefined ? [] : [decisive])].map((one) => placeOf(text, one)),
      stated: saidOf(sum),
      computed: `${figures(each)} ${currency} per worker and month`,
      steps: [`${spoken(printedOf(sum))} ÷ ${figures(printedOf(workers))} ÷ 12 = ${figures(each)}`],
      explanation: `${saidOf(sum)} from ${figures(printedOf(workers))} workers is ${figures(each)} ${currency} a month from each, and the pay that the document prints lies between ${figures({ low: paid.low, high: paid.low })} and ${figures({ low: paid.high, high: paid.high })}. ${above ? "A nought or a magnitude too many (억, a hundred million, read as a billion?), or the workers are undercounted." : "A magnitude has been lost, or the sum covers a part of them."}`,
    },
  ];
}
