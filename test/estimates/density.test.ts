import { describe, expect, test } from "vitest";
import { simulateProblem } from "../../src/estimates/calibration/simulate-problem.ts";
import { createDensity } from "../../src/estimates/density.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { componentLog, flattenGroups } from "../../src/estimates/flat-groups.ts";
import { compileModel, parameterLog, priorTermLog } from "../../src/estimates/model.ts";
import { createRandom } from "../../src/math/random.ts";
import { real, whole } from "../../src/math/vector.ts";

const problem = simulateProblem(3);
const model = compileModel(problem.account, gatherEvidence(problem.account, problem.claims, problem.sources).groups);
const flat = flattenGroups(model.groups);
const width = model.parameters.names.length;

/** The log density given some components, from a pass over the whole tape. */
function plainly(x: Float64Array, chosen: Int32Array): number {
  const values = new Float64Array(model.tape.nodes);
  values.set(x);
  model.tape.forward(values);
  let log = 0;
  for (let i = 0; i < width; i++) log += parameterLog(real(x, i), model.parameters.isStep[i] === 1);
  for (const term of model.priors) log += priorTermLog(term, real(values, term.node));
  for (const c of chosen) log += componentLog(flat, values, c);
  return log;
}

describe("createDensity(model)", () => {
  test("given(x, gradient) is the density of the components that were chosen last, with its slopes", () => {
    // Seed 31: twelve choices, each at a place of its own.
    const random = createRandom(31);
    const density = createDensity(model);
    const shares = new Float64Array(density.components);
    const seen = new Set<string>();
    for (let k = 0; k < 12; k++) {
      const x = Float64Array.from({ length: width }, () => random.normal());
      density.choose(x, random, shares);
      seen.add(density.chosen.join(" "));
      const gradient = new Float64Array(width);
      expect(density.given(x, gradient)).toBeCloseTo(plainly(x, density.chosen), 8);
      for (let i = 0; i < width; i++) {
        const at = (by: number): number => plainly(x.with(i, real(x, i) + by), density.chosen);
        const slope = (at(1e-5) - at(-1e-5)) / 2e-5;
        expect(Math.abs(real(gradient, i) - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
      }
    }
    expect(seen.size).toBeGreaterThan(1);
    expect(model.groups.every((_, g) => whole(density.chosen, g) >= whole(flat.start, g))).toBe(true);
  });
});
