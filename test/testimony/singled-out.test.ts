import { describe, expect, test } from "vitest";
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
      ["p. 1", "p. 2"].map((locator) =>
        claimWith({ locator, statedBy: "witness:a-m", statistic: "one_person", period: "2009" }),
      ),
    );
    expect(singledOut(rows, 2).map(({ combination }) => combination)).toContain("period=2009");
  });
});

describe("claimRows(claims)", () => {
  test("leaves out what others say, and what a witness says of many", () => {
    expect(claimRows([claimWith({ statistic: "one_person" }), claimWith({ statedBy: "witness:a-m" })])).toEqual([]);
  });
});
