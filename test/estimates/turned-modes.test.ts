import { describe, expect, test } from "vitest";
import { createDensity } from "../../src/estimates/density.ts";
import { flattenGroups } from "../../src/estimates/flat-groups.ts";
import { plainSites } from "../../src/estimates/jump-sites.ts";
import { linearise } from "../../src/estimates/linearisation.ts";
import { LocalDensity } from "../../src/estimates/local-density.ts";
import type { Model } from "../../src/estimates/model.ts";
import { howFar, type Mode, modeNear, turnedModes } from "../../src/estimates/turned-modes.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
import { real } from "../../src/math/vector.ts";
import { groupOf } from "./normal-model.ts";

/** How far a level goes from e⁸·⁵, and a step of the walk from there. */
const [LEVEL, STEP] = [1.5, 0.2];

/**
 * A walk over four years: the first and the second are said to be about e⁸, and the last e⁵·⁴. Either the last is wrong, or the whole walk is lower and the others are, or it falls
 * by thirteen times its usual step in three years.
 */
function walk(): Model {
  const builder = tapeBuilder(4);
  const years = [builder.linear([[0, LEVEL]], 8.5)];
  for (const step of [1, 2, 3])
    years.push(
      builder.linear([
        [years[step - 1] ?? 0, 1],
        [step, STEP],
      ]),
    );
  const said = (id: string, year: number, center: number, variance: number) => ({
    group: groupOf({ id, origin: id, center, variance, gross: 0.1 }),
    nodes: [years[year] ?? 0],
  });
  return {
    parameters: {
      names: ["level", "second", "third", "fourth"],
      isStep: new Uint8Array(4),
      isWalk: Uint8Array.of(0, 1, 1, 1),
      positionOf: () => 0,
    },
    tape: builder.build(),
    groups: [said("first", 0, 8, 0.004), said("second", 1, 8.1, 0.3), said("last", 3, 5.4, 0.004)],
    priors: [],
  };
}

describe("turnedModes(input, usual, line, pinned)", () => {
  const model = walk();
  const flat = flattenGroups(model.groups);
  const active = Int32Array.from(model.parameters.names.keys());
  const density = createDensity(model, active);
  const shares = new Float64Array(flat.logWeight.length);
  density.responsibilities(Float64Array.of(-0.3, 0, 0, 0), shares);
  const linear = linearise({ model, flat, active, density, center: Float64Array.of(-0.3, 0, 0, 0), shares });
  const input = { flat, active, density, linear };
  const usual = modeNear(input, new Float64Array(4), 60);
  const lineOf = (group: number) => {
    const sites = plainSites(model, active, new LocalDensity(model, flat), linear);
    const found = sites.find(({ lines: [line] }) => line?.node === model.groups[group]?.nodes[0])?.lines[0];
    if (!found) throw new Error("no line");
    return found;
  };
  const yearsAt = ({ at }: Mode) => {
    const values = density.nodeValues(at);
    return model.groups.map(({ nodes }) => real(values, nodes[0] ?? 0));
  };

  test("finds where the others are wrong, which no way down from the usual mode leads to, before where all are right", () => {
    const modes = turnedModes(input, usual, lineOf(2), { group: 2, isRight: true });
    expect(modes.length).toBe(2);
    const [lower, falling] = modes.map(yearsAt);
    // The whole walk is where the last year is said to be …
    expect(Math.abs((lower?.[0] ?? 0) - 5.4)).toBeLessThan(0.6);
    // … or it falls there from where the first is said to be.
    expect(falling?.[0]).toBeCloseTo(8, 0);
    for (const mode of [lower, falling]) expect(mode?.[2]).toBeCloseTo(5.4, 0);
    expect((modes[0]?.log ?? 0) - (modes[1]?.log ?? 0)).toBeGreaterThan(5);
  });

  test("finds one mode where words turn wrong, which hardly moves what others say as well", () => {
    const modes = turnedModes(input, usual, lineOf(1), { group: 1, isRight: false });
    expect(modes.length).toBe(1);
    expect(howFar(input, usual, modes[0] ?? usual)).toBeLessThan(0.7);
  });
});
