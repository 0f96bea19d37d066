import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evenLine } from "../../src/estimates/even-line.ts";
import { type Tape, tapeBuilder } from "../../src/math/tape.ts";
import { real, whole } from "../../src/math/vector.ts";

/** Values of all nodes at a position. */
function valuesAt(tape: Tape, position: readonly number[]): Float64Array {
  const values = new Float64Array(tape.nodes);
  values.set(position);
  tape.forward(values);
  return values;
}

function lineOf(tape: Tape, node: number) {
  return evenLine(tape.program, tape.slopesAt(new Float64Array(tape.parameters)), node);
}

const position = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 5, maxLength: 5 });

describe("evenLine(program, slopesOf, node)", () => {
  const builder = tapeBuilder(5);
  const wide = builder.linear([
    [0, 1.5],
    [1, 0.4],
  ]);
  const shared = builder.linear([
    [1, 0.5],
    [2, -2],
  ]);
  const parts = builder.logSumExp([
    [wide, 0.3],
    [shared, 0],
    [3, -1],
  ]);
  const nested = builder.logSumExp([
    [parts, 0],
    [0, 0.7],
  ]);
  const scaled = builder.linear(
    [
      [parts, 3],
      [4, 0.5],
    ],
    2,
  );
  const opposed = builder.logSumExp([
    [0, 0],
    [builder.linear([[0, -1]]), 0],
  ]);
  const bent = builder.logSumExp([
    [builder.exp(0), 0],
    [1, 0],
  ]);
  const tape = builder.build();

  for (const [what, node] of [
    ["a sum whose parts share a parameter", parts],
    ["a sum of a sum", nested],
    ["a multiple of a sum, with something beside it", scaled],
  ] as const)
    test(`moves ${what} by just what is asked, wherever the account is`, () => {
      const line = lineOf(tape, node);
      if (!line) throw new Error("no line");
      fc.assert(
        fc.property(position, fc.double({ min: -3, max: 3, noNaN: true }), (here, by) => {
          const there = here.slice();
          line.parameters.forEach((at, k) => {
            there[at] = (there[at] ?? 0) + by * real(line.amounts, k);
          });
          const moved = real(valuesAt(tape, there), node) - real(valuesAt(tape, here), node);
          expect(moved).toBeCloseTo(by, 9);
        }),
      );
    });

  test("is the shortest such line", () => {
    const line = lineOf(tape, parts);
    // Of all steps d with 1.5·d₀ + 0.4·d₁ = 1, 0.5·d₁ − 2·d₂ = 1 and d₃ = 1 the shortest, by Lagrange: d = Aᵀ·(A·Aᵀ)⁻¹·1.
    const [first, second, cross] = [1.5 ** 2 + 0.4 ** 2, 0.5 ** 2 + 2 ** 2, 0.4 * 0.5];
    const over = first * second - cross ** 2;
    const [one, two] = [(second - cross) / over, (first - cross) / over];
    const expected = [1.5 * one, 0.4 * one + 0.5 * two, -2 * two, 1];
    expect([...(line?.parameters ?? [])]).toEqual([0, 1, 2, 3]);
    expected.forEach((amount, k) => {
      expect(real(line?.amounts ?? new Float64Array(4), k)).toBeCloseTo(amount, 12);
    });
  });

  test("is none where parts cannot move alike, where one is an exponential, and where there is only one", () => {
    expect(lineOf(tape, opposed)).toBeUndefined();
    expect(lineOf(tape, bent)).toBeUndefined();
    expect(lineOf(tape, wide)).toBeUndefined();
  });

  test("is none for a sum of very many parts", () => {
    const of = (count: number) => {
      const many = tapeBuilder(count);
      const sum = many.logSumExp(Array.from({ length: count }, (_, i) => [i, 0] as const));
      return lineOf(many.build(), sum);
    };
    expect(whole(of(12)?.parameters ?? new Int32Array(12), 11)).toBe(11);
    expect(of(13)).toBeUndefined();
  });
});
