import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOrder, orderOf } from "../../src/math/order.ts";
import { createRandom } from "../../src/math/random.ts";

/** The same by a sort that compares, which keeps equal values as they stand. */
function compared(values: Float64Array): readonly number[] {
  return [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}

describe("orderOf(values)", () => {
  test("is the order of a stable sort that compares, whatever the numbers, near to nought or without end", () => {
    // Minus nought comes before nought here, and beside it there: it is left out.
    const numbers = fc.double({ noNaN: true }).map((value) => value + 0);
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 60 }), (list) => {
        const values = Float64Array.from(list);
        expect([...orderOf(values)]).toEqual(compared(values));
      }),
      { numRuns: 500 },
    );
  });

  // The bits of a number are sorted in two halves; these numbers differ in the second alone, by few and by many at a time.
  test.each([2, 20, 400])("parts numbers that differ in their last digits only, %i of them together", (together) => {
    const random = createRandom(5);
    const values = Float64Array.from({ length: 1200 }, (_, i) => {
      const beginning = (i % (1200 / together)) - 600 / together + 0.5;
      return beginning * (1 + 1e-9 * random.uniform());
    });
    expect([...orderOf(values)]).toEqual(compared(values));
  });

  test("keeps many equal values as they stand, and leaves the values alone", () => {
    const random = createRandom(3);
    const values = Float64Array.from({ length: 5000 }, () => Math.floor(40 * random.normal()) / 8 + 0);
    const before = Float64Array.from(values);
    expect([...orderOf(values)]).toEqual(compared(values));
    expect(values).toEqual(before);
  });

  test("puts what is no number last, and leaves the others in order", () => {
    expect([...orderOf(Float64Array.of(3, Number.NaN, 1, 2))]).toEqual([2, 3, 0, 1]);
    expect([...orderOf(Float64Array.of(Number.NaN, 2, 1))]).toEqual([2, 1, 0]);
  });
});

describe("inOrder(values, order)", () => {
  test("sorts", () => {
    const random = createRandom(4);
    const values = Float64Array.from({ length: 1000 }, () => random.normal());
    expect(inOrder(values, orderOf(values))).toEqual(Float64Array.from(values).sort());
  });
});
