import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BASES, type Claim, DERIVATIONS, MODALITIES, STATISTICS } from "../../src/claims/claim.ts";
import { claimTable } from "../../src/claims/claim-table.ts";
import { isPer } from "../../src/claims/printed-unit.ts";
import { CREDIBILITIES, RELIABILITIES } from "../../src/sources/grade.ts";
import { present } from "../../src/values/present.ts";
import { rangeFromBounds } from "../../src/values/range.ts";
import { parseTable, writeTable } from "../../src/values/table.ts";
import { claimWith } from "../cases/sample-package.ts";

/** The text of `claims.csv` with one row: a good one with the given cells in place of its own. */
function withCells(cells: Readonly<Record<string, string>>, from: Claim = claimWith({})): string {
  return writeTable(
    { ...claimTable, writeRow: (claim: Claim) => ({ ...claimTable.writeRow(claim), id: "", ...cells }) },
    [from],
  );
}

function problems(cells: Readonly<Record<string, string>>): readonly string[] {
  const parsed = parseTable(claimTable, withCells(cells));
  return parsed.ok
    ? []
    : parsed.issues.map(({ row, field, value, expected }) => `${row} ${field} "${value}": ${expected}`);
}

const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const words = fc
  .string({ unit: fc.constantFrom("a", "한", "😀", ",", '"', "\n", " "), maxLength: 12 })
  .map((text) => `x${text}`);
const bound = fc.tuple(fc.nat(10 ** 9), fc.constantFrom(1, 10, 1000)).map(([digits, divisor]) => digits / divisor);
const range = fc.tuple(fc.option(bound), fc.option(bound)).filter(([low, high]) => low !== null || high !== null);
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

/** Any claim that a table can hold. */
const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    source: fc.constantFrom("a", "b-2012"),
    locator: words,
    span: optional(
      fc.record({
        start: fc.nat(9),
        end: fc.integer({ min: 10, max: 99 }),
        passage: digest,
        before: digest,
        after: digest,
      }),
    ),
    statedBy: words,
    basis: fc.constantFrom(...BASES),
    modality: fc.constantFrom(...MODALITIES),
    statistic: fc.constantFrom(...STATISTICS),
    place: fc.constantFrom("RU", "middle-east", "world"),
    occupation: optional(words),
    period: optional(fc.constantFrom("2012", "199X", "2012~", "1988-05/1992-06", "2018/..")),
    range: range.map(([low, high]) => {
      if (low === null || high === null) return rangeFromBounds(low ?? undefined, high ?? undefined);
      return rangeFromBounds(Math.min(low, high), Math.max(low, high));
    }),
    approximate: fc.boolean(),
    money: fc.constantFrom(
      { unit: "persons" },
      { unit: "money", currency: "USD", per: "person month" },
      { unit: "money", currency: "SUR-coupon" },
    ),
    derivedFrom: fc.uniqueArray(fc.stringMatching(/^c[0-9a-f]{12}$/), { maxLength: 2 }),
    origin: optional(words),
    derivation: fc.constantFrom(...DERIVATIONS),
    reliability: optional(fc.constantFrom(...RELIABILITIES)),
    credibility: optional(fc.constantFrom(...CREDIBILITIES)),
    paraphrase: words,
    note: optional(words),
  })
  .map(({ money, ...fields }) => claimWith({ ...present(fields), ...money } as Partial<Claim>));

