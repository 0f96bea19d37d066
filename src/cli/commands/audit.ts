import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import type { AuditGrade } from "../../audits/audit-finding.ts";
import { auditTexts } from "../../audits/audit-texts.ts";
import type { DecidedFinding } from "../../audits/decided-finding.ts";
import { AUDIT_RULES } from "../../audits/rules/index.ts";
import { TEXT_RULES } from "../../audits/text-rules/index.ts";
import { caseAudit } from "../../cases/case-audit.ts";
import type { CasePackage } from "../../cases/case-package.ts";
import { ReadingThread } from "../../readers/reading-thread.ts";
import { describeFinding, findingAsData } from "../auditing/describe-finding.ts";
import { describeTextFinding, textFindingAsData } from "../auditing/describe-text-finding.ts";
import { loadFolder } from "../case-folder.ts";
import { InputError, UsageError } from "../exit.ts";
import { chosenCase, command, type Place, withCase, withJson, withStore } from "../options.ts";
import { progressOf } from "../progress.ts";
import { readFiles } from "../reading/read-files.ts";
import type { Shell } from "../shell.ts";

interface Options extends Place {
  readonly case?: string;
  readonly rule?: string;
  readonly open: boolean;
  readonly json: boolean;
}

const RULE_IDS = [...AUDIT_RULES, ...TEXT_RULES].map(({ id }) => id);

/** `tributary audit`: prints what in the claims of a case, or in the words of documents, cannot be right as it stands. */
export function auditCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "audit [paths...]",
        "recompute what is printed in a case folder, in documents, or in a stored case, and print what cannot be right",
        "tributary audit cases/dprk\n  tributary audit report.pdf article.html",
      ),
    ),
  )
    .option("--rule <id>", `only this rule: ${RULE_IDS.join(", ")}`)
    .option("--open", "only findings that nobody has confirmed or dismissed", false)
    .action(async (paths: string[], options: Options) => {
      if (options.rule !== undefined && !RULE_IDS.includes(options.rule))
        throw new UsageError(`there is no rule "${options.rule}"; there are: ${RULE_IDS.join(", ")}`);
      if (paths.length > 0 && options.case !== undefined)
        throw new UsageError("paths and --case name two things to audit; give one of them");
      const [first, ...more] = paths;
      if (first === undefined) return tellCase(await storedPackage(shell, options), options, shell);
      if (more.length === 0 && (await isFolder(first))) return tellCase(await loadFolder(first), options, shell);
      await tellFiles(paths, options, shell);
    });
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

function storedPackage(shell: Shell, options: Options): Promise<CasePackage> {
  return withStore(options, shell, async (store) =>
    store.cases.exportPackage((await chosenCase(store, options.case)).id),
  );
}

function tellCase(pkg: CasePackage, options: Options, shell: Shell): void {
  const found = findingsIn(pkg, options);
  const byId = new Map(pkg.claims.map((claim) => [claim.id, claim]));
  tell(found, {
    shell,
    json: options.json,
    asData: (one) => findingAsData(one, byId),
    asText: (one) => describeFinding(one, byId),
    gradeOf: ({ finding }) => finding.grade,
  });
}

function findingsIn(pkg: CasePackage, { rule, open }: Options): readonly DecidedFinding[] {
  const audit = caseAudit(pkg);
  if (!audit.ok) throw new InputError(`the account of ${pkg.id} is not in order`, audit.issues);
  return audit.value.filter(
    ({ finding, status }) => (rule === undefined || finding.rule === rule) && (!open || status === "open"),
  );
}

/** Reads files and audits their words; files that cannot be read are told at the end. */
async function tellFiles(paths: readonly string[], options: Options, shell: Shell): Promise<void> {
  const thread = new ReadingThread(join(options.data, "ocr"));
  const bar = progressOf(shell, "Reading");
  const batch = await readFiles(paths, thread, bar.update).finally(async () => {
    bar.end();
    await thread.close();
  });
  const texts = batch.read.map(({ file, document }) => ({ id: file, text: document.text }));
  const byFile = new Map(texts.map(({ id, text }) => [id, text]));
  tell(
    auditTexts(texts).filter(({ rule }) => options.rule === undefined || rule === options.rule),
    {
      shell,
      json: options.json,
      asData: textFindingAsData,
      asText: (one) => describeTextFinding(one, byFile),
      gradeOf: ({ grade }) => grade,
    },
  );
  if (batch.failed.length > 0)
    throw new InputError(
      `${batch.failed.length} of ${paths.length} files could not be read`,
      batch.failed.flatMap(({ issues }) => issues),
    );
}

interface Telling<T> {
  readonly shell: Shell;
  readonly json: boolean;
  readonly asData: (one: T) => unknown;
  readonly asText: (one: T) => string;
  readonly gradeOf: (one: T) => AuditGrade;
}

function tell<T>(found: readonly T[], { shell, json, asData, asText, gradeOf }: Telling<T>): void {
  if (json) {
    for (const one of found) shell.out(JSON.stringify(asData(one)));
    return;
  }
  if (found.length > 0) shell.out(found.map(asText).join("\n\n"));
  const changing = found.filter((one) => gradeOf(one) === "decision-changing").length;
  shell.err(`${found.length} ${found.length === 1 ? "finding" : "findings"}, ${changing} of them decision-changing`);
}
