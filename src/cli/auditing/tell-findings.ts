import { writeFile } from "node:fs/promises";
import type { AuditGrade } from "../../audits/audit-finding.ts";
import type { AuditReport } from "../../audits/report/audit-report.ts";
import { reportHtml } from "../../audits/report/report-html.ts";
import { InputError } from "../exit.ts";
import type { Shell } from "../shell.ts";

/** One finding in the forms in which it is told. */
export interface ToldFinding {
  readonly grade: AuditGrade;
  readonly data: unknown;
  readonly text: string;
}

/** Where findings are told: on the screen, a line each for programs, and in a file. */
export interface Telling {
  readonly shell: Shell;
  readonly json: boolean;
  readonly html?: string | undefined;
}

/** Prints findings, and writes the report where one is asked for. */
export async function tellFindings(
  found: readonly ToldFinding[],
  report: () => AuditReport,
  { shell, json, html }: Telling,
): Promise<void> {
  if (html !== undefined) await writeReport(html, report());
  if (json) {
    for (const { data } of found) shell.out(JSON.stringify(data));
    return;
  }
  if (found.length > 0) shell.out(found.map(({ text }) => text).join("\n\n"));
  const changing = found.filter(({ grade }) => grade === "decision-changing").length;
  shell.err(`${found.length} ${found.length === 1 ? "finding" : "findings"}, ${changing} of them decision-changing`);
  if (html !== undefined) shell.err(`The report is in ${html}`);
}

async function writeReport(path: string, report: AuditReport): Promise<void> {
  try {
    await writeFile(path, reportHtml(report));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(`the report cannot be written: ${why}`, [
      { file: path, expected: "a file that can be written" },
    ]);
  }
}

/** A day as reports print it: `1 May 2026`. */
export function dayOf(time: Date): string {
  return time.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
