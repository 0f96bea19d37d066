import { describe, expect, it } from "vitest";
import { forestBrackets, forestOrder, forestRows } from "../../src/web/charts/forest-layout.ts";
import { layoutForest } from "../../src/web/charts/forest-picture.ts";
import { claim, estimate } from "./estimates.ts";

const words = (): { title: string; detail: string; verdict: string } => ({ title: "T", detail: "D", verdict: "" });

describe("the forest", () => {
  const claims = [
    claim("conflict", 500_000, { weight: 0.03, conflict: 0.97 }),
    claim("copy-1", 60_000, { weight: 0.2, group: "g" }),
    claim("planned", 60_000, { unused: "planned" }),
    claim("best", 55_000, { weight: 0.95 }),
    claim("copy-2", 61_000, { weight: 0.6, group: "g" }),
  ];

  it("forestOrder puts weight first, claims of one origin together, unused ones last", () => {
    expect(forestOrder(claims).map(({ claim: { id } }) => id)).toEqual([
      "best",
      "copy-2",
      "copy-1",
      "conflict",
      "planned",
    ]);
  });

  it("forestOrder does not depend on the order given", () => {
    expect(forestOrder(claims.toReversed())).toEqual(forestOrder(claims));
  });

  it("forestBrackets span the rows of a shared origin and nothing else", () => {
    const rows = forestRows(forestOrder(claims), words, { width: 300, stacked: false });
    expect(forestBrackets(rows)).toEqual([{ group: "g", from: rows[1]?.y, to: rows[2]?.y }]);
  });

  it("forestRows never overlap", () => {
    const rows = forestRows(claims, words, { width: 300, stacked: true });
    for (const [index, row] of rows.entries()) {
      expect(row.y).toBeLessThan(row.top + row.height);
      expect(rows[index + 1]?.top ?? Infinity).toBeGreaterThanOrEqual(row.top + row.height);
    }
  });

  it("layoutForest takes the log scale for a tenfold conflict, so that both are on the axis", () => {
    const props = { title: "", name: "", estimate: estimate("workers.world.2012", 60_000), claims };
    const { scale } = layoutForest({ ...props, claims: [...claims, claim("low", 6000)] }, 900, words);
    expect(scale.kind).toBe("log");
    expect(scale.domain[0]).toBeLessThan(5400);
    expect(scale.domain[1]).toBeGreaterThan(550_000);
  });
});
