import { describe, expect, test } from "vitest";
import { createDensity } from "../../src/estimates/density.ts";
import { flattenGroups } from "../../src/estimates/flat-groups.ts";
import { linearise } from "../../src/estimates/linearisation.ts";
import { groupOf, modelOf } from "./normal-model.ts";

const model = modelOf([
  groupOf({ id: "a", origin: "a", center: 1, variance: 0.04, gross: 0.1 }),
  groupOf({ id: "b", origin: "b", center: 3, variance: 0.25, gross: 0.1 }),
]);
const flat = flattenGroups(model.groups);
const active = Int32Array.of(0);
const density = createDensity(model, active);

/** Every component of a group that is told as right is as likely as its weight says. */
function linearAt(shares: Float64Array) {
  return linearise({ model, flat, active, density, center: Float64Array.of(1), shares });
}

/** The components of two groups by whether their roots are right; the first reading is faithful in each. */
function chosen(...right: readonly boolean[]): Int32Array {
  return Int32Array.from(right, (isRight, g) => {
    const components = model.groups[g]?.group.components ?? [];
    const at = components.findIndex(({ gross, miscopied }) => gross !== isRight && miscopied === 0);
    return (flat.start[g] ?? 0) + at;
  });
}

function deviation(right: readonly boolean[], shares: Float64Array): number {
  const step = new Float64Array(1);
  linearAt(shares)
    .metricFor(chosen(...right))
    .spread(Float64Array.of(1), step);
  return step[0] ?? Number.NaN;
}

function sharesOf(components: Int32Array): Float64Array {
  const shares = new Float64Array(flat.logWeight.length);
  for (const c of components) shares[c] = 1;
  return shares;
}

describe("linearise(input).metricFor(chosen)", () => {
  // A prior of variance 1, and of each claim 1 / variance where it is right, next to nothing where it is not.
  const precisionOf = (right: readonly boolean[]): number =>
    [...chosen(...right)].reduce((sum, c) => sum + 1 / (flat.variance[c] ?? 1), 1);

  for (const usual of [
    [true, true],
    [false, true],
  ])
    for (const now of [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ])
      test(`has the deviation of the components ${now}, made at ${usual}`, () => {
        const expected = 1 / Math.sqrt(precisionOf(now));
        const found = deviation(now, sharesOf(chosen(...usual)));
        // A change that matters little (a factor of 1.7 in the variance) is left out.
        expect(found / expected).toBeGreaterThan(1 / Math.sqrt(1.7));
        expect(found / expected).toBeLessThan(Math.sqrt(1.7));
      });

  test("follows a node in proportion to its covariances, and tells what the evidence informs", () => {
    const linear = linearAt(sharesOf(chosen(true, true)));
    expect(linear.follow(0)[0]).toBeCloseTo(1 / precisionOf([true, true]), 6);
    expect([...linear.informed()]).toEqual([1]);
  });
});
