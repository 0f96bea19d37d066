import { beforeAll, describe, expect, test } from "vitest";
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
 * What is paid in a year in one place is said to be ten times what pay and months come to: if that is right, months and pay are both wrong, and
 * all three turn together. Everything is invented.
 */
function modelOf(): Model {
  const claims = [
    said("a", "pay", "XA", 200, 0.1),
    said("b", "yearly", "XA", 20_000, 0.1, { statedBy: "somebody else" }),
    said("c", "pay", "XB", 200, 0.1, { statedBy: "a third" }),
  ];
  const sources = [sourceWith({ id: "report-2013", published: "2013", reliability: "B", credibility: "3" })];
  return compileModel(accountFrom(PAY), gatherEvidence(accountFrom(PAY), claims, sources).groups);
}

describe("turningSites(input)", () => {
  let model: Model;
  let local: LocalDensity;
  let sites: readonly JumpSite[];
  const lay = (right: number): readonly JumpSite[] => {
    const flat = flattenGroups(model.groups);
    const active = Int32Array.from(model.parameters.names.keys());
    const density = createDensity(model, active);
    local = new LocalDensity(model, flat);
    const center = new Float64Array(active.length);
    const shares = flat.verdict.reduce((out, verdict, c) => {
      out[c] = verdict === 0 ? right : 1 - right;
      return out;
    }, new Float64Array(flat.verdict.length));
    const linear = linearise({ model, flat, active, density, center, shares });
    const lines = new Map<number, JumpLine>();
    for (const { lines: some } of plainSites(model, active, local, linear))
      for (const line of some) if (!lines.has(line.node)) lines.set(line.node, line);
    return turningSites({ model, flat, active, density, local, linear, center, shares, lines });
  };

  beforeAll(() => {
    model = modelOf();
    sites = lay(0.5);
  });

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

  test("lays one for every claim in doubt that lies off, above or below what the others say", () => {
    const measures = model.groups.filter(({ nodes }) => sites.some(({ lines }) => lines[0]?.node === nodes[0]));
    // What is paid in a year is said to be ten times what it comes to, pay in the same place a tenth of what that asks for.
    expect(measures.map(({ group: { targets } }) => `${targets[0]?.measure} ${targets[0]?.place}`)).toEqual(
      expect.arrayContaining(["pay XA", "yearly XA"]),
    );
  });

  test("lays none where no verdict is in doubt", () => {
    expect(lay(0.995)).toEqual([]);
  });
});
