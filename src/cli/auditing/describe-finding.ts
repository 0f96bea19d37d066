import { wordsOf } from "../../audits/amount-words.ts";
import type { AuditAmount, AuditFinding, AuditReading } from "../../audits/audit-finding.ts";
import type { DecidedFinding } from "../../audits/decided-finding.ts";
import { AUDIT_RULES } from "../../audits/rules/index.ts";
import { amountWords } from "../../cases/case-report.ts";
import type { Claim } from "../../claims/claim.ts";

/** One finding as a line for programs; where a passage has no known place, its start and end are null. */
export function findingAsData({ finding, status, decision }: DecidedFinding, byId: ReadonlyMap<string, Claim>) {
  const { id, rule, grade, sureness, cause, stated, computed, tolerance, explanation, readings } = finding;
  return {
    id,
    rule,
    grade,
    sure: sureness,
    cause,
    passages: finding.claims.flatMap((claim) => passageOf(byId.get(claim))),
    tested: finding.tested,
    against: finding.against,
    copies: finding.copies,
    stated: amountWords(stated),
    computed: amountWords(computed),
    amounts: { stated: ends(stated), computed: ends(computed) },
    tolerance,
    explanation,
    readings: readings.map((reading) => ({ ...reading, computed: ends(reading.computed) })),
    status,
    ...(decision === undefined ? {} : { decision }),
  };
}

function passageOf(claim: Claim | undefined) {
  if (claim === undefined) return [];
  return [{ file: claim.source, start: claim.span?.start ?? null, end: claim.span?.end ?? null, claim: claim.id }];
}

function ends({ low, high, unit }: AuditAmount) {
  return { low: low ?? null, high: high ?? null, unit };
}

/** One finding as a person reads it: what is found, the claims, the sums, what was allowed for. */
export function describeFinding(
  { finding, status, decision }: DecidedFinding,
  byId: ReadonlyMap<string, Claim>,
): string {
  const rule = AUDIT_RULES.find(({ id }) => id === finding.rule);
  const said = decision === undefined ? "" : ` · ${status} by ${decision.by}${decision.why ? `: ${decision.why}` : ""}`;
  return [
    `${finding.id}  ${rule?.name ?? finding.rule} · ${finding.grade} · ${finding.sureness}${said}`,
    `  ${finding.explanation}`,
    ...claimLines(finding, byId),
    ...finding.readings.map(readingLine),
    `  allowed for: ${finding.tolerance}`,
  ].join("\n");
}

function claimLines(finding: AuditFinding, byId: ReadonlyMap<string, Claim>): readonly string[] {
  const line = (word: string) => (id: string) => {
    const claim = byId.get(id);
    const words = claim === undefined ? id : `${wordsOf(claim)} · ${subjectOf(claim)} · ${whereOf(claim)}`;
    return `    ${word.padEnd(7)} ${id}  ${words}`;
  };
  return [
    ...finding.tested.map(line("tested")),
    ...finding.against.map(line("against")),
    ...finding.copies.map(line("also")),
  ];
}

function subjectOf({ measure, place, period }: Claim): string {
  return `${measure} ${place} ${period ?? "undated"}`;
}

function whereOf({ statedBy, source, locator }: Claim): string {
  return `${statedBy}, ${source}, ${locator}`;
}

function readingLine({ name, steps, agrees }: AuditReading): string {
  return `    ${name}: ${steps.join("; ")}${agrees ? " (agrees)" : ""}`;
}
