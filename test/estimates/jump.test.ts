import { describe, expect, test } from "vitest";
import { createDensity } from "../../src/estimates/density.ts";
import { flattenGroups } from "../../src/estimates/flat-groups.ts";
import { jump, jumpSites } from "../../src/estimates/jump.ts";
import { linearise } from "../../src/estimates/linearisation.ts";
import { LocalDensity } from "../../src/estimates/local-density.ts";
import { createRandom } from "../../src/math/random.ts";
import { real } from "../../src/math/vector.ts";
import { groupOf, modelOf } from "./normal-model.ts";

const model = modelOf([
  groupOf({ id: "a", origin: "a", center: -1.5, variance: 0.02, gross: 0.1 }),
  groupOf({ id: "b", origin: "b", center: 1.5, variance: 0.02, gross: 0.2 }),
]);
const flat = flattenGroups(model.groups);
const active = Int32Array.of(0);
const density = createDensity(model, active);

function sitesOf(local: LocalDensity) {
  const center = Float64Array.of(0);
  const shares = new Float64Array(flat.logWeight.length);
  density.responsibilities(center, shares);
  return jumpSites(model, active, local, linearise({ model, flat, active, density, center, shares }));
}

/** The mass above zero, by the trapezoidal rule on a grid from −8 to 8. */
function massAboveZero(): number {
  let [above, all] = [0, 0];
  for (let x = -8; x <= 8; x += 1e-3) {
    const weight = Math.exp(density.marginal(Float64Array.of(x), new Float64Array(1)));
    all += weight;
    if (x > 0) above += weight;
  }
  return above / all;
}

describe("jump(site, local, random)", () => {
  test("carries a chain between two firm claims as often as their masses say, by itself", () => {
    const local = new LocalDensity(model, flat);
    const sites = sitesOf(local);
    const random = createRandom(6);
    local.begin(Float64Array.of(-1.5));
    const jumps = 60_000;
    let [above, crossings, side] = [0, 0, -1];
    for (let i = 0; i < jumps; i++) {
      const site = sites[i % sites.length];
      if (site) jump(site, local, random);
      const now = Math.sign(real(local.values, 0));
      if (now !== side) crossings++;
      side = now;
      if (now > 0) above++;
    }
    expect(crossings).toBeGreaterThan(1000);
    // Seed 6. With c crossings the share has a standard error of at most about 1/√c, 3 % for a thousand; four of the
    // standard errors that the crossings found give are allowed.
    expect(Math.abs(above / jumps - massAboveZero())).toBeLessThan(4 / Math.sqrt(crossings));
  });
});
