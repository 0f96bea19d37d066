import { describe, expect, test } from "vitest";
import { createDensity } from "../../src/estimates/density.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { flattenGroups } from "../../src/estimates/flat-groups.ts";
import type { JumpLine, JumpSite } from "../../src/estimates/jump-site.ts";
import { plainSites } from "../../src/estimates/jump-sites.ts";
import { linearise } from "../../src/estimates/linearisation.ts";
import { LocalDensity } from "../../src/estimates/local-density.ts";
import { compileModel, type Model } from "../../src/estimates/model.ts";
import { turningSites } from "../../src/estimates/turning-sites.ts";
import { real } from "../../src/math/vector.ts";
import { sourceWith } from "../cases/sample-package.ts";
import { accountFrom, PAY, said } from "./small-problem.ts";

/**
 * What is paid in a year in one place is said to be an amount, which may be ten times what pay and months come to: if that is right, months and pay are both wrong, and
 * all three turn together. Everything is invented.
 */
function modelOf(yearly: number): Model {
  const claims = [
    said("a", "pay", "XA", 200, 0.1),
    said("b", "yearly", "XA", yearly, 0.1, { statedBy: "somebody else" }),
    said("c", "pay", "XB", 200, 0.1, { statedBy: "a third" }),
  ];
  const sources = [sourceWith({ id: "report-2013", published: "2013", reliability: "B", credibility: "3" })];
  return compileModel(accountFrom(PAY), gatherEvidence(accountFrom(PAY), claims, sources).groups);
}

/** The sites of a model in which all words were right so often on average, and what moves at them. */
function lay(model: Model, right: number): { readonly sites: readonly JumpSite[]; readonly local: LocalDensity } {
  const flat = flattenGroups(model.groups);
  const active = Int32Array.from(model.parameters.names.keys());
  const density = createDensity(model, active);
  const local = new LocalDensity(model, flat);
  const center = new Float64Array(active.length);
  const shares = Float64Array.from(flat.verdict, (verdict) => (verdict === 0 ? right : 1 - right));
  const linear = linearise({ model, flat, active, density, center, shares });
  const lines = new Map<number, JumpLine>();
  for (const { lines: some } of plainSites(model, active, local, linear))
    for (const line of some) if (!lines.has(line.node)) lines.set(line.node, line);
  return { sites: turningSites({ flat, active, density, local, linear, center, shares, lines }), local };
}

describe("turningSites(input)", () => {
  const model = modelOf(20_000);
  const { sites, local } = lay(model, 0.5);

  test("moves what turns with a verdict along, and keeps where it is what others say", () => {
    const nodeOf = (measure: string, place: string): number => {
      const found = model.groups.find(
        ({ group: { targets } }) => targets[0]?.measure === measure && targets[0].place === place,
      );
      return found?.nodes[0] ?? -1;
    };
    const site = sites.find(({ lines }) => lines[0]?.node === nodeOf("yearly", "XA"));
    if (!site) throw new Error("no site");
    local.begin(new Float64Array(model.parameters.names.length));
    const before = Float64Array.from(local.values);
    local.move(site.reach, site.lines, [1]);
    const by = (measure: string, place: string): number => {
      const node = nodeOf(measure, place);
      return real(local.values, node) - real(before, node);
    };
    // What is paid in a year is pay times months, and months are known to a few per cent.
    expect(by("yearly", "XA")).toBeCloseTo(1, 9);
    expect(by("pay", "XA")).toBeGreaterThan(0.9);
    expect(Math.abs(by("pay", "XB"))).toBeLessThan(0.1);
  });

  test("moves every node that is to land somewhere by just what is asked", () => {
    expect(sites.length).toBeGreaterThan(0);
    for (const { lines, reach } of sites) {
      const [line] = lines;
      if (!line || line.landings.length === 0) continue;
      local.begin(new Float64Array(model.parameters.names.length).fill(0.3));
      const before = real(local.values, line.node);
      local.move(reach, lines, [0.7]);
      expect(real(local.values, line.node) - before).toBeCloseTo(0.7, 9);
    }
  });

  test("lays one where words that lie off may be right, and none where what turns moves nothing far", () => {
    const spoken = sites.map(({ lines }) => {
      const group = model.groups.find(({ nodes }) => nodes[0] === lines[0]?.node)?.group;
      return `${group?.targets[0]?.measure} ${group?.targets[0]?.place}`;
    });
    // What is paid in a year in one place is said to be ten times what it comes to; nobody contradicts pay in the other.
    expect(new Set(spoken)).toEqual(new Set(["yearly XA"]));
  });

  test("lands at both ends: where the node is usually, and where the words put it", () => {
    const landings = sites[0]?.lines[0]?.landings ?? [];
    const aims = landings.filter(({ share }) => share === 0.4).map(({ mean }) => Math.exp(mean));
    expect(aims.length).toBe(2);
    // Pay of 200 dollars for nine to twelve months, or 20,000 as it is said.
    expect(aims[0]).toBeGreaterThan(200 * 9);
    expect(aims[0]).toBeLessThan(200 * 12);
    expect(Math.abs(Math.log((aims[1] ?? 0) / 20_000))).toBeLessThan(0.2);
    expect(landings.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test("lays one for words that hardly any chain saw right, where they can be", () => {
    expect(lay(model, 0.995).sites.length).toBeGreaterThan(0);
  });

  test("lays none where all agree", () => {
    expect(lay(modelOf(2_100), 0.5).sites).toEqual([]);
  });
});
