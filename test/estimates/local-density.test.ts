import { describe, expect, test } from "vitest";
import { bundleGroups } from "../../src/estimates/bundles.ts";
import { simulateProblem } from "../../src/estimates/calibration/simulate-problem.ts";
import { createDensity } from "../../src/estimates/density.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { flattenGroups } from "../../src/estimates/flat-groups.ts";
import { LocalDensity } from "../../src/estimates/local-density.ts";
import { compileModel, type Model } from "../../src/estimates/model.ts";
import { createRandom } from "../../src/math/random.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
import { groupOf } from "./normal-model.ts";

const problem = simulateProblem(3);
const model = compileModel(problem.account, gatherEvidence(problem.account, problem.claims, problem.sources).groups);
const flat = flattenGroups(model.groups);
const bundles = bundleGroups(flat);
const random = createRandom(9);
const width = model.parameters.names.length;
const position = Float64Array.from({ length: width }, () => 0.5 * random.normal());
const marginal = (x: Float64Array): number => createDensity(model).marginal(x, new Float64Array(width));

describe("LocalDensity.move(reach, lines, by) and undo(reach)", () => {
  test("changes by as much as the whole density does, whichever parameters move", () => {
    for (let k = 0; k < width; k++) {
      const local = new LocalDensity(model, flat, bundles);
      local.begin(position);
      const lines = [
        { parameters: Int32Array.of(k), amounts: Float64Array.of(1) },
        { parameters: Int32Array.of((k + 3) % width), amounts: Float64Array.of(-0.5) },
      ];
      const change = local.move(local.reach(lines), lines, [0.7, 1.2]);
      const moved = Float64Array.from(position);
      moved[k] = (moved[k] ?? 0) + 0.7;
      const other = (k + 3) % width;
      moved[other] = (moved[other] ?? 0) - 0.6;
      expect(change).toBeCloseTo(marginal(moved) - marginal(position), 8);
    }
  });

  test("is where it was, bit for bit, when a move is taken back", () => {
    const local = new LocalDensity(model, flat, bundles);
    local.begin(position);
    const before = Float64Array.from(local.values);
    const lines = [{ parameters: Int32Array.of(0, 1), amounts: Float64Array.of(1, -2) }];
    const reach = local.reach(lines);
    const there = local.move(reach, lines, [2]);
    local.undo(reach);
    expect([...local.values]).toEqual([...before]);
    expect(local.move(reach, lines, [2])).toBe(there);
  });

  test("costs what its reach says, and less where it is given up before it has computed all", () => {
    const local = new LocalDensity(model, flat, bundles);
    local.begin(position);
    const reaches = Array.from({ length: width }, (_, k) => {
      const lines = [{ parameters: Int32Array.of(k), amounts: Float64Array.of(1) }];
      return { lines, reach: local.reach(lines) };
    });
    for (const { lines, reach } of reaches) {
      local.move(reach, lines, [0.1]);
      expect(local.cost).toBe(reach.cost);
      local.undo(reach);
      // Nothing is as good as this asks for.
      local.move(reach, lines, [0.1], 1e6);
      expect(local.cost).toBeLessThanOrEqual(reach.cost);
      if (reach.groups.length > 0) expect(local.cost).toBeLessThan(reach.cost);
      local.undo(reach);
    }
    expect(reaches.some(({ reach }) => reach.groups.length > 0)).toBe(true);
  });

  test("move(…, least) gives −∞ only where the change is less than `least`, and the change itself elsewhere", () => {
    // Seed 21. No tolerance: a move that is given up computes the same numbers in the same order as far as it goes.
    const chance = createRandom(21);
    const [whole, hasty] = [new LocalDensity(model, flat, bundles), new LocalDensity(model, flat, bundles)];
    let givenUp = 0;
    for (let i = 0; i < 4000; i++) {
      if (i % 10 === 0) {
        const start = Float64Array.from({ length: width }, () => chance.normal());
        whole.begin(start);
        hasty.begin(start);
      }
      const lines = [{ parameters: Int32Array.of(i % width), amounts: Float64Array.of(1) }];
      const reach = whole.reach(lines);
      const by = [(i % 3) * chance.normal()];
      const change = whole.move(reach, lines, by);
      // Thresholds just below and just above the change, and some as far off as an exponential number is.
      for (const off of [-5, -0.3, -0.01, -1e-9, 1e-9, 0.01, 0.3, 5]) {
        const found = hasty.move(reach, lines, by, change + off);
        if (found === Number.NEGATIVE_INFINITY) givenUp++;
        else expect(found).toBe(change);
        if (off < 0) expect(found, `least ${change + off}`).toBe(change);
        hasty.undo(reach);
      }
      expect(hasty.move(reach, lines, by)).toBe(change);
    }
    expect(givenUp).toBeGreaterThan(1000);
  });

  test("is where it was, bit for bit, when a move that was given up is taken back", () => {
    const [one, two] = [new LocalDensity(model, flat, bundles), new LocalDensity(model, flat, bundles)];
    one.begin(position);
    two.begin(position);
    for (let k = 0; k < width; k++) {
      const lines = [{ parameters: Int32Array.of(k), amounts: Float64Array.of(1) }];
      const reach = one.reach(lines);
      const next = [{ parameters: Int32Array.of((k + 1) % width), amounts: Float64Array.of(1) }];
      one.move(reach, lines, [6], 100);
      one.undo(reach);
      expect(one.values).toEqual(two.values);
      expect(one.move(one.reach(next), next, [0.1])).toBe(two.move(two.reach(next), next, [0.1]));
    }
  });
});

