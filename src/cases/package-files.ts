import type { Source } from "../sources/source.ts";
import type { Issue } from "../values/issue.ts";
import { parseYaml } from "../values/yaml.ts";
import { tableSchemas } from "./tables/index.ts";

/** Files that every case package has. */
export const REQUIRED_FILES = ["datapackage.json", "sources.csv", "claims.csv", "account.yaml"] as const;

/** Files that are kept as they were written. */
export const WRITTEN_FILES = ["README.md", "account.yaml", "policies.yaml"] as const;

const tablePaths = tableSchemas.map((table) => table.path);

/**
 * Whether a path is one that a case package may have: a table, `account.yaml`, `texts` and what lies in it …
 * @example
 * ["claims.csv", "texts/a.txt", ".git", "photo.jpg"].map(isCasePath) // => [true, true, false, false]
 */
export function isCasePath(path: string): boolean {
  const known: readonly string[] = ["datapackage.json", "texts", ...tablePaths, ...WRITTEN_FILES];
  return known.includes(path) || path.startsWith("texts/");
}

/**
 * What is wrong with the list of a package's files: one that is missing, or that no package has.
 * @example
 * checkPaths(["datapackage.json", "sources.csv", "claims.csv", "account.yaml", "notes.doc"], []) // => [{"file":"notes.doc","expected":"no other files than datapackage.json, sources.csv, custody.csv, witnesses.csv, consents.csv, claims.csv, decisions.csv, parties.csv, README.md, account.yaml, policies.yaml, and under texts/ those that sources.csv names"}]
 */
export function checkPaths(paths: readonly string[], sources: readonly Source[] | undefined): readonly Issue[] {
  const known = ["datapackage.json", ...tablePaths, ...WRITTEN_FILES];
  const named = sources?.flatMap((source) => source.file ?? []);
  const isKnown = (path: string) =>
    known.includes(path) || (path.startsWith("texts/") && (named === undefined || named.includes(path)));
  const missing = REQUIRED_FILES.filter((path) => !paths.includes(path));
  const unknown = paths.filter((path) => !isKnown(path));
  const expected = `no other files than ${known.join(", ")}, and under texts/ those that sources.csv names`;
  return [
    ...missing.map((file) => ({ file, expected: "this file, which every case package has" })),
    ...unknown.map((file) => ({ file, expected })),
  ];
}

/**
 * What is wrong with a file that is kept as written: a byte order mark, carriage returns, broken characters, YAML that
 * cannot be read.
 * @example
 * checkWritten("README.md", "a\r\n") // => [{"file":"README.md","row":1,"expected":"lines that end in LF alone, without carriage returns"}]
 */
export function checkWritten(file: string, text: string): readonly Issue[] {
  const issues: Issue[] = [];
  if (text.startsWith("\uFEFF")) issues.push({ file, row: 1, expected: "UTF-8 without a byte order mark" });
  const lineAt = (index: number) => text.slice(0, index).split("\n").length;
  const cr = text.indexOf("\r");
  if (cr !== -1)
    issues.push({ file, row: lineAt(cr), expected: "lines that end in LF alone, without carriage returns" });
  const broken = text.search(/[\ud800-\udfff]/u);
  if (broken !== -1) issues.push({ file, row: lineAt(broken), expected: "text without broken characters" });
  if (issues.length > 0 || !file.endsWith(".yaml")) return issues;
  const yaml = parseYaml(file, text);
  return yaml.ok ? [] : yaml.issues;
}

/**
 * The files of a package that are neither a table nor its description, by path in order of path.
 * @example
 * [...writtenFiles(new Map([["claims.csv", ""], ["README.md", "hello"]]))] // => [["README.md","hello"]]
 */
export function writtenFiles(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const written = [...files].filter(([path]) => path !== "datapackage.json" && !tablePaths.includes(path));
  return new Map(written.sort(([left], [right]) => (left < right ? -1 : 1)));
}
