import { type ComparedText, type RepeatedPassage, repetitionOf } from "../../sources/repeated-passages.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import { saidOf, toldText } from "../told-text.ts";

/** Fewer words in a row than these are a turn of phrase. */
const WORDS = 20;
/** So many passages of two documents are shown. */
const SHOWN = 3;

/** Two documents that share a passage with a figure in it: one of them has it from the other, or both from a third. */
export const copiedText: TextRule = {
  id: "copied-text",
  name: "One figure in two documents",
  checks: `finds passages of ${WORDS} words or more with a number in them that stand in two documents, whose figures then have one origin`,
  tolerance: `${WORDS} words in a row; capitals, punctuation and spaces do not count`,
  citation:
    "Near-duplicate detection by shingles (Broder 1997): src/sources/repeated-passages.ts. Copies count once (rule O1).",
  run: (texts) => {
    const pairs = new Map<string, RepeatedPassage[]>();
    for (const passage of texts.length < 2 ? [] : repetitionOf(texts).passages) {
      const { first, second, length } = passage;
      if (first.id === second.id || length < WORDS || numbersIn(texts, passage).length === 0) continue;
      const key = JSON.stringify([first.id, second.id]);
      pairs.set(key, [...(pairs.get(key) ?? []), passage]);
    }
    return [...pairs.values()].flatMap((passages) => draftOf(texts, passages));
  },
};

function numbersIn(texts: readonly ComparedText[], { first }: RepeatedPassage): readonly string[] {
  const text = texts.find(({ id }) => id === first.id);
  if (text === undefined) return [];
  return toldText(text)
    .numbers.filter(({ start, end }) => start >= first.start && end <= first.end)
    .map(saidOf);
}

function draftOf(texts: readonly ComparedText[], passages: readonly RepeatedPassage[]): readonly TextDraft[] {
  const shown = passages.slice(0, SHOWN);
  const figures = [...new Set(passages.flatMap((one) => numbersIn(texts, one)))].slice(0, SHOWN);
  const words = passages.reduce((sum, { length }) => sum + length, 0);
  return [
    {
      grade: "inconsistent",
      sureness: "likely",
      passages: shown.flatMap(({ first, second }) => [first, second]),
      stated: figures.join(" · "),
      computed: "",
      explanation: `${words} words are the same in both documents, and figures are among them (${figures.join("; ")}). They have one origin and count once.`,
    },
  ];
}
