import { describe, expect, test } from "vitest";
import { Chain } from "../../src/estimates/chain.ts";
import { Guide } from "../../src/estimates/guide.ts";
import { accountFrom, modelOf, said } from "./small-problem.ts";

const account = accountFrom(`
years: 2010/2014
anchor: 2010
places: [{id: XA, name: Aland}]
measures:
  - {id: workers, name: Workers, unit: person, over: [place, year], prior: {default: [500, 50000]}, walk: {scale: 0.3}}
`);

/** What chains go by where people are counted in 2010 and again in 2014, the second time with some half-width. */
function guideOf(half: number): Guide {
  const told = (id: string, year: string, width: number) => said(id, "workers", "XA", 4000, width, { period: year });
  return new Guide(modelOf(account, [told("a", "2010", 0.02), told("b", "2014", half)]));
}

function folded({ frame, active, model }: Guide): readonly string[] {
  return [...frame.tails].map((i) => model.parameters.names[active[i] ?? -1] ?? "");
}

describe("Guide", () => {
  const steps = [2011, 2012, 2013, 2014].map((year) => `workers.step.XA.${year}`);

  test("folds the tails of steps that a vague number hardly holds", () => {
    expect(folded(guideOf(3))).toEqual(steps);
  });

  test("folds none of several steps that a firm number holds together, though it says little of each", () => {
    const guide = guideOf(0.02);
    const { frame, active, model } = guide;
    const informed = frame.linear.informed();
    for (const step of steps) {
      const at = active.indexOf(model.parameters.names.indexOf(step));
      expect(informed[at]).toBeGreaterThan(0.02);
      expect(informed[at]).toBeLessThan(0.3);
    }
    expect(folded(guide)).toEqual([]);
  });

  test("learns from jumps once sites of all kinds are laid, and not before", () => {
    // Seed 3, 20 steps a stretch.
    const guide = guideOf(0.5);
    const chain = new Chain(guide, 3);
    const triesOf = (): number => {
      const report = chain.stretch(20);
      guide.heed([report], 20);
      return report.tally.tried.reduce((sum, tries) => sum + tries, 0);
    };
    expect(triesOf()).toBe(0);
    const jumps = 20 * guide.tries;
    expect(triesOf()).toBe(jumps);
    expect(triesOf()).toBeGreaterThan(0);
  });
});
