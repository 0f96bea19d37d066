import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readQuantities } from "../../src/claims/read-quantities.ts";
import { boundsOf } from "../../src/values/range.ts";
import { ROOT } from "../repository/tree.ts";
import { told } from "./told.ts";

interface Case {
  readonly text: string;
  readonly reads: readonly string[];
}

function casesOf(language: string): readonly Case[] {
  return JSON.parse(readFileSync(join(ROOT, `test/reading/cases/${language}.json`), "utf8"));
}

const read = (text: string) => readQuantities(text).map((quantity) => told(text, quantity));

describe.each(["english", "korean", "russian", "chinese"])(
  "readQuantities on the cases made by hand in %s",
  (language) => {
    const cases = casesOf(language);
    test("has at least sixty of them", () => expect(cases.length).toBeGreaterThanOrEqual(60));
    test.each(cases)("reads $text", ({ text, reads }) => expect(read(text)).toEqual(reads));
  },
);

describe("readQuantities(text)", () => {
  test("[R1] the ends of a range share a magnitude, currency or per cent sign that one of them has", () => {
    expect(read("150 to 230 million USD")).toEqual(["150 to 230 million USD: money 150000000..230000000 USD"]);
    expect(read("60-100,000 men")).toEqual(["60-100,000: count 60000..100000 persons"]);
    expect(read("sixty to sixty five thousand men")).toEqual([
      "sixty to sixty five thousand: count 60000..65000 persons",
    ]);
    expect(read("$6 to $8 billion")).toEqual(["$6 to $8 billion: money 6000000000..8000000000 USD"]);
    expect(read("$70-$80 dollars")).toEqual(["$70-$80 dollars: money 70..80 USD"]);
    expect(read("three hundred to four hundred million won")).toEqual([
      "three hundred to four hundred million won: money 300000000..400000000 KRW",
    ]);
  });

  test("[R1] a magnitude is not shared with a number that is larger than what it multiplies", () => {
    expect(read("500 to 1,000 men")).toEqual(["500 to 1,000: count 500..1000 persons"]);
    expect(read("50,000 to 1 million men")).toEqual(["50,000 to 1 million: count 50000..1000000 persons"]);
  });

  test("[R2] a word that bounds a number leaves the other side open", () => {
    expect(readQuantities("more than 50,000 men")[0]?.range).toEqual({ kind: "at least", low: 50_000 });
    expect(readQuantities("up to 20 hours")[0]?.range).toEqual({ kind: "at most", high: 20 });
  });

  test("[R3] a vague number is an interval and is marked as vague", () => {
    expect(read("tens of thousands of men")).toEqual(["tens of thousands: count 20000..100000 persons vague"]);
    expect(read("a few hundred million dollars")).toEqual([
      "a few hundred million dollars: money 200000000..500000000 USD vague",
    ]);
  });

  test("[R4] dates, years, pages, labels, footnote marks and telephone numbers are no quantities", () => {
    const none = [
      "in 2012",
      "(2004-2005)",
      "pp. 46~48",
      "Office 39.",
      "the regime.12 While",
      "24 May 2010",
      "02-555-1234",
    ];
    expect(none.flatMap(read)).toEqual([]);
  });

  test("[R5] a rise or fall from one number to another is two numbers", () => {
    expect(read("Numbers fell from 500 men to 300 men.")).toEqual(["500: count 500 persons", "300: count 300 persons"]);
  });

  test("[R6] for whom and for what time a number holds is read from the words beside it", () => {
    expect(readQuantities("€5 per worker per day")[0]?.per).toEqual(["person", "day"]);
    expect(readQuantities("The monthly wage is 360 dirhams.")[0]?.per).toEqual(["month"]);
  });

  test("[R7] a share names where the words stand that it is a share of", () => {
    const text = "They pay 10% of their wages to agents.";
    const of = readQuantities(text)[0]?.shareOf;
    expect(text.slice(of?.start, of?.end)).toBe("their wages");
  });

  test("[R15] a number in a cell of a table is what the head of its column says, or else that of its row", () => {
    const table = "Country\tWorkers\tMonthly wage (US$)\nOria\t880\t1,050\nBrae\t1,200\t690\n";
    expect(read(table)).toEqual([
      "880: count 880 persons",
      "1,050: money 1050 USD per month",
      "1,200: count 1200 persons",
      "690: money 690 USD per month",
    ]);
    expect(read("Item\t2015\t2016\nTransfers (EUR million)\t12\t14\n")).toEqual([
      "12: money 12000000 EUR",
      "14: money 14000000 EUR",
    ]);
  });

  test("a conversion in brackets holds for whom and for what time the sum before it does", () => {
    const bases = readQuantities("She earns 1,400 dirhams a month (about $380).").map(({ per }) => per);
    expect(bases).toEqual([["month"], ["month"]]);
  });

  test("counts code points: what stands before a quantity outside the basic plane counts once", () => {
    const [quantity] = readQuantities("😀😀 50 men paid 10% of 😀");
    expect(quantity).toMatchObject({ start: 3, end: 5 });
  });
});

/** Words and marks of the grammar in any order, with any characters between them. */
const mangled = fc.array(
  fc.oneof(
    fc.constantFrom(
      ..."between from and to or about $ % - ~ 5 60,000 1.2.3 million half a of 만 억 여 명 тыс. от до 万 至 亿 成 : ( ) . , \n several thousands per month each".split(
        " ",
      ),
    ),
    fc.string({ unit: "binary", maxLength: 4 }),
    fc.constantFrom(" ", "", "\t", "|", "\n", "\u00a0", "\ud800", "1".repeat(50), "0,".repeat(30)),
  ),
  { maxLength: 120 },
);

describe("readQuantities on mangled text", () => {
  test("[R8] throws on no text, and gives stretches in order, inside the text, with bounds in order", () => {
    fc.assert(
      fc.property(mangled, fc.constantFrom("", " "), (parts, between) => {
        const text = parts.join(between);
        const length = [...text].length;
        let last = 0;
        for (const { start, end, range } of readQuantities(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(length);
          const { low = 0, high = Number.POSITIVE_INFINITY } = boundsOf(range);
          expect(low).toBeLessThanOrEqual(high);
          last = end;
        }
      }),
      { numRuns: 600 },
    );
  });

  test("[R9] looks at twice as many tokens, and no more, in a text twice as long", () => {
    const steps = (text: string) => {
      const meter = { steps: 0 };
      readQuantities(text, { meter });
      return meter.steps;
    };
    fc.assert(
      fc.property(mangled, (parts) => {
        const text = `${parts.join(" ")} `;
        const once = steps(text.repeat(20));
        expect(steps(text.repeat(40))).toBeLessThanOrEqual(2.2 * once + 2000);
      }),
      { numRuns: 150 },
    );
    for (const text of [
      "one hundred ",
      "between ",
      "$",
      "1,",
      "1 - ",
      "a ",
      "수",
      "万",
      "(",
      "about ",
      "1.",
      "half of ",
      "5|",
      "a\t5\n",
    ]) {
      expect(steps(text.repeat(20_000))).toBeLessThanOrEqual(2.2 * steps(text.repeat(10_000)) + 2000);
    }
  });
});
