import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { forestData } from "../../src/web/charts/forest-data.ts";
import { forestOf, layoutForest } from "../../src/web/charts/forest-picture.ts";
import { ForestPlot } from "../../src/web/charts/forest-plot.tsx";
import { foldedAtFirst, forestOrder, forestSections, MOST_ROWS } from "../../src/web/charts/forest-sections.ts";
import { forestSpots } from "../../src/web/charts/forest-spots.ts";
import { forestSpeech } from "../../src/web/charts/forest-words.ts";
import type { ForestPlotProps } from "../../src/web/charts/props.ts";
import { claim, estimate } from "./estimates.ts";

const MEDIANS: Readonly<Record<string, number>> = {
  "workers.world.2015": 70_000,
  "workers.world.2012": 60_000,
  "workers.PL.2017": 450,
  "workers.RU.2012": 20_000,
  "workers.RU.2017": 35_000,
};
// The estimates of other years are asked for along with these and must be held against no claim.
const estimates = [
  estimate("workers.RU.2013", 90_000),
  ...Object.entries(MEDIANS).map(([quantity, median]) => estimate(quantity, median)),
  estimate("workers.PL.2016", 9),
];
const claims = [
  claim("poland", 450, { quantity: "workers.PL.2017" }),
  claim("planned", 60_000, { unused: "planned", quantity: "workers.RU.2013" }),
  claim("russia-late", 36_000, { quantity: "workers.RU.2017" }),
  claim("russia-early", 19_000, { quantity: "workers.RU.2012", group: "g" }),
  claim("russia-copy", 19_000, { quantity: "workers.RU.2012", group: "g", weight: 0.1 }),
  claim("russia-wrong", 200_000, { quantity: "workers.RU.2012", conflict: 0.98, weight: 0.02 }),
  claim("world-2015", 66_000, { quantity: "workers.world.2015" }),
  claim("world-2012", 60_000, { quantity: "workers.world.2012" }),
];
const opened: string[] = [];
const props: ForestPlotProps = {
  title: "T",
  name: "Workers",
  estimates,
  claims,
  onOpen: (quantity) => opened.push(quantity),
  onOpenClaim: (id) => opened.push(id),
};
const forest = forestOf(props);
const speech = forestSpeech(props, forest);
const picture = layoutForest(props, forest, 1000, { words: speech.row, head: speech.head, folded: new Set() });

describe("forestSections", () => {
  it("hold each claim against the estimate of its own quantity and no other", () => {
    for (const { view, estimate: held } of forest.sections.flatMap((section) => section.held)) {
      expect(held?.quantity).toBe(view.result?.unused === undefined ? view.result?.quantity : undefined);
      expect(held?.median).toBe(view.result?.unused === undefined ? MEDIANS[view.result?.quantity ?? ""] : undefined);
    }
  });

  it("hold a claim against nothing where its own estimate is missing, however many others there are", () => {
    const [section] = forestSections([claim("laos", 200, { quantity: "workers.LA.2017" })], estimates);
    expect(section?.held.map((held) => held.estimate)).toEqual([undefined]);
  });

  it("stand the whole first, then places by their claims, within a place by year, and last what is not used", () => {
    const order = [
      ["workers.world", ["world-2012", "world-2015"]],
      ["workers.RU", ["russia-early", "russia-copy", "russia-wrong", "russia-late"]],
      ["workers.PL", ["poland"]],
      ["unused", ["planned"]],
    ];
    for (const given of [claims, claims.toReversed()]) {
      const sections = forestSections(given, estimates);
      expect(sections.map(({ id, held }) => [id, held.map(({ view }) => view.claim.id)])).toEqual(order);
    }
  });

  it("of a long list are parted by decades, and those beyond the first rows are folded", () => {
    const long = Array.from({ length: MOST_ROWS + 30 }, (_, index) =>
      claim(`c${index}`, 100, { quantity: `workers.RU.${1990 + (index % 30)}` }),
    );
    const sections = forestSections(long, []);
    expect(sections.map(({ decade }) => decade)).toEqual(["199X", "200X", "201X"]);
    expect(foldedAtFirst(sections)).toEqual(["workers.RU 201X"]);
    expect(foldedAtFirst(forest.sections)).toEqual([]);
    const markup = renderToStaticMarkup(createElement(ForestPlot, { title: "T", name: "W", estimates, claims: long }));
    expect(markup).toContain('aria-label="Show workers.RU · 2010s · 50 claims"');
    expect(markup.match(/<tr>/g)).toHaveLength(1 + long.length);
  });
});

