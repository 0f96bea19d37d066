import fc from "fast-check";
import { expect, test } from "vitest";
import { splitPassages } from "../../src/store/passages.ts";
import { bigramQuery, bigramVector } from "../../src/store/search-words.ts";
import { snippetOf } from "../../src/store/snippet.ts";

test("splitPassages(text) gives paragraphs with their places in code points", () => {
  expect(splitPassages("  one 👷\nline\n\n \n two\n")).toEqual([
    { start: 2, end: 12, text: "one 👷\nline" },
    { start: 17, end: 20, text: "two" },
  ]);
  expect(splitPassages(" \n\n ")).toEqual([]);
});

test("splitPassages(text) cuts long paragraphs and loses no word", () => {
  const text = Array.from({ length: 400 }, (_, n) => `Sentence ${n} 노동자 👷.`).join(" ");
  const passages = splitPassages(text);
  expect(passages.length).toBeGreaterThan(4);
  expect(passages.map((passage) => passage.text).join(" ")).toBe(text);
  expect(Math.max(...passages.map((passage) => passage.text.length))).toBeLessThanOrEqual(1_600);
});

test("splitPassages(text) gives words that stand where it says, for any text", () => {
  const piece = fc.constantFrom("a", " ", "\n", "\n\n", "👷", "노", ". ", "\f", "\t", "x".repeat(900));
  const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      const letters = Array.from(text);
      const passages = splitPassages(text);
      for (const { start, end, text: words } of passages) expect(letters.slice(start, end).join("")).toBe(words);
      expect(
        passages
          .map((passage) => passage.text)
          .join("")
          .replace(/\s/g, ""),
      ).toBe(text.replace(/\s/g, ""));
    }),
    { seed: 11, numRuns: 300 },
  );
});

test("bigramVector(text) sets runs apart and keeps the last letter", () => {
  expect(bigramVector("노동자 임금 wage")).toBe("'노동':1 '동자':2 '자':3 '임금':5 '금':6");
  expect(bigramVector("wage")).toBe("");
});

test("bigramQuery(text) asks for each run as a phrase", () => {
  expect(bigramQuery("노동자 금 wage")).toBe("('노동' <-> '동자') & '금':*");
});

test("snippetOf(marked, runs) cuts around the first match and leaves no mark alone", () => {
  const long = `${"word ".repeat(60)}\u2068hit\u2069 ${"after ".repeat(60)}`;
  const snippet = snippetOf(long, []);
  expect(snippet).toMatch(/^…word .*\u2068hit\u2069 after .*…$/);
  expect(snippet.length).toBeLessThan(330);
  expect(snippetOf("한 노동자와 노동자", ["노동자"])).toBe("한 \u2068노동자\u2069와 \u2068노동자\u2069");
  expect(snippetOf("nothing here", [])).toBe("nothing here");
});
