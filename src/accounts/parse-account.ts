import { isNode, LineCounter, parseDocument } from "yaml";
import type { Issue, Parsed } from "../values/issue.ts";
import type { Account } from "./account.ts";
import { accountSchema } from "./account-schema.ts";
import { buildAccount } from "./build-account.ts";
import { chainMeasures } from "./chain.ts";
import { checkAccount } from "./check-account.ts";
import type { Complain, YamlPath } from "./complain.ts";

/**
 * The account that an `account.yaml` describes, or everything that is wrong with it, with lines: its shape, names that do
 * not exist, formulas that cannot be read, run in circles or mix units, weights that do not add up.
 * @example
 * parseAccount("years: 2000", "account.yaml").ok // => false
 */
export function parseAccount(text: string, file: string): Parsed<Account> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const syntax = document.errors[0];
  if (syntax) {
    const row = syntax.linePos?.[0]?.line;
    const issue: Issue = { file, expected: `YAML (${syntax.message.split("\n")[0] ?? "it cannot be read"})` };
    return { ok: false, issues: [row === undefined ? issue : { ...issue, row }] };
  }
  const issues: Issue[] = [];
  const complain: Complain = (path, expected, value) => {
    issues.push({
      file,
      ...rowOf(document, lines, path),
      field: path.join("."),
      ...(value === undefined ? {} : { value }),
      expected,
    });
  };
  const written = accountSchema.safeParse(document.toJS());
  if (!written.success) {
    for (const problem of written.error.issues) {
      const path = problem.path.map(keyOf);
      complain(path, inWords(problem.message), writtenAt(document, path));
    }
    return { ok: false, issues };
  }
  const made = chainMeasures(written.data.chains, written.data.measures, complain);
  const paths: readonly YamlPath[] = [
    ...written.data.measures.map((_, n) => ["measures", n]),
    ...made.map((one) => one.path),
  ];
  const complete = { ...written.data, measures: [...written.data.measures, ...made.map((one) => one.measure)] };
  const located: Complain = (path, expected, value) => complain(inFile(path, paths), expected, value);
  const account = buildAccount(complete, located);
  if (issues.length === 0) checkAccount(account, complete, located);
  if (issues.length > 0) return { ok: false, issues };
  const rows = complete.measures.map(({ id }, n) => [id, rowOf(document, lines, paths[n] ?? []).row ?? 1] as const);
  return { ok: true, value: { ...account, lines: new Map(rows) } };
}

/** Where a measure by its position is written: in the list of measures, or in the chain that makes it. */
function inFile(path: YamlPath, paths: readonly YamlPath[]): YamlPath {
  const [list, position, ...rest] = path;
  if (list !== "measures" || typeof position !== "number") return path;
  return [...(paths[position] ?? []), ...rest];
}

/** What zod expected, without its own words around it. */
function inWords(message: string): string {
  const type = /^Invalid input: expected ([^,]+), received (.+)$/.exec(message);
  if (type === null) return message;
  const expected = `${/^[aeiou]/.test(type[1] ?? "") ? "an" : "a"} ${type[1]}`;
  return type[2] === "undefined" ? `this field, ${expected}` : expected;
}

function keyOf(key: PropertyKey): string | number {
  return typeof key === "number" ? key : String(key);
}

/** What stands at a place of the file where it is a word or a number. */
function writtenAt(document: ReturnType<typeof parseDocument>, path: YamlPath): string | undefined {
  const value: unknown = path.length === 0 ? undefined : document.getIn(path);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function rowOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: YamlPath): { row?: number } {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return { row: lines.linePos(start).line };
  }
  return {};
}
