import { describe, expect, test } from "vitest";
import { createDensity } from "../../src/estimates/density.ts";
import { flattenGroups } from "../../src/estimates/flat-groups.ts";
import { linearise } from "../../src/estimates/linearisation.ts";
import type { Model } from "../../src/estimates/model.ts";
import { turnOfWide, wideNodes } from "../../src/estimates/wide-nodes.ts";
import type { Metric } from "../../src/math/metric.ts";
import { createRandom } from "../../src/math/random.ts";
import { type TapeTerm, tapeBuilder } from "../../src/math/tape.ts";
import { dot } from "../../src/math/vector.ts";
import { groupOf } from "./normal-model.ts";

const PARTS = 60;
/** Parts of unequal weight, each claimed by itself, and two totals of them, so many that all parts would be tied to each other; the model is normal throughout. */
const weights = Float64Array.from({ length: PARTS }, (_, i) => 3 / (1 + i));
const terms = (upTo: number): TapeTerm[] => Array.from({ length: upTo }, (_, i): TapeTerm => [i, weights[i] ?? 0]);
const builder = tapeBuilder(PARTS);
const totals = [builder.linear(terms(PARTS)), builder.linear(terms(PARTS - 1))];
const said = (id: string, variance: number) => groupOf({ id, origin: id, center: 0, variance, gross: 0.1 });
const model: Model = {
  parameters: {
    names: Array.from({ length: PARTS }, (_, i) => `part ${i}`),
    isStep: new Uint8Array(PARTS),
    isWalk: new Uint8Array(PARTS),
    positionOf: () => 0,
  },
  tape: builder.build(),
  groups: [
    ...totals.map((node, k) => ({ group: said(`total ${k}`, 0.01), nodes: [node] })),
    ...Array.from({ length: PARTS }, (_, i) => ({ group: said(`part ${i}`, 0.1), nodes: [i] })),
  ],
  priors: [],
};
const flat = flattenGroups(model.groups);
const active = Int32Array.from({ length: PARTS }, (_, i) => i);

/** The component of each group whose root is right, or wrong, with its first reading faithful. */
function chosen(isRight: (g: number) => boolean): Int32Array {
  return Int32Array.from(model.groups, ({ group }, g) => {
    const at = group.components.findIndex(({ gross, miscopied }) => gross !== isRight(g) && miscopied === 0);
    return (flat.start[g] ?? 0) + at;
  });
}

const right = chosen(() => true);
const shares = new Float64Array(flat.logWeight.length);
for (const c of right) shares[c] = 1;
const center = new Float64Array(PARTS);
const linear = linearise({ model, flat, active, density: createDensity(model, active), center, shares });

/** The least and the most of the precision of components along steps that the metric takes for as long as each other. */
function precisionsAlong(metric: Metric, components: Int32Array): readonly [number, number] {
  // Seed 41. Enough directions to meet the few that totals tie together.
  const random = createRandom(41);
  const slope = (g: number): Float64Array => {
    const upTo = g === 0 ? PARTS : PARTS - 1;
    return Float64Array.from({ length: PARTS }, (_, i) =>
      g < 2 ? (i < upTo ? (weights[i] ?? 0) : 0) : i === g - 2 ? 1 : 0,
    );
  };
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let k = 0; k < 200; k++) {
    // Half of them along what a total gathers, where a metric that forgets it would step much too far.
    const whitened = Float64Array.from({ length: PARTS }, () => random.normal());
    if (k % 2 === 0) metric.gather(slope(k % 4 === 0 ? 0 : 1), whitened);
    const step = new Float64Array(PARTS);
    metric.spread(whitened, step);
    let energy = dot(step, step);
    components.forEach((c, g) => {
      energy += dot(slope(g), step) ** 2 / (flat.variance[c] ?? 1);
    });
    const precision = energy / dot(whitened, whitened);
    least = Math.min(least, precision);
    most = Math.max(most, precision);
  }
  return [least, most];
}

describe("linearise(input) with nodes that hang on very many parameters", () => {
  // What is faint is left out of the metric, so no precision is exactly 1. Where verdicts change, each change of less than a factor of 1.7 is left out as
  // well, and a few of those come together: within a factor of 2 a step is still a good one, where without any change it would be off by a factor of 10.
  test("makes the account nearly round, though totals tie all parts together", () => {
    const [least, most] = precisionsAlong(linear.metric, right);
    expect(least).toBeGreaterThan(0.8);
    expect(most).toBeLessThan(1.3);
  });

  for (const [name, isRight] of [
    ["a total is wrong", (g: number) => g !== 0],
    ["both are", (g: number) => g > 1],
    ["the largest parts are", (g: number) => g < 2 || g > 4],
    ["all of these are", (g: number) => g > 4],
  ] as const)
    test(`does so where ${name}`, () => {
      const [least, most] = precisionsAlong(linear.metricFor(chosen(isRight)), chosen(isRight));
      expect(least).toBeGreaterThan(1 / 2);
      expect(most).toBeLessThan(2);
    });

  test("tells how well a total is known, with all that is known of it", () => {
    // Each part has the precision of its prior, 1, and of its claim.
    const own = flat.variance[right[2] ?? 0] ?? 1;
    const slopes = Array.from(weights.subarray(0, PARTS - 1));
    const variance = slopes.reduce((sum, weight) => sum + weight ** 2 / (1 + 1 / own), 0);
    const claims = 1 / (flat.variance[right[1] ?? 0] ?? 1) + 1 / (flat.variance[right[0] ?? 0] ?? 1);
    // The other total says the same but for its last and smallest part.
    expect(linear.at(totals[1] ?? 0).variance).toBeCloseTo(1 / (1 / variance + claims), 3);
  });
});

describe("wideNodes(known)", () => {
  test("puts nodes that hang on nearly the same together, and leaves out what is faint", () => {
    const direction = Float64Array.of(1, 1, 0.01);
    const known = [0, 1, 2].map((node) => ({ node, direction, precision: 2 }));
    const { at, directions, precisions } = wideNodes(known);
    expect([...at]).toEqual([0, 1]);
    expect(directions).toHaveLength(1);
    expect(precisions[0]).toBeCloseTo(6 * dot(direction, direction), 9);
    expect(dot(directions[0] ?? new Float64Array(3), directions[0] ?? new Float64Array(3))).toBeCloseTo(1, 9);
  });

  test("is nothing where no node is wide", () => {
    const { at, directions, precisions } = wideNodes([]);
    const z = Float64Array.of(1, 2);
    turnOfWide(at, directions, precisions).forth(z);
    expect([...z]).toEqual([1, 2]);
  });
});
