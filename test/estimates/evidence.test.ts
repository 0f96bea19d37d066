import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { account, evidence, people, source } from "./sample-evidence.ts";

const list = ["AA", "BB", "CC"].map((place) => people({ place, locator: place, origin: "a list" }));
const total = people({
  place: "world",
  locator: "sum",
  range: { kind: "point", value: 30_000 },
  derivedFrom: list.map((one) => one.id),
});

function usedIn(...claims: readonly Claim[]): readonly string[] {
  return evidence(...claims).groups.flatMap((group) => group.readings.flatMap((reading) => reading.claims));
}

describe("gatherEvidence(account, claims, sources)", () => {
  test("[E16] gives the sum of a list of its own weight 0, and the list its own", () => {
    expect(usedIn(...list, total).toSorted()).toEqual(list.map((one) => one.id).sort());
    expect(evidence(...list, total).unused).toMatchObject([
      { claim: total.id, weight: 0, unused: "computed from other claims of its own origin: an audit, not evidence" },
    ]);
  });

  test("[E16] takes a claim that repeats two others on the same quantity for a copy", () => {
    const [one, two] = [people({ locator: "one" }), people({ locator: "two" })];
    expect(usedIn(one, two, people({ locator: "copy", derivedFrom: [one.id, two.id] }))).toHaveLength(3);
  });

  test("[E6] keeps every claim, used or not, once", () => {
    const claims = [
      ...list,
      total,
      people({ measure: "cars" }),
      people({ modality: "planned" }),
      people({ place: "ZZ" }),
    ];
    const { groups, unused } = evidence(...claims);
    const all = [
      ...groups.flatMap((group) => group.readings.flatMap((reading) => reading.claims)),
      ...unused.map((result) => result.claim),
    ];
    expect(all.sort()).toEqual(claims.map((claim) => claim.id).sort());
    for (const result of unused)
      expect(result).toMatchObject({ unused: expect.stringMatching(/./), weight: 0, conflict: 0 });
  });

  test("[E8] dates an undated root and its copies by the earliest source, whichever claim comes first", () => {
    const { period: _, ...fields } = people();
    const root: Claim = { ...fields, id: "czzz" };
    const copy: Claim = { ...fields, id: "caaa", source: "press-2015", derivedFrom: ["czzz"] };
    for (const claims of [
      [root, copy],
      [copy, root],
    ]) {
      const { groups } = evidence(...claims);
      expect(groups).toHaveLength(1);
      expect(groups[0]?.targets.map(({ when }) => (when.kind === "year" ? when.year : 0))).toEqual([2012, 2013, 2014]);
    }
  });

  test("[E8] gives a copy its root's date and not its own", () => {
    const root = people({ period: "2008" });
    const copy = people({ source: "press-2015", period: "2014", derivedFrom: [root.id] });
    expect(evidence(root, copy).groups.map((group) => group.targets.map(({ when }) => when))).toEqual([
      [{ kind: "year", year: 2008 }],
    ]);
  });

  test("refuses a claim whose source is not there", () => {
    expect(() => gatherEvidence(account, [people({ source: "nowhere" })], [source])).toThrow("unknown source: nowhere");
  });
});
