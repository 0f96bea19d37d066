import { describe, expect, test } from "vitest";
import { flowOf } from "../../src/cases/flow.ts";
import { loudest } from "../../src/cases/loudest.ts";
import { bestYear, independentOrigins, type OverviewInput, overviewOf } from "../../src/cases/overview.ts";
import type { ClaimView } from "../../src/cases/views.ts";
import type { ClaimResult, Estimate } from "../../src/estimates/estimate.ts";
import { account } from "./sample-account.ts";

const summary = (median: number) => ({
  median,
  q05: median * 0.5,
  q25: median * 0.8,
  q75: median * 1.25,
  q95: median * 2,
  mean: median,
  sd: median / 3,
});

function estimate(quantity: string, median: number): Estimate {
  const [measure = "", ...rest] = quantity.split(".");
  const place = rest.find((part) => !/^\d{4}$/.test(part));
  const year = rest.find((part) => /^\d{4}$/.test(part));
  return {
    kind: "estimate",
    quantity,
    measure,
    unit: "person",
    ...summary(median),
    prior: summary(median),
    ess: 1000,
    rhat: 1,
    claims: 1,
    origins: 1,
    carriedByPrior: false,
    percentiles: [],
    ...(place === undefined ? {} : { place }),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}

function view(id: string, result: Partial<ClaimResult>, value = 1): ClaimView {
  return {
    claim: {
      kind: "claim",
      id,
      source: "s",
      locator: "p. 1",
      statedBy: "someone",
      basis: "press",
      modality: "asserted",
      measure: "workers",
      statistic: "total",
      place: "world",
      range: { kind: "point", value },
      approximate: false,
      unit: "persons",
      derivedFrom: [],
      origin: result.group ?? id,
      derivation: "stated",
      paraphrase: "…",
    },
    result: {
      kind: "claim result",
      claim: id,
      conflict: 0,
      distance: 0,
      center: value,
      low: value,
      high: value,
      weight: 1,
      group: id,
      ...result,
    },
    sourceTitle: "S",
    attached: false,
  };
}

const input: OverviewInput = {
  case: { id: "x", title: "X", description: "", invented: true, sources: 2, claims: 5 },
  account,
  claims: [
    view("c1", { quantity: "workers.world.2005", group: "g1" }),
    view("c2", { quantity: "workers.A.2005", group: "g2" }),
    view("c3", { quantity: "workers.A.2007", group: "g1", conflict: 0.9, distance: 4 }),
    view("c4", { quantity: "workers.A.2007", group: "g1", conflict: 0.2 }),
    view("c5", { unused: "planned, and plans inform nothing", group: "g3" }),
  ],
  estimates: [
    estimate("workers.world.2005", 100),
    estimate("workers.A.2005", 30),
    estimate("workers.B.2005", 70),
    estimate("workers.world.2004", 90),
    estimate("workers.A.2007", 40),
    estimate("revenue.2005", 1e6),
    estimate("revenue.2004", 9e5),
    estimate("months", 10),
    estimate("gross.world.2005", 200),
    estimate("taken.world.2005", 150),
    estimate("net.world.2005", 50),
    estimate("net_share.world.2005", 0.25),
  ],
  reconciling: { kind: "done", progress: 1, message: "" },
};

describe("bestYear", () => {
  test("bestYear(claims) is the year with the most independent origins: copies do not count, nor do claims that inform nothing", () => {
    expect(bestYear(input.claims, 2010)).toBe(2005);
  });
  test("bestYear(claims) takes the latest of years that tie", () => {
    expect(
      bestYear([view("a", { quantity: "workers.world.2004" }), view("b", { quantity: "workers.world.2005" })], 2010),
    ).toBe(2005);
  });
});

describe("independentOrigins", () => {
  test("independentOrigins(claims) counts two numbers from one mouth in one source once, and a named root once", () => {
    const unnamed = ["a", "b"].map((id) => {
      const { origin: _, ...claim } = view(id, {}).claim;
      return { ...view(id, {}), claim };
    });
    const named = view("c", { group: "a register" });
    expect([...independentOrigins([...unnamed, named]).values()]).toEqual([
      "someone in s",
      "someone in s",
      "a register",
    ]);
  });
});

describe("overviewOf", () => {
  const overview = overviewOf(input);
  test("overviewOf(input) opens on the best year and keeps to a year that is asked for", () => {
    expect(overview.year).toBe(2005);
    expect(overviewOf(input, 2004)).toMatchObject({ year: 2004, bestYear: 2005 });
    expect(overviewOf(input, 1950).year).toBe(2000);
  });
  test("overviewOf(input) counts used claims and independent origins", () => {
    expect(overview).toMatchObject({ sources: 2, claims: 5, usedClaims: 4, origins: 2 });
  });
  test("overviewOf(input) lists the headlines in the account's order, with and without place and year", () => {
    expect(overview.headlines.map((h) => h.estimate.quantity)).toEqual([
      "workers.world.2005",
      "revenue.2005",
      "net.world.2005",
      "months",
    ]);
    expect(overview.headlines[0]?.name).toBe("Name of workers");
  });
  test("overviewOf(input) lists leaf places, the largest first, and no region", () => {
    expect(overview.places.map((p) => p.place.id)).toEqual(["B", "A"]);
  });
  test("overviewOf(input) gives people and money over the years in order", () => {
    expect(overview.people.map((e) => e.year)).toEqual([2004, 2005]);
    expect(overview.money.map((e) => e.quantity)).toEqual(["revenue.2004", "revenue.2005"]);
  });
  test("overviewOf(input) lists only claims in conflict", () => {
    expect(overview.conflicts.map((c) => c.claim.id)).toEqual(["c3"]);
  });
  test("overviewOf(input) before reconciling keeps its counts and shows empty lists, not zeros", () => {
    const before = overviewOf({
      ...input,
      estimates: [],
      claims: input.claims.map(({ result: _, ...rest }) => rest),
      reconciling: { kind: "none", progress: 0, message: "" },
    });
    expect(before).toMatchObject({
      year: 2010,
      sources: 2,
      claims: 5,
      usedClaims: 0,
      headlines: [],
      places: [],
      people: [],
      money: [],
      flow: [],
      conflicts: [],
    });
  });
});

describe("flowOf", () => {
  const byQuantity = new Map(input.estimates.map((e) => [e.quantity, e]));
  test("flowOf(account) prefers the estimated share of the whole, whose interval knows that part and whole move together", () => {
    const flow = flowOf(account, byQuantity, 2005);
    expect(flow).toEqual([
      {
        measure: "taken",
        name: "Name of taken",
        quantity: "taken.world.2005",
        median: 75,
        q05: 37.5,
        q95: 100,
        worker: false,
      },
      {
        measure: "net",
        name: "Name of net",
        quantity: "net_share.world.2005",
        median: 25,
        q05: 12.5,
        q95: 50,
        worker: true,
      },
    ]);
  });
  test("flowOf(account) is empty where a part has no estimate, rather than showing it as nothing", () => {
    expect(
      flowOf({ ...account, flow: { of: "gross", parts: ["taken", "fee"], worker: "net" } }, byQuantity, 2005),
    ).toEqual([]);
  });
});

describe("loudest", () => {
  test("loudest(claims) puts the surest conflict first, then the farthest, and lists copies of one number once", () => {
    const claims = [
      view("near", { conflict: 0.99, distance: 3 }),
      view("far", { conflict: 0.991, distance: -9 }),
      view("mild", { conflict: 0.6, distance: 20 }),
      view("copy", { conflict: 0.98, distance: 9, group: "far" }),
      view("fits", { conflict: 0.1 }),
    ];
    expect(loudest(claims, 8).map((c) => c.claim.id)).toEqual(["far", "near", "mild"]);
    expect(loudest(claims, 1)).toHaveLength(1);
  });
});