describe("claimTable", () => {
  test("reads back every claim that it writes, in its order", () => {
    const claims = fc.uniqueArray(anyClaim, { maxLength: 5, selector: (claim) => claim.id });
    fc.assert(
      fc.property(claims, (some) => {
        const text = writeTable(claimTable, some);
        const parsed = parseTable(claimTable, text);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
        const records = parsed.value.map(({ record }) => record);
        expect(new Set(records.map((one) => JSON.stringify(sorted(one))))).toEqual(
          new Set(some.map((one) => JSON.stringify(sorted(one)))),
        );
        expect(writeTable(claimTable, records.toReversed())).toBe(text);
      }),
    );
  });

  test("[C2] fills in an empty id and refuses a wrong one", () => {
    const claim = claimWith({});
    expect(parseTable(claimTable, withCells({}))).toEqual({ ok: true, value: [{ row: 2, record: claim }] });
    expect(problems({ id: claim.id })).toEqual([]);
    expect(problems({ id: "c000000000000" })).toEqual([
      `2 id "c000000000000": ${claim.id}, which its content makes, or nothing`,
    ]);
    expect(problems({ id: claim.id, high: "6000" })[0]).toContain("which its content makes");
  });

  test("refuses the same claim twice", () => {
    const text = withCells({});
    const parsed = parseTable(claimTable, `${text}${text.split("\n")[1] ?? ""}\n`);
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([
      { row: 3, field: "id", expected: "each key once; row 2 has it too" },
    ]);
  });

  test("[C3] refuses numbers that are no plain decimals, bounds in reverse and none at all", () => {
    expect(problems({ low: "5,000" })).toEqual(['2 low "5,000": a plain decimal number without separators']);
    expect(problems({ low: "NaN", high: "1e3" })).toHaveLength(2);
    expect(problems({ low: "9", high: "8" })).toEqual(['2 high "8": a number not below low 9']);
    expect(problems({ low: "-1" })).toEqual(['2 low "-1": a number of 0 or more']);
    expect(problems({ low: "", high: "" })).toEqual(['2 low "": a number here or in high']);
  });

  test("[C3] keeps an impossible number as printed", () => {
    expect(problems({ low: "150000000000", high: "230000000000", unit: "money", currency: "USD" })).toEqual([]);
    expect(problems({ low: "140", high: "140", unit: "percent" })).toEqual([]);
  });

  test("[C3] refuses money without a currency and a currency without money", () => {
    expect(problems({ unit: "money" })).toEqual(['2 currency "": a currency, as the unit is money']);
    expect(problems({ currency: "USD" })).toEqual(['2 currency "USD": nothing, as the unit is not money']);
    expect(problems({ unit: "money", currency: "usd" })[0]).toContain("a currency code such as USD");
  });

  test("refuses words that are not in the lists", () => {
    const cells = {
      basis: "rumour",
      modality: "said",
      statistic: "median",
      derivation: "guessed",
      unit: "people",
      reliability: "G",
      approximate: "no",
    };
    expect(problems(cells)).toHaveLength(Object.keys(cells).length);
    expect(problems({ unit: "share" })[0]).toContain("one of persons, money, percent");
  });

  test("refuses periods, places, measures and denominators that cannot be read", () => {
    expect(problems({ period: "around 2012" })[0]).toContain("a period such as 2012");
    expect(problems({ place: "" })[0]).toContain("a country code such as RU");
    expect(problems({ place: "Russia" })[0]).toContain("a country code such as RU");
    expect(problems({ measure: "Workers Abroad" })[0]).toContain("the id of a measure");
    expect(problems({ per: "month person" })[0]).toContain("person month");
  });

  test("refuses a span that is half there or runs backwards", () => {
    const hex = "0".repeat(64);
    const span = { start: "5", end: "9", passage_sha256: hex, before_sha256: hex, after_sha256: hex };
    expect(problems(span)).toEqual([]);
    expect(problems({ ...span, end: "5" })).toEqual(['2 end "5": a position after start 5']);
    expect(problems({ start: "5", end: "9" })).toHaveLength(3);
    expect(problems({ ...span, start: "-5" })[0]).toContain("a whole number");
    expect(problems({ ...span, after_sha256: hex.toUpperCase().replaceAll("0", "F") })[0]).toContain(
      "64 lower-case hex digits",
    );
  });

  test("refuses parents that are no ids, stand twice, or are the claim itself", () => {
    expect(problems({ derived_from: "the UN" })[0]).toContain("ids of claims");
    expect(problems({ derived_from: "c000000000000  c000000000001" })[0]).toContain("single spaces");
    expect(problems({ derived_from: "c000000000000 c000000000000" })[0]).toContain("each claim once");
    expect(problems({ derived_from: claimWith({}).id })[0]).toContain("other claims than the claim itself");
  });

  test("sorts by source, place in its text and id, those without a place last", () => {
    const span = (start: number) => ({ start, end: start + 1, passage: "", before: "", after: "" });
    const claims = [
      claimWith({ source: "b", locator: "1", span: span(2) }),
      claimWith({ source: "a", locator: "2" }),
      claimWith({ source: "a", locator: "3", span: span(10) }),
      claimWith({ source: "a", locator: "4", span: span(9) }),
    ];
    const order = claims
      .toSorted((left, right) => claimTable.compare?.(left, right) ?? 0)
      .map((claim) => claim.locator);
    expect(order).toEqual(["4", "3", "2", "1"]);
  });
});

describe("isPer(text)", () => {
  test("takes at most a person and a time, in this order", () => {
    expect(["person", "family", "month", "person month", "family year"].filter((text) => !isPer(text))).toEqual([]);
    expect(["", " ", "month year", "person person", "person month year", "Person"].filter(isPer)).toEqual([]);
  });
});

function sorted(claim: Claim): unknown {
  return Object.fromEntries(Object.entries(claim).sort(([left], [right]) => (left < right ? -1 : 1)));
}
