import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorSpan, spanOf } from "../../src/sources/anchor.ts";

const text = "At the start 👷 they earned 100 a month. Later 👷 they earned 100 a month, and at the end nothing.";
const first = text.indexOf("100") - 1;
const span = spanOf(text, first, first + 3);

describe("spanOf(text, start, end)", () => {
  test("counts in code points and reaches to both ends of the text", () => {
    expect([span.start, span.end]).toEqual([first, first + 3]);
    const whole = spanOf("😀", 0, 1);
    expect(anchorSpan("😀", whole)).toEqual({ kind: "exact", start: 0, end: 1 });
    expect(whole.before).toBe(whole.after);
  });

  test("throws for a span that is empty, in reverse or outside of the text", () => {
    const bad = [
      [3, 3],
      [4, 3],
      [-1, 3],
      [0, 1000],
      [0.5, 2],
    ] as const;
    for (const [start, end] of bad) expect(() => spanOf(text, start, end)).toThrow("invalid span");
  });
});

describe("anchorSpan(text, span)", () => {
  test("[C4] is exact for every span of a text in that text", () => {
    const some = fc.string({ unit: fc.constantFrom("a", " ", "\n", "한", "😀"), minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), (one, a, b) => {
        const length = [...one].length;
        const start = a % length;
        const end = start + 1 + (b % (length - start));
        expect(anchorSpan(one, spanOf(one, start, end))).toEqual({ kind: "exact", start, end });
      }),
    );
  });

  test("[C4] says moved for the same words between other words, and does not look for them elsewhere", () => {
    const second = [...text.slice(0, text.lastIndexOf("100"))].length;
    expect(anchorSpan(text, { ...span, start: second, end: second + 3 })).toEqual({
      kind: "moved",
      reason: "the words before the passage differ",
    });
    expect(anchorSpan(`x${text}`, span)).toEqual({ kind: "moved", reason: "other words stand at this position" });
    expect(anchorSpan(text.replace("month.", "month!"), span)).toEqual({
      kind: "moved",
      reason: "the words after the passage differ",
    });
    expect(anchorSpan("short", span)).toEqual({ kind: "moved", reason: "the text ends before the passage" });
  });

  test("holds where only the kind of white space differs", () => {
    expect(anchorSpan(text.replace("they earned", "they\nearned"), span).kind).toBe("exact");
  });
});
