import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AUDIT_GRADES, FINDING_ID_PATTERN, SURENESSES } from "../../../src/audits/audit-finding.ts";
import { auditTexts } from "../../../src/audits/audit-texts.ts";
import { AUDIT_RULES } from "../../../src/audits/rules/index.ts";
import { TEXT_RULES } from "../../../src/audits/text-rules/index.ts";
import { toldText } from "../../../src/audits/told-text.ts";
import { ko } from "../../../src/web/messages/ko.ts";
import { filesUnder } from "../../repository/tree.ts";
import { stepsOf } from "./steps.ts";

/** Words and numbers of which rules are fond, thrown together. */
const SCRAPS = [
  "48%",
  "$5,000",
  "1,200 dirhams",
  "60,000 to 65,000 workers",
  "from 5 to 22",
  "16 hours a day",
  "six days a week",
  "of the",
  "or",
  "(",
  ")",
  "per year",
  "a month",
  "worldwide.",
  "in Ostrova,",
  "is taken",
  "the rest",
  "n = 12",
  "2.35 children",
  "“We",
  "N (Male, Keldin)\n",
  "It is estimated that",
  "7:8 or 8:2",
  "00%",
  "억",
  "𝟙",
  "\n\n",
  ".",
];

describe("every rule over the words of documents", () => {
  test("stands in a file named after it, and each file holds one", () => {
    const files = filesUnder("src/audits/text-rules").map(({ path }) => path.split("/").at(-1)?.replace(".ts", ""));
    expect([...TEXT_RULES.map(({ id }) => id), "index"].sort()).toEqual(files.sort());
  });

  test("has an id that no rule over claims has", () => {
    const ids = [...AUDIT_RULES, ...TEXT_RULES].map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test.each(TEXT_RULES)(
    "$id says what it checks, what it allows for and where it comes from, in Korean too",
    (rule) => {
      expect(rule.name).toMatch(/^\p{Lu}/u);
      expect(rule.checks.length).toBeGreaterThan(30);
      expect(rule.tolerance.length).toBeGreaterThan(3);
      expect(rule.citation.length).toBeGreaterThan(20);
      for (const words of [
        ko.audit.name(rule.id, rule.name),
        ko.audit.checks(rule.id, rule.checks),
        ko.audit.tolerance(rule.id, rule.tolerance),
        ko.audit.explainText(rule.id, "in English"),
      ])
        expect(words).toMatch(/\p{Script=Hangul}/u);
    },
  );

  test.each(TEXT_RULES)("$id finds nothing in nothing, nor in a plain sentence", (rule) => {
    expect(rule.run([])).toEqual([]);
    expect(rule.run([{ id: "a", text: "" }])).toEqual([]);
    expect(rule.run([{ id: "a", text: "The ferry left at noon with 40 people on it." }])).toEqual([]);
  });

  test("[U23] fails on no text, however mangled, and points into it", () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ unit: "binary", maxLength: 12 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const texts = [one, other].map((scraps, at) => ({ id: String(at), text: scraps.join(" ") }));
        for (const finding of auditTexts(texts)) {
          expect(finding.id).toMatch(new RegExp(FINDING_ID_PATTERN));
          expect(AUDIT_GRADES).toContain(finding.grade);
          expect(SURENESSES).toContain(finding.sureness);
          expect(finding.passages.length).toBeGreaterThan(0);
          expect(`${finding.explanation} ${finding.stated} ${finding.computed} ${finding.steps ?? ""}`).not.toMatch(
            /NaN|undefined|null/,
          );
          for (const { id, start, end } of finding.passages) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(Array.from(texts[Number(id)]?.text ?? "").length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test("[U23] takes about twice as long for a text twice as long", () => {
    const text = Array.from(
      { length: 1000 },
      (_, at) =>
        `Some 130% of the workers left in ${5000 + at}. From 8 to 5 they work 9 hours a day and pay $5 of ${1000 + at} dollars. `,
    );
    const steps = (sentences: number) =>
      stepsOf(() => auditTexts([{ id: "a", text: text.slice(0, sentences).join("") }]));
    // Steps and not seconds: those depend on what else the machine does. Four times the text, four times the steps, as each
    // sentence here has as many; were every number held against every other, it would be up to sixteen times.
    expect(steps(1000) / steps(250)).toBeCloseTo(4, 1);
  });

  test("[U14] gives the same findings, ids and all, when it is run again", () => {
    const texts = [{ id: "a", text: "He owes the broker 30% of $900, or $370. Some 130% of the workers left." }];
    const again = texts.map((text) => ({ ...text }));
    expect(auditTexts(texts).map(({ id }) => id)).toEqual(auditTexts(again).map(({ id }) => id));
    expect(auditTexts(texts)).toHaveLength(2);
  });
});

describe("toldText", () => {
  test("ends sentences at footnote marks and not at abbreviations, in code points", () => {
    const { sentences, numbers } = toldText({
      id: "a",
      text: "𝟙 Dr. Holm of the U.S. office paid $5.17 to each, late.17 There were 12 men. “Who?” she asked.",
    });
    expect(sentences.map(({ words }) => words.trim())).toEqual([
      "𝟙 Dr. Holm of the U.S. office paid $5.17 to each, late.17",
      "There were 12 men.",
      "“Who?” she asked.",
    ]);
    expect(numbers.map(({ sentence }) => sentence)).toContain(0);
  });
});
