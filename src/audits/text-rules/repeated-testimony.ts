import {
  type ComparedText,
  type RepeatedPassage,
  repetitionOf,
  type TextStretch,
} from "../../sources/repeated-passages.ts";
import { codePointSlice } from "../../values/code-points.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import { type SpeakerLabel, speakerLabels } from "../witness-labels.ts";

/** Fewer words in a row than these are a turn of phrase. */
const WORDS = 20;
/** Two runs of the same words with no more than so many code points between them are one passage, reworded. */
const NEAR = 200;
/** A label belongs to the quotation that ends no more than so many code points before it. */
const LABEL_WITHIN = 3000;
/** Words of the page around an article, which stand twice on many. */
const FURNITURE =
  /\b(?:subscri\w+|free trial|free articles|newsletter|cookies|all rights reserved|sign up|log ?in|advertisement|terms of use)\b/iu;

/** A passage that stands twice in one document: one person's words counted as two. */
export const repeatedTestimony: TextRule = {
  id: "repeated-testimony",
  name: "Testimony printed twice",
  checks: `finds passages of ${WORDS} words or more that stand twice in one document, small changes of wording allowed, and whether two speakers are given for them; notices of a website do not count`,
  tolerance: `${WORDS} words in a row; capitals, punctuation and spaces do not count`,
  citation: "Near-duplicate detection by shingles (Broder 1997): src/sources/repeated-passages.ts.",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const runs = repetitionOf([text]).passages.toSorted((a, b) => a.first.start - b.first.start);
  const labels = speakerLabels(text);
  const words = ({ start, end }: TextStretch) => codePointSlice(text.text, start, end);
  return joined(runs)
    .filter(({ length, first }) => length >= WORDS && !FURNITURE.test(words(first)))
    .map((passage) => draftOf(passage, labels));
}

/** Runs that follow one another in both places, joined. */
function joined(runs: readonly RepeatedPassage[]): readonly RepeatedPassage[] {
  const passages: RepeatedPassage[] = [];
  for (const run of runs) {
    const at = passages.findIndex((held) => follows(held.first, run.first) && follows(held.second, run.second));
    const held = passages[at];
    if (held === undefined) passages.push(run);
    else
      passages[at] = {
        first: { ...held.first, end: Math.max(held.first.end, run.first.end) },
        second: { ...held.second, end: Math.max(held.second.end, run.second.end) },
        length: held.length + run.length,
      };
  }
  return passages;
}

function follows(held: TextStretch, next: TextStretch): boolean {
  return next.start >= held.start && next.start <= held.end + NEAR;
}

function draftOf({ first, second, length }: RepeatedPassage, labels: readonly SpeakerLabel[]): TextDraft {
  const [a, b] = [labelAfter(first, labels), labelAfter(second, labels)];
  const two = a !== undefined && b !== undefined && a.who !== b.who;
  return {
    grade: two ? "decision-changing" : "inconsistent",
    sureness: "certain",
    passages: [first, second],
    unlabelled: {
      stated: `${length} words twice`,
      explanation: `The same ${length} words stand in two places${two ? ", under two labels, of which one is wrong" : ""}: they count once.`,
    },
    stated: `${length} words twice`,
    computed: two ? `${a.words} · ${b.words}` : "",
    explanation: two
      ? `The same ${length} words stand under ${a.words} and under ${b.words}: they count once, and one of the labels is wrong.`
      : `The same ${length} words stand in two places${a === undefined ? "" : ` (${a.words})`}: they count once.`,
  };
}

function labelAfter(stretch: TextStretch, labels: readonly SpeakerLabel[]): SpeakerLabel | undefined {
  return labels.find(({ stretch: label }) => label.start >= stretch.end && label.start <= stretch.end + LABEL_WITHIN);
}
