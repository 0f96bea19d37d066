import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addSparse } from "../../src/math/sparse-vector.ts";
import { type Tape, tapeBuilder } from "../../src/math/tape.ts";
import { PARAMETERS, steps, tapeOf } from "./random-tape.ts";

function lastOf(tape: Tape, x: readonly number[]): number {
  const values = new Float64Array(tape.nodes);
  values.set(x);
  tape.forward(values);
  return values.at(-1) ?? Number.NaN;
}

function gradientOf(tape: Tape, x: readonly number[]): Float64Array {
  const values = new Float64Array(tape.nodes);
  const adjoints = new Float64Array(tape.nodes);
  values.set(x);
  tape.forward(values);
  adjoints[tape.nodes - 1] = 1;
  tape.backward(values, adjoints);
  return adjoints.subarray(0, tape.parameters);
}

const points = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), {
  minLength: PARAMETERS,
  maxLength: PARAMETERS,
});

describe("tapeBuilder(parameters).build()", () => {
  test("gives gradients that finite differences confirm, whatever the program", () => {
    fc.assert(
      fc.property(steps, points, (list, x) => {
        const tape = tapeOf(list);
        const gradient = gradientOf(tape, x);
        for (let i = 0; i < PARAMETERS; i++) {
          const moved = (by: number) => lastOf(tape, x.with(i, (x[i] ?? 0) + by));
          const slope = (moved(1e-5) - moved(-1e-5)) / 2e-5;
          expect(Math.abs((gradient[i] ?? 0) - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test("slopesAt(position) gives the slopes there, whatever passes come after it", () => {
    fc.assert(
      fc.property(steps, points, points, (list, x, later) => {
        const tape = tapeOf(list);
        const slopes = tape.slopesAt(Float64Array.from(x));
        gradientOf(tape, later);
        const found = new Float64Array(PARAMETERS);
        addSparse(found, slopes(tape.nodes - 1), 1);
        expect([...found]).toEqual([...gradientOf(tape, x)]);
      }),
      { numRuns: 200 },
    );
  });

  test("reaches exactly the parameters that a node depends on", () => {
    const builder = tapeBuilder(4);
    const sum = builder.logSumExp([
      [0, 0],
      [2, 0],
    ]);
    builder.linear([[3, 1]]);
    expect([...builder.build().reach([sum])]).toEqual([1, 0, 1, 0]);
  });

  test("computes products, sums, exponentials and logits of positive quantities in logarithms", () => {
    const builder = tapeBuilder(2);
    const product = builder.linear(
      [
        [0, 1],
        [1, 2],
      ],
      Math.log(3),
    );
    const sum = builder.logSumExp([
      [0, 0],
      [1, Math.log(2)],
    ]);
    const plain = builder.exp(1);
    const share = builder.linear([
      [0, 1],
      [sum, -1],
    ]);
    const logit = builder.logitOfLog(share);
    const tape = builder.build();
    const values = new Float64Array(tape.nodes);
    values.set([Math.log(4), Math.log(5)]);
    tape.forward(values);
    expect(Math.exp(values[product] ?? 0)).toBeCloseTo(3 * 4 * 25, 9);
    expect(Math.exp(values[sum] ?? 0)).toBeCloseTo(14, 12);
    expect(values[plain]).toBeCloseTo(5, 12);
    expect(values[logit]).toBeCloseTo(Math.log(4 / 10), 12);
  });

  test("keeps sums finite where their parts are a thousand orders apart", () => {
    const builder = tapeBuilder(2);
    builder.logSumExp([
      [0, 0],
      [1, 0],
    ]);
    const tape = builder.build();
    expect(lastOf(tape, [2000, -2000])).toBe(2000);
    expect([...gradientOf(tape, [2000, -2000])]).toEqual([1, 0]);
  });

  test("keeps the logit of a share of one finite and flat, where a ratio is no share", () => {
    const builder = tapeBuilder(1);
    builder.logitOfLog(0);
    const tape = builder.build();
    expect(lastOf(tape, [0])).toBe(lastOf(tape, [0.7]));
    expect(lastOf(tape, [0])).toBeLessThan(21);
    expect([...gradientOf(tape, [0.7])]).toEqual([0]);
  });

  test("refuses a term that is not there yet", () => {
    expect(() => tapeBuilder(1).exp(1)).toThrow("invalid tape argument: 1");
    expect(() => tapeBuilder(1).linear([[-1, 1]])).toThrow("invalid tape argument: -1");
  });
});
