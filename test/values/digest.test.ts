import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldSpaces, sha256Hex, sha256HexOfBytes } from "../../src/values/digest.ts";

describe("sha256Hex(text)", () => {
  test("is what Node's own SHA-256 of the UTF-8 bytes gives", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const oracle = createHash("sha256").update(text, "utf8").digest("hex");
        expect([sha256Hex(text), sha256HexOfBytes(new TextEncoder().encode(text))]).toEqual([oracle, oracle]);
      }),
    );
  });
});

describe("foldSpaces(text)", () => {
  test("folds every kind of white space and trims nothing", () => {
    expect(foldSpaces(" a\u00a0\u3000\r\nb\n")).toBe(" a b ");
  });
});
