import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProposingContext } from "../../../src/claims/proposing/context.ts";
import { proposeClaims } from "../../../src/claims/proposing/propose-claims.ts";
import { anchorSpan } from "../../../src/sources/anchor.ts";
import { codePointSlice } from "../../../src/values/code-points.ts";

const context: ProposingContext = { source: { id: "invented", type: "press" }, terms: { measures: [], places: [] } };
const propose = (text: string) => proposeClaims(text, [], context);

describe("proposeClaims(text, parts, context)", () => {
  test("gives one proposal a quantity, with the sentence as its passage and the number inside it", () => {
    const text = "😀 They left. In Doha some 300 men were paid $200 a month. Nobody said more.";
    const proposals = propose(text);
    expect(proposals.map(({ number }) => codePointSlice(text, number.start, number.end))).toEqual(["some 300", "$200"]);
    for (const { span, places, countries } of proposals) {
      expect(codePointSlice(text, span.start, span.end)).toBe("In Doha some 300 men were paid $200 a month.");
      expect(anchorSpan(text, span).kind).toBe("exact");
      expect([places, countries]).toEqual([["QA"], ["QA"]]);
    }
  });

  test("[R14] gives each its own id, the same on each run, also where a passage stands twice", () => {
    const text = "They paid 50 dollars.\nThey paid 50 dollars.\n";
    const ids = propose(text).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(propose(text).map(({ id }) => id)).toEqual(ids);
    expect(ids[0]).toMatch(/^p[0-9a-f]{12}$/);
  });
});

describe("proposeClaims(text, parts, context), by its rules", () => {
  const terms = { measures: [{ id: "workers" }, { id: "planned_workers" }, { id: "in_hand" }], places: [] };
  const first = (text: string) => proposeClaims(text, [], { ...context, terms })[0];

  test("[R11] the country that people come from is not where they are, unless something is said to be in it", () => {
    expect(first("Nepal sent 900 Nepali workers to Qatar.")?.countries).toEqual(["QA"]);
    expect(first("About 900 Nepali workers are abroad.")?.countries).toEqual([]);
    expect(first("In Nepal the Nepali workers borrowed 900 dollars.")?.countries).toEqual(["NP"]);
  });

  test("[R12] a measure is proposed only if the words of the number say it and the case has it", () => {
    expect(first("In Doha 900 workers wait.")?.measure).toBe("workers");
    expect(first("In Doha 900 workers hold work permits; 60 people sat in one room.")?.measure).toBe("workers");
    expect(first("He bought a coat for $90 a year after the workers had left Doha.")).not.toHaveProperty("measure");
    expect(propose("In Doha 900 workers wait.")[0]).not.toHaveProperty("measure");
  });

  test("[R13] plans, suppositions and hearsay are told from what is asserted, and a plan is of the measure of plans", () => {
    expect(first("The firm plans to send 900 workers to Doha.")).toMatchObject({
      modality: "planned",
      measure: "planned_workers",
    });
    expect(first("If they came, 900 workers would need beds in Doha.")?.modality).toBe("hypothetical");
    expect(first("Reportedly 900 workers are in Doha.")?.modality).toBe("hearsay");
    expect(first("There are 900 workers in Doha.")?.modality).toBe("asserted");
  });

  test("the label of a witness tells who speaks and where, for all that stands before it", () => {
    const text = "“We were 900 workers.\nWe received $90 a month.”\nB (Female, Kuwait)\n\nOthers had $80.";
    const told = proposeClaims(`They said:\n${text}`, [], { ...context, terms });
    expect(told.map(({ speaker }) => speaker)).toEqual(["B", "B", undefined]);
    expect(told.map(({ countries }) => countries)).toEqual([["KW"], ["KW"], []]);
    expect(told.map(({ basis }) => basis)).toEqual(["interview", "interview", "unknown"]);
  });

  test("rows of a list count what the words above it say", () => {
    const list = "Workers employed abroad in 2014, by country:\nQatar 1,800\nKuwait about 3,000\n";
    const rows = proposeClaims(list, [], { ...context, terms });
    expect(rows.map(({ measure, countries, period }) => [measure, countries[0], period])).toEqual([
      ["workers", "QA", "2014"],
      ["workers", "KW", "2014"],
    ]);
  });
});

/** At both ends of a text passages are cut short: a few hundred numbers may have some hundred characters less to look at. */
const EDGES = 120_000;

/** Words that proposing looks for, in any order, with any characters between them. */
const mangled = fc.array(
  fc.oneof(
    fc.constantFrom(
      ..."workers North Korean Koreans in Kuwait Russia and China, according to the Institute said that plans will if would reportedly 2012 since between 2008 400 $300 a month 70% of wages . ; : ( ) “ ” \n\n A (Male, China)\n Witness 3: 북한 노동자 러시아에서 밝혔다 рабочих в России по данным 朝鲜 工人 在 据".split(
        " ",
      ),
    ),
    fc.string({ unit: "binary", maxLength: 4 }),
    fc.constantFrom(" ", "", "\u00a0", "\ud800", "😀", "9".repeat(40)),
  ),
  { maxLength: 120 },
);

describe("proposeClaims on mangled text", () => {
  test("[R10] throws on no text, and each passage holds its number and stands exactly where it says", () => {
    fc.assert(
      fc.property(mangled, fc.constantFrom("", " "), (words, between) => {
        const text = words.join(between);
        for (const { span, number, id } of propose(text)) {
          expect(span.start).toBeLessThanOrEqual(number.start);
          expect(span.end).toBeGreaterThanOrEqual(number.end);
          expect(anchorSpan(text, span).kind).toBe("exact");
          expect(id).toMatch(/^p[0-9a-f]{12}$/);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("[R10] looks at twice as many characters, and no more, in a text twice as long", () => {
    const steps = (text: string) => {
      const meter = { steps: 0 };
      proposeClaims(text, [], { ...context, meter });
      return meter.steps;
    };
    fc.assert(
      fc.property(mangled, (words) => {
        const text = `${words.join(" ")} `;
        expect(steps(text.repeat(24))).toBeLessThanOrEqual(2.2 * steps(text.repeat(12)) + EDGES);
      }),
      { numRuns: 8 },
    );
    for (const text of ["400 workers ", "“400 ", "$1, ", "A (Male, China)\n", "in 2012 400, ", "5%", "40명 "]) {
      expect(steps(text.repeat(600))).toBeLessThanOrEqual(2.2 * steps(text.repeat(300)) + EDGES);
    }
  });
});
