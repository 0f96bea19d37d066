import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nodesDrawnByKernel } from "../../src/engine/rows-kernel.ts";
import { nodesDrawn } from "../../src/estimates/nodes-drawn.ts";
import { createRandom } from "../../src/math/random.ts";
import { type Tape, tapeBuilder } from "../../src/math/tape.ts";
import { PARAMETERS, steps, tapeOf } from "../math/random-tape.ts";

/** Chains of an odd number of rows each, so that some stand alone; rows hold one number more than the tape has parameters. */
function chainsOf(sd: number, seed: number): readonly Float64Array[] {
  const random = createRandom(seed);
  return [17, 0, 5].map((rows) => Float64Array.from({ length: rows * (PARAMETERS + 1) }, () => sd * random.normal()));
}

function expectSame(tape: Tape, chains: readonly Float64Array[]): void {
  // Whatever the order in which nodes are wanted, and twice.
  const wanted = [...Array.from({ length: tape.nodes }, (_, node) => node).reverse(), 0];
  const plain = nodesDrawn(tape, wanted, chains, PARAMETERS + 1);
  const found = nodesDrawnByKernel(tape, wanted, chains, PARAMETERS + 1);
  expect(found.length).toBe(wanted.length);
  plain.forEach((values, k) => {
    expect(found[k]?.length).toBe(values.length);
    values.forEach((value, i) => {
      const other = found[k]?.[i] ?? Number.NaN;
      if (Number.isFinite(value)) expect(Math.abs(other - value)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(value)));
      else expect(other).toBe(value);
    });
  });
}

describe("nodesDrawnByKernel(tape, wanted, chains, width)", () => {
  // Seeds by fast-check, printed where one fails; what is allowed is rounding, of sums of a dozen terms.
  test("gives what the plain one gives, of any tape", () => {
    fc.assert(
      fc.property(steps, fc.nat(1000), (list, seed) => expectSame(tapeOf(list), chainsOf(1, seed))),
      { numRuns: 100 },
    );
  });

  test("where exponentials of parts are no ordinary numbers as well", () => {
    const builder = tapeBuilder(PARAMETERS);
    const sum = builder.logSumExp([
      [0, 1],
      [1, -2],
      [2, 0],
    ]);
    builder.logSumExp([
      [sum, 0],
      [3, 0],
    ]);
    builder.exp(0);
    expectSame(builder.build(), chainsOf(800, 7));
  });

  test("gives nothing where nothing is wanted, and empty lists where there are no draws", () => {
    const tape = tapeBuilder(2).build();
    expect(nodesDrawnByKernel(tape, [], [Float64Array.of(1, 2)])).toEqual([]);
    expect(nodesDrawnByKernel(tape, [1], [])).toEqual([new Float64Array()]);
  });
});
