import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { AUDIT_RULES } from "../../audits/rules/index.ts";
import { TEXT_RULES } from "../../audits/text-rules/index.ts";
import { textsAtHand } from "../../store/texts-at-hand.ts";
import { auditFiles } from "../auditing/audit-files.ts";
import { auditPackage, packageTexts } from "../auditing/audit-package.ts";
import { loadFolder } from "../case-folder.ts";
import { UsageError } from "../exit.ts";
import { chosenCase, command, type Place, withCase, withJson, withStore } from "../options.ts";
import type { Shell } from "../shell.ts";

interface Options extends Place {
  readonly case?: string;
  readonly rule?: string;
  readonly open: boolean;
  readonly json: boolean;
  readonly html?: string;
}

const RULE_IDS = [...AUDIT_RULES, ...TEXT_RULES].map(({ id }) => id);

/** `tributary audit`: prints what in the claims of a case, or in the words of documents, cannot be right as it stands. */
export function auditCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "audit [paths...]",
        "recompute what is printed in a case folder, in documents, or in a stored case, and print what cannot be right",
        "tributary audit cases/dprk\n  tributary audit report.pdf article.html --html audit.html",
      ),
    ),
  )
    .option("--rule <id>", `only this rule: ${RULE_IDS.join(", ")}`)
    .option("--open", "only findings that nobody has confirmed or dismissed", false)
    .option("--html <file>", "write a report as well: one HTML file to print or to send")
    .action(async (paths: string[], options: Options) => {
      if (options.rule !== undefined && !RULE_IDS.includes(options.rule))
        throw new UsageError(`there is no rule "${options.rule}"; there are: ${RULE_IDS.join(", ")}`);
      if (paths.length > 0 && options.case !== undefined)
        throw new UsageError("paths and --case name two things to audit; give one of them");
      const [first, ...more] = paths;
      if (first === undefined) return auditStored(shell, options);
      if (more.length > 0 || !(await isFolder(first))) return auditFiles(paths, { ...options, shell });
      const pkg = await loadFolder(first);
      await auditPackage(pkg, packageTexts(pkg), { ...options, shell });
    });
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

/** A case of the workbench, with the copies that were attached to it. */
async function auditStored(shell: Shell, options: Options): Promise<void> {
  const { pkg, texts } = await withStore(options, shell, async (store) => {
    const { id } = await chosenCase(store, options.case);
    const held = await textsAtHand(store, id, await store.sources.list(id));
    return { pkg: await store.cases.exportPackage(id), texts: held };
  });
  await auditPackage(pkg, texts, { ...options, shell });
}
