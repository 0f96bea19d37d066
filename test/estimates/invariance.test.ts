import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { simulateProblem } from "../../src/estimates/calibration/simulate-problem.ts";
import { runChain } from "../../src/estimates/chain.ts";
import { createDensity } from "../../src/estimates/density.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { compileModel } from "../../src/estimates/model.ts";
import { createRandom } from "../../src/math/random.ts";

const problem = simulateProblem(3);

function modelOf(claims: readonly Claim[]) {
  return compileModel(problem.account, gatherEvidence(problem.account, claims, problem.sources).groups);
}

function drawsOf(claims: readonly Claim[]): Float64Array {
  return runChain(modelOf(claims), { seed: 11, warmup: 60, draws: 40 }).draws;
}

function first(): Claim {
  const claim = problem.claims[0];
  if (!claim) throw new Error("no claims");
  return claim;
}

describe("the joint posterior", () => {
  test("[O4] is the same, bit for bit, after a second copy of a claim", () => {
    const copy: Claim = { ...first(), id: "copy", derivedFrom: [first().id] };
    expect(drawsOf([...problem.claims, copy])).toEqual(drawsOf(problem.claims));
  });

  test("is the same, bit for bit, in whatever order the claims come", () => {
    expect(drawsOf([...problem.claims].reverse())).toEqual(drawsOf(problem.claims));
  });

  test("moves when a claim of another origin says something else", () => {
    const other: Claim = { ...first(), id: "other", range: { kind: "between", low: 100, high: 110 } };
    expect(drawsOf([...problem.claims, other])).not.toEqual(drawsOf(problem.claims));
  });

  test("has the gradient that central differences give, marginal and given components", () => {
    const density = createDensity(modelOf(problem.claims));
    const random = createRandom(5);
    const x = Float64Array.from({ length: density.dimensions }, () => random.normal());
    density.choose(x, random, new Float64Array(density.components));
    for (const kind of ["marginal", "given"] as const) {
      const gradient = new Float64Array(x.length);
      const scratch = new Float64Array(x.length);
      density[kind](x, gradient);
      for (let i = 0; i < x.length; i++) {
        const at = (by: number): number =>
          density[kind](
            x.map((value, k) => (k === i ? value + by : value)),
            scratch,
          );
        // Central differences with h = 1e-5 err by about h² times a third derivative of order 10³ here.
        expect(Math.abs((at(1e-5) - at(-1e-5)) / 2e-5 - (gradient[i] ?? 0))).toBeLessThan(1e-3);
      }
    }
  });
});
