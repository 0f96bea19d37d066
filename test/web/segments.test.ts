import fc from "fast-check";
import { expect, test } from "vitest";
import { paragraphsOf } from "../../src/web/reader/segments.ts";

test("paragraphsOf(text, passages) counts code points, so that letters outside the basic plane move nothing", () => {
  const text = "𝒜 first 😀 line\n\nNext: 봉제 공장 pays 90.";
  const start = Array.from(text).indexOf("봉");
  const [, second] = paragraphsOf(text, [{ claim: "c1", number: 1, start, end: start + 5 }]);
  const marked = second?.segments.find((segment) => segment.covers.length > 0);
  expect(marked?.text).toBe("봉제 공장");
  expect(marked?.ends.map((item) => item.number)).toEqual([1]);
});

test("paragraphsOf(text, passages) numbers a passage once, at its end, where passages overlap", () => {
  const passages = [
    { claim: "a", number: 1, start: 0, end: 8 },
    { claim: "b", number: 2, start: 4, end: 12 },
  ];
  const [only] = paragraphsOf("abcdefghijklmnop", passages);
  expect(only?.segments.map((segment) => segment.text)).toEqual(["abcd", "efgh", "ijkl", "mnop"]);
  expect(only?.segments.flatMap((segment) => segment.ends.map((item) => item.claim))).toEqual(["a", "b"]);
});

test("paragraphsOf(text, passages) loses no word and marks exactly the passage's words", () => {
  const texts = fc.array(fc.constantFrom("a", "é", "노동", "😀", " ", "\n", "\n\n", "\f"), { maxLength: 60 });
  fc.assert(
    fc.property(texts, fc.nat(60), fc.nat(20), (parts, from, length) => {
      const text = parts.join("");
      const points = Array.from(text);
      const start = Math.min(from, points.length);
      const end = Math.min(start + length, points.length);
      const segments = paragraphsOf(text, [{ claim: "c", number: 1, start, end }]).flatMap((item) => item.segments);
      const squeeze = (words: string) => words.replaceAll(/\s/g, "");
      expect(squeeze(segments.map((item) => item.text).join(""))).toBe(squeeze(text));
      const marked = segments.filter((item) => item.covers.length > 0).map((item) => item.text);
      expect(squeeze(marked.join(""))).toBe(squeeze(points.slice(start, end).join("")));
    }),
  );
});
