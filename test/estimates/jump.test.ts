import { describe, expect, test } from "vitest";
import { createDensity } from "../../src/estimates/density.ts";
import { componentLog, flattenGroups } from "../../src/estimates/flat-groups.ts";
import { Jumper } from "../../src/estimates/jump.ts";
import type { JumpSite } from "../../src/estimates/jump-site.ts";
import { jumpSites } from "../../src/estimates/jump-sites.ts";
import { linearise } from "../../src/estimates/linearisation.ts";
import { LocalDensity } from "../../src/estimates/local-density.ts";
import type { Model } from "../../src/estimates/model.ts";
import { createRandom } from "../../src/math/random.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
import { real } from "../../src/math/vector.ts";
import { groupOf, modelOf, type Said } from "./normal-model.ts";

const one = modelOf([
  groupOf({ id: "a", origin: "a", center: -1.5, variance: 0.02, gross: 0.1 }),
  groupOf({ id: "b", origin: "b", center: 1.5, variance: 0.4, gross: 0.2 }),
]);
const density = createDensity(one);

/** The sites of a model in which every parameter matters, linearised at the middle of the prior. */
function sitesOf(model: Model, local: LocalDensity): readonly JumpSite[] {
  const flat = flattenGroups(model.groups);
  const active = Int32Array.from(model.parameters.names.keys());
  const density = createDensity(model, active);
  const center = new Float64Array(active.length);
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

/** Three parts a, b and c, a claim on their sum that leaves it little room, and two claims on b that contradict each other. */
function modelOfParts(): Model {
  const builder = tapeBuilder(3);
  const sum = builder.logSumExp([
    [0, 0],
    [1, 0],
    [2, 0],
  ]);
  const of = (measure: string, said: Said) => ({
    ...groupOf(said),
    targets: [{ measure, when: { kind: "always" } as const, weight: 1 }],
  });
  return {
    parameters: {
      names: ["a", "b", "c"],
      isStep: new Uint8Array(3),
      isWalk: new Uint8Array(3),
      positionOf: (name) => ["a", "b", "c"].indexOf(name),
    },
    tape: builder.build(),
    groups: [
      { group: of("sum", { id: "s", origin: "s", center: Math.log(4), variance: 0.01, gross: 0.02 }), nodes: [sum] },
      { group: of("b", { id: "low", origin: "low", center: -0.6, variance: 0.04, gross: 0.2 }), nodes: [1] },
      { group: of("b", { id: "high", origin: "high", center: 1, variance: 0.02, gross: 0.3 }), nodes: [1] },
    ],
    priors: [],
  };
}

/** Where the distributions of a, b and c are compared; they are edges of the cells of the grid. */
const EDGES = [-1.8, -1.2, -0.6, -0.3, 0, 0.3, 0.6, 0.9, 1.2, 1.5];

/**
 * The mass of each parameter below each edge: the density at the middles of cells of 0.06, from −4.5 to 4.5 in each direction. The claim
 * on the sum has a standard deviation of 0.11, so that the cells are fine enough for three digits.
 */
function massesOfParts(model: Model): readonly (readonly number[])[] {
  const flat = flattenGroups(model.groups);
  const middles = Array.from({ length: 150 }, (_, i) => -4.5 + 0.06 * (i + 0.5));
  const values = new Float64Array(4);
  const groupAt = (g: number): number => {
    let sum = 0;
    for (let c = flat.start[g] ?? 0; c < (flat.start[g + 1] ?? 0); c++) sum += Math.exp(componentLog(flat, values, c));
    return sum;
  };
  const prior = middles.map((x) => Math.exp(-0.5 * x * x));
  const told = middles.map((b) => {
    values[1] = b;
    return groupAt(1) * groupAt(2);
  });
  const masses = [0, 1, 2].map(() => new Float64Array(middles.length));
  const add = (parameter: number, at: number, weight: number): void => {
    const held = masses[parameter];
    if (held) held[at] = (held[at] ?? 0) + weight;
  };
  middles.forEach((a, i) => {
    middles.forEach((b, j) => {
      middles.forEach((c, k) => {
        values[3] = Math.log(Math.exp(a) + Math.exp(b) + Math.exp(c));
        const weight = (prior[i] ?? 0) * (prior[j] ?? 0) * (prior[k] ?? 0) * (told[j] ?? 0) * groupAt(0);
        add(0, i, weight);
        add(1, j, weight);
        add(2, k, weight);
      });
    });
  });
  return masses.map((held) => {
    const all = held.reduce((sum, mass) => sum + mass, 0);
    return EDGES.map((edge) => held.reduce((sum, mass, i) => sum + ((middles[i] ?? 0) < edge ? mass : 0), 0) / all);
  });
}

/** The share of jumps after which each parameter is below each edge, the sites taken in turn. */
function sharesOfJumps(local: LocalDensity, sites: readonly JumpSite[], jumps: number, seed: number) {
  const random = createRandom(seed);
  const jumper = new Jumper(local);
  const below = [0, 1, 2].map(() => EDGES.map(() => 0));
  local.begin(Float64Array.of(0.5, 0.5, 0.5));
  for (let i = 0; i < jumps; i++) {
    // A chain begins every draw anew, a hundred jumps or so apart.
    if (i % 100 === 0) local.begin(local.values.slice(0, 3));
    const site = sites[i % sites.length];
    if (site) jumper.jump(site, random);
    below.forEach((counts, parameter) => {
      const now = real(local.values, parameter);
      EDGES.forEach((edge, k) => {
        if (now < edge) counts[k] = (counts[k] ?? 0) + 1 / jumps;
      });
    });
  }
  return below;
}

describe("Jumper.jump(site, random, onTry)", () => {
  test("carries a chain between two claims, and leaves the density as it is, by itself", () => {
    const local = new LocalDensity(one, flattenGroups(one.groups));
    const sites = sitesOf(one, local);
    const random = createRandom(6);
    const jumper = new Jumper(local);
    local.begin(Float64Array.of(-1.5));
    const jumps = 100_000;
    const below = POINTS.map(() => 0);
    let [crossings, side] = [0, -1];
    for (let i = 0; i < jumps; i++) {
      const site = sites[i % sites.length];
      if (site) jumper.jump(site, random);
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

  const parts = modelOfParts();
  const expected = massesOfParts(parts);

  for (const [which, chosen] of [
    ["all sites", () => true],
    ["the pairs that trade", ({ trades }: JumpSite) => trades.length > 0],
  ] as const)
    test(`leaves the density of three parts of a sum as it is, by itself, at ${which}`, () => {
      const local = new LocalDensity(parts, flattenGroups(parts.groups));
      const sites = sitesOf(parts, local).filter(chosen);
      expect(sites.filter(({ trades }) => trades.length > 0).length).toBe(3);
      const found = sharesOfJumps(local, sites, 200_000, 3);
      // Seed 3. With eight other seeds no share was off by more than 1.7 %, about two standard errors of the one that moves least;
      // 3 % are allowed. Where a trade's part of the ratio is left out they are off by 17 %, with its sign turned by 30 %.
      expected.forEach((masses, parameter) => {
        masses.forEach((mass, k) => {
          const what = `${parts.parameters.names[parameter]} below ${EDGES[k]}`;
          expect(Math.abs((found[parameter]?.[k] ?? 0) - mass), what).toBeLessThan(0.03);
        });
      });
    });

  test("is given up where it cannot stand, and by one who learns only where its chance is too small to learn from as well", () => {
    const least: number[] = [];
    const local = {
      values: new Float64Array(),
      move: (_reach: unknown, _lines: unknown, _by: unknown, atLeast = 0) => {
        least.push(atLeast);
        return Number.NEGATIVE_INFINITY;
      },
      undo: () => {},
      cost: 7,
    };
    const none = new Int32Array();
    const plan = { parameters: none, nodes: none, starts: Int32Array.of(0), terms: none };
    const site: JumpSite = {
      lines: [],
      reach: { plan, groups: none, factors: none, priors: none, cost: 1 },
      trades: [],
    };
    const told: number[] = [];
    const tryAt = (uniform: number, onTry?: (chance: number, cost: number) => void) =>
      new Jumper(local).jump(site, { ...createRandom(1), uniform: () => uniform }, onTry);
    // A move stands where its chance is more than one less the number that is drawn.
    for (const uniform of [0.5, 1 - 1e-5]) {
      tryAt(uniform);
      tryAt(uniform, (chance, cost) => told.push(chance, cost));
    }
    expect(least.map((log) => Number(Math.exp(log).toPrecision(6)))).toEqual([0.5, 1e-3, 1e-5, 1e-5]);
    expect(told).toEqual([0, 7, 0, 7]);
  });

  test("goes the same way whether or not it tells onTry its chance, which is how often it is accepted", () => {
    // Seed 12. No tolerance: both chains see the same chance, and a chance that is told is only computed to its end.
    const [told, untold] = [1, 2].map(() => new LocalDensity(parts, flattenGroups(parts.groups)));
    if (!told || !untold) throw new Error("no density");
    const sites = sitesOf(parts, told);
    const [one, two] = [createRandom(12), createRandom(12)];
    const [telling, silent] = [new Jumper(told), new Jumper(untold)];
    for (const local of [told, untold]) local.begin(new Float64Array(3));
    let [accepted, chances] = [0, 0];
    for (let i = 0; i < 20_000; i++) {
      const site = sites[i % sites.length];
      if (!site) continue;
      const done = telling.jump(site, one, (chance) => {
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        chances += chance;
      });
      expect(silent.jump(site, two)).toBe(done);
      if (done) accepted++;
    }
    expect(told.values).toEqual(untold.values);
    // 20,000 tries of which each is accepted by its chance: the standard error is below √(20,000 · ¼) = 71, four of them are allowed.
    expect(Math.abs(accepted - chances)).toBeLessThan(284);
    expect(accepted).toBeGreaterThan(500);
  });
});
