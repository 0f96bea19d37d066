import type { Parsed } from "../values/issue.ts";
import { parsePackage } from "./parse-package.ts";
import { writePackage } from "./write-package.ts";

/** A table as a spreadsheet saved it, with the line ends and without the byte order mark of the canonical form. */
function plain(path: string, text: string): string {
  return path.endsWith(".csv") ? text.replace(/^\uFEFF/u, "").replace(/\r\n/gu, "\n") : text;
}

/**
 * The files of a case package in canonical form: ids of new claims filled in, rows in order, quotes only where needed,
 * schemas made anew; or everything that is wrong with it.
 * @example
 * formatPackage(new Map()).ok // => false
 */
export function formatPackage(files: ReadonlyMap<string, string>): Parsed<ReadonlyMap<string, string>> {
  const parsed = parsePackage(new Map([...files].map(([path, text]) => [path, plain(path, text)])));
  return parsed.ok ? { ok: true, value: writePackage(parsed.value) } : parsed;
}
