import { describe, expect, test } from "vitest";
import { seriesByKernel } from "../../src/engine/series-kernel.ts";
import { createRandom } from "../../src/math/random.ts";
import { plainSeries } from "../../src/math/series.ts";

const CHAINS = 4;
const random = createRandom(11);

/** Chains that keep a share of where they were from draw to draw, and stand a little apart. */
function wandering(length: number, kept: number, apart: number): Float64Array {
  const values = new Float64Array(length * CHAINS);
  for (let c = 0; c < CHAINS; c++) {
    let now = 0;
    for (let i = 0; i < length; i++) {
      now = kept * now + Math.sqrt(1 - kept * kept) * random.normal();
      values[c * length + i] = now + apart * c;
    }
  }
  return values;
}

function expectSame(values: Float64Array): void {
  const [found, plain] = [seriesByKernel.diagnose(values, CHAINS), plainSeries.diagnose(values, CHAINS)];
  expect(found.sorted).toEqual(plain.sorted);
  expect(seriesByKernel.sort(values).sorted).toEqual(plain.sorted);
  plain.raised.forEach((value, k) => {
    // Rounding of a series of fourteen terms.
    if (Number.isFinite(value)) expect(Math.abs((found.raised[k] ?? Number.NaN) / value - 1)).toBeLessThan(1e-14);
    else expect(found.raised[k]).toBe(value);
  });
  expect(found.rhat).toBeCloseTo(plain.rhat, 10);
  expect(found.ess / plain.ess).toBeCloseTo(1, 10);
}

describe("seriesByKernel", () => {
  // Seed 11. Sums are added in another order, so what is allowed is rounding.
  test.each([
    ["draws that do not depend on one another", 0, 0],
    ["chains that move slowly", 0.98, 0],
    ["chains that stay apart", 0.5, 3],
    ["chains that jump to and fro", -0.6, 0],
  ])("gives what the plain one gives, of %s", (_, kept, apart) => {
    for (const length of [4, 250, 400]) expectSame(wandering(length, kept, apart));
  });

  test("of numbers many of which are the same", () => {
    expectSame(wandering(300, 0.7, 0).map((value) => Math.round(3 * value)));
    expectSame(wandering(300, 0.7, 0).map((value) => Math.round(40 * value)));
  });

  test("of numbers nearly all of which stand in one place, and of one far away", () => {
    expectSame(wandering(300, 0.2, 0).map((value, i) => (i === 7 ? 1e9 : value)));
  });

  test("leaves to the plain one what has no order by steps, and chains of an odd length", () => {
    for (const values of [
      new Float64Array(8 * CHAINS).fill(2),
      wandering(8, 0, 0).map((value, i) => (i === 3 ? Number.NEGATIVE_INFINITY : value)),
      wandering(7, 0, 0),
      new Float64Array(),
    ])
      expect(seriesByKernel.diagnose(values, CHAINS)).toEqual(plainSeries.diagnose(values, CHAINS));
  });

  test("gives lists that stay as they are when the next series comes", () => {
    const first = seriesByKernel.sort(wandering(100, 0, 0));
    const kept = Float64Array.from(first.sorted);
    seriesByKernel.sort(wandering(100, 0, 5));
    expect(first.sorted).toEqual(kept);
  });
});
