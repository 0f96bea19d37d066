import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { repetitionOf } from "../../src/sources/repeated-passages.ts";
import { codePointSlice } from "../../src/values/code-points.ts";

const STORY =
  "I was sent to the orchards of Ordania in the spring and for three years nobody told me what I had earned. The foreman kept a book.";
const OTHER =
  "Nothing here stands anywhere else, as each of these words was chosen to be quite alone in its row of words.";

describe("repetitionOf(texts)", () => {
  test("[D7] finds a testimony that is printed twice in one text, at both places, whole", () => {
    const text = `Witness B. ${STORY}\n\n${OTHER}\n\nWitness F: ${STORY.toUpperCase().replaceAll(" ", "  ")} End.`;
    const { passages, overlaps } = repetitionOf([{ id: "report", text }]);
    expect(passages).toHaveLength(1);
    const [passage] = passages;
    const words = (at: { start: number; end: number } | undefined) =>
      codePointSlice(text, at?.start ?? 0, at?.end ?? 0)
        .toLowerCase()
        .replace(/\s+/g, " ");
    expect(words(passage?.first)).toBe(STORY.toLowerCase().slice(0, -1));
    expect(words(passage?.second)).toBe(words(passage?.first));
    expect(overlaps).toEqual([]);
  });

  test("[D7] tells how alike two texts are, and that one holds the other", () => {
    const texts = [
      { id: "a", text: `${STORY} ${OTHER}` },
      { id: "b", text: STORY },
      { id: "c", text: "Eight words of no interest to anybody at all today." },
    ];
    const { overlaps } = repetitionOf(texts);
    expect(overlaps).toEqual([{ first: "a", second: "b", alike: expect.closeTo(0.5, 0), contained: 1 }]);
  });

  test("[D7] works on Korean and Chinese, whose words have no spaces or carry particles", () => {
    const korean = "과수원에서 일한 노동자들은 한 달에 천이백 크라운을 받았다고 한다";
    const chinese = "果园的工人说他们每个月的工资是一千二百元但是他们自己只能得到其中的三分之一";
    const texts = [
      { id: "a", text: `첫째 보고서이다. ${korean}. ${chinese}。` },
      { id: "b", text: `다른 글의 시작은 이렇고: "${korean.replaceAll(" ", "\n")}" 그리고 ${chinese}` },
    ];
    const { passages } = repetitionOf(texts);
    expect(passages.map(({ length }) => length)).toEqual([[...chinese].length, [...korean.replaceAll(" ", "")].length]);
  });

  test("leaves out fewer than eight words in a row, and a line that stands in every place", () => {
    expect(
      repetitionOf([{ id: "a", text: "one two three four five six seven. And one two three four five six seven!" }])
        .passages,
    ).toEqual([]);
    const header = "Confidential draft for the members of the commission only and nobody else";
    const pages = Array.from({ length: 40 }, (_, page) => `${header} ${page} unlike${page} words${page}`).join("\n");
    expect(repetitionOf([{ id: "a", text: pages }]).passages).toEqual([]);
  });

  test("every passage holds the same words at both places, whatever the texts", () => {
    const text = fc
      .array(fc.constantFrom("ab", "cd", "한", "國", ".", "\n", "👷"), { maxLength: 120 })
      .map((words) => words.join(" "));
    const bare = (all: string, { start, end }: { start: number; end: number }) =>
      codePointSlice(all, start, end).replace(/[^\p{L}\p{N}]/gu, "");
    fc.assert(
      fc.property(text, text, (a, b) => {
        const all: Record<string, string> = { a, b };
        for (const { first, second } of repetitionOf([
          { id: "a", text: a },
          { id: "b", text: b },
        ]).passages)
          expect(bare(all[first.id] ?? "", first)).toBe(bare(all[second.id] ?? "", second));
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
