import { describe, expect, test } from "vitest";
import { AUDIT_CAUSES, AUDIT_GRADES, FINDING_ID_PATTERN, SURENESSES } from "../../../src/audits/audit-finding.ts";
import { AUDIT_RULES } from "../../../src/audits/rules/index.ts";
import { filesUnder } from "../../repository/tree.ts";
import { auditOf, found, people, shippedCase } from "../sample-audit.ts";

const findings = [...auditOf(shippedCase("dprk")), ...auditOf(shippedCase("example"))];

describe("every audit rule", () => {
  test("stands in a file named after it, and each file holds one", () => {
    const files = filesUnder("src/audits/rules").map(({ path }) => path.split("/").at(-1)?.replace(".ts", ""));
    expect([...AUDIT_RULES.map(({ id }) => id), "index"].sort()).toEqual(files.sort());
  });

  test.each(AUDIT_RULES)("$id says what it checks, what it allows for and where it comes from", (rule) => {
    expect(rule.name).toMatch(/^\p{Lu}/u);
    expect(rule.checks.length).toBeGreaterThan(30);
    expect(rule.tolerance.length).toBeGreaterThan(3);
    expect(rule.citation.length).toBeGreaterThan(20);
  });

  test.each(AUDIT_RULES)("$id finds nothing in no claims, nor in one plain count", ({ id }) => {
    expect(found(id, [])).toEqual([]);
    expect(found(id, [people("XB", 15_046)])).toEqual([]);
  });
});

describe("every finding on the shipped cases", () => {
  test("has an id, a grade, claims of its case, numbers and words", () => {
    for (const finding of findings) {
      expect(finding.id).toMatch(new RegExp(FINDING_ID_PATTERN));
      expect(AUDIT_GRADES).toContain(finding.grade);
      expect(SURENESSES).toContain(finding.sureness);
      expect(AUDIT_CAUSES).toContain(finding.cause);
      expect(finding.tested.length).toBeGreaterThan(0);
      expect(finding.claims).toEqual([...new Set([...finding.tested, ...finding.against, ...finding.copies])]);
      expect(finding.explanation).toMatch(/^\S.*[.?]$/);
      expect(`${finding.explanation} ${finding.readings.flatMap(({ steps }) => steps)}`).not.toMatch(
        /NaN|Infinity|undefined|null/,
      );
    }
  });

  test("has an id of its own", () => {
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });
});
