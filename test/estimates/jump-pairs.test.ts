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

/** The parts of a sum by their numbers, each with the log of the constant that it is taken with, and the variance of the one claim on it. */
interface Sum {
  readonly parts: Readonly<Record<number, number>>;
  readonly variance: number;
}

function modelOf(count: number, sums: readonly Sum[], isWalk: readonly number[] = []): Model {
  const builder = tapeBuilder(count);
  const names = Array.from({ length: count }, (_, i) => `part ${i}`);
  return {
    parameters: {
      names,
      isStep: new Uint8Array(count),
      isWalk: Uint8Array.from(names, (_, i) => (isWalk.includes(i) ? 1 : 0)),
      positionOf: () => 0,
    },
    groups: sums.map(({ parts, variance }, s) => {
      const terms = Object.entries(parts).map(([part, constant]): [number, number] => [Number(part), constant]);
      const center = Math.log(terms.reduce((all, [, constant]) => all + Math.exp(constant), 0));
      const group = groupOf({ id: `s${s}`, origin: `s${s}`, center, variance, gross: 0.02 });
      return { group, nodes: [builder.logSumExp(terms)] };
    }),
    tape: builder.build(),
    priors: [],
  };
}

/** One sum of parts, each taken with the log of a constant. */
function sumOf(constants: readonly number[], variance: number, isWalk: readonly number[] = []): Model {
  return modelOf(constants.length, [{ parts: { ...constants }, variance }], isWalk);
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
    expect(nodesOf(pairsOf(sumOf([0, 0, 0], 0.01, [2])))).toEqual([[0, 1]]);
  });

  test("lets each part of many look for three partners, those that can give most", () => {
    const constants = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
    const pairs = nodesOf(pairsOf(sumOf(constants, 0.01)));
    for (const part of constants.keys())
      expect(pairs.filter((pair) => pair.includes(part)).length).toBeGreaterThanOrEqual(3);
    expect(pairs.length).toBeLessThanOrEqual(3 * constants.length);
    for (const [one, two] of pairs) expect([one, two].some((part) => (part ?? 0) >= 4)).toBe(true);
  });

  test("looks first to the sum in which its partners can give most", () => {
    const loose = { parts: { 0: -0.3, 1: 0, 2: 0, 3: 0, 4: 0 }, variance: 0.03 };
    const tight = { parts: { 0: 0, 5: 0, 6: 0, 7: 0 }, variance: 0.0001 };
    // The parts of the loose sum have each other, and the first has better partners elsewhere.
    const pairs = nodesOf(pairsOf(modelOf(8, [loose, tight])));
    const partners = pairs.filter((pair) => pair.includes(0)).map(([one, two]) => (one === 0 ? two : one));
    expect(partners.sort()).toEqual([5, 6, 7]);
    expect(pairs.some(([one, two]) => one === 1 && two === 2)).toBe(true);
  });
});
