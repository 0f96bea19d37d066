import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePointIndex, codePointLength, codePointSlice, utf16Index } from "../../src/values/code-points.ts";

const text = fc.string({ unit: fc.constantFrom("a", "é", "한", "😀", "\ud83d", "\ude00", "\n") });

describe("code points", () => {
  test("codePointLength(text) is the length of its code points", () => {
    fc.assert(fc.property(text, (one) => codePointLength(one) === [...one].length));
  });

  test("codePointSlice(text, start, end) is the slice of its code points", () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (one, start, end) => {
        expect(codePointSlice(one, start, end)).toBe([...one].slice(start, Math.max(start, end)).join(""));
      }),
    );
  });

  test("codePointIndex undoes utf16Index", () => {
    fc.assert(
      fc.property(text, fc.nat(40), (one, point) => {
        const at = Math.min(point, codePointLength(one));
        expect(codePointIndex(one, utf16Index(one, at))).toBe(at);
      }),
    );
  });
});
