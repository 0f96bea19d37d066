import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import type { EvidenceGroup } from "../../src/estimates/evidence-group.ts";
import { groupEvidence } from "../../src/estimates/evidence-group.ts";
import { normalLogDensity } from "../../src/math/normal.ts";
import { evidence, pay, people } from "./sample-evidence.ts";

const root = people({ locator: "root" });
const range = (low: number, high: number): Claim["range"] => ({ kind: "between", low, high });

/** A copy of the root in a later source of the same grade. */
function copy(locator: string, fields: Partial<Claim> = {}): Claim {
  return people({ source: "press-2015", locator, derivedFrom: [root.id], ...fields });
}

/** The only group of claims. */
function groupOf(...claims: readonly Claim[]): EvidenceGroup {
  const { groups } = evidence(...claims);
  expect(groups.length).toBe(1);
  return groups[0] ?? ({} as never);
}

/** How well a group's words fit a value of its quantity, in logarithms. */
function logFit({ components }: EvidenceGroup, q: number): number {
  return Math.log(
    components.reduce((sum, one) => sum + Math.exp(one.logWeight + normalLogDensity(q, one.mean, one.variance)), 0),
  );
}

describe("groupEvidence(observed)", () => {
  test("[O4] a second copy, a third, a tenth of the same grade change nothing, bit for bit", () => {
    const alone = groupOf(root).components;
    for (const count of [1, 2, 9]) {
      const copies = Array.from({ length: count }, (_, k) => copy(`copy ${k}`));
      expect(groupOf(root, ...copies).components).toEqual(alone);
      expect(groupOf(root, ...copies).readings).toHaveLength(1);
    }
    const spread = people({ range: range(8000, 12_000), locator: "root of a range" });
    const again = copy("range again", { range: range(8000, 12_000), derivedFrom: [spread.id] });
    expect(groupOf(spread, again).components).toEqual(groupOf(spread).components);
  });

  test("[O4] the order in which claims come changes nothing, bit for bit", () => {
    const list = [
      root,
      copy("same"),
      copy("near", { range: { kind: "point", value: 10_400 } }),
      copy("miscopied", { range: { kind: "point", value: 1000 } }),
      people({ locator: "other", place: "BB" }),
      pay({ locator: "pay" }),
      people({ locator: "undated", origin: "x" }),
    ];
    const { groups } = evidence(...list);
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
        expect(evidence(...shuffled).groups).toEqual(groups);
      }),
      { numRuns: 50 },
    );
  });

  test("joins what overlaps into one reading, with the hull of its ranges", () => {
    const [first, second, apart] = [
      people({ locator: "a", origin: "x", range: range(8000, 10_000) }),
      people({ locator: "b", origin: "x", range: range(9000, 12_000) }),
      people({ locator: "c", origin: "x", range: range(20_000, 30_000) }),
    ];
    const { readings } = groupOf(first, second, apart);
    expect(readings.map((one) => one.claims)).toEqual([[first.id, second.id].sort(), [apart.id]]);
    const [hull] = readings[0]?.said ?? [];
    expect(Math.exp((hull?.center ?? 0) - (hull?.half ?? 0))).toBeCloseTo(8000, 6);
    expect(Math.exp((hull?.center ?? 0) + (hull?.half ?? 0))).toBeCloseTo(12_000, 6);
  });

  test("[O5] a miscopy of a tenth leaves the original nearly where it was, and is what is blamed", () => {
    const miscopied = copy("miscopied", { range: { kind: "point", value: 1000 } });
    const group = groupOf(root, copy("faithful"), miscopied);
    const position = group.readings.findIndex((one) => one.claims.includes(miscopied.id));
    const likeliest = group.components.toSorted((a, b) => b.logWeight - a.logWeight)[0];
    expect(group.readings).toHaveLength(2);
    // Two readings against each other: without other evidence either may be the root's; the average of both is not.
    const [one, other, between] = [10_000, 1000, Math.sqrt(1e7)].map((q) => logFit(group, Math.log(q)));
    expect(one).toBeCloseTo(other ?? 0, 1);
    expect((one ?? 0) - (between ?? 0)).toBeGreaterThan(3);
    expect([0b01, 0b10]).toContain(likeliest?.miscopied);
    const blamed = group.components.filter((component) => component.miscopied === 1 << position && !component.gross);
    expect(blamed[0]?.mean).toBeCloseTo(Math.log(10_000), 2);
  });

  test("takes the median grade and the median width of its members", () => {
    const grades = ["A", "C", "E"] as const;
    const group = groupOf(...grades.map((reliability) => people({ locator: reliability, origin: "x", reliability })));
    const [faithful] = group.components.filter((one) => !one.gross && one.miscopied === 0);
    expect(faithful?.variance).toBeCloseTo(0.05 ** 2 + (0.15 / 1.6448536) ** 2 + 0.2 ** 2, 6);
  });

  test("keeps values and bounds of one origin apart, and reads bounds as one", () => {
    const bound = (locator: string, low: number) =>
      people({ locator, origin: "x", basis: "count", range: { kind: "at least", low } });
    const { groups } = evidence(people({ origin: "x" }), bound("a", 5000), bound("b", 9000));
    expect(groups.map((group) => group.form)).toEqual(["lower bound", "value"]);
    const bounds = groups[0];
    expect(bounds?.readings).toHaveLength(2);
    expect(new Set(bounds?.components.map((one) => one.miscopied))).toEqual(new Set([0, 0b11]));
  });

  test("[E12] a claim of several meanings keeps their weights until the evidence speaks", () => {
    const group = groupOf(pay({ measure: "wage" }));
    const mass = (target: number) =>
      group.components.reduce((sum, one) => sum + (one.target === target ? Math.exp(one.logWeight) : 0), 0);
    expect(mass(0) / (mass(0) + mass(1))).toBeCloseTo(0.5, 12);
    const rough = groupOf(people({ period: "2010~" }));
    const share = (target: number) =>
      rough.components.reduce((sum, one) => sum + (one.target === target ? Math.exp(one.logWeight) : 0), 0);
    expect(share(1) / (share(0) + share(1) + share(2))).toBeCloseTo(0.5, 12);
  });

  test("tells at most eight readings of one root apart: a root that says twenty things does not stop a case", () => {
    const many = Array.from({ length: 20 }, (_, k) =>
      people({ locator: String(k), origin: "x", range: { kind: "point", value: Math.round(100 * 1.5 ** k) } }),
    );
    const group = groupOf(...many);
    expect(group.readings).toHaveLength(8);
    expect(group.readings.flatMap((one) => one.claims).sort()).toEqual(many.map((claim) => claim.id).sort());
  });

  test("has no group without claims", () => {
    expect(groupEvidence([])).toEqual([]);
  });
});
