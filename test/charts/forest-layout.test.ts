import { describe, expect, it } from "vitest";
import { forestBrackets, forestColumn, forestExtent, type RowOptions } from "../../src/web/charts/forest-layout.ts";
import { forestOf, layoutForest } from "../../src/web/charts/forest-picture.ts";
import { forestSections, isUsed } from "../../src/web/charts/forest-sections.ts";
import type { ForestPlotProps } from "../../src/web/charts/props.ts";
import { claim, estimate } from "./estimates.ts";

const words = {
  words: () => ({ title: "T", detail: "D", verdict: "" }),
  head: () => "H",
  folded: new Set<string>(),
};
const options: RowOptions = { ...words, width: 300, stacked: false, own: true };

const claims = [
  claim("conflict", 500_000, { weight: 0.03, conflict: 0.97 }),
  claim("copy-1", 60_000, { weight: 0.2, group: "g" }),
  claim("planned", 60_000, { unused: "planned", group: "" }),
  claim("planned-2", 60_000, { unused: "planned", group: "" }),
  claim("best", 55_000, { weight: 0.95 }),
  claim("copy-2", 61_000, { weight: 0.6, group: "g" }),
];

function plot(over: Partial<ForestPlotProps>): ForestPlotProps {
  return { title: "", name: "", estimates: [estimate("workers.world.2012", 60_000)], claims, ...over };
}

describe("the rows of the forest", () => {
  const { rows, headings } = forestColumn(forestSections(claims, []), options);

  it("forestBrackets span the rows of a shared origin and nothing else, unused claims least of all", () => {
    expect(forestBrackets(rows)).toEqual([{ group: "g", from: rows[1]?.y, to: rows[2]?.y }]);
  });

  it("forestColumn never lets rows and headings overlap, in either layout", () => {
    for (const stacked of [true, false]) {
      const column = forestColumn(forestSections(claims, []), { ...options, stacked });
      for (const [index, row] of column.rows.entries()) {
        if (isUsed(row.view)) expect(row.estimateY).toBeLessThan(row.top + row.height);
        expect(column.rows[index + 1]?.top ?? column.height).toBeGreaterThanOrEqual(row.top + row.height);
      }
    }
  });

  it("forestColumn says the estimate once for each quantity and heads what is not used", () => {
    expect(rows.filter(({ head }) => head.length > 0).map(({ view }) => view.claim.id)).toEqual(["best"]);
    expect(headings.map(({ section }) => section.kind)).toEqual(["unused"]);
  });

  it("forestColumn leaves the rows of a folded section out and keeps its heading", () => {
    const column = forestColumn(forestSections(claims, []), { ...options, folded: new Set(["unused"]) });
    expect(column.rows).toHaveLength(4);
    expect(column.headings.map(({ folded }) => folded)).toEqual([true]);
  });
});

describe("the axis of the forest", () => {
  it("layoutForest takes the log scale for a tenfold conflict, so that both are on the axis", () => {
    const props = plot({ claims: [...claims, claim("low", 6000)] });
    const { scale } = layoutForest(props, forestOf(props), 900, words);
    expect(scale.kind).toBe("log");
    expect(scale.domain[0]).toBeLessThan(5400);
    expect(scale.domain[1]).toBeGreaterThan(550_000);
  });

  it("forestExtent leaves a conflict out that is a millionfold off, and keeps a fitting claim however far", () => {
    const off = claim("off", 0.06, { conflict: 0.99 });
    expect(Math.min(...forestExtent([], [...claims, off]))).toBeGreaterThan(40_000);
    expect(Math.min(...forestExtent([], [...claims, claim("far", 0.06)]))).toBeLessThan(0.06);
    expect(forestExtent([], [off])).toHaveLength(3);
  });

  it("layoutForest prints the axis below a tall plot too", () => {
    const many = Array.from({ length: 30 }, (_, index) => claim(`c${index}`, 60_000));
    for (const [list, tall] of [
      [many, true],
      [many.slice(0, 2), false],
    ] as const) {
      const props = plot({ claims: list });
      expect(layoutForest(props, forestOf(props), 900, words).tall).toBe(tall);
    }
  });
});
