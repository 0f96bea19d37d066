import { describe, expect, test } from "vitest";
import { claimFromDraft, draftOf, isCorrected, missingFields } from "../../src/claims/claim-draft.ts";
import { draftParaphrase } from "../../src/claims/draft-paraphrase.ts";
import { proposalWith } from "./sample-proposal.ts";

const names = { measure: () => "Workers abroad", place: (id: string) => (id === "RU" ? "Russia" : id) };
const whole = proposalWith({ measure: "workers", period: "2012", speaker: "the ministry" });

describe("missingFields(draft)", () => {
  test("[Q2] names what the words do not say, and nothing is filled in", () => {
    const bare = proposalWith({ places: [], unit: "tons" });
    expect(missingFields(draftOf(bare, {}))).toEqual(["measure", "place", "period", "statedBy", "unit"]);
    expect(missingFields({ ...draftOf(whole, {}), unit: "money" })).toEqual(["currency"]);
    expect(missingFields(draftOf(whole, {}))).toEqual([]);
  });

  test("[Q2] where the words name nobody, the document's author says it, else its publisher", () => {
    const saidBy = (change: object, voice: object) => draftOf(proposalWith(change), voice).statedBy;
    expect(saidBy({}, { author: "A. Lund", publisher: "Quillfort" })).toBe("A. Lund");
    expect(saidBy({}, { publisher: "Quillfort" })).toBe("Quillfort");
    expect(saidBy({ speaker: "the ministry" }, { author: "A. Lund" })).toBe("the ministry");
    expect(saidBy({}, {})).toBeUndefined();
  });

  test("[Q2] a claim is undated only when a person says so", () => {
    const { period: _period, ...undated } = draftOf(whole, {});
    expect(missingFields(undated)).toEqual(["period"]);
    expect(missingFields({ ...undated, undated: true })).toEqual([]);
  });
});

describe("claimFromDraft(proposal, draft, paraphrase)", () => {
  test("[Q1] keeps the passage, says that it is stated, and has the paraphrase that was given", () => {
    const claim = claimFromDraft(whole, draftOf(whole, {}), "Counted by the ministry");
    if (!claim.ok) throw new Error(JSON.stringify(claim.issues));
    expect(claim.value).toMatchObject({
      source: whole.source,
      span: whole.span,
      derivation: "stated",
      derivedFrom: [],
    });
    expect(claim.value).toMatchObject({ paraphrase: "Counted by the ministry", range: whole.range, period: "2012" });
    expect(claim.value.id).toMatch(/^c[0-9a-f]{12}$/);
  });

  test("[Q2] refuses what lacks something, and what an import would refuse, field by field", () => {
    const fieldsOf = (change: object, words = "Ours") => {
      const made = claimFromDraft(whole, { ...draftOf(whole, {}), ...change }, words);
      return made.ok ? [] : made.issues.map(({ field }) => field);
    };
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ measure: undefined, place: undefined })).toEqual(["measure", "place"]);
    expect(fieldsOf({ low: 9, high: 5 })).toEqual(["low"]);
    expect(fieldsOf({ period: "last year" })).toEqual(["period"]);
    expect(fieldsOf({ per: "fortnight" })).toEqual(["per"]);
    expect(fieldsOf({}, " ")).toEqual(["paraphrase"]);
  });
});

describe("isCorrected(draft, proposed)", () => {
  test("a note corrects nothing, another field does, and so does one that was missing", () => {
    const proposed = draftOf(whole, {});
    expect(isCorrected({ ...proposed, note: "as in the table" }, proposed)).toBe(false);
    expect(isCorrected({ ...proposed, high: 6000 }, proposed)).toBe(true);
    expect(isCorrected({ ...proposed, occupation: "loggers" }, proposed)).toBe(true);
  });
});

describe("draftParaphrase(draft, names)", () => {
  test("says the fields in neutral words, in the order of measure, place, time, number", () => {
    const said = (change: object) => draftParaphrase({ ...draftOf(whole, {}), ...change }, names);
    expect(said({ approximate: true })).toBe("Workers abroad in Russia, 2012: about 5,000");
    expect(said({ low: 150e6, high: 230e6, unit: "money", currency: "USD", per: "year" })).toBe(
      "Workers abroad in Russia, 2012: 150 million to 230 million USD per year",
    );
    expect(said({ high: undefined, period: "199X", modality: "planned" })).toBe(
      "Workers abroad in Russia, 1990s: at least 5,000 (planned)",
    );
    expect(said({ low: 30, high: 30, unit: "percent", period: undefined, undated: true, statistic: "mean" })).toBe(
      "Workers abroad in Russia, undated: 30 % on average",
    );
    expect(draftParaphrase(draftOf(proposalWith({ places: [], unit: "tons" }), {}), names)).toBe("…, …: 5,000");
  });
});
