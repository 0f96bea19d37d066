import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuantityId, type QuantityName, quantityId } from "../../src/accounts/quantity-id.ts";

test("parseQuantityId(quantityId(name)) gives the name back, with and without place and year", () => {
  const names: fc.Arbitrary<QuantityName> = fc.record(
    {
      measure: fc.constantFrom("workers", "state_take"),
      place: fc.constantFrom("RU", "middle-east-rest", "world"),
      year: fc.integer({ min: 1000, max: 9999 }),
    },
    { requiredKeys: ["measure"] },
  );
  fc.assert(
    fc.property(names, (name) => {
      expect(parseQuantityId(quantityId(name))).toEqual(name);
    }),
  );
});

test("quantityId(name) is a short text that a person can type", () => {
  expect(quantityId({ measure: "months" })).toBe("months");
  expect(quantityId({ measure: "workers", place: "RU", year: 2012 })).toBe("workers.RU.2012");
  expect(quantityId({ measure: "state_revenue", year: 2012 })).toBe("state_revenue.2012");
});
