import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { real } from "../../src/math/vector.ts";
import { PARAMETERS, steps, tapeOf } from "./random-tape.ts";

const points = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), {
  minLength: PARAMETERS,
  maxLength: PARAMETERS,
});
const picks = fc.uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 3 });

describe("tape.path()", () => {
  test("gives wanted nodes the values and slopes of passes over everything, and leads elsewhere when it is told to", () => {
    fc.assert(
      fc.property(steps, points, points, picks, picks, (list, x, elsewhere, first, second) => {
        const tape = tapeOf(list);
        const path = tape.path();
        for (const wanted of [first, second].map((some) => new Set(some.map((pick) => pick % tape.nodes)))) {
          const whole = new Float64Array(tape.nodes);
          whole.set(x);
          tape.forward(whole);
          const all = new Float64Array(tape.nodes);
          for (const node of wanted) all[node] = node + 1;
          const own = Float64Array.from(all);
          tape.backward(whole, all);

          // What a pass leaves at another place must not be taken for what is here.
          const other = new Float64Array(tape.nodes);
          other.set(elsewhere);
          tape.forward(other);
          path.lead(Uint8Array.from({ length: tape.nodes }, (_, node) => (wanted.has(node) ? 1 : 0)));
          const values = new Float64Array(tape.nodes).fill(Number.NaN);
          values.set(x);
          path.forward(values);
          path.backward(values, own);
          for (const node of wanted) expect(real(values, node)).toBe(real(whole, node));
          expect([...own.subarray(0, PARAMETERS)]).toEqual([...all.subarray(0, PARAMETERS)]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("computes nothing that no wanted node is made of", () => {
    const tape = tapeOf([
      { form: "linear", picks: [0], constants: [1] },
      { form: "log sum", picks: [1, 2], constants: [0, 0] },
      { form: "linear", picks: [4], constants: [2] },
    ]);
    const path = tape.path();
    path.lead(Uint8Array.of(0, 0, 0, 0, 0, 0, 1));
    const values = new Float64Array(tape.nodes).fill(7);
    values.set([1, 2, 3, 4]);
    path.forward(values);
    // Node 4 is the first parameter and a half, node 6 twice that and a half; the sum, node 5, is left as it was.
    expect([...values.subarray(PARAMETERS)]).toEqual([1.5, 7, 3.5]);
  });
});
