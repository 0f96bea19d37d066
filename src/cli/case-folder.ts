import type { CasePackage } from "../cases/case-package.ts";
import { parsePackage } from "../cases/parse-package.ts";
import { readCaseFolder } from "../readers/case-folder.ts";
import { InputError } from "./exit.ts";

/** A case folder, read: its files as they stand, and the case in them. */
export interface CaseFolder {
  readonly files: ReadonlyMap<string, string>;
  readonly pkg: CasePackage;
}

/** The case in a folder. Ends the command with every issue that its files have. */
export async function loadFolder(folder: string): Promise<CaseFolder> {
  const files = await readCaseFolder(folder);
  const parsed = files.ok ? parsePackage(files.value) : files;
  if (!files.ok || !parsed.ok) {
    const issues = files.ok ? (parsed.ok ? [] : parsed.issues) : files.issues;
    throw new InputError(`the case in ${folder} is not in order; nothing was changed`, issues);
  }
  return { files: files.value, pkg: parsed.value };
}
