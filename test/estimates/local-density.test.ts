import { describe, expect, test } from "vitest";
import { simulateProblem } from "../../src/estimates/calibration/simulate-problem.ts";
import { createDensity } from "../../src/estimates/density.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { flattenGroups } from "../../src/estimates/flat-groups.ts";
import { LocalDensity } from "../../src/estimates/local-density.ts";
import { compileModel } from "../../src/estimates/model.ts";
import { createRandom } from "../../src/math/random.ts";

const problem = simulateProblem(3);
const model = compileModel(problem.account, gatherEvidence(problem.account, problem.claims, problem.sources).groups);
const flat = flattenGroups(model.groups);
const random = createRandom(9);
const width = model.parameters.names.length;
const position = Float64Array.from({ length: width }, () => 0.5 * random.normal());
const marginal = (x: Float64Array): number => createDensity(model).marginal(x, new Float64Array(width));

describe("LocalDensity", () => {
  test("changes by as much as the whole density does, whichever parameters move", () => {
    for (let k = 0; k < width; k++) {
      const local = new LocalDensity(model, flat);
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
    const local = new LocalDensity(model, flat);
    local.begin(position);
    const before = Float64Array.from(local.values);
    const lines = [{ parameters: Int32Array.of(0, 1), amounts: Float64Array.of(1, -2) }];
    const reach = local.reach(lines);
    const there = local.move(reach, lines, [2]);
    local.undo(reach);
    expect([...local.values]).toEqual([...before]);
    expect(local.move(reach, lines, [2])).toBe(there);
  });

  test("counts the groups of whose words something else seems right after a move", () => {
    const local = new LocalDensity(model, flat);
    local.begin(position);
    const lines = [{ parameters: Int32Array.of(0), amounts: Float64Array.of(1) }];
    local.move(local.reach(lines), lines, [0]);
    expect(local.turned).toBe(0);
    local.move(local.reach(lines), lines, [8]);
    expect(local.turned).toBeGreaterThan(0);
  });
});
