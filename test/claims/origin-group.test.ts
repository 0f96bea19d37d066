import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { claimsInCycles } from "../../src/claims/origin-cycles.ts";
import { originGroups, originOf } from "../../src/claims/origin-group.ts";
import { claimWith } from "../cases/sample-package.ts";

/** Claims by letter; what each copies is named by letter as well. */
function claims(list: Readonly<Record<string, Partial<Claim> & { readonly from?: string }>>): Map<string, Claim> {
  const ids = new Map(
    Object.entries(list).map(([letter, { from: _, ...fields }]) => [
      letter,
      claimWith({ locator: letter, ...fields }).id,
    ]),
  );
  return new Map(
    Object.entries(list).map(([letter, { from = "", ...fields }]) => {
      const derivedFrom = [...from].map((one) => ids.get(one) ?? "");
      return [letter, claimWith({ locator: letter, ...fields, derivedFrom })];
    }),
  );
}

/** The letters of each group's members. */
function letters(byLetter: ReadonlyMap<string, Claim>): readonly string[] {
  const letterOf = new Map([...byLetter].map(([letter, claim]) => [claim.id, letter]));
  return originGroups([...byLetter.values()]).map((group) => group.claims.map((id) => letterOf.get(id)).join(""));
}

describe("originOf(claims)", () => {
  test("[O1] is the same for a root and all that copy it, however far", () => {
    const list = claims({ a: {}, b: { from: "a" }, c: { from: "b" }, d: {} });
    const origins = originOf([...list.values()]);
    const root = list.get("a")?.id;
    expect(["a", "b", "c"].map((letter) => origins.get(list.get(letter)?.id ?? ""))).toEqual([root, root, root]);
    expect(origins.get(list.get("d")?.id ?? "")).toBe(list.get("d")?.id);
  });

  test("[O1] unites claims that name one origin, and what derives from them, under that name", () => {
    const list = claims({ a: { origin: "the UN" }, b: { from: "a" }, c: { origin: "the UN" }, d: { from: "c" } });
    expect([...originOf([...list.values()]).values()]).toEqual(["the UN", "the UN", "the UN", "the UN"]);
  });

  test("[O1] does not depend on the order of the claims", () => {
    const list = claims({
      a: { origin: "x" },
      b: { from: "a" },
      c: { origin: "y" },
      d: { from: "cb" },
      e: {},
      f: { from: "e" },
      g: { period: "2012" },
      h: { from: "g", period: "2013" },
    });
    const all = [...list.values()];
    const inOrder = (some: readonly Claim[]) => [...originOf(some)].sort();
    const groups = (some: readonly Claim[]) =>
      originGroups(some)
        .map((group) => [group.id, ...group.claims.toSorted()].join())
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(inOrder(shuffled)).toEqual(inOrder(all));
        expect(groups(shuffled)).toEqual(groups(all));
      }),
    );
  });

  test("ends on claims that derive from each other", () => {
    const list = claims({ a: { from: "b" }, b: { from: "a" } });
    expect(new Set(originOf([...list.values()]).values()).size).toBe(1);
    expect(letters(list)).toEqual(["ab"]);
  });

  test("goes through ten thousand copies in a row", () => {
    const chain: Claim[] = [];
    for (let index = 0; index < 10_000; index++) {
      const before = chain.at(-1)?.id;
      chain.push(claimWith({ locator: String(index), derivedFrom: before === undefined ? [] : [before] }));
    }
    expect(new Set(originOf(chain).values()).size).toBe(1);
    expect(claimsInCycles(chain)).toEqual([]);
  });
});

describe("originGroups(claims)", () => {
  test("[O2] keeps places, measures and dates of one origin apart", () => {
    const origin = "a list";
    const list = claims({
      a: { origin, place: "RU", period: "2012" },
      b: { origin, place: "CN", period: "2012" },
      c: { origin, place: "RU", period: "2013" },
      d: { origin, place: "RU", period: "2012", measure: "permits" },
      e: { origin, place: "RU", period: "2012-06" },
      f: { origin, place: "RU", period: "2012~" },
      g: { origin, place: "RU", period: "2012/2013" },
    });
    expect(letters(list)).toEqual(["aef", "c", "g", "b", "d"]);
  });

  test("[O2] gives a copy the date of its root, through every copy between", () => {
    const list = claims({
      a: { period: "2012" },
      b: { from: "a", period: "2015" },
      c: { from: "b" },
      d: { from: "c", period: "2020" },
    });
    expect(letters(list)).toEqual(["abcd"]);
    expect(originGroups([...list.values()])[0]?.period).toBe("2012");
  });

  test("[O2] does not take the date of a claim on something else that it was computed from", () => {
    const list = claims({ a: { period: "2012", measure: "in_hand" }, b: { from: "a", period: "2015" } });
    expect(originGroups([...list.values()]).map((group) => group.period)).toEqual(["2012", "2015"]);
  });

  test("[O2] puts an undated claim with the only date of its origin, and apart where there are several", () => {
    const origin = "x";
    expect(letters(claims({ a: { origin }, b: { origin, period: "2012" } }))).toEqual(["ab"]);
    expect(letters(claims({ a: { origin }, b: { origin, period: "2012" }, c: { origin, period: "2013" } }))).toEqual([
      "a",
      "b",
      "c",
    ]);
    expect(letters(claims({ a: { origin }, b: { origin } }))).toEqual(["ab"]);
  });

  test("puts every claim in one group", () => {
    const list = [...claims({ a: {}, b: { from: "a" }, c: { origin: "x" }, d: { origin: "x", place: "CN" } }).values()];
    expect(
      originGroups(list)
        .flatMap((group) => group.claims)
        .sort(),
    ).toEqual(list.map((claim) => claim.id).sort());
  });
});

describe("claimsInCycles(claims)", () => {
  test("[O3] finds claims in a circle and no others", () => {
    const list = claims({
      a: { from: "c" },
      b: { from: "a" },
      c: { from: "b" },
      d: { from: "a" },
      e: {},
      f: { from: "e" },
      g: { from: "g" },
    });
    const circular = ["a", "b", "c", "g"].map((letter) => list.get(letter)?.id);
    expect(claimsInCycles([...list.values()])).toEqual(circular);
  });
});
