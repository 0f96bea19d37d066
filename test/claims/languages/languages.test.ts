import { describe, expect, test } from "vitest";
import { LANGUAGES, phrases } from "../../../src/claims/language.ts";
import { languages } from "../../../src/claims/languages/index.ts";
import { readQuantities } from "../../../src/claims/read-quantities.ts";

describe("the languages of quantities", () => {
  test("are listed once each", () => {
    expect(languages.map(({ id }) => id)).toEqual([...LANGUAGES]);
  });

  describe.each(languages)("$name", (language) => {
    const lists = Object.entries(language).filter(([key]) => !["id", "name", "decimal"].includes(key));
    const texts = lists.flatMap(([, list]) => {
      if (Array.isArray(list)) return list;
      const { approximate, atLeast, atMost } = list;
      return Array.isArray(approximate) ? [...approximate, ...atLeast, ...atMost] : Object.keys(list);
    });

    test("writes its words in lower case, without spaces around them", () => {
      expect(
        texts.filter((text) => text !== text.toLowerCase() || phrases(text)[0] !== text).filter((text) => text !== ","),
      ).toEqual([]);
    });

    test("has positive numbers, magnitudes of ten and more, and intervals in order", () => {
      expect(Object.values(language.numbers).every((value) => value >= 0)).toBe(true);
      expect(Object.values(language.magnitudes).every((value) => value >= 10)).toBe(true);
      expect(Object.values(language.few).every(([low, high]) => low < high)).toBe(true);
    });

    test("has ISO 4217 codes, or unknown where the country decides", () => {
      expect(Object.values(language.currencies).filter((code) => !/^(?:[A-Z]{3}|unknown)$/.test(code))).toEqual([]);
      expect(Object.keys(language.currencies).length).toBeGreaterThan(8);
    });

    test("has bounds on both sides, units of time and words for people", () => {
      expect(Math.min(language.before.atLeast.length, language.before.atMost.length)).toBeGreaterThan(0);
      expect(new Set(Object.values(language.times))).toEqual(new Set([...Object.values(language.times)]));
      expect(Object.values(language.times)).toEqual(expect.arrayContaining(["hour", "day", "week", "month", "year"]));
      expect(Object.values(language.nouns)).toContain("persons");
    });

    test("is read when it is named", () => {
      expect(readQuantities("$500", { language: language.id })).toHaveLength(1);
    });
  });
});
