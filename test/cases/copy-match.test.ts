import { describe, expect, test } from "vitest";
import { matchCopy, mayBeCopyOf, notedDigests } from "../../src/cases/copy-match.ts";
import type { Source } from "../../src/sources/source.ts";

const source = (id: string, digests: Partial<Source>): Source => ({
  kind: "source",
  id,
  type: "report",
  title: id,
  language: "en",
  reliability: "B",
  credibility: "2",
  ...digests,
});

const both = source("both", { sha256: "aa", textSha256: "bb" });
const none = source("none", {});

describe("matchCopy", () => {
  test("matchCopy(sources, digest) finds a source by its original or by its text, and none by the lack of a digest", () => {
    expect(matchCopy([both, none], "aa").map((s) => s.id)).toEqual(["both"]);
    expect(matchCopy([both, none], "bb").map((s) => s.id)).toEqual(["both"]);
    expect(matchCopy([both, none], "cc")).toEqual([]);
  });
});

describe("mayBeCopyOf", () => {
  test("mayBeCopyOf(source, digest) refuses what differs from every noted digest, and takes anything where none is noted", () => {
    expect(["aa", "bb", "cc"].map((digest) => mayBeCopyOf(both, digest))).toEqual([true, true, false]);
    expect(mayBeCopyOf(none, "cc")).toBe(true);
    expect(notedDigests(both)).toEqual(["aa", "bb"]);
  });
});
