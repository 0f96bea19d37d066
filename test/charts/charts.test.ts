import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Estimate } from "../../src/estimates/estimate.ts";
import { DensityMark } from "../../src/web/charts/density-mark.tsx";
import { FanChart } from "../../src/web/charts/fan-chart.tsx";
import { FlowPicture } from "../../src/web/charts/flow-picture.tsx";
import { ForestPlot } from "../../src/web/charts/forest-plot.tsx";
import { IntervalMark } from "../../src/web/charts/interval-mark.tsx";
import { chartLabels, ENGLISH } from "../../src/web/charts/labels.ts";
import { PlaceMap } from "../../src/web/charts/place-map.tsx";
import { ko } from "../../src/web/messages/ko.ts";
import { at, claim, estimate, part } from "./estimates.ts";

const open = (): void => undefined;

interface Data {
  readonly median: number;
  readonly factor: number;
  readonly over?: Partial<Estimate>;
}

const DATA: Readonly<Record<string, Data>> = {
  typical: { median: 62_000, factor: 1.2 },
  "of zero width": { median: 62_000, factor: 1 },
  huge: { median: 9.3e14, factor: 40 },
  tiny: { median: 3e-9, factor: 1.1 },
  zero: { median: 0, factor: 1 },
  "a share": { median: 0.41, factor: 1.3, over: { unit: "share" } },
  "carried by the prior": { median: 900, factor: 3, over: { carriedByPrior: true } },
};

const YEARS = [2009, 2010, 2011, 2012, 2015];

function years({ median, factor, over }: Data): Estimate[] {
  return YEARS.map((year, index) => estimate(`workers.world.${year}`, median * (1 + index / 10), factor, over));
}

function claims({ median }: Data): ReturnType<typeof claim>[] {
  return [
    claim("c1", median),
    claim("c2", median * 10, {
      conflict: 0.97,
      weight: 0.02,
      slip: {
        kind: "ten times too high",
        factor: 0.1,
        bayesFactor: 50,
        against: "account",
        words: "fits if ten times lower",
      },
    }),
    claim("c3", median * 0.9, { group: "c1" }),
    claim("c4", median, { unused: "planned" }),
  ];
}

/** Every chart with a frame, drawn from one estimate's worth of data. */
const CHARTS: Readonly<Record<string, (data: Data) => ReactElement>> = {
  FanChart: (data) =>
    createElement(FanChart, {
      title: "T",
      name: "Workers",
      estimates: years(data),
      claims: claims(data),
      marks: [{ year: 2010, label: "A rule" }],
      year: 2012,
      onOpen: open,
      onOpenClaim: open,
    }),
  "FanChart on a log scale": (data) =>
    createElement(FanChart, { title: "T", name: "Workers", estimates: years(data), scale: "log", onOpen: open }),
  "FanChart of one year": (data) =>
    createElement(FanChart, { title: "T", name: "Workers", estimates: years(data).slice(3, 4), claims: claims(data) }),
  ForestPlot: (data) =>
    createElement(ForestPlot, {
      title: "T",
      name: "Workers",
      estimates: [estimate("workers.world.2012", data.median, data.factor, data.over)],
      claims: claims(data),
      onOpen: open,
      onOpenClaim: open,
    }),
  "ForestPlot of several quantities": (data) =>
    createElement(ForestPlot, {
      title: "T",
      name: "Workers",
      estimates: years(data),
      claims: [...claims(data), claim("c5", data.median * 1.1, { quantity: "workers.world.2015" })],
      onOpen: open,
      onOpenClaim: open,
    }),
  "ForestPlot before reconciling": (data) =>
    createElement(ForestPlot, { title: "T", name: "Workers", estimates: [], claims: claims(data) }),
  FlowPicture: ({ median, factor }) =>
    createElement(FlowPicture, {
      title: "T",
      whole: "100 earned",
      parts: [part("state", median, [median / factor, median * factor]), part("in_hand", 0, [0, 0], true)],
      onOpen: open,
    }),
  PlaceMap: ({ median, factor, over }) =>
    createElement(PlaceMap, {
      title: "T",
      name: "Workers",
      places: [
        at("RU", [100, 60], estimate("workers.RU.2012", median, factor, over)),
        at("KW", [47.9, 29.3], estimate("workers.KW.2012", median / 5, factor, over)),
        at("rest", undefined, estimate("workers.rest.2012", median / 9, factor, over)),
      ],
      onOpen: open,
    }),
};

const EMPTY: Readonly<Record<string, ReactElement>> = {
  FanChart: createElement(FanChart, { title: "T", name: "Workers", estimates: [] }),
  ForestPlot: createElement(ForestPlot, { title: "T", name: "Workers", estimates: [], claims: [] }),
  FlowPicture: createElement(FlowPicture, { title: "T", whole: "100 earned", parts: [] }),
  PlaceMap: createElement(PlaceMap, { title: "T", name: "Workers", places: [] }),
};

