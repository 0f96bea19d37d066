import { describe, expect, test } from "vitest";
import { createDensity } from "../../src/estimates/density.ts";
import { flattenGroups } from "../../src/estimates/flat-groups.ts";
import { linearise } from "../../src/estimates/linearisation.ts";
import type { Model } from "../../src/estimates/model.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
import { conjugate, groupOf, modelOf, type Said } from "./normal-model.ts";

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

describe("linearise(input)", () => {
  test("stays where it was made, wherever the tape is taken afterwards", () => {
    const builder = tapeBuilder(2);
    const sum = builder.logSumExp([
      [0, 0],
      [1, 0],
    ]);
    // Nobody speaks of this one, so that what it hangs on is worked out only when it is asked for.
    const unsaid = builder.logSumExp([
      [0, 0],
      [1, 2],
    ]);
    const group = groupOf({ id: "s", origin: "s", center: 1, variance: 0.04, gross: 0.1 });
    const bent: Model = {
      parameters: { names: ["a", "b"], isStep: new Uint8Array(2), isWalk: new Uint8Array(2), positionOf: () => 0 },
      tape: builder.build(),
      groups: [{ group, nodes: [sum] }],
      priors: [],
    };
    const both = Int32Array.of(0, 1);
    const density = createDensity(bent, both);
    const center = Float64Array.of(1, -1);
    const flat = flattenGroups(bent.groups);
    const shares = new Float64Array(flat.logWeight.length);
    density.responsibilities(center, shares);
    const made = () => linearise({ model: bent, flat, active: both, density, center, shares });
    const other = made();
    const there = [...other.follow(unsaid), other.at(unsaid).mean, other.at(unsaid).variance];
    const linear = made();
    bent.tape.forward(Float64Array.of(-3, 3, 0, 0));
    expect([...linear.follow(unsaid), linear.at(unsaid).mean, linear.at(unsaid).variance]).toEqual(there);
    // The first part is 88 % of the sum: e¹ of e¹ + e⁻¹, so it takes most of what the claim says.
    const share = Math.E / (Math.E + 1 / Math.E);
    expect(other.at(sum).mean).toBeCloseTo(Math.log(Math.E + 1 / Math.E), 12);
    const precision = [...shares].reduce((all, part, c) => all + part / (flat.variance[c] ?? 1), 0);
    const prior = share ** 2 + (1 - share) ** 2;
    expect(other.at(sum).variance).toBeCloseTo(1 / (1 / prior + precision), 9);
  });
});

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
    expect(linear.informed()[0]).toBeCloseTo(1 - 1 / precisionOf([true, true]), 6);
  });
});

describe("linearise(input).stiffness(chosen)", () => {
  test("is the precision that the chosen components have along a parameter", () => {
    const linear = linearAt(sharesOf(chosen(true, false)));
    const of = (...right: readonly boolean[]): number => linear.stiffness(chosen(...right))[0] ?? Number.NaN;
    const own = [...chosen(true, true)].map((c) => 1 / (flat.variance[c] ?? Number.NaN));
    expect(of(true, true)).toBeCloseTo((own[0] ?? 0) + (own[1] ?? 0), 9);
    expect(of(false, true)).toBeLessThan(of(true, true));
  });
});

/** A model linearised at a point, each claim taken for right with one probability. */
function linearOf(normal: Model, center: number, share = 1) {
  const groups = flattenGroups(normal.groups);
  return linearise({
    model: normal,
    flat: groups,
    active,
    density: createDensity(normal, active),
    center: Float64Array.of(center),
    shares: new Float64Array(groups.logWeight.length).fill(share),
  });
}

describe("linearise(input).without(node)", () => {
  const first: Said = { id: "a", origin: "a", center: 1, variance: 0.04 };
  const second: Said = { id: "b", origin: "b", center: 3, variance: 0.25 };

  for (const said of [[first], [second], [first, second]])
    test(`is the prior of a node that ${said.length} of its own claims speak of (${said.map(({ id }) => id)})`, () => {
      const rest = linearOf(modelOf(said.map(groupOf)), conjugate(said).mean).without(0);
      expect(rest?.mean).toBeCloseTo(0, 9);
      expect(rest?.variance).toBeCloseTo(1, 9);
    });

  test("is what claims on other nodes and the prior say, without the node's own", () => {
    const builder = tapeBuilder(1);
    const node = builder.linear([[0, 2]], 0.5);
    const tape = builder.build();
    const own = modelOf([groupOf(first), groupOf(second)]);
    const both = { ...own, tape, groups: own.groups.map((term, g) => (g === 1 ? { ...term, nodes: [node] } : term)) };
    // The second claim says 2x + 0.5 = 3 ± 0.5, which is x = 1.25 ± 0.25.
    const onOther: Said = { ...second, center: 1.25, variance: 0.0625 };
    const linear = linearOf(both, conjugate([first, onOther]).mean);
    const expected = conjugate([onOther]);
    expect(linear.without(0)?.mean).toBeCloseTo(expected.mean, 9);
    expect(linear.without(0)?.variance).toBeCloseTo(expected.variance, 9);
    const ofNode = conjugate([first]);
    expect(linear.without(node)?.mean).toBeCloseTo(2 * ofNode.mean + 0.5, 9);
    expect(linear.without(node)?.variance).toBeCloseTo(4 * ofNode.variance, 9);
  });

  test("takes off no more of a claim than the share of it that counts", () => {
    const normal = modelOf([groupOf(first)]);
    const linear = linearOf(normal, conjugate([{ ...first, variance: first.variance / 0.3 }]).mean, 0.3);
    expect(linear.without(0)?.mean).toBeCloseTo(0, 9);
    expect(linear.without(0)?.variance).toBeCloseTo(1, 9);
  });

  test("is nothing where the node's claims say all that is known of it, and where none speaks of it", () => {
    const sure: Said = { ...first, variance: 1e-5 };
    expect(linearOf(modelOf([groupOf(sure)]), conjugate([sure]).mean).without(0)).toBeUndefined();
    expect(linearOf(modelOf([]), 0).without(0)).toBeUndefined();
  });
});
