import type { FindingDecision } from "../../audits/decided-finding.ts";
import { caseAudit } from "../../cases/case-audit.ts";
import type { CasePackage } from "../../cases/case-package.ts";
import { caseReport } from "../../cases/case-report.ts";
import { evidenceOf } from "../../cases/evidence-of.ts";
import { textFindingViews } from "../../cases/text-findings.ts";
import { TextAuditor } from "../../engine/text-auditor.ts";
import type { ComparedText } from "../../sources/repeated-passages.ts";
import { InputError } from "../exit.ts";
import { describeFinding, findingAsData } from "./describe-finding.ts";
import { describeTextView, textViewAsData } from "./describe-text-finding.ts";
import { dayOf, type Telling, tellFindings } from "./tell-findings.ts";

interface PackageOptions extends Telling {
  readonly rule?: string | undefined;
  readonly open: boolean;
}

type Found = FindingDecision & { readonly finding: { readonly rule: string } };

/** Audits the claims of a case and the texts that it has at hand. */
export async function auditPackage(
  pkg: CasePackage,
  texts: readonly ComparedText[],
  options: PackageOptions,
): Promise<void> {
  const [audit, evidence] = [caseAudit(pkg), evidenceOf(pkg)];
  if (!audit.ok) throw new InputError(`the account of ${pkg.id} is not in order`, audit.issues);
  if (!evidence.ok) throw new InputError(`the account of ${pkg.id} is not in order`, evidence.issues);
  const wanted = ({ finding, status }: Found) =>
    (options.rule === undefined || finding.rule === options.rule) && (!options.open || status === "open");
  const findings = audit.value.filter(wanted);
  const views = textFindingViews(await inWords(texts), { ...pkg, texts }).filter(wanted);
  const byId = new Map(pkg.claims.map((claim) => [claim.id, claim]));
  const told = [
    ...findings.map((one) => ({
      grade: one.finding.grade,
      data: findingAsData(one, byId),
      text: describeFinding(one, byId),
    })),
    ...views.map((one) => ({ grade: one.finding.grade, data: textViewAsData(one), text: describeTextView(one) })),
  ];
  const made = dayOf(options.shell.clock());
  const report = { ...pkg, made, account: evidence.value.account, findings, texts: views, textsRead: texts.length };
  await tellFindings(told, () => caseReport(report), options);
}

async function inWords(texts: readonly ComparedText[]) {
  const auditor = new TextAuditor();
  return auditor.audit(texts).finally(() => auditor.close());
}

/** The texts that a case package carries, each under its source's id. */
export function packageTexts({ sources, files }: Pick<CasePackage, "sources" | "files">): readonly ComparedText[] {
  return sources.flatMap(({ id, file }) => {
    const text = file === undefined ? undefined : files.get(file);
    return text === undefined ? [] : [{ id, text }];
  });
}
