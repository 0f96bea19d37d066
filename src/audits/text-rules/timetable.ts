import type { ComparedText } from "../../sources/repeated-passages.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import { dayDrafts } from "../timetable-day.ts";
import { weekDrafts } from "../timetable-week.ts";
import { toldText } from "../told-text.ts";

/** Sentences that tell of several ways of life at once: other people, other seasons, other days. */
const SEVERAL =
  /\b(?:sometimes|others?|another|or|some|one team|teams|shifts|summers?|winters?|sundays?|saturdays?|weekends?|holidays?|first|second|third|before|earlier|used to|last year|new|old|usually|depending|if|when|season)\b/iu;

/** One day or week whose parts overlap or do not fit into it. */
export const timetable: TextRule = {
  id: "timetable",
  name: "Timetable that cannot be",
  checks:
    "adds up the hours that a sentence gives to a day, holds them against the clock (“8 to 5, fourteen hours”), work against sleep and study that overlap it, and hours a day times days against hours a week or month",
  tolerance:
    "half an hour; meals and breaks lie inside work; an hour without morning or night is read both ways; seasons, Sundays and several teams are left alone",
  citation: "A day has 24 hours, a week seven days and a month at most 31.",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const told = toldText(text);
  return told.sentences.flatMap((sentence, at) => {
    if (SEVERAL.test(sentence.words)) return [];
    const next = told.sentences[at + 1];
    const closes = /[”"]\s*$/u.test(sentence.words.slice(-6));
    const follows = next !== undefined && !SEVERAL.test(next.words) && !closes;
    return [...dayDrafts(told, at, follows), ...weekDrafts(told, at)];
  });
}
