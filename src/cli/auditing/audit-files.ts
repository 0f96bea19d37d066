import { basename, join } from "node:path";
import { figure } from "../../audits/amount-words.ts";
import { auditTexts } from "../../audits/audit-texts.ts";
import { type Excerpt, excerptsOf } from "../../audits/excerpts.ts";
import type { AuditReport, ReportPassage } from "../../audits/report/audit-report.ts";
import { textReportFinding } from "../../audits/report/text-report.ts";
import type { TextFinding } from "../../audits/text-finding.ts";
import { TEXT_RULES } from "../../audits/text-rules/index.ts";
import { ReadingThread } from "../../readers/reading-thread.ts";
import { partAt } from "../../sources/document-part.ts";
import { InputError } from "../exit.ts";
import { progressOf } from "../progress.ts";
import { type ReadBatch, type ReadFile, readFiles } from "../reading/read-files.ts";
import { describeTextFinding, textFindingAsData } from "./describe-text-finding.ts";
import { dayOf, type Telling, tellFindings } from "./tell-findings.ts";

interface FileOptions extends Telling {
  readonly data: string;
  readonly rule?: string | undefined;
}

/** Reads files and audits their words; files that cannot be read are told at the end. */
export async function auditFiles(paths: readonly string[], options: FileOptions): Promise<void> {
  const batch = await readAll(paths, options);
  const texts = batch.read.map(({ file, document }) => ({ id: file, text: document.text }));
  const byFile = new Map(texts.map(({ id, text }) => [id, text]));
  const found = auditTexts(texts).filter(({ rule }) => options.rule === undefined || rule === options.rule);
  const told = found.map((finding) => ({
    grade: finding.grade,
    data: textFindingAsData(finding),
    text: describeTextFinding(finding, byFile),
  }));
  await tellFindings(told, () => reportOf(batch, found, options), options);
  if (batch.failed.length > 0)
    throw new InputError(
      `${batch.failed.length} of ${paths.length} files could not be read`,
      batch.failed.flatMap(({ issues }) => issues),
    );
}

async function readAll(paths: readonly string[], { shell, data }: FileOptions): Promise<ReadBatch> {
  const thread = new ReadingThread(join(data, "ocr"));
  const bar = progressOf(shell, "Reading");
  return readFiles(paths, thread, bar.update).finally(async () => {
    bar.end();
    await thread.close();
  });
}

function reportOf({ read }: ReadBatch, found: readonly TextFinding[], { shell }: FileOptions): AuditReport {
  const byFile = new Map(read.map((file) => [file.file, file]));
  const points = new Map(read.map(({ file, document }) => [file, { points: Array.from(document.text) }]));
  const [only] = read;
  const name = read.length === 1 && only !== undefined ? nameOf(only) : `${read.length} documents`;
  return {
    title: `Audit of ${name}`,
    about:
      read.length === 1
        ? "The document was audited in its own words."
        : "The documents were audited in their own words.",
    made: dayOf(shell.clock()),
    audited: read.map((file) => ({
      name: nameOf(file),
      note: [file.document.title === undefined ? "" : basename(file.file), `SHA-256 ${file.sha256}`]
        .filter(Boolean)
        .join(" · "),
    })),
    findings: found.map((finding) =>
      textReportFinding(
        finding,
        excerptsOf(finding.passages, (id) => points.get(id)).map((one) => passageOf(one, byFile.get(one.id))),
      ),
    ),
    rules: TEXT_RULES.map(({ name: rule, checks }) => ({ name: rule, checks })),
  };
}

function nameOf({ document, file }: ReadFile): string {
  return document.title ?? basename(file);
}

function passageOf({ id, start, end, pieces }: Excerpt, file: ReadFile | undefined): ReportPassage {
  const part = partAt(file?.document.parts ?? [], start)?.label;
  const where = [file === undefined ? id : nameOf(file), part, `characters ${figure(start)}–${figure(end)}`];
  return { where: where.filter(Boolean).join(", "), pieces };
}
