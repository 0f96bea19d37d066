import { figures } from "./amount-words.ts";
import { gap, type Interval } from "./interval.ts";
import type { TextDraft } from "./text-finding.ts";
import { isClosedNumber, placeOf, printedOf, roundedOf, saidOf, type ToldNumber, type ToldText } from "./told-text.ts";

/** How much of the one fits into the other at most. */
const MOST: ReadonlyMap<string, number> = new Map([
  ["hours day", 24],
  ["hours week", 168],
  ["hours month", 744],
  ["days week", 7],
  ["days month", 31],
]);

/**
 * What a sentence says of hours and days that no week or month holds, and hours a day times days that do not come to the hours printed beside them.
 * @example
 * weekDrafts({ id: "a", text: "", points: [], sentences: [], numbers: [], bySentence: new Map() }, 0) // => []
 */
export function weekDrafts(text: ToldText, sentence: number): readonly TextDraft[] {
  const told = (text.bySentence.get(sentence) ?? []).filter(
    (one) => one.kind === "duration" && one.per.length === 1 && isClosedNumber(one),
  );
  const find = (unit: string, per: string) => told.find((one) => one.unit === unit && one.per.includes(per));
  const products = ["week", "month"].flatMap((time) => {
    const [hours, days, all] = [find("hours", "day"), find("days", time), find("hours", time)];
    return hours === undefined || days === undefined || all === undefined
      ? []
      : productDraft(text, { hours, days, all });
  });
  return [...told.flatMap((one) => tooMany(text, one)), ...products];
}

function tooMany(text: ToldText, one: ToldNumber): readonly TextDraft[] {
  const most = MOST.get(`${one.unit ?? ""} ${one.per[0] ?? ""}`);
  if (most === undefined || printedOf(one).low <= most) return [];
  return [
    {
      grade: "inconsistent",
      sureness: "certain",
      passages: [placeOf(text, one)],
      stated: saidOf(one),
      computed: `at most ${most}`,
      explanation: `A ${one.per[0] ?? ""} holds ${most} ${one.unit ?? ""} at most, and ${saidOf(one)} is printed.`,
    },
  ];
}

interface Product {
  readonly hours: ToldNumber;
  readonly days: ToldNumber;
  readonly all: ToldNumber;
}

function productDraft(text: ToldText, { hours, days, all }: Product): readonly TextDraft[] {
  const multiplied = (a: Interval, b: Interval): Interval => ({ low: a.low * b.low, high: a.high * b.high });
  const could = multiplied(roundedOf(hours), roundedOf(days));
  const computed = multiplied(printedOf(hours), printedOf(days));
  if (gap(could, roundedOf(all)) <= 1) return [];
  return [
    {
      grade: "inconsistent",
      sureness: "likely",
      passages: [all, hours, days].map((one) => placeOf(text, one)),
      stated: saidOf(all),
      computed: `${figures(computed)} hours per ${all.per[0] ?? ""}`,
      steps: [`${figures(printedOf(hours))} × ${figures(printedOf(days))} = ${figures(computed)}`],
      explanation: `${saidOf(hours)} on ${saidOf(days)} is ${figures(computed)} hours, and ${saidOf(all)} is printed.`,
    },
  ];
}
