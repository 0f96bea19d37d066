import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantityId } from "../../src/accounts/quantity-id.ts";
import { quantityBatches } from "../../src/estimates/quantity-batches.ts";

describe("quantityBatches(names, full)", () => {
  test("holds every quantity once, each year in one batch, and a batch takes no more years once it is full, nor fewer", () => {
    const name = fc.record({
      measure: fc.constantFrom("a", "b", "c"),
      year: fc.option(fc.integer({ min: 2000, max: 2008 })),
    });
    const names = fc.uniqueArray(name, { selector: ({ measure, year }) => `${measure} ${year}`, maxLength: 27 });
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 9 }), (list, full) => {
        const asked = list.map(({ measure, year }) => (year === null ? { measure } : { measure, year }));
        const batches = quantityBatches(asked, full);
        expect(batches.flat().map(quantityId).sort()).toEqual(asked.map(quantityId).sort());
        const years = batches.map((batch) => new Set(batch.map(({ year }) => year)));
        years.forEach((here, k) => {
          for (const other of years.slice(k + 1)) expect([...here].filter((year) => other.has(year))).toEqual([]);
        });
        for (const batch of batches) {
          const last = batch.at(-1)?.year;
          expect(batch.filter(({ year }) => year !== last).length).toBeLessThan(full);
        }
        for (const batch of batches.slice(0, -1)) expect(batch.length).toBeGreaterThanOrEqual(full);
      }),
    );
  });
});
