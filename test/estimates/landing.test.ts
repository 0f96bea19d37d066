import { describe, expect, test } from "vitest";
import { drawLanding, type Landing, landingDensity, landingsOn } from "../../src/estimates/landing.ts";
import { createRandom } from "../../src/math/random.ts";

/** Far enough apart that a draw tells which of them it is of. */
const APART: readonly Landing[] = [
  ...landingsOn([{ mean: -100, variance: 4 }], 0.5),
  ...landingsOn(
    [
      { mean: 0, variance: 0.25 },
      { mean: 100, variance: 1 },
    ],
    0.3,
  ),
  ...landingsOn([{ mean: 200, variance: 9 }], 0.2),
];

const NEAR: readonly Landing[] = [
  ...landingsOn([{ mean: -1, variance: 0.04 }], 0.6),
  ...landingsOn(
    [
      { mean: 0.5, variance: 1 },
      { mean: 2, variance: 0.01 },
    ],
    0.4,
  ),
];

/** The integral of what landings have as their density between two points, by the midpoint rule. */
function massBetween(landings: readonly Landing[], from: number, to: number): number {
  const step = 1e-3;
  let sum = 0;
  for (let x = from + step / 2; x < to; x += step) sum += Math.exp(landingDensity(landings, x)) * step;
  return sum;
}

describe("landingsOn(spots, together)", () => {
  test("shares a share among spots evenly, each a normal of its mean and variance", () => {
    const [first, second] = landingsOn(
      [
        { mean: 3, variance: 4 },
        { mean: 5, variance: 1 },
      ],
      0.5,
    );
    expect([first?.share, first?.mean, first?.deviation]).toEqual([0.25, 3, 2]);
    expect([second?.share, second?.mean, second?.deviation]).toEqual([0.25, 5, 1]);
    expect(landingsOn([], 0)).toEqual([]);
  });
});

describe("drawLanding(landings, random)", () => {
  test("lands on each as often as its share says, with its mean and variance", () => {
    const random = createRandom(14);
    const draws = Array.from({ length: 100_000 }, () => drawLanding(APART, random));
    for (const { share, mean, deviation } of APART) {
      const own = draws.filter((draw) => Math.abs(draw - mean) < 50);
      // Seed 14, 100,000 draws: four standard errors of a share, of a mean and of a variance.
      expect(Math.abs(own.length / draws.length - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 100_000));
      const middle = own.reduce((sum, draw) => sum + draw, 0) / own.length;
      expect(Math.abs(middle - mean)).toBeLessThan((4 * deviation) / Math.sqrt(own.length));
      const square = own.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / own.length;
      expect(Math.abs(square / deviation ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / own.length));
    }
  });

  test("lands on the last where rounding leaves shares short of one, and refuses to land nowhere", () => {
    const short = landingsOn(
      [1, 2, 3].map((mean) => ({ mean, variance: 1 })),
      0.999,
    );
    expect(drawLanding(short, { ...createRandom(1), uniform: () => 0.9995, normal: () => 0 })).toBe(3);
    expect(() => drawLanding([], createRandom(1))).toThrow("nowhere to land");
  });
});

describe("landingDensity(landings, value)", () => {
  test("integrates to one constant, whatever the landings: that of a normal without its √2π", () => {
    expect(massBetween(NEAR, -8, 8)).toBeCloseTo(Math.sqrt(2 * Math.PI), 6);
    expect(massBetween(landingsOn([{ mean: 1, variance: 0.3 }], 1), -8, 8)).toBeCloseTo(Math.sqrt(2 * Math.PI), 6);
  });

  test("is the density of what drawLanding draws", () => {
    const random = createRandom(15);
    const draws = Array.from({ length: 100_000 }, () => drawLanding(NEAR, random));
    for (const [from, to] of [
      [-3, -1.1],
      [-1.1, -0.8],
      [-0.8, 1.9],
      [1.9, 2.1],
      [2.1, 5],
    ] as const) {
      const share = draws.filter((draw) => draw >= from && draw < to).length / draws.length;
      // Seed 15, 100,000 draws: a share has a standard error of at most 0.16 %, four of them are allowed.
      expect(Math.abs(share - massBetween(NEAR, from, to) / Math.sqrt(2 * Math.PI))).toBeLessThan(0.0064);
    }
  });

  test("adds up what overlaps in any order, and stays finite far from all", () => {
    for (const value of [-1, 0.4, 2]) {
      const sum = NEAR.reduce((total, one) => total + Math.exp(landingDensity([one], value)), 0);
      expect(landingDensity(NEAR, value)).toBeCloseTo(Math.log(sum), 12);
      expect(landingDensity(NEAR.toReversed(), value)).toBeCloseTo(Math.log(sum), 12);
    }
    expect(landingDensity(NEAR, 1000)).toBeCloseTo(Math.log(0.2) - 0.5 * 999.5 ** 2, 6);
  });
});
