import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tapeBuilder } from "../../src/math/tape.ts";
import { PARAMETERS, steps, tapeOf } from "./random-tape.ts";

const ROWS = 5;
const positions = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
  minLength: ROWS * PARAMETERS,
  maxLength: ROWS * PARAMETERS,
});

describe("tape.rows(rows).forward()", () => {
  test("gives in every row what forward gives of its position", () => {
    fc.assert(
      fc.property(steps, positions, (list, numbers) => {
        const tape = tapeOf(list);
        const side = tape.rows(ROWS);
        numbers.forEach((number, i) => {
          side.values[i] = number;
        });
        side.forward();
        for (let r = 0; r < ROWS; r++) {
          const values = new Float64Array(tape.nodes);
          for (let i = 0; i < PARAMETERS; i++) values[i] = numbers[i * ROWS + r] ?? 0;
          tape.forward(values);
          values.forEach((value, node) => {
            const found = side.values[node * ROWS + r] ?? Number.NaN;
            expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(value)));
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  test("keeps sums finite in one row where their parts have no exponential, and leaves the others alone", () => {
    const builder = tapeBuilder(2);
    builder.logSumExp([
      [0, 1],
      [1, 0],
    ]);
    const side = builder.build().rows(2);
    side.values.set([2000, 0, -2000, 0]);
    side.forward();
    expect(side.values[4]).toBe(2001);
    expect(side.values[5]).toBeCloseTo(Math.log(Math.E + 1), 12);
  });
});
