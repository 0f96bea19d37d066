import { describe, expect, test } from "vitest";
import { createDensity } from "../../src/estimates/density.ts";
import { flattenGroups } from "../../src/estimates/flat-groups.ts";
import type { JumpSite } from "../../src/estimates/jump-site.ts";
import { jumpSites } from "../../src/estimates/jump-sites.ts";
import { linearise } from "../../src/estimates/linearisation.ts";
import { LocalDensity } from "../../src/estimates/local-density.ts";
import type { Model } from "../../src/estimates/model.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
import { groupOf } from "./normal-model.ts";

/** A sum of parts, each taken with the log of a constant, and one claim on it with a variance. */
function sumOf(constants: readonly number[], variance: number, isWalk = constants.map(() => 0)): Model {
  const builder = tapeBuilder(constants.length);
  const sum = builder.logSumExp(constants.map((constant, i) => [i, constant]));
  const center = Math.log(constants.reduce((all, constant) => all + Math.exp(constant), 0));
  const group = groupOf({ id: "s", origin: "s", center, variance, gross: 0.02 });
  return {
    parameters: {
      names: constants.map((_, i) => `part ${i}`),
      isStep: new Uint8Array(constants.length),
      isWalk: Uint8Array.from(isWalk),
      positionOf: () => 0,
    },
    tape: builder.build(),
    groups: [{ group, nodes: [sum] }],
    priors: [],
  };
}

/** The pairs of a model, linearised at the middle of the prior with its claim right. */
function pairsOf(model: Model): readonly JumpSite[] {
  const flat = flattenGroups(model.groups);
  const local = new LocalDensity(model, flat);
  const active = Int32Array.from(model.parameters.names.keys());
  const density = createDensity(model, active);
  const center = new Float64Array(active.length);
  const shares = new Float64Array(flat.logWeight.length);
  density.responsibilities(center, shares);
  const linear = linearise({ model, flat, active, density, center, shares });
  return jumpSites(model, active, local, linear).filter(({ lines }) => lines.length === 2);
}

const nodesOf = (pairs: readonly JumpSite[]) => pairs.map(({ lines }) => lines.map(({ node }) => node));

describe("pairs of jump sites", () => {
  test("lets two parts trade whose sum is known better than they are, and leaves out a part that has nothing to give", () => {
    const pairs = pairsOf(sumOf([0, 0, -7], 0.01));
    expect(nodesOf(pairs)).toEqual([[0, 1]]);
    expect(pairs[0]?.trades.length).toBe(1);
    expect([...(pairs[0]?.reach.groups ?? [])]).toEqual([0]);
  });

  test("has no pair where the sum is left as much room as its parts leave it", () => {
    expect(pairsOf(sumOf([0, 0, 0, 0, 0, 0], 100))).toEqual([]);
  });

  test("leaves steps of walks to themselves", () => {
    expect(nodesOf(pairsOf(sumOf([0, 0, 0], 0.01, [0, 0, 1])))).toEqual([[0, 1]]);
  });

  test("lets each part of many look for three partners, those that can give most", () => {
    const constants = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
    const pairs = nodesOf(pairsOf(sumOf(constants, 0.01)));
    for (const part of constants.keys())
      expect(pairs.filter((pair) => pair.includes(part)).length).toBeGreaterThanOrEqual(3);
    expect(pairs.length).toBeLessThanOrEqual(3 * constants.length);
    for (const [one, two] of pairs) expect([one, two].some((part) => (part ?? 0) >= 4)).toBe(true);
  });
});
