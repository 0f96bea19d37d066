import { AUDIT_GRADES, type AuditGrade, SURENESSES } from "../audit-finding.ts";
import {
  type AuditReport,
  BLIND_SPOTS,
  type ReportFinding,
  type ReportPassage,
  type ReportSum,
} from "./audit-report.ts";
import { REPORT_STYLE } from "./report-style.ts";

const GRADES: Readonly<Record<AuditGrade, { readonly title: string; readonly means: string }>> = {
  "decision-changing": { title: "Decision-changing", means: "Out by a quarter or more." },
  inconsistent: { title: "Inconsistent", means: "Out by more than rounding allows." },
};

/**
 * Text as it stands in HTML: nothing in it is markup.
 * @example
 * escapeHtml("<b> & \"c\"") // => "&lt;b&gt; &amp; &quot;c&quot;"
 */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/**
 * A report as one HTML file that needs nothing else: its own style, no script, nothing from anywhere.
 * @example
 * reportHtml({ title: "A < B", about: "", made: "", audited: [], findings: [], rules: [] }).includes("<h1>A &lt; B</h1>") // => true
 */
export function reportHtml(report: AuditReport): string {
  const { title, findings } = report;
  const grades = AUDIT_GRADES.toReversed();
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${REPORT_STYLE}</style>`,
    "</head>",
    "<body>",
    head(report),
    "<main>",
    contents(findings),
    ...grades.map((grade) => gradeSection(grade, findings)),
    ruleSection(report),
    blindSection(),
    "</main>",
    "<footer><p>Made with Tributary. Every figure here can be worked out again by hand from the passages beside it.</p></footer>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function counted(findings: readonly ReportFinding[]): string {
  const changing = findings.filter(({ grade }) => grade === "decision-changing").length;
  const all =
    findings.length === 0 ? "No finding" : findings.length === 1 ? "One finding" : `${findings.length} findings`;
  return `${all}${findings.length === 0 ? "" : `, ${changing === 0 ? "none" : changing} decision-changing`}.`;
}

function head({ title, about, made, audited, findings }: AuditReport): string {
  const items = audited.map(({ name, note }) => `<li>${escapeHtml(name)} <span>${escapeHtml(note)}</span></li>`);
  return [
    "<header>",
    `<p class="kicker">Audit report · ${escapeHtml(made)}</p>`,
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="lead">${counted(findings)} ${escapeHtml(about)}</p>`,
    "<p>What is printed was worked out again: sums, shares, totals, times, conversions. A finding is a question to the author and no correction: it says that the numbers beside it cannot all stand as they are printed, or that something is missing by which they could be weighed.</p>",
    audited.length === 0 ? "" : `<ul class="audited" aria-label="What was audited">${items.join("")}</ul>`,
    "</header>",
  ].join("\n");
}

function contents(findings: readonly ReportFinding[]): string {
  const line = ({ id, rule, stated }: ReportFinding) =>
    `<li><a href="#${escapeHtml(id)}">${escapeHtml(rule)}</a> <span>${escapeHtml(stated)}</span></li>`;
  return findings.length === 0
    ? ""
    : `<nav aria-label="Findings"><p class="kicker">Findings</p><ul class="contents">${inOrder(findings).map(line).join("")}</ul></nav>`;
}

function inOrder(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  const rank = ({ grade, sureness }: ReportFinding) =>
    AUDIT_GRADES.toReversed().indexOf(grade) * 10 + SURENESSES.indexOf(sureness);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

function gradeSection(grade: AuditGrade, findings: readonly ReportFinding[]): string {
  const own = inOrder(findings.filter((finding) => finding.grade === grade));
  const { title, means } = GRADES[grade];
  const count = own.length === 0 ? "None." : own.length === 1 ? "One finding." : `${own.length} findings.`;
  return [
    `<section aria-label="${title}">`,
    `<h2>${title}</h2>`,
    `<p class="meta">${means} ${count}</p>`,
    ...own.map(article),
    "</section>",
  ].join("\n");
}

function article(finding: ReportFinding): string {
  const { id, rule, grade, sureness, explanation, sides, sums, decided, copies } = finding;
  const graded = grade === "decision-changing" ? `<span class="changing">${grade}</span>` : grade;
  return [
    `<article id="${escapeHtml(id)}" aria-labelledby="${escapeHtml(id)}-title">`,
    `<h3 id="${escapeHtml(id)}-title">${escapeHtml(rule)}</h3>`,
    `<p class="meta">${graded} · ${sureness} · ${escapeHtml(id)}${decided === undefined ? "" : ` · ${escapeHtml(decided)}`}</p>`,
    `<p>${escapeHtml(explanation)}</p>`,
    ...sides.map(({ title, passages }) => side(title, passages)),
    copies === 0
      ? ""
      : `<p class="meta">${copies === 1 ? "One more claim shares" : `${copies} more claims share`} this.</p>`,
    sums.length === 0 ? "" : `<div class="sums">${sums.map(sum).join("")}</div>`,
    facts(finding),
    "</article>",
  ].join("\n");
}

function side(title: string, passages: readonly ReportPassage[]): string {
  if (passages.length === 0) return "";
  return `<div class="side"><h4>${title}</h4><ul>${passages.map((one) => `<li>${passage(one)}</li>`).join("")}</ul></div>`;
}

function passage({ where, figure, pieces = [], paraphrase }: ReportPassage): string {
  const words = pieces.map(({ words: said, marked }) =>
    marked ? `<mark>${escapeHtml(said)}</mark>` : escapeHtml(said),
  );
  return [
    figure === undefined ? "" : `<p class="figure">${escapeHtml(figure)}</p>`,
    words.length === 0 ? "" : `<p class="words">${words.join("")}</p>`,
    paraphrase === undefined ? "" : `<p class="words">${escapeHtml(paraphrase)}</p>`,
    `<p class="where">${escapeHtml(where)}</p>`,
  ].join("");
}

function sum({ name, steps }: ReportSum): string {
  const lines = steps.map((step) => `<li>${escapeHtml(step)}</li>`).join("");
  return `<div class="sum">${name === undefined ? "" : `<h4>${escapeHtml(name)}</h4>`}<ol>${lines}</ol></div>`;
}

function facts({ stated, computed, tolerance, citation }: ReportFinding): string {
  const rows = [
    ["Stated", stated],
    ["Computed", computed],
    ["Allowed for", tolerance],
    ["The rule", citation],
  ].filter(([, value]) => value !== "");
  return `<dl class="facts">${rows.map(([name = "", value = ""]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join("")}</dl>`;
}

function ruleSection({ rules }: AuditReport): string {
  const list = rules.map(({ name, checks }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(checks)}</dd>`);
  return `<section aria-label="What was checked"><h2>What was checked</h2><dl class="rules">${list.join("")}</dl></section>`;
}

function blindSection(): string {
  const list = BLIND_SPOTS.map((words) => `<li>${escapeHtml(words)}</li>`).join("");
  return `<section aria-label="What the rules cannot see"><h2>What the rules cannot see</h2><ul>${list}</ul></section>`;
}
