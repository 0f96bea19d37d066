import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/math/random.ts";
import { Tabulated } from "../../src/math/tabulated.ts";

/** What a claim that may be wrong says of a number: narrow in its middle, wide beside it, with a sharp bend between. */
const mixture = (x: number): number =>
  Math.log(0.92 * 20 * Math.exp(-200 * (x - 1) ** 2) + 0.03 * Math.exp(-0.06 * (x - 1) ** 2));
const [from, to] = [-3, 5];
/** Eight cells to its narrowest deviation, 0.05. */
const cells = (8 * (to - from)) / 0.05;

describe("Tabulated.at(x)", () => {
  test("is the function to eight digits after the point, where nothing is narrower than eight cells", () => {
    const table = new Tabulated(mixture, { from, to, cells });
    // Seed 5. The largest error of the six terms is a sixth of this; with one term less it is more.
    const random = createRandom(5);
    let worst = 0;
    for (let i = 0; i < 50_000; i++) {
      const x = from + (to - from) * random.uniform();
      worst = Math.max(worst, Math.abs(table.at(x) - mixture(x)));
    }
    expect(worst).toBeLessThan(1e-8);
    expect(worst).toBeGreaterThan(0);
  });

  test("is the function itself outside, and a number at both ends", () => {
    const table = new Tabulated(mixture, { from, to, cells });
    for (const x of [from - 0.1, to, to + 3, -1e6]) expect(table.at(x)).toBe(mixture(x));
    expect(table.at(from)).toBeCloseTo(mixture(from), 7);
    expect(table.at(to - 1e-15)).toBeCloseTo(mixture(to), 7);
    expect(table.at(Number.NaN)).toBeNaN();
  });

  test("is the same in whatever order it is asked", () => {
    const points = Array.from({ length: 300 }, (_, i) => from + ((to - from) * i) / 300);
    const [one, other] = [1, 2].map(() => new Tabulated(mixture, { from, to, cells }));
    const backwards = points
      .toReversed()
      .map((x) => other?.at(x))
      .reverse();
    expect(points.map((x) => one?.at(x))).toEqual(backwards);
  });
});
