import { describe, expect, test } from "vitest";
import { unitsPerDollar } from "../../src/values/exchange-rates.ts";

const YEARS = Array.from({ length: 41 }, (_, offset) => 1985 + offset);
const CURRENCIES = ["CNY", "RUB", "EUR", "AED", "QAR", "KWD", "PLN"];

describe("unitsPerDollar(currency, year)", () => {
  test("has a dollar at one dollar in every year", () => {
    expect(YEARS.map((year) => unitsPerDollar("USD", year))).toEqual(YEARS.map(() => 1));
  });

  test("has each series without a hole up to 2025, and nothing after it", () => {
    for (const currency of CURRENCIES) {
      const known = YEARS.filter((year) => unitsPerDollar(currency, year) !== undefined);
      expect(known.at(-1), currency).toBe(2025);
      expect(known.length, currency).toBe(2025 - (known[0] ?? 0) + 1);
      expect(unitsPerDollar(currency, 2026)).toBeUndefined();
    }
  });

  test("falls to no rate where there is none: the rouble of the Soviet Union, the euro before it was", () => {
    expect(unitsPerDollar("RUB", 1994)).toBeUndefined();
    expect(unitsPerDollar("EUR", 1998)).toBeUndefined();
    expect(unitsPerDollar("SUR", 1989)).toBeUndefined();
    expect(unitsPerDollar("toString", 2012)).toBeUndefined();
  });

  // Turning points that are widely printed; a slip by one year would miss them.
  test("turns in the years in which the currencies did", () => {
    expect((unitsPerDollar("CNY", 1994) ?? 0) / (unitsPerDollar("CNY", 1993) ?? 1)).toBeGreaterThan(1.45);
    expect((unitsPerDollar("RUB", 1999) ?? 0) / (unitsPerDollar("RUB", 1998) ?? 1)).toBeGreaterThan(2.4);
    expect((unitsPerDollar("RUB", 2015) ?? 0) / (unitsPerDollar("RUB", 2014) ?? 1)).toBeGreaterThan(1.5);
    expect(unitsPerDollar("EUR", 2000)).toBeGreaterThan(1);
    expect(unitsPerDollar("EUR", 2003)).toBeLessThan(0.9);
    expect(unitsPerDollar("CNY", 2012)).toBe(6.312);
  });

  test("moves by less than a factor of three from year to year: no digit is lost", () => {
    for (const currency of CURRENCIES)
      for (const year of YEARS) {
        const [now, next] = [unitsPerDollar(currency, year), unitsPerDollar(currency, year + 1)];
        if (now !== undefined && next !== undefined)
          expect(Math.abs(Math.log(next / now)), `${currency} ${year}`).toBeLessThan(Math.log(3));
      }
  });
});
