import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Tape, tapeBuilder } from "../../src/math/tape.ts";
import type { TapeRevision } from "../../src/math/tape-revision.ts";
import { PARAMETERS, steps, tapeOf } from "./random-tape.ts";

/** Some parameters, and where they are to go. */
interface Move {
  readonly parameters: readonly number[];
  readonly to: readonly number[];
  readonly taken: boolean;
}

/**
 * Four in five values stay near; the others go so far that sums shrink to a trifle or outgrow what they are measured against (beyond
 * 10^100, and beyond 10^308, which no number holds).
 */
const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: -40, max: 40, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: -900, max: 900, noNaN: true }) },
);
const position = fc.array(value, { minLength: PARAMETERS, maxLength: PARAMETERS });
const move: fc.Arbitrary<Move> = fc.record({
  parameters: fc.uniqueArray(fc.nat(PARAMETERS - 1), { minLength: 1, maxLength: 3 }),
  to: position,
  taken: fc.boolean(),
});
const moves = fc.array(move, { minLength: 1, maxLength: 12 });

/** The values that the tape itself has at the parameters of a revision. */
function forward(tape: Tape, values: Float64Array): Float64Array {
  const all = new Float64Array(tape.nodes);
  all.set(values.subarray(0, tape.parameters));
  tape.forward(all);
  return all;
}

function go(revision: TapeRevision, { parameters, to }: Pick<Move, "parameters" | "to">): () => void {
  const plan = revision.plan(parameters);
  revision.keep(plan);
  parameters.forEach((at, k) => {
    revision.values[at] = to[k] ?? 0;
  });
  revision.follow(plan);
  return () => revision.undo(plan);
}

/**
 * Values that are numbers agree to 10⁻⁹ of the largest value of the tape (a linear form of values of a thousand that nearly cancel
 * has the digits of a thousand). Nothing is compared from the first node at which the tape itself overflows.
 */
function expectAlike(found: Float64Array, expected: Float64Array): void {
  let largest = 1;
  for (let n = 0; n < expected.length; n++) {
    const [is, should] = [found[n] ?? Number.NaN, expected[n] ?? Number.NaN];
    if (!Number.isFinite(should)) return;
    largest = Math.max(largest, Math.abs(should));
    expect(Math.abs(is - should), `node ${n}: ${is} for ${should}`).toBeLessThan(1e-9 * largest);
  }
}

/** A sum of the parameters 0 … n − 1, in logarithms. */
function sumOf(n: number): Tape {
  const builder = tapeBuilder(n);
  builder.logSumExp(Array.from({ length: n }, (_, i) => [i, 0]));
  return builder.build();
}

describe("createRevision(program)", () => {
  test("has the values of the tape after any moves, taken or taken back", () => {
    fc.assert(
      fc.property(steps, position, moves, (list, start, series) => {
        const tape = tapeOf(list);
        const revision = tape.revise();
        revision.begin(Float64Array.from(start));
        expectAlike(revision.values, forward(tape, revision.values));
        for (const one of series) {
          const back = go(revision, one);
          expectAlike(revision.values, forward(tape, revision.values));
          if (!one.taken) back();
        }
      }),
      { numRuns: 500 },
    );
  });

  test("is after undo(plan) as before, bit for bit: every later move gives the numbers of a revision that never moved", () => {
    fc.assert(
      fc.property(steps, position, moves, fc.array(move, { maxLength: 4 }), (list, start, tried, later) => {
        const tape = tapeOf(list);
        const [one, two] = [tape.revise(), tape.revise()];
        for (const revision of [one, two]) revision.begin(Float64Array.from(start));
        for (const next of later) {
          for (const attempt of tried) {
            const before = Float64Array.from(one.values);
            go(one, attempt)();
            expect(one.values).toEqual(before);
          }
          for (const revision of [one, two]) go(revision, next);
          expect(one.values).toEqual(two.values);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("keeps the digits of a sum whose largest part sinks step by step, each step by less than a factor of 1000", () => {
    const tape = sumOf(2);
    const revision = tape.revise();
    revision.begin(Float64Array.of(0, -40));
    for (let to = -6; to >= -60; to -= 6) {
      go(revision, { parameters: [0], to: [to] });
      expectAlike(revision.values, forward(tape, revision.values));
    }
  });

  for (const [what, start, to] of [
    ["shrinks to a trifle", [0, -30, -31], -60],
    ["outgrows what it is measured against", [0, 1, 2], 400],
    ["outgrows what a number holds", [0, 1, 2], 900],
    ["sinks below what a number holds", [0, -900, -901], -2000],
  ] as const)
    test(`adds a sum up anew that ${what}, and takes that back`, () => {
      const tape = sumOf(3);
      const revision = tape.revise();
      revision.begin(Float64Array.from(start));
      const before = Float64Array.from(revision.values);
      const back = go(revision, { parameters: [0], to: [to] });
      expectAlike(revision.values, forward(tape, revision.values));
      back();
      expect(revision.values).toEqual(before);
      go(revision, { parameters: [1], to: [0.5] });
      expectAlike(revision.values, forward(tape, revision.values));
    });

  test("takes a part that stands twice in a sum for two", () => {
    const builder = tapeBuilder(1);
    builder.logSumExp([
      [0, 0],
      [0, Math.log(2)],
    ]);
    const revision = builder.build().revise();
    revision.begin(Float64Array.of(0));
    go(revision, { parameters: [0], to: [1] });
    expect(revision.values[1]).toBeCloseTo(1 + Math.log(3), 12);
  });
});

describe("createRevision(program).plan(parameters)", () => {
  test("names exactly the nodes that depend on them, and of each sum the terms that do", () => {
    const picked = fc.uniqueArray(fc.nat(PARAMETERS - 1), { maxLength: PARAMETERS });
    fc.assert(
      fc.property(steps, picked, (list, parameters) => {
        const tape = tapeOf(list);
        const revision = tape.revise();
        const plan = revision.plan(parameters);
        const dependent = (node: number): boolean => {
          const reached = tape.reach([node]);
          return parameters.some((at) => reached[at] === 1);
        };
        const later = Array.from({ length: tape.nodes - tape.parameters }, (_, n) => tape.parameters + n);
        expect([...plan.parameters]).toEqual(parameters);
        expect([...plan.nodes]).toEqual(later.filter(dependent));
        expect(plan.starts.length).toBe(plan.nodes.length + 1);
        expect(plan.starts.at(-1)).toBe(plan.terms.length);
        for (const k of plan.terms) expect(dependent(revision.term(k).node)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("leaves out the parts of a sum that stay", () => {
    const revision = sumOf(5).revise();
    const plan = revision.plan([3, 1]);
    expect([...plan.terms].map((k) => revision.term(k))).toEqual([
      { node: 1, constant: 0 },
      { node: 3, constant: 0 },
    ]);
  });
});
