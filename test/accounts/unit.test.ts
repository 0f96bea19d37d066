import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatUnit, isUnit, multiplyUnits, parseUnit, sameUnit } from "../../src/accounts/unit.ts";

const units = fc
  .dictionary(fc.constantFrom("person", "USD", "month", "year"), fc.integer({ min: -2, max: 2 }))
  .map((powers) => new Map(Object.entries(powers).filter(([, power]) => power !== 0)));

describe("units", () => {
  test("are read again as they are written", () => {
    fc.assert(fc.property(units, (unit) => sameUnit(parseUnit(formatUnit(unit)), unit)));
  });

  test("multiply in any order, and dividing undoes multiplying", () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        expect(sameUnit(multiplyUnits(a, b, 1), multiplyUnits(b, a, 1))).toBe(true);
        expect(sameUnit(multiplyUnits(multiplyUnits(a, b, 1), b, -1), a)).toBe(true);
        expect(multiplyUnits(a, a, -1).size).toBe(0);
      }),
    );
  });

  test("cancel: people times pay by the head is money", () => {
    expect(formatUnit(multiplyUnits(parseUnit("person"), parseUnit("USD/person/month"), 1))).toBe("USD/month");
    expect(formatUnit(multiplyUnits(parseUnit("USD/month"), parseUnit("month/year"), 1))).toBe("USD/year");
    expect(formatUnit(multiplyUnits(parseUnit("USD"), parseUnit("USD"), -1))).toBe("share");
  });

  test("of what is counted per year and nothing else, and of plain ratios, have a text", () => {
    expect(formatUnit(parseUnit("1/year"))).toBe("1/year");
    expect(formatUnit(parseUnit("1"))).toBe("share");
    expect(formatUnit(parseUnit("person*month/year"))).toBe("person*month/year");
  });

  test("isUnit(text) agrees with parseUnit(text)", () => {
    for (const text of ["person", "USD/person/month", "share", "1/year", " USD / year "]) {
      expect(isUnit(text), text).toBe(true);
      expect(() => parseUnit(text), text).not.toThrow();
    }
    for (const text of ["", "USD per month", "USD/", "/month", "2/year", "person²", "a//b"]) {
      expect(isUnit(text), text).toBe(false);
      expect(() => parseUnit(text), text).toThrow("invalid unit");
    }
  });
});
