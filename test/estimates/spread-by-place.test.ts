import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { createDensity } from "../../src/estimates/density.ts";
import { accountFrom, modelOf, said, sample } from "./small-problem.ts";

/** Pay in two places; how far people's pay spreads is each place's own, though not without what is known of the other. */
const account = accountFrom(`
years: 2012/2012
anchor: 2012
places: [{id: XA, name: Aland}, {id: XB, name: Borland}]
regions: [{id: both, name: Both, members: [XA, XB]}]
measures:
  - {id: pay, name: Pay, unit: USD/person/month, over: [place], combine: mean, spread: between, prior: {default: [50, 2000]}}
  - {id: between, name: Spread between people, unit: log, type: rate, scale: log, over: [place], combine: mean, prior: {default: [0.2, 0.9], pooled: 0.3}}
`);

const spread = (id: string, place: string, low: number, high: number): Claim =>
  said(id, "pay", place, 1, 0, { statistic: "spread", range: { kind: "between", low, high } });

/** Medians of the logs; seed 1 and 2, 800 draws each: their Monte Carlo error stays under 0.03 here. */
function mediansOf(claims: readonly Claim[], quantities: readonly string[]): readonly number[] {
  const { logs } = sample(account, modelOf(account, claims), quantities, 800);
  return quantities.map((quantity) => {
    const all = (logs.get(quantity) ?? []).flatMap((chain) => [...chain]).sort((a, b) => a - b);
    return all[all.length >> 1] ?? Number.NaN;
  });
}

describe("[E32] a spread between people that is told place by place", () => {
  const quantities = ["between.XA", "between.XB", "between.both"];

  test("is that of the place that is spoken of, and leans on it elsewhere", () => {
    const [wide = 0, other = 0, mean = 0] = mediansOf([spread("w", "XA", 60, 300)], quantities);
    const [narrow = 0, beside = 0] = mediansOf([spread("n", "XA", 130, 142)], quantities);
    // The ends are 1.645 standard deviations from the middle: ln(300/60)/2/1.645 is 0.49.
    expect(Math.abs(wide - Math.log(0.49))).toBeLessThan(0.2);
    expect(wide - narrow).toBeGreaterThan(0.8);
    // What is common varies by 0.46 before the evidence, each place around it by 0.3: of what is learnt of one, 0.46²/(0.46² + 0.3²) holds for the other, seven tenths.
    expect(Math.abs((other - beside) / (wide - narrow) - 0.7)).toBeLessThan(0.15);
    expect(mean).toBeGreaterThan(Math.min(wide, other) - 0.05);
    expect(mean).toBeLessThan(Math.max(wide, other) + 0.05);
  });

  test("of a number that may have no place is that of people everywhere", () => {
    const mixed = accountFrom(`
years: 2012/2012
anchor: 2012
places: [{id: XA, name: Aland}, {id: XB, name: Borland}]
measures:
  - {id: local, name: Pay of a place, unit: USD/person/month, over: [place], combine: mean, spread: between, prior: {default: [50, 2000]}}
  - {id: usual, name: Usual pay, unit: USD/person/month, prior: {default: [50, 2000]}}
  - {id: pay, name: Pay as printed, readings: {local: 0.5, usual: 0.5}}
  - {id: between, name: Spread between people, unit: log, type: rate, scale: log, over: [place], combine: mean, prior: {default: [0.2, 0.9], pooled: 0.3}}
`);
    const model = modelOf(mixed, [said("one", "pay", "XA", 200, 0.1, { statistic: "one_person" })]);
    const [term] = model.groups;
    expect(term?.spreadNodes).toHaveLength(2);
    expect(new Set(term?.spreadNodes).size).toBe(2);
  });

  test("adds to the variance of one person's number in that place, and has the gradient that central differences give", () => {
    const one = said("one", "pay", "XB", 200, 0.1, { statistic: "one_person" });
    const model = modelOf(account, [spread("w", "XA", 60, 300), one]);
    const names = model.groups.map(({ spreadNodes }) => spreadNodes?.length ?? 0);
    expect(names.toSorted()).toEqual([0, 1]);
    const density = createDensity(model);
    const x = Float64Array.from({ length: density.dimensions }, (_, i) => Math.sin(1 + i));
    const [gradient, scratch] = [new Float64Array(x.length), new Float64Array(x.length)];
    density.marginal(x, gradient);
    for (let i = 0; i < x.length; i++) {
      const at = (by: number): number => density.marginal(x.with(i, (x[i] ?? 0) + by), scratch);
      expect(Math.abs((at(1e-5) - at(-1e-5)) / 2e-5 - (gradient[i] ?? 0))).toBeLessThan(1e-4);
    }
    const own = model.parameters.names.indexOf("between.level.XB");
    const elsewhere = model.parameters.names.indexOf("between.level.XA");
    const alone = createDensity(modelOf(account, [one]));
    const slope = new Float64Array(alone.dimensions);
    alone.marginal(x, slope);
    // Beside their priors, which are standard normals, only the spread of the place that is spoken of moves the density.
    expect(Math.abs((slope[own] ?? 0) + (x[own] ?? 0))).toBeGreaterThan(1e-3);
    expect(Math.abs((slope[elsewhere] ?? 0) + (x[elsewhere] ?? 0))).toBeLessThan(1e-12);
  });
});
