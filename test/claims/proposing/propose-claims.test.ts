import { describe, expect, test } from "vitest";
import type { ProposingContext } from "../../../src/claims/proposing/context.ts";
import { proposeClaims } from "../../../src/claims/proposing/propose-claims.ts";
import { anchorSpan } from "../../../src/sources/anchor.ts";
import { codePointSlice } from "../../../src/values/code-points.ts";

const context: ProposingContext = { source: { id: "invented", type: "press" }, terms: { measures: [], places: [] } };
const propose = (text: string) => proposeClaims(text, [], context);

describe("proposeClaims(text, parts, context)", () => {
  test("gives one proposal a quantity, with the sentence as its passage and the number inside it", () => {
    const text = "😀 They left. In Doha some 300 men were paid $200 a month. Nobody said more.";
    const proposals = propose(text);
    expect(proposals.map(({ number }) => codePointSlice(text, number.start, number.end))).toEqual(["some 300", "$200"]);
    for (const { span, places, countries } of proposals) {
      expect(codePointSlice(text, span.start, span.end)).toBe("In Doha some 300 men were paid $200 a month.");
      expect(anchorSpan(text, span).kind).toBe("exact");
      expect([places, countries]).toEqual([["QA"], ["QA"]]);
    }
  });

  test("gives each its own id, the same on each run, also where a passage stands twice", () => {
    const text = "They paid 50 dollars.\nThey paid 50 dollars.\n";
    const ids = propose(text).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(propose(text).map(({ id }) => id)).toEqual(ids);
    expect(ids[0]).toMatch(/^p[0-9a-f]{12}$/);
  });
});
