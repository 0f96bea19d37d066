import type { CasePackage } from "../cases/case-package.ts";
import { parsePackage } from "../cases/parse-package.ts";
import { strangeMeasures } from "../cases/strange-measures.ts";
import { readCaseFolder } from "../readers/case-folder.ts";
import type { Parsed } from "../values/issue.ts";
import { InputError } from "./exit.ts";
import type { Shell } from "./shell.ts";
import { evidenceIn } from "./stored-case.ts";

/** The case in a folder. Ends the command with every issue that its files have. */
export async function loadFolder(folder: string): Promise<CasePackage> {
  return inOrder(folder, parsePackage(await filesOf(folder)));
}

/** The files of a case folder by path, as they stand. Ends the command with every one that cannot be read. */
export async function filesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  return inOrder(folder, await readCaseFolder(folder));
}

/** Says that claims stand on measures that the account does not have, when some do. */
export function tellStrangeMeasures(pkg: CasePackage, shell: Shell): void {
  const strange = strangeMeasures(evidenceIn(pkg).account, pkg.claims);
  if (strange !== undefined) shell.err(`${pkg.id}: ${strange}`);
}

/** The value that was read from a folder. Ends the command with every issue that it has. */
export function inOrder<T>(folder: string, parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new InputError(`the case in ${folder} is not in order; nothing was changed`, parsed.issues);
}
