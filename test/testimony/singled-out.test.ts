import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { claimRows, singledOut, witnessRows } from "../../src/testimony/singled-out.ts";
import type { Witness } from "../../src/testimony/witness.ts";
import { claimWith } from "../cases/sample-package.ts";

const witness = (letter: string, place?: string, sector?: string): Witness => ({
  kind: "witness",
  id: `a-${letter.toLowerCase()}`,
  source: "a",
  letter,
  protection: "protected",
  ...(place === undefined ? {} : { place }),
  ...(sector === undefined ? {} : { sector }),
});

describe("singledOut(rows, least)", () => {
  test("[W3] finds a combination that nobody shares though each of its cells is shared", () => {
    const rows = witnessRows([
      witness("M", "gulf", "construction"),
      witness("N", "gulf", "logging"),
      witness("O", "russia", "logging"),
      witness("P", "russia", "construction"),
    ]);
    expect(
      singledOut(rows, 2)
        .filter(({ combination }) => !combination.includes("source"))
        .map(({ combination }) => combination),
    ).toEqual([
      "place=gulf · sector=construction",
      "place=gulf · sector=logging",
      "place=russia · sector=construction",
      "place=russia · sector=logging",
    ]);
  });

  test("[W3] finds nothing where every combination covers enough people", () => {
    const rows = witnessRows(["M", "N"].map((letter) => witness(letter, "gulf", "construction")));
    expect(singledOut(rows, 2)).toEqual([]);
    expect(singledOut(rows, 3)[0]?.witnesses).toEqual(["a-m", "a-n"]);
  });

  test("[W3] counts witnesses, not rows", () => {
    const rows = claimRows(
      ["p. 1", "p. 2"].map((locator) => claimWith({ locator, statedBy: "witness:a-m", period: "2009" })),
      [witness("M", "gulf"), witness("N", "gulf")],
      [],
    );
    expect(singledOut(rows, 2).map(({ combination }) => combination)).toContain("period=2009");
  });
});

describe("claimRows(claims, witnesses, sources)", () => {
  const both = [witness("M", "gulf", "construction"), witness("N", "gulf", "construction")];
  const said = (letter: string, fields: Partial<Claim> = {}) =>
    claimWith({
      source: "a",
      locator: letter,
      statedBy: `witness:a-${letter.toLowerCase()}`,
      place: "gulf",
      period: "2012~",
      unit: "money",
      currency: "USD",
      ...fields,
    });
  const found = (...claims: readonly Claim[]) =>
    singledOut([...witnessRows(both), ...claimRows(claims, both, [{ id: "a", published: "2012-05" }])], 2).map(
      ({ combination }) => combination,
    );

  test("[W3] leaves out what others say, and covers with the witness's place and sector everybody who fits them", () => {
    expect(claimRows([claimWith({ occupation: "minister" })], both, [])).toEqual([]);
    expect(found(said("M"))).toEqual([]);
  });

  test.each<[string, Partial<Claim>]>([
    ["about=world", { place: "world" }],
    ["period=199X", { period: "199X" }],
    ["currency=AED", { currency: "AED" }],
    ["occupation=welder", { occupation: "welder" }],
    ["sex=female", { sex: "female" }],
  ])(
    "[W3] finds %s where one letter alone has it, with one person's number or not, and not where two have it",
    (cell, fields) => {
      expect(found(said("M", fields), said("N"))).toContain(cell);
      expect(found(said("M", fields), said("N", fields))).toEqual([]);
    },
  );

  test("[W3] finds a date and a currency that others have too, but nobody else together", () => {
    const shared = found(
      said("M", { period: "199X", currency: "AED" }),
      said("N", { period: "199X" }),
      said("N", { currency: "AED" }),
    );
    expect(shared).toContain("period=199X · currency=AED");
    expect(shared).not.toContain("currency=AED");
  });
});
