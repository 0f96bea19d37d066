import { describe, expect, test } from "vitest";
import { inputDigest } from "../../src/estimates/input-digest.ts";
import { ACCOUNT, accountOf } from "../accounts/sample-account.ts";
import { account, later, pay, people, source } from "./sample-evidence.ts";

const claims = [people(), pay()];
const sources = [source, later];
const digest = inputDigest({ account, claims, sources });

describe("inputDigest(input)", () => {
  test("does not change with the order of claims and sources, nor with words that no figure depends on", () => {
    expect(inputDigest({ account, claims: claims.toReversed(), sources: sources.toReversed() })).toBe(digest);
    const noted = claims.map((claim) => ({ ...claim, note: "seen", paraphrase: "other words", locator: "p. 2" }));
    expect(inputDigest({ account, claims: noted, sources })).toBe(digest);
    const titled = sources.map((one) => ({ ...one, title: "Another title", note: "seen" }));
    expect(inputDigest({ account, claims, sources: titled })).toBe(digest);
  });

  test("changes with everything that a figure depends on", () => {
    const first = people();
    const others = [
      { account, sources, claims: [people({ range: { kind: "point", value: 10_001 } }), pay()] },
      { account, sources, claims: [{ ...first, modality: "hearsay" as const }, pay()] },
      { account, sources, claims: [{ ...first, basis: "count" as const }, pay()] },
      { account, sources, claims: [{ ...first, derivation: "inferred" as const }, pay()] },
      { account, sources, claims: [{ ...first, credibility: "5" as const }, pay()] },
      { account, sources, claims: [{ ...first, reliability: "E" as const }, pay()] },
      { account, sources, claims: [{ ...first, origin: "x" }, pay()] },
      { account, sources, claims: [{ ...first, derivedFrom: [pay().id] }, pay()] },
      { account, sources, claims: [first] },
      { account, claims, sources: [{ ...source, reliability: "E" as const }, later] },
      { account, claims, sources: [{ ...source, credibility: "5" as const }, later] },
      { account, claims, sources: [{ ...source, published: "2014" }, later] },
      { account: accountOf(ACCOUNT.replace("AA: [5000, 40000]", "AA: [5000, 40001]")), claims, sources },
      { account: accountOf(ACCOUNT.replace("scale: 0.5, policy", "scale: 0.6, policy")), claims, sources },
      {
        account: accountOf(ACCOUNT.replace("{gross: 0.5, in_hand: 0.5}", "{gross: 0.6, in_hand: 0.4}")),
        claims,
        sources,
      },
      { account: accountOf(ACCOUNT.replace("members: [BB, CC]", "members: [BB]")), claims, sources },
    ];
    const digests = others.map(inputDigest);
    expect(new Set([digest, ...digests]).size).toBe(others.length + 1);
  });
});