function expectSound(markup: string): void {
  expect(markup).not.toMatch(/NaN|Infinity|undefined/);
  expect(markup).not.toMatch(/\b(?:width|height|r)="-/);
  expect(markup).toMatch(/role="img"/);
  expect(markup).toMatch(
    /role="img" aria-label="[^"]+"|aria-label="[^"]+" role="img"|role="img"[^>]*aria-label="[^"]+"/,
  );
}

describe("every chart with a frame", () => {
  for (const [name, make] of Object.entries(CHARTS)) {
    for (const [kind, data] of Object.entries(DATA)) {
      it(`${name} of data ${kind} draws sound numbers and speaks`, () => {
        expectSound(renderToStaticMarkup(make(data)));
      });
    }

    it(`${name} has a table with the same figures, and downloads`, () => {
      const flow = name === "FlowPicture";
      const markup = renderToStaticMarkup(make(flow ? { median: 62, factor: 1.2 } : { median: 62_000, factor: 1.2 }));
      const table = /<table.*<\/table>/s.exec(markup)?.[0] ?? "";
      const median = name === "FanChart of one year" || name === "ForestPlot of several quantities" ? 80_600 : 62_000;
      expect(table).toContain(flow ? ENGLISH.figure(0.62, "share") : ENGLISH.figure(median, "person"));
      for (const format of ["CSV", "SVG", "PNG"]) expect(markup).toContain(`>${format}</button>`);
    });
  }

  for (const [name, element] of Object.entries(EMPTY)) {
    it(`${name} without data says so in words`, () => {
      const markup = renderToStaticMarkup(element);
      expectSound(markup);
      expect(markup).toContain(ENGLISH.empty);
    });
  }

  it("FanChart on a log scale says so in words", () => {
    const markup = renderToStaticMarkup(
      createElement(FanChart, { title: "T", name: "W", estimates: years({ median: 5, factor: 2 }), scale: "log" }),
    );
    expect(markup).toContain(ENGLISH.logScale);
  });

  it("ForestPlot says why a claim is struck", () => {
    const markup = renderToStaticMarkup(
      createElement(ForestPlot, {
        title: "T",
        name: "W",
        estimates: [],
        claims: claims({ median: 60_000, factor: 1.2 }),
      }),
    );
    expect(markup).toContain("probably wrong: fits if ten times lower: 50");
  });

  it("PlaceMap names the places that are not on it", () => {
    const places = [at("Elsewhere", undefined, estimate("workers.rest.2012", 900))];
    expect(renderToStaticMarkup(createElement(PlaceMap, { title: "T", name: "W", places }))).toContain(
      ENGLISH.unplaced(["Elsewhere"]),
    );
  });

  it("charts take their words from the messages", () => {
    const markup = renderToStaticMarkup(
      createElement(FanChart, {
        title: "T",
        name: "W",
        estimates: years({ median: 5, factor: 2 }),
        labels: chartLabels(ko),
      }),
    );
    expect(markup).toContain("이 수치의 표");
    expect(markup).not.toContain("Download");
  });
});

describe("marks without a frame", () => {
  for (const [kind, { median, factor, over }] of Object.entries(DATA)) {
    it(`IntervalMark and DensityMark of data ${kind} draw sound numbers and speak`, () => {
      const of = estimate("workers.RU.2012", median, factor, over);
      for (const scale of ["linear", "log"] as const) {
        const shared = { name: "Workers in Russia", scale };
        const mark = { ...shared, unit: of.unit, interval: of, prior: of.prior, assumed: of.carriedByPrior };
        expectSound(renderToStaticMarkup(createElement(IntervalMark, mark)));
        expectSound(renderToStaticMarkup(createElement(DensityMark, { ...shared, estimate: of })));
      }
    });
  }

  it("IntervalMark of what is not established is a ring with those words, not a zero", () => {
    const markup = renderToStaticMarkup(createElement(IntervalMark, { name: "Workers in Laos", unit: "person" }));
    expectSound(markup);
    expect(markup).toContain(ENGLISH.notEstablished);
    expect(markup).toContain("chart-ring");
  });

  it("IntervalMark that opens its trace is a button that says so", () => {
    const of = estimate("workers.RU.2012", 20_000);
    const markup = renderToStaticMarkup(
      createElement(IntervalMark, { name: "Russia", unit: "person", interval: of, onOpen: open }),
    );
    expect(markup).toMatch(/^<button type="button"[^>]*aria-label="Russia: [^"]+Open where it comes from"/);
  });
});
