import type { ComparedText, TextStretch } from "../../sources/repeated-passages.ts";
import { isPossibleMean, isTelling } from "../grim.ts";
import { matchesOf, type PatternMatch } from "../matches.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";

/** Things that come in whole numbers for each person. */
const WHOLE =
  "children|siblings|brothers|sisters|people|persons|dependants|times|trips|visits|jobs|contracts|days|weeks|months|years|countries|sites|rooms|meals";
const ASKED =
  "(?:respondents|interviewees|participants|informants|people asked|workers asked|people interviewed|women asked|men asked)";
const MEAN = new RegExp(
  `\\b(?:mean|average)(?:\\s[\\p{L}\\s]{0,30}?|\\s?(?:=|:)\\s?)?\\b(\\d{1,3}\\.\\d{1,3})\\b[^.%]{0,60}?\\bn\\s?=\\s?(\\d{1,3})\\b|\\b(\\d{1,3}\\.\\d{1,3})\\s(?:${WHOLE})\\b[^.%\\d]{0,40}?\\bn\\s?=\\s?(\\d{1,3})\\b`,
  "giu",
);
const SHARE = new RegExp(
  `(?<![\\d.,])(\\d{1,2}\\.\\d{1,2})\\s?(?:%|per ?cent)\\s(?:of\\s(?:the|our|all|these|those)\\s)(\\d{1,3})\\s${ASKED}`,
  "giu",
);

/** A mean, or a share of the people asked, that no whole numbers can give. */
export const toldMean: TextRule = {
  id: "told-mean",
  name: "Mean that whole numbers cannot give, in a text",
  checks:
    "tests means of things that come in whole numbers, printed with n = …, and shares of so many people asked, against the size of the sample",
  tolerance: "rounding half up and half down; only where n is smaller than the steps of the last decimal",
  citation: "GRIM: Brown and Heathers 2017, Social Psychological and Personality Science 8.",
  run: (texts) => texts.flatMap((text) => [...means(text), ...shares(text)]),
};

function means(text: ComparedText): readonly TextDraft[] {
  return matchesOf(text, MEAN)
    .filter(({ groups: [words = "", mean] }) => mean === "" || new RegExp(`\\b(?:${WHOLE})\\b`, "iu").test(words))
    .flatMap(({ groups, stretch }) =>
      draftOf(stretch, { mean: groups[1] || groups[3] || "", count: Number(groups[2] || groups[4]), unit: "" }),
    );
}

function shares(text: ComparedText): readonly TextDraft[] {
  return matchesOf(text, SHARE).flatMap(({ groups: [, percent = "", count], stretch }: PatternMatch) => {
    const decimals = (percent.split(".")[1]?.length ?? 0) + 2;
    const mean = (Number(percent) / 100).toFixed(decimals);
    return draftOf(stretch, { mean, count: Number(count), unit: ` (${percent} %)` });
  });
}

interface Sample {
  readonly mean: string;
  readonly count: number;
  readonly unit: string;
}

function draftOf(place: TextStretch, { mean, count, unit }: Sample): readonly TextDraft[] {
  if (count < 1 || !isTelling(mean, count) || isPossibleMean(mean, count)) return [];
  const nearest = Math.round(Number(mean) * count);
  const decimals = mean.split(".")[1]?.length ?? 0;
  const computed = (nearest / count).toFixed(decimals);
  return [
    {
      grade: "inconsistent",
      sureness: "likely",
      passages: [place],
      stated: `${mean}${unit}`,
      computed,
      steps: [`${nearest} ÷ ${count} = ${computed}`],
      explanation: `No ${count} whole numbers have ${mean}${unit} as their mean; the nearest is ${computed}. Some may not have answered, or a digit is wrong.`,
    },
  ];
}