describe("forestOrder", () => {
  it("puts weight first, claims of one origin together, unused ones last, whatever the order given", () => {
    const one = [
      claim("conflict", 500_000, { weight: 0.03, conflict: 0.97 }),
      claim("copy-1", 60_000, { weight: 0.2, group: "g" }),
      claim("planned", 60_000, { unused: "planned" }),
      claim("best", 55_000, { weight: 0.95 }),
      claim("copy-2", 61_000, { weight: 0.6, group: "g" }),
    ];
    const ids = ["best", "copy-2", "copy-1", "conflict", "planned"];
    for (const given of [one, one.toReversed()]) expect(forestOrder(given).map((view) => view.claim.id)).toEqual(ids);
  });
});

describe("ForestPlot of several quantities", () => {
  const markup = renderToStaticMarkup(createElement(ForestPlot, props));

  it("draws in each row the median of that row's quantity, under the claim's circle", () => {
    const drawn = renderToStaticMarkup(createElement(ForestPlot, props));
    const at640 = layoutForest(props, forest, 640, { words: speech.row, head: speech.head, folded: new Set() });
    const dots = [...drawn.matchAll(/<circle class="chart-dot" cx="([\d.]+)" cy="([\d.]+)"/g)];
    const used = at640.rows.filter(({ view }) => view.result?.unused === undefined);
    const want = used.map(({ view, estimateY }) => [
      at640.scale.at(MEDIANS[view.result?.quantity ?? ""] ?? Number.NaN).toFixed(3),
      (at640.top + estimateY).toFixed(3),
    ]);
    const got = dots.map(([, x, y]) => [Number(x).toFixed(3), Number(y).toFixed(3)]);
    expect(got.slice(-want.length)).toEqual(want);
    expect(got.filter(([, y]) => Number(y) > 44)).toHaveLength(want.length);
  });

  it("has no estimate over all rows, and one where all claims are on one quantity", () => {
    expect(forest.single).toBeUndefined();
    expect(markup).not.toContain("chart-pointed");
    const one = { ...props, claims: claims.filter(({ result }) => result?.quantity === "workers.RU.2012") };
    expect(forestOf(one).single?.estimate?.median).toBe(20_000);
    expect(renderToStaticMarkup(createElement(ForestPlot, one))).toContain("chart-pointed");
  });

  it("opens from a row the trace of its own quantity, and from the claim its source", () => {
    const context = { props, forest, picture, speech, toggle: () => undefined };
    for (const spot of forestSpots(context, false)) spot.onPress?.();
    const want = forest.sections.flatMap(({ held }) =>
      held.flatMap(({ view, estimate: own }) => [...(own === undefined ? [] : [own.quantity]), view.claim.id]),
    );
    expect(opened).toEqual(want);
    expect(opened).toContain("workers.PL.2017");
  });

  it("says why a claim is not used, and draws no interval for it", () => {
    expect(markup).toContain("Not used · 1 claim");
    expect(markup).toContain("not used: planned");
    const row = picture.rows.find(({ view }) => view.claim.id === "planned");
    expect(row?.estimate).toBeUndefined();
  });

  it("has the estimate of each row's quantity in its table and in the CSV", () => {
    const { columns, rows } = forestData(props, forest, speech);
    const median = columns.findIndex(({ label }) => label.startsWith("Median"));
    const values = rows.map(({ id, cells }) => {
      const cell = cells[median];
      return [id, typeof cell === "object" ? cell.value : undefined];
    });
    const want = forest.sections.flatMap(({ held }) =>
      held.map(({ view: { claim: of, result } }) => [
        of.id,
        result?.unused === undefined ? MEDIANS[result?.quantity ?? ""] : undefined,
      ]),
    );
    expect(values).toEqual(want);
    for (const row of rows) expect(row.cells).toHaveLength(columns.length);
  });
});
