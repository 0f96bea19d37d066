import { auditCase } from "../audits/audit-case.ts";
import { type DecidedFinding, decidedFindings } from "../audits/decided-finding.ts";
import type { Parsed } from "../values/issue.ts";
import type { CasePackage } from "./case-package.ts";
import { evidenceOf } from "./evidence-of.ts";

/**
 * What the audits find in a case, with what people decided about it; or what is wrong with its account.
 * @example
 * caseAudit({ claims: [], sources: [], witnesses: [], decisions: [], files: new Map() }).ok // => false
 */
export function caseAudit(
  pkg: Pick<CasePackage, "claims" | "sources" | "witnesses" | "decisions" | "files">,
): Parsed<readonly DecidedFinding[]> {
  const evidence = evidenceOf(pkg);
  if (!evidence.ok) return evidence;
  const findings = auditCase({ ...evidence.value, witnesses: pkg.witnesses });
  return { ok: true, value: decidedFindings(findings, pkg.decisions) };
}
