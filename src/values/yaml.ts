import { LineCounter, parseDocument } from "yaml";
import type { Issue, Parsed } from "./issue.ts";

/** A YAML text read: its value as plain data, and where each part of it stands. */
export interface YamlText {
  readonly value: unknown;
  /** One-based line of the part at a path such as `["places", 0, "id"]`, or of the nearest part that holds it. */
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
}

/** How many issues of one text are told: later ones mostly follow from the first. */
const MOST_ISSUES = 10;

type YamlDocument = ReturnType<typeof parseDocument>;

function offsetAt(document: YamlDocument, path: readonly (string | number)[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node !== "object" || node === null || !("range" in node)) continue;
    const range: unknown = node.range;
    if (Array.isArray(range) && typeof range[0] === "number") return range[0];
  }
  return undefined;
}

/** Every issue of a document that could not be read as plain data. */
function documentIssues(file: string, document: YamlDocument): Issue[] {
  return [...document.errors, ...document.warnings].slice(0, MOST_ISSUES).map((problem): Issue => {
    const row = problem.linePos?.[0].line;
    const expected = `YAML that can be read; ${problem.message.split(/ at line \d+/u)[0]?.split("\n")[0] ?? ""}`;
    return row === undefined ? { file, expected } : { file, row, expected };
  });
}

/**
 * The plain data of a YAML 1.2 text, or what is wrong with it and on which line. Aliases are limited, so that no small
 * text grows into a huge value.
 * @example
 * parseYaml("a.yaml", "x: [1, NO]") // => {"ok":true,"value":{"value":{"x":[1,"NO"]}}}
 */
export function parseYaml(file: string, text: string): Parsed<YamlText> {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, version: "1.2", strict: true, logLevel: "error" });
    const issues = documentIssues(file, document);
    if (issues.length > 0) return { ok: false, issues };
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    const lineOf = (path: readonly (string | number)[]) => {
      const offset = offsetAt(document, path);
      return offset === undefined ? undefined : lines.linePos(offset).line;
    };
    return { ok: true, value: { value, lineOf } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, issues: [{ file, expected: `YAML that can be read; ${reason}` }] };
  }
}
