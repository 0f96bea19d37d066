import { describe, expect, test } from "vitest";
import { anchorOf, readingOf, tallyAnchors } from "../../src/cases/source-reading.ts";
import type { ClaimView, SourceView } from "../../src/cases/views.ts";
import { spanOf } from "../../src/sources/anchor.ts";
import type { Span } from "../../src/sources/passage.ts";

const TEXT = "Some 300 people left. 그들은 40명이었다. About 90 came back.";

const view = (id: string, span?: Span): ClaimView => ({
  claim: {
    kind: "claim",
    id,
    source: "s",
    locator: "p. 1",
    ...(span === undefined ? {} : { span }),
    statedBy: "someone",
    basis: "press",
    modality: "asserted",
    measure: "workers",
    statistic: "total",
    place: "world",
    range: { kind: "point", value: 300 },
    approximate: false,
    unit: "persons",
    derivedFrom: [],
    derivation: "stated",
    paraphrase: "How many left.",
  },
  sourceTitle: "S",
  attached: true,
});

const source: SourceView = {
  source: { kind: "source", id: "s", type: "press", title: "S", language: "en", reliability: "C", credibility: "3" },
  attached: true,
  claims: 3,
};

const late = view("late", spanOf(TEXT, 42, 44));
const early = view("early", spanOf(TEXT, 5, 8));
const unplaced = view("unplaced");

describe("readingOf", () => {
  test("readingOf(source, claims, text) puts claims in the order of the text, those without a position last", () => {
    expect(readingOf(source, [unplaced, late, early], TEXT).claims.map((c) => c.claim.id)).toEqual([
      "early",
      "late",
      "unplaced",
    ]);
  });
  test("readingOf(source, claims) without a text shows none and says so for every claim", () => {
    const reading = readingOf(source, [early]);
    expect(reading).toMatchObject({ attached: false, claims: [{ anchor: { kind: "no text" } }] });
    expect(reading).not.toHaveProperty("text");
  });
});

describe("anchorOf", () => {
  test("anchorOf(span, text) is exact on the same words and moved, never guessed, on others", () => {
    expect(anchorOf(early.claim.span, TEXT)).toEqual({ kind: "exact", start: 5, end: 8 });
    expect(anchorOf(early.claim.span, `A ${TEXT}`)).toMatchObject({ kind: "moved" });
    expect(anchorOf(undefined, TEXT)).toMatchObject({
      kind: "moved",
      reason: expect.stringContaining("not been noted"),
    });
  });
});

describe("tallyAnchors", () => {
  test("tallyAnchors(claims) counts passages that open and names those that moved", () => {
    expect(tallyAnchors(readingOf(source, [early, late, unplaced], TEXT).claims)).toMatchObject({
      exact: 2,
      moved: [{ claim: "unplaced", locator: "p. 1" }],
    });
    expect(tallyAnchors(readingOf(source, [early]).claims)).toEqual({ exact: 0, moved: [] });
  });
});
