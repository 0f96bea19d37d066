import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawsFromBytes, drawsToBytes, thinDraws } from "../../src/estimates/thinned-draws.ts";

describe("thinDraws(chains, width)", () => {
  test("keeps whole rows, evenly from all chains, and all where there are few", () => {
    const chain = (offset: number) => Float64Array.from({ length: 2 * 3000 }, (_, i) => offset + i);
    const thinned = thinDraws([chain(0), chain(100_000)], 2);
    expect(thinned.count).toBe(1000);
    const firsts = [...thinned.rows].filter((_, i) => i % 2 === 0);
    expect(firsts.filter((value) => value < 100_000)).toHaveLength(500);
    expect(firsts.every((first, row) => thinned.rows[2 * row + 1] === first + 1)).toBe(true);
    expect(thinDraws([Float64Array.of(1, 2)], 1).rows).toEqual(Float64Array.of(1, 2));
    expect([...thinDraws([Float64Array.from({ length: 10 }, (_, i) => i)], 1, 4).rows]).toEqual([0, 2, 5, 7]);
  });
});

describe("drawsFromBytes(drawsToBytes(draws))", () => {
  test("gives the draws again to seven digits", () => {
    const numbers = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 3, maxLength: 60 });
    fc.assert(
      fc.property(numbers, (list) => {
        const rows = Float64Array.from(list.slice(0, list.length - (list.length % 3)));
        const back = drawsFromBytes(drawsToBytes({ width: 3, count: rows.length / 3, rows }), 3);
        expect(back.count).toBe(rows.length / 3);
        back.rows.forEach((value, i) => {
          expect(Math.abs(value - (rows[i] ?? 0))).toBeLessThan(1e-5);
        });
      }),
    );
  });

  test("refuses bytes that are no whole rows", () => {
    expect(() => drawsFromBytes(new Uint8Array(10), 1)).toThrow("invalid draws: 10 bytes");
  });
});
