import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNumber, printNumber, significantDigits } from "../../src/values/number.ts";

describe("parseNumber(text)", () => {
  test("[C3] reads plain decimals and nothing else", () => {
    const refused = [
      "",
      " 5",
      "5 ",
      "5,000",
      "5 000",
      "5'000",
      "1e3",
      "NaN",
      "Infinity",
      "0x10",
      ".5",
      "5.",
      "+5",
      "--5",
      "５",
      "1_000",
    ];
    expect(refused.map(parseNumber)).toEqual(refused.map(() => undefined));
    expect(["0", "-0", "007", "1.50", "2300000000"].map(parseNumber)).toEqual([0, 0, 7, 1.5, 2300000000]);
  });

  test("refuses more digits than a computer keeps", () => {
    expect(parseNumber("123456789012345")).toBe(123456789012345);
    expect(parseNumber("1234567890123456")).toBeUndefined();
    expect(parseNumber("9".repeat(400))).toBeUndefined();
  });
});

describe("printNumber(value)", () => {
  test("is read back as the same number and holds no exponent", () => {
    const numbers = fc.tuple(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(numbers, ([digits, places]) => {
        const value = digits / 10 ** places;
        const text = printNumber(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
    );
    expect([1e21, 1.25e-9, 5e-324, 1e300].map(printNumber).map(Number)).toEqual([1e21, 1.25e-9, 5e-324, 1e300]);
  });

  test("throws for what is no number", () => {
    expect(() => printNumber(Number.NaN)).toThrow("invalid number: NaN");
  });
});

describe("significantDigits(text)", () => {
  test("leaves out zeros at either end", () => {
    expect(["60000", "65000", "1.50", "0.05", "0", "-1,053"].map(significantDigits)).toEqual([1, 2, 2, 1, 0, 4]);
  });
});
