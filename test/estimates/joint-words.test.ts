import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { runChain } from "../../src/estimates/chain.ts";
import { createDensity } from "../../src/estimates/density.ts";
import { compileModel, type Model } from "../../src/estimates/model.ts";
import { reportedQuantities } from "../../src/estimates/reported.ts";
import { summarisePosterior } from "../../src/estimates/summarise.ts";
import { createRandom } from "../../src/math/random.ts";
import { account, evidence, pay, people } from "./sample-evidence.ts";

const range = (low: number, high: number): Claim["range"] => ({ kind: "between", low, high });
const modelOf = (...claims: readonly Claim[]): Model => compileModel(account, evidence(...claims).groups);

/** Medians after reconciling; seed 3, 600 draws of one chain: Monte Carlo errors of medians stay under 4 % here. */
function medians(...claims: readonly Claim[]): ReadonlyMap<string, number> {
  const model = modelOf(...claims);
  const { draws } = runChain(model, { seed: 3, warmup: 200, draws: 600 });
  const width = model.parameters.names.length;
  const measures = ["workers", "in_hand", "pay_spread"].flatMap((id) => account.measures.get(id) ?? []);
  const names = measures.flatMap((measure) => reportedQuantities(account, measure));
  const summaries = summarisePosterior(account, names, [draws], width);
  return new Map(summaries.map(({ quantity, posterior }) => [quantity, posterior.median]));
}

/** Largest difference between the gradient of a model's density and central differences, at a random point. */
function gradientError(model: Model): number {
  const density = createDensity(model);
  const random = createRandom(7);
  const x = Float64Array.from({ length: density.dimensions }, () => 0.7 * random.normal());
  const [gradient, scratch] = [new Float64Array(x.length), new Float64Array(x.length)];
  density.marginal(x, gradient);
  const at = (i: number, by: number) =>
    density.marginal(
      x.map((value, k) => (k === i ? value + by : value)),
      scratch,
    );
  return Math.max(...gradient.map((slope, i) => Math.abs((at(i, 1e-5) - at(i, -1e-5)) / 2e-5 - slope)));
}

describe("[E31] a list errs together", () => {
  const list = (place: string, value: number) =>
    people({ place, locator: place, origin: "list", range: range(value * 0.95, value * 1.05) });
  const both = [list("AA", 10_000), list("BB", 2000)];

  test("two places of one origin share one error; two origins, or two measures of one, do not", () => {
    expect(modelOf(...both).parameters.names.at(-1)).toBe("list.list · workers");
    const lists = (...claims: readonly Claim[]) => evidence(...claims).groups.flatMap((group) => group.list ?? []);
    expect(lists(...both)).toEqual(["list · workers", "list · workers"]);
    expect(lists(list("AA", 10_000), { ...list("BB", 2000), origin: "another" })).toEqual([]);
    expect(lists(list("AA", 10_000), pay({ origin: "list" }))).toEqual([]);
    expect(lists(list("AA", 10_000), { ...list("AA", 10_000), id: "copy" })).toEqual([]);
  });

  test("a logical bound of the same origin stands in no list", () => {
    const part = { ...list("CC", 500), occupation: "loggers" };
    expect(evidence(...both, part).groups.map((group) => [group.form, group.list])).toEqual([
      ["value", "list · workers"],
      ["value", "list · workers"],
      ["lower bound", undefined],
    ]);
  });

  test("where a register contradicts one place, the other place of the list moves too", () => {
    const register = people({ locator: "register", basis: "register", reliability: "A", range: range(6700, 7000) });
    const apart = both.map((claim, k) => ({ ...claim, origin: `own ${k}` }));
    const freely = medians(...apart, register).get("workers.BB.2010") ?? 0;
    expect(Math.abs(Math.log(freely / 2000))).toBeLessThan(0.05);
    expect(medians(...both, register).get("workers.BB.2010")).toBeLessThan(0.85 * freely);
  });
});

describe("[E32] a spread between people", () => {
  test("informs their middle and how far they spread", () => {
    const wide = medians(pay({ statistic: "spread", range: range(60, 300) }));
    const narrow = medians(pay({ statistic: "spread", range: range(100, 180) }));
    // The ends are 1.645 standard deviations from the middle: ln(300/60)/2/1.645 is 0.49, ln(180/100)/2/1.645 is 0.18.
    for (const found of [wide, narrow])
      expect(Math.abs(Math.log((found.get("in_hand.AA.2010") ?? 0) / 134))).toBeLessThan(0.1);
    expect(wide.get("pay_spread")).toBeGreaterThan(0.42);
    expect(narrow.get("pay_spread")).toBeLessThan(0.28);
  });

  test("has the gradient that central differences give", () => {
    expect(gradientError(modelOf(pay({ statistic: "spread", range: range(60, 300) })))).toBeLessThan(1e-3);
  });
});

describe("[E33] a peak", () => {
  const peak = (fields: Partial<Claim> = {}) =>
    people({ statistic: "maximum", range: range(9500, 10_500), period: "2008", ...fields });

  test("is a value at its date and holds the other years down", () => {
    const found = medians(peak());
    expect(Math.abs(Math.log((found.get("workers.AA.2008") ?? 0) / 10_000))).toBeLessThan(0.1);
    const value = medians(peak({ statistic: "total" }));
    const sum = (of: ReadonlyMap<string, number>) =>
      [2002, 2004, 2006, 2011, 2012, 2013].map((year) => of.get(`workers.AA.${year}`) ?? 0).reduce((a, b) => a + b);
    expect(Math.max(...[2002, 2005, 2011, 2013].map((year) => found.get(`workers.AA.${year}`) ?? 0))).toBeLessThan(
      10_000,
    );
    expect(sum(found)).toBeLessThan(0.9 * sum(value));
  });

  test("is blamed where better evidence has a higher year", () => {
    const registers = [2010, 2011].map((year) =>
      people({ locator: `register ${year}`, reliability: "A", range: range(24_000, 25_000), period: String(year) }),
    );
    expect(medians(peak(), ...registers).get("workers.AA.2011")).toBeGreaterThan(22_000);
  });

  test("has the gradient that central differences give", () => {
    expect(gradientError(modelOf(peak(), peak({ locator: "two", place: "BB", origin: "o" })))).toBeLessThan(1e-3);
  });

  test("[O4] is unmoved by a copy that was published later, bit for bit", () => {
    const root = peak({ locator: "root" });
    const copy = peak({ locator: "a copy", source: "press-2015", derivedFrom: [root.id] });
    expect(evidence(root, copy).groups.map(({ components, targets }) => [components, targets])).toEqual(
      evidence(root).groups.map(({ components, targets }) => [components, targets]),
    );
  });
});
