import { describe, expect, test } from "vitest";
import { runChain } from "../../src/estimates/chain.ts";
import { createDensity } from "../../src/estimates/density.ts";
import { normalLogDensity } from "../../src/math/normal.ts";
import { mean, variance } from "../../src/math/summary.ts";
import { real } from "../../src/math/vector.ts";
import { accountFrom, modelOf, said } from "./small-problem.ts";

const account = accountFrom(`
years: 2012/2012
anchor: 2012
places: [{id: XA, name: Aland}]
measures:
  - {id: pay, name: Pay, unit: USD/person/month, over: [place], combine: mean, spread: between, prior: {default: [50, 5000]}}
  - {id: between, name: Spread between people, unit: log, type: rate, scale: log, prior: {default: [0.2, 0.9]}}
`);

/*
 * Five accounts of what is usual, 900 to 1,100 dollars, and that some make as much as 3,000. Seed 1, 2,000 draws with all of them;
 * without the last by weighing each draw by the inverse of what that claim made of it. Both means come from the same draws, so that the
 * Monte Carlo error of their difference is some hundredths of the standard deviation.
 */
describe("'some make as much as 3,000 dollars a month' beside what is usual", () => {
  const usual = [900, 950, 1000, 1050, 1100].map((value, k) => said(`c${k}`, "pay", "XA", value, 0.1));
  const most = said("most", "pay", "XA", 3000, 0.02, { statistic: "maximum", modality: "hearsay" });
  const model = modelOf(account, [...usual, most]);
  const { draws } = runChain(model, { seed: 1, warmup: 300, draws: 2000 });
  const width = model.parameters.names.length;
  const density = createDensity(model);
  const at = model.groups.findIndex(({ group }) => group.readings.some((one) => one.claims.includes("most")));
  const [ofUsual, ofMost] = [model.groups[at === 0 ? 1 : 0], model.groups[at]];
  const found = Array.from({ length: draws.length / width }, (_, row) => {
    const nodes = density.nodeValues(draws.subarray(row * width, (row + 1) * width));
    const states = (ofMost?.group.components ?? []).map((one) => ({
      wrong: one.gross || one.miscopied !== 0,
      density: Math.exp(
        one.logWeight + normalLogDensity(real(nodes, ofMost?.nodes[one.target] ?? -1), one.mean, one.variance),
      ),
    }));
    const sum = (list: typeof states): number => list.reduce((total, one) => total + one.density, 0);
    const conflict = sum(states.filter((one) => one.wrong)) / sum(states);
    return { pay: real(nodes, ofUsual?.nodes[0] ?? -1), conflict, weight: 1 / sum(states) };
  });

  test("[E10] is not wrong", () => {
    expect(mean(Float64Array.from(found, (one) => one.conflict))).toBeLessThan(0.3);
  });

  test("[E10] does not drag the mean: without it pay moves by less than a tenth of its standard deviation", () => {
    const pay = Float64Array.from(found, (one) => one.pay);
    const total = found.reduce((sum, one) => sum + one.weight, 0);
    const without = found.reduce((sum, one) => sum + one.weight * one.pay, 0) / total;
    expect(Math.abs(without - mean(pay))).toBeLessThan(0.1 * Math.sqrt(variance(pay)));
  });

  test("read as what is usual, it would be wrong", () => {
    const asMean = modelOf(account, [...usual, { ...most, statistic: "typical" }]);
    const rows = runChain(asMean, { seed: 1, warmup: 300, draws: 500 }).draws;
    const shares = new Float64Array(asMean.groups.reduce((sum, { group }) => sum + group.components.length, 0));
    const states = asMean.groups.flatMap(({ group }) =>
      group.components.map((one) => ({
        own: group.readings[0]?.claims[0] === "most",
        wrong: one.gross || one.miscopied !== 0,
      })),
    );
    const judge = createDensity(asMean);
    const conflicts = Float64Array.from({ length: rows.length / width }, (_, row) => {
      judge.responsibilities(rows.subarray(row * width, (row + 1) * width), shares);
      return states.reduce((sum, state, k) => (state.own && state.wrong ? sum + real(shares, k) : sum), 0);
    });
    expect(mean(conflicts)).toBeGreaterThan(0.9);
  });
});