describe("bundleGroups(flat)", () => {
  test("puts groups together that are held against one node alone, each in one bundle", () => {
    const bundled = bundles.flatMap(({ groups }) => [...groups]);
    expect(new Set(bundled).size).toBe(bundled.length);
    // Else the tests above would say nothing of bundles, or nothing of groups that are in none.
    expect(bundled.length).toBeGreaterThan(2);
    expect(bundled.length).toBeLessThan(model.groups.length);
    for (const { node, groups } of bundles)
      for (const g of groups)
        for (let c = flat.start[g] ?? 0; c < (flat.start[g + 1] ?? 0); c++)
          expect([flat.node[c], flat.spreadNode[c], flat.secondNode[c]]).toEqual([node, -1, -1]);
  });

  test("come to what their groups come to one by one, wherever the node is", () => {
    // Seed 31. Seven digits after the point are what the table holds.
    const chance = createRandom(31);
    const [together, apart] = [new LocalDensity(model, flat, bundles), new LocalDensity(model, flat)];
    for (let i = 0; i < 2000; i++) {
      const start = Float64Array.from({ length: width }, () => 2 * chance.normal());
      together.begin(start);
      apart.begin(start);
      const lines = [{ parameters: Int32Array.of(i % width), amounts: Float64Array.of(1) }];
      const by = [3 * chance.normal()];
      expect(together.move(together.reach(lines), lines, by)).toBeCloseTo(apart.move(apart.reach(lines), lines, by), 6);
    }
  });

  test("leaves a claim alone that is far more precise than claims are near each other", () => {
    const narrow = { ...flat, mean: flat.mean.map((_, c) => c % 2), variance: flat.variance.map(() => 1e-10) };
    expect(bundleGroups(narrow)).toEqual([]);
  });
});

describe("LocalDensity.reach(lines)", () => {
  /** Two parts and their sum, of which so many claims speak; another speaks of each part. */
  const modelOf = (onSum: number): Model => {
    const builder = tapeBuilder(2);
    const sum = builder.linear([
      [0, 1],
      [1, 1],
    ]);
    const said = (id: string, node: number) => ({
      group: groupOf({ id, origin: id, center: 0, variance: 0.1, gross: 0.1 }),
      nodes: [node],
    });
    return {
      parameters: { names: ["a", "b"], isStep: new Uint8Array(2), isWalk: new Uint8Array(2), positionOf: () => 0 },
      tape: builder.build(),
      groups: [said("a", 0), said("b", 1), ...Array.from({ length: onSum }, (_, k) => said(`sum ${k}`, sum))],
      priors: [],
    };
  };
  const line = { parameters: Int32Array.of(0), amounts: Float64Array.of(1) };
  const reachOf = (onSum: number, node?: number) => {
    const own = modelOf(onSum);
    const groups = flattenGroups(own.groups);
    const local = new LocalDensity(own, groups, bundleGroups(groups));
    return local.reach([node === undefined ? line : { ...line, node }]);
  };

  test("watches every verdict that a move may turn, where few claims speak of what it reaches", () => {
    expect([...reachOf(3).groups]).toEqual([0, 2, 3, 4]);
  });

  test("leaves a crowd of claims alone, unless it is of the very node that is to move", () => {
    expect([...reachOf(9, 0).groups]).toEqual([0]);
    expect([...reachOf(9, 2).groups]).toEqual([0, ...Array.from({ length: 9 }, (_, k) => 2 + k)]);
  });

  test("asks one table of a node, however many claims speak of it", () => {
    const [few, many] = [reachOf(3), reachOf(90)];
    expect(many.factors).toHaveLength(few.factors.length);
    expect(many.cost).toBe(few.cost);
  });
});

describe("LocalDensity.right(g)", () => {
  test("is the probability of the components that find nothing wrong with the words of a group", () => {
    const local = new LocalDensity(model, flat, bundles);
    local.begin(position);
    const lines = [{ parameters: Int32Array.of(0, 1), amounts: Float64Array.of(1, -2) }];
    local.move(local.reach(lines), lines, [1.5]);
    const shares = new Float64Array(flat.logWeight.length);
    createDensity(model).responsibilities(local.values.slice(0, width), shares);
    let [least, most] = [1, 0];
    model.groups.forEach((_, g) => {
      let right = 0;
      for (let c = flat.start[g] ?? 0; c < (flat.start[g + 1] ?? 0); c++)
        if (flat.verdict[c] === 0) right += shares[c] ?? 0;
      expect(local.right(g)).toBeCloseTo(right, 9);
      [least, most] = [Math.min(least, right), Math.max(most, right)];
    });
    // Else it would be enough to say 0 or 1 of all of them.
    expect(least).toBeLessThan(0.1);
    expect(most).toBeGreaterThan(0.7);
  });
});
