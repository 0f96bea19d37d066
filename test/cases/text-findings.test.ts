import { describe, expect, test } from "vitest";
import { auditTexts } from "../../src/audits/audit-texts.ts";
import { textFindingViews } from "../../src/cases/text-findings.ts";
import { sourceWith } from "./sample-package.ts";

const told =
  "Nobody told us where we would go until the ship had left the harbour, and by then the coast was so far away that nobody could have gone back.";
const text = [
  "“They owe the broker 30% of $900, or $370.”",
  "K (Male, Ostrova)",
  `“${told}”`,
  "L (Female, Keldin)",
  `“${told}”`,
  "K (Male, Sahlim)",
].join("\n");
const texts = [{ id: "report-2013", text }];
const views = textFindingViews(auditTexts(texts), { texts, sources: [sourceWith({})], decisions: [] });
const words = JSON.stringify(views);

describe("textFindingViews", () => {
  test("[U20] show the words of a passage, and nothing of a witness's label", () => {
    expect(views.map(({ finding }) => finding.rule).sort()).toEqual([
      "labelled-twice",
      "repeated-testimony",
      "told-share",
    ]);
    const share = views.find(({ finding }) => finding.rule === "told-share");
    expect(share?.passages[0]?.pieces.filter(({ marked }) => marked).map((piece) => piece.words)).toEqual([
      "30%",
      "$900",
      "$370",
    ]);
    for (const label of ["Ostrova", "Keldin", "Sahlim", "Male", "Female"]) expect(words).not.toContain(label);
    expect(words).toContain("ways that exclude each other");
  });

  test("[U20] leave a passage out whose own words tell too much, and keep its place", () => {
    const labels = views.find(({ finding }) => finding.rule === "labelled-twice");
    expect(labels?.passages.map(({ pieces }) => pieces)).toEqual([[], []].slice(0, labels?.passages.length));
    expect(labels?.finding.passages[0]).toMatchObject({ id: "report-2013", start: text.indexOf("K (Male") });
  });

  test("[U14] carry the last decision, by id", () => {
    const subject = views[0]?.finding.id ?? "";
    const decision = { kind: "decision", at: "2026-01-01", by: "R. Holm", decision: "dismissed", subject } as const;
    const again = textFindingViews(auditTexts(texts), { texts, sources: [], decisions: [decision] });
    expect(again.find(({ finding }) => finding.id === subject)).toMatchObject({ status: "dismissed", decision });
  });
});
