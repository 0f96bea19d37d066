import type { ComparedText } from "../../sources/repeated-passages.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import { placeOf, printedOf, saidOf, type ToldNumber, type ToldText, toldText } from "../told-text.ts";

const PEOPLE =
  /\b(?:workers?|labou?rers?|people|persons?|men|women|respondents?|interviewees?|participants?|households?|families|population|employees|staff|those|them|whom|wages?|salar(?:y|ies)|pay|earnings|income)\b/iu;
const GROWTH =
  /\b(?:rose|rise|rising|grew|grow\w*|increas\w*|jump\w*|up|more|higher|above|over|plan|target|quota|norm|output|inflation|fell|times|against|compared)\b/iu;

/** A share of people or of pay that is more than all of it. */
export const impossibleToldShare: TextRule = {
  id: "impossible-told-share",
  name: "Share above the whole, in a text",
  checks: "finds more than 100 % of people, or of their pay",
  tolerance: "none; growth and plans that are overfulfilled are left alone",
  citation: "A share lies between nothing and all.",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const told = toldText(text);
  return told.numbers.filter((one) => isImpossible(told, one)).map((one) => draftOf(told, one));
}

function isImpossible(text: ToldText, one: ToldNumber): boolean {
  if (one.kind !== "share" || one.shareOf === undefined || printedOf(one).low <= 100) return false;
  const whole = text.points.slice(one.shareOf.start, one.shareOf.end).join("");
  return PEOPLE.test(whole) && !GROWTH.test(`${one.before.slice(-60)} ${whole}`) && one.range.kind !== "at most";
}

function draftOf(text: ToldText, one: ToldNumber): TextDraft {
  return {
    grade: "inconsistent",
    sureness: "certain",
    passages: [placeOf(text, one)],
    stated: saidOf(one),
    computed: "at most 100 %",
    explanation: `${saidOf(one)} is more than all of it. A digit too many, or a growth that is told as a share.`,
  };
}
