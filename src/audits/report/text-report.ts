import type { FindingDecision } from "../decided-finding.ts";
import type { TextFinding } from "../text-finding.ts";
import { TEXT_RULES } from "../text-rules/index.ts";
import type { ReportFinding, ReportPassage } from "./audit-report.ts";

/**
 * A finding in the words of documents as a report prints it, with its passages.
 * @example
 * textReportFinding({ id: "f1", rule: "told-share", grade: "inconsistent", sureness: "certain", stated: "", computed: "", tolerance: "", explanation: "", passages: [] }, []).rule // => "Percentage beside its numbers"
 */
export function textReportFinding(
  finding: Omit<TextFinding, "kind">,
  passages: readonly ReportPassage[],
  decided?: FindingDecision,
): ReportFinding {
  const { id, grade, sureness, explanation, stated, computed, tolerance, steps = [] } = finding;
  const rule = TEXT_RULES.find((one) => one.id === finding.rule);
  const said = decidedWords(decided);
  return {
    id,
    rule: rule?.name ?? finding.rule,
    citation: rule?.citation ?? "",
    grade,
    sureness,
    explanation,
    sides: [{ title: passages.length === 1 ? "The passage" : "The passages", passages }],
    copies: 0,
    sums: steps.length === 0 ? [] : [{ steps }],
    stated,
    computed,
    tolerance,
    ...(said === undefined ? {} : { decided: said }),
  };
}

/**
 * What was decided about a finding, in a few words; absent while it is open.
 * @example
 * decidedWords({ status: "dismissed", decision: { kind: "decision", at: "2026-01-02", by: "R. Holm", decision: "dismissed", subject: "f1", why: "of another year" } }) // => "dismissed by R. Holm: of another year"
 */
export function decidedWords(decided: FindingDecision | undefined): string | undefined {
  if (decided?.decision === undefined) return undefined;
  const { by, why } = decided.decision;
  return `${decided.status} by ${by}${why === undefined || why === "" ? "" : `: ${why}`}`;
}
