import { describe, expect, test } from "vitest";
import type { AuditReport, ReportFinding } from "../../src/audits/report/audit-report.ts";
import { reportHtml } from "../../src/audits/report/report-html.ts";

const HOSTILE = `"><script src="https://example.invalid/x.js">alert(1)</script><img src=x onerror='alert(2)'>&amp;`;

const finding: ReportFinding = {
  id: "f0123456789ab",
  rule: HOSTILE,
  citation: HOSTILE,
  grade: "decision-changing",
  sureness: "certain",
  explanation: HOSTILE,
  sides: [
    {
      title: "The passages",
      passages: [{ where: HOSTILE, figure: HOSTILE, paraphrase: HOSTILE, pieces: [{ words: HOSTILE, marked: true }] }],
    },
  ],
  copies: 2,
  sums: [{ name: HOSTILE, steps: [HOSTILE, "5,000 × (1 − 48 %) = 2,600"] }],
  stated: HOSTILE,
  computed: HOSTILE,
  tolerance: HOSTILE,
  decided: HOSTILE,
};

const report: AuditReport = {
  title: HOSTILE,
  about: HOSTILE,
  made: HOSTILE,
  audited: [{ name: HOSTILE, note: HOSTILE }],
  findings: [finding, { ...finding, id: "f0123456789ac", grade: "inconsistent" }],
  rules: [{ name: HOSTILE, checks: HOSTILE }],
};

describe("reportHtml", () => {
  const html = reportHtml(report);

  test("[U21] what a document says stays text, wherever it stands", () => {
    expect(html).not.toMatch(/<script|<img|onerror='/);
    expect(html).not.toContain("&amp;&amp;lt;");
    expect(html.match(/&lt;script src=&quot;https:/g)?.length).toBeGreaterThan(20);
  });

  test("[U21] nothing comes from elsewhere: no address, no import, and a policy that allows none", () => {
    const own = html.replaceAll("https://example.invalid/x.js", "");
    expect(own).not.toMatch(/https?:|url\(|@import|<link|<iframe/);
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
  });

  test("every tag that opens closes, ids are single, and every link has its place", () => {
    const open: string[] = [];
    for (const [, close, tag = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (["meta"].includes(tag)) continue;
      if (close === "") open.push(tag);
      else expect(open.pop()).toBe(tag);
    }
    expect(open).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  test("says the grades, the sum step by step, what was checked and what no rule sees", () => {
    for (const words of [
      "2 findings, 1 decision-changing.",
      "5,000 × (1 − 48 %) = 2,600",
      "What was checked",
      "What the rules cannot see",
    ])
      expect(html).toContain(words);
    expect(reportHtml({ ...report, findings: [] })).toContain("No finding.");
  });
});
