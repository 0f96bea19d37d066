import type { ComparedText } from "../../sources/repeated-passages.ts";
import { figures } from "../amount-words.ts";
import { gradeOf } from "../audit-finding.ts";
import { gap, plus } from "../interval.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import {
  isClosedNumber,
  isProse,
  placeOf,
  printedOf,
  saidOf,
  type ToldNumber,
  type ToldText,
  toldText,
} from "../told-text.ts";

/** What each share may be off by, in points, once it was rounded. */
const POINTS = 0.5;
/** Words that divide a whole among its parts. */
const DIVIDED =
  /\b(?:made up of|consists? of|consisted of|composed of|(?:is|are|was|were) (?:split|divided|broken down|distributed|shared)|breaks? down|splits? (?:into|three|four)|divided (?:into|between|among))\b/iu;
/** Before the last share: it is all that is left. */
const REMAINING = /\b(?:the (?:remaining|other|rest)|remaining|the rest|remainder)\b[^.;:%\d]{0,24}$/iu;
/** A share of what another leaves is no part of the same whole. */
const LEFT =
  /\b(?:of (?:the|this|that|what is) (?:rest|remainder|left|remaining)|from (?:the|what is) (?:rest|left)|of these|of them|of whom|of which|half of)\b/iu;

/** Shares that a sentence divides one whole into, and that do not come to it. */
export const toldShares: TextRule = {
  id: "told-shares",
  name: "Shares of one whole in a text",
  checks:
    "adds up the shares of a sentence that divides a whole (“made up of”, “is split”, “and the remaining 15 %”) and holds the sum against 100 %",
  tolerance: "half a point for each share",
  citation: "The parts of a whole come to 100 %. Answers of which people give several are left alone.",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const told = toldText(text);
  return [...told.bySentence].flatMap(([at, numbers]) => {
    const shares = numbers.filter(({ kind }) => kind === "share");
    return draftOf(told, shares, told.sentences[at]?.words ?? "");
  });
}

function draftOf(text: ToldText, shares: readonly ToldNumber[], words: string): readonly TextDraft[] {
  const last = shares.at(-1);
  if (last === undefined || shares.length < 2 || LEFT.test(words) || !isProse(words) || !shares.every(isClosedNumber))
    return [];
  if (!REMAINING.test(last.before) && !DIVIDED.test(words)) return [];
  const sum = plus(shares.map(printedOf));
  const slack = POINTS * shares.length;
  const apart = gap({ low: sum.low - slack, high: sum.high + slack }, { low: 100, high: 100 });
  if (apart <= 1) return [];
  const exceeds = sum.low > 100;
  if (!exceeds && !REMAINING.test(last.before)) return [];
  return [
    {
      grade: gradeOf(gap(sum, { low: 100, high: 100 })),
      sureness: "likely",
      passages: shares.map((one) => placeOf(text, one)),
      stated: shares.map(saidOf).join(" + "),
      computed: `${figures(sum)} %`,
      steps: [`${shares.map((one) => figures(printedOf(one))).join(" + ")} = ${figures(sum)}`],
      explanation: `The shares come to ${figures(sum)} % of one whole. ${exceeds ? "One is too large, or they overlap." : "One is too small, or a part is missing."}`,
    },
  ];
}
