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
  groupOf({ id: "b", origin: "b", center: 1.5, variance: 0.4, gross: 0.2 }),
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

const POINTS = [-1.6, -1.5, -1.4, -0.5, 0.5, 1, 1.5, 2];

/** The mass below each point, by the trapezoidal rule on a grid from −8 to 8. */
function massesBelow(): readonly number[] {
  const below = POINTS.map(() => 0);
  let all = 0;
  for (let x = -8; x <= 8; x += 1e-3) {
    const weight = Math.exp(density.marginal(Float64Array.of(x), new Float64Array(1)));
    all += weight;
    POINTS.forEach((point, k) => {
      if (x < point) below[k] = (below[k] ?? 0) + weight;
    });
  }
  return below.map((mass) => mass / all);
}

describe("jump(site, local, random)", () => {
  test("carries a chain between two claims, and leaves the density as it is, by itself", () => {
    const local = new LocalDensity(model, flat);
    const sites = sitesOf(local);
    const random = createRandom(6);
    local.begin(Float64Array.of(-1.5));
    const jumps = 100_000;
    const below = POINTS.map(() => 0);
    let [crossings, side] = [0, -1];
    for (let i = 0; i < jumps; i++) {
      const site = sites[i % sites.length];
      if (site) jump(site, local, random);
      const now = real(local.values, 0);
      if (Math.sign(now) !== side) crossings++;
      side = Math.sign(now);
      POINTS.forEach((point, k) => {
        if (now < point) below[k] = (below[k] ?? 0) + 1 / jumps;
      });
    }
    expect(crossings).toBeGreaterThan(5000);
    // Seed 6. With over 5,000 crossings a share has a standard error of at most 0.5/√5000 = 0.7 %; three of them are allowed.
    massesBelow().forEach((mass, k) => {
      expect(Math.abs((below[k] ?? 0) - mass), `below ${POINTS[k]}`).toBeLessThan(0.021);
    });
  });
});
