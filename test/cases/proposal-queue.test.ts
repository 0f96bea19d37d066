import { describe, expect, test } from "vitest";
import { passageWindow, snippetsOf } from "../../src/cases/passage-window.ts";
import { NO_MEASURE, queueOf } from "../../src/cases/proposal-queue.ts";
import type { DecidedProposal } from "../../src/claims/decided-proposal.ts";
import { spanOf } from "../../src/sources/anchor.ts";
import { codePointSlice } from "../../src/values/code-points.ts";
import { NOTE, proposalWith } from "../claims/sample-proposal.ts";

const names = { measure: (id: string) => id, place: (id: string) => id };
const sources = [
  { id: "note", title: "A note" },
  { id: "list", title: "A list" },
];
const decided: readonly DecidedProposal[] = [
  { proposal: proposalWith({ id: "p000000000001", measure: "workers" }), status: "open" },
  { proposal: proposalWith({ id: "p000000000002" }), status: "open" },
  { proposal: proposalWith({ id: "p000000000003", source: "list" }), status: "rejected" },
  { proposal: proposalWith({ id: "p000000000004", source: "list" }), status: "claimed", claim: "c000000000001" },
];

describe("queueOf(input, filter)", () => {
  const ids = (filter: Parameters<typeof queueOf>[1]) =>
    queueOf({ decided, sources, names }, filter).proposals.map(({ proposal }) => proposal.id.at(-1));

  test("[Q1] [Q5] without a status it is what waits: nothing decided, and no number that is a claim already", () => {
    expect(ids({})).toEqual(["1", "2"]);
    expect(ids({ status: "rejected" })).toEqual(["3"]);
    expect(ids({ status: "claimed" })).toEqual(["4"]);
  });

  test("narrows by source and measure, and counts before it cuts", () => {
    expect(ids({ measure: NO_MEASURE })).toEqual(["2"]);
    expect(ids({ source: "list", status: "claimed" })).toEqual(["4"]);
    const queue = queueOf({ decided, sources, names }, { limit: 1, offset: 1 });
    expect([queue.total, queue.proposals.map(({ proposal }) => proposal.id)]).toEqual([2, ["p000000000002"]]);
    expect(queue.counts).toEqual({ open: 2, claimed: 1, accepted: 0, corrected: 0, rejected: 1 });
    expect(queue.sources).toEqual([
      { id: "note", name: "A note", open: 2 },
      { id: "list", name: "A list", open: 0 },
    ]);
    expect(queueOf({ decided, sources, names }, { source: "list" }).counts.open).toBe(0);
  });
});

describe("passageWindow(text, span)", () => {
  const long = `${"before ".repeat(400)}👷 ${NOTE}${"after ".repeat(400)}`;
  const at = [...long].join("").indexOf("The ministry") - 1;

  test("[Q8] shows the words round a passage at their places in code points, cut between words", () => {
    const span = spanOf(long, at, at + 12);
    const { anchor, words, start, more } = passageWindow(long, span);
    expect(anchor).toMatchObject({ kind: "exact" });
    expect(codePointSlice(words, span.start - start, span.end - start)).toBe("The ministry");
    expect(more).toEqual([true, true]);
    expect(words.startsWith("before ") && words.endsWith("after")).toBe(true);
  });

  test("[Q8] says where a passage has moved, also past the end of a text, and where there is no text", () => {
    const span = spanOf(long, at, at + 12);
    expect(passageWindow(`x${long}`, span).anchor.kind).toBe("moved");
    expect(passageWindow("Short.", span)).toMatchObject({ anchor: { kind: "moved" }, words: "Short." });
    expect(passageWindow(undefined, span)).toMatchObject({ anchor: { kind: "no text" }, words: "" });
  });
});

describe("snippetsOf(text)", () => {
  test("gives whole words on either side of a number, their line ends folded", () => {
    const snippet = snippetsOf(`👷 ${"many words ".repeat(20)}counted\n5,000\nworkers ${"and more ".repeat(20)}`);
    const start = 2 + 220 + 8;
    const { before, number, after } = snippet({ start, end: start + 5 });
    expect(number).toBe("5,000");
    expect(before).toMatch(/^(many|words) .* counted $/);
    expect(after).toMatch(/^ workers and more .*(and|more)$/);
  });
});
