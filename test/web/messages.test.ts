import { expect, test } from "vitest";
import { en } from "../../src/web/messages/en.ts";
import { ko } from "../../src/web/messages/ko.ts";
import { periodWords } from "../../src/web/periods.ts";
import { parseSearch, searchParams, stringifySearch } from "../../src/web/search-params.ts";
import { verdictOf } from "../../src/web/verdict.ts";

/** Words that are the same in every language. */
const SHARED = new Set(["tag", "dates", "digits", "product", "rhat", "settled"]);

function leaves(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

test("every word of the Korean catalogue is Korean", () => {
  const foreign = leaves(ko, "ko").filter(
    ([path, words]) => !SHARED.has(path.split(".").at(-1) ?? "") && !/[\p{Script=Hangul}%]/u.test(words),
  );
  expect(foreign).toEqual([]);
});

test("the Korean catalogue has the keys of the English one, and no others", () => {
  const keys = (catalogue: unknown) =>
    leaves(catalogue, "")
      .map(([path]) => path)
      .sort();
  expect(keys(ko)).toEqual(keys(en));
});

test("periodWords(period) reads EDTF as people write dates", () => {
  expect(periodWords("2012~", en)).toBe("about 2012");
  expect(periodWords("199X", en)).toBe("1990s");
  expect(periodWords("1988-05/1992-06", en)).toBe("May 1988 – June 1992");
  expect(periodWords("2019-12-06", ko)).toBe("2019년 12월 6일");
  expect(periodWords(undefined, ko)).toBe("시기 없음");
});

test("verdictOf(result) says what a stranger to statistics understands", () => {
  const result = {
    kind: "claim result",
    claim: "c1",
    conflict: 0.98,
    distance: 6,
    center: 1,
    low: 1,
    high: 1,
    weight: 0.02,
    group: "g",
  } as const;
  const slip = {
    kind: "ten times too low",
    factor: 10,
    bayesFactor: 38.2,
    against: "account",
    words: "fits if ten times higher",
  } as const;
  expect(verdictOf(result, en).words).toBe("probably wrong: far higher than everything else allows");
  expect(verdictOf({ ...result, slip }, ko).words).toContain("열 배 높이면 들어맞음 (38배");
  expect(verdictOf({ ...result, slip }, en).words).toContain("fits if ten times higher: 38 times likelier");
  expect(verdictOf({ ...result, slip: { ...slip, bayesFactor: 1e7 } }, en).words).toContain("more than 1000 times");
  expect(verdictOf({ ...result, conflict: 0.02, distance: 0.3 }, en).words).toBe("fits");
  expect(verdictOf({ ...result, unused: "a plan" }, en).standing).toBe("unused");
});

test("searchParams drop what cannot be, and survive the address", () => {
  expect(searchParams.claims({ year: "20x2", measure: "workers", conflict: "1" })).toMatchObject({
    measure: "workers",
    year: undefined,
    conflict: 1,
  });
  const search = { q: "2012 & 노동", trace: "workers.RU.2012", year: 2012, place: undefined };
  expect(parseSearch(stringifySearch(search))).toEqual({ q: "2012 & 노동", trace: "workers.RU.2012", year: "2012" });
});
