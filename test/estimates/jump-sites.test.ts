import { beforeAll, describe, expect, test } from "vitest";
import { createDensity } from "../../src/estimates/density.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { type FlatGroups, flattenGroups } from "../../src/estimates/flat-groups.ts";
import type { JumpSite } from "../../src/estimates/jump-site.ts";
import { jumpSites } from "../../src/estimates/jump-sites.ts";
import { linearise } from "../../src/estimates/linearisation.ts";
import { LocalDensity } from "../../src/estimates/local-density.ts";
import { compileModel, type Model } from "../../src/estimates/model.ts";
import { createRandom } from "../../src/math/random.ts";
import { real } from "../../src/math/vector.ts";
import { shippedCase } from "../engine/case-files.ts";

/** Sites around a point drawn from the prior, made narrower. */
function sitesOf(model: Model, flat: FlatGroups, local: LocalDensity): readonly JumpSite[] {
  const active = Int32Array.from(model.parameters.names.keys());
  const density = createDensity(model, active);
  const random = createRandom(5);
  const center = Float64Array.from(active, () => 0.3 * random.normal());
  const shares = new Float64Array(flat.logWeight.length);
  density.responsibilities(center, shares);
  return jumpSites(model, active, local, linearise({ model, flat, active, density, center, shares }));
}

describe("jumpSites(model, active, local, linear)", () => {
  let model: Model;
  let local: LocalDensity;
  let sites: readonly JumpSite[];

  beforeAll(async () => {
    const { account, claims, sources } = await shippedCase("cases/example");
    model = compileModel(account, gatherEvidence(account, claims, sources).groups);
    const flat = flattenGroups(model.groups);
    local = new LocalDensity(model, flat);
    sites = sitesOf(model, flat, local);
  });

  // A jump's ratio holds only if its node lands where it was drawn, whatever moves with it: means of regions bend in some parameters.
  test("moves every node that is to land somewhere by just what is asked, in pairs as well", () => {
    const random = createRandom(6);
    for (const site of sites) {
      local.begin(Float64Array.from(model.parameters.names, () => 0.5 * random.normal()));
      const before = site.lines.map(({ node }) => real(local.values, node));
      const by = site.lines.map(() => random.normal());
      local.move(site.reach, site.lines, by);
      site.lines.forEach(({ node, landings }, k) => {
        if (landings.length === 0) return;
        const moved = real(local.values, node) - (before[k] ?? 0);
        expect(Math.abs(moved - (by[k] ?? 0))).toBeLessThan(1e-8);
      });
    }
    const landing = sites.filter(({ lines }) => lines.every(({ landings }) => landings.length > 0));
    expect(landing.filter(({ lines }) => lines.length === 2).length).toBeGreaterThan(10);
    expect(landing.some(({ lines }) => lines.some(({ bent }) => bent.length > 0))).toBe(true);
  });

  test("lets shares of landings come to one", () => {
    for (const { lines } of sites)
      for (const { landings } of lines) {
        if (landings.length === 0) continue;
        expect(landings.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      }
  });
});
