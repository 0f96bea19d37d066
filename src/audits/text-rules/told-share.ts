import type { ComparedText } from "../../sources/repeated-passages.ts";
import { figures } from "../amount-words.ts";
import { gradeOf } from "../audit-finding.ts";
import { gap, type Interval, over } from "../interval.ts";
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

/** "of the", "out of these": the number after it is the whole. */
const OF =
  /^\s?(?:[\p{Ll}]+\s){0,3}?(?:out\s)?of\s(?:(?:the|these|those|all|its|our|this|that|a|an|some|about)\s){0,2}$/u;
/** "or", "that is", a bracket: the number after it says the same again. */
const IS =
  /^[^.;:,()]{0,40}?(?:,?\s(?:or|that is|i\.e\.|which is|namely)|,|\sis|\sare|\scomes? to|\s?\(|\s?=)\s(?:about\s)?$|^[^.;:()]{0,60}\s?\($/u;
/** "of the amount," after a share: it is a share of the sum before it. */
const OF_SUM = /^\s?of\s(?:the|this|that)\s(?:amount|sum|wages?|salary|pay|money|total)(?:,|\s\(|\s?[–—-])\s?$/u;

/** A part, its whole and the share that the one is of the other, as three numbers of one sentence. */
interface Triple {
  readonly share: ToldNumber;
  readonly whole: ToldNumber;
  readonly part: ToldNumber;
}

/** A percentage that stands beside the two numbers that it is worked out from. */
export const toldShare: TextRule = {
  id: "told-share",
  name: "Percentage beside its numbers",
  checks:
    "recomputes a percentage that a sentence prints with its part and its whole: “60 of the 240 (27 %)”, “30 % of $900, or $370”, “of the 240, 60 (27 %)”",
  tolerance: ROUNDING,
  citation: "Recomputing what is printed, as statcheck does for test statistics (Nuijten and others 2016).",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const told = toldText(text);
  return told.numbers.flatMap((_, at) => {
    const triple = tripleAt(told, at);
    const words = told.sentences[triple?.share.sentence ?? -1]?.words ?? "";
    return triple === undefined || !isProse(words) ? [] : draftOf(told, triple);
  });
}

/** Three numbers in a row that a sentence ties to one another. */
function tripleAt(text: ToldText, at: number): Triple | undefined {
  const [a, b, c] = text.numbers.slice(at, at + 3);
  if (a === undefined || b === undefined || c === undefined) return undefined;
  const [first, second] = [wordsBetween(text, a, b), wordsBetween(text, b, c)];
  if (a.kind === "share" && OF.test(first) && IS.test(second)) return tied({ share: a, whole: b, part: c });
  if (c.kind === "share" && /\($/u.test(second) && OF.test(first)) return tied({ share: c, whole: b, part: a });
  if (b.kind === "share" && OF_SUM.test(second)) return tied({ share: b, whole: a, part: c });
  const opens = /\b(?:out )?of (?:(?:the|these|those|all|its|our|some|about) ){0,2}$/iu.test(a.before);
  const follows = opens && /^[^.;:()]{0,80},\s?(?:only\s|about\s)?$/u.test(first);
  if (c.kind === "share" && follows && /^[^.;:()]{0,20}\($/u.test(second)) return tied({ share: c, whole: a, part: b });
  return undefined;
}

/** The numbers belong together: both sums of one currency, or both counts of one thing, none of them a bound. */
function tied(triple: Triple): Triple | undefined {
  const { share, whole, part } = triple;
  const alike =
    whole.kind === part.kind && whole.currency === part.currency && (whole.kind === "money" || whole.kind === "count");
  const time = whole.per.join() === part.per.join() || part.per.length === 0 || whole.per.length === 0;
  const closed = [share, whole, part].every(isClosedNumber) && share.kind === "share";
  const oneUnit =
    whole.kind === "money" || whole.unit === part.unit || part.unit === undefined || whole.unit === undefined;
  return alike && time && closed && oneUnit && printedOf(whole).low > 0 ? triple : undefined;
}

function draftOf(text: ToldText, { share, whole, part }: Triple): readonly TextDraft[] {
  const percent = (of: Interval): Interval => ({ low: of.low * 100, high: of.high * 100 });
  const could = percent(over(roundedOf(part), roundedOf(whole)));
  const apart = gap(could, roundedOf(share));
  if (apart <= 1) return [];
  const computed = percent(over(printedOf(part), printedOf(whole)));
  const sum = `${figures(printedOf(part))} ÷ ${figures(printedOf(whole))} = ${figures(computed)} %`;
  return [
    {
      grade: gradeOf(gap(computed, printedOf(share))),
      sureness: "certain",
      passages: [share, part, whole].map((one) => placeOf(text, one)),
      stated: saidOf(share),
      computed: `${figures(computed)} %`,
      steps: [sum],
      explanation: `${saidOf(part)} of ${saidOf(whole)} is ${figures(computed)} %, and ${saidOf(share)} is printed. One of the three numbers is wrong.`,
    },
  ];
}
