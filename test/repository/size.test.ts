import { describe, expect, test } from "vitest";
import { functionsOf } from "./code.ts";
import { codeUnder, filesUnder } from "./tree.ts";

const LONGEST_FILE = 300;
const LONGEST_FUNCTION = 60;

/** Files that may be longer, each with the reason. */
const LONG_FILES: Readonly<Record<string, string>> = {};

/** Functions that may be longer, as `path: name`, each with the reason. */
const LONG_FUNCTIONS: Readonly<Record<string, string>> = {};

const code = [...codeUnder("src"), ...codeUnder("scripts"), ...codeUnder("test"), ...filesUnder("src", [".css"])];

describe("size", () => {
  test(`no file has more than ${LONGEST_FILE} lines`, () => {
    const long = code.map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }));
    const over = long.filter(({ lines }) => lines > LONGEST_FILE).map(({ path, lines }) => ({ path, lines }));
    expect(over.filter(({ path }) => !(path in LONG_FILES))).toEqual([]);
    expect(Object.keys(LONG_FILES).filter((path) => !over.some((file) => file.path === path))).toEqual([]);
  });

  test(`no function has more than ${LONGEST_FUNCTION} lines`, () => {
    const over = [...codeUnder("src"), ...codeUnder("scripts")].flatMap(({ path, text }) =>
      functionsOf(text)
        .filter(({ lines }) => lines > LONGEST_FUNCTION)
        .map(({ line, lines, head }) => ({ name: `${path}: ${nameOf(head)}`, at: line, lines })),
    );
    expect(over.filter(({ name }) => !(name in LONG_FUNCTIONS))).toEqual([]);
    expect(Object.keys(LONG_FUNCTIONS).filter((name) => !over.some((one) => one.name === name))).toEqual([]);
  });
});

describe("functionsOf(text)", () => {
  test("finds functions, arrows and methods with their lengths, and no loop or object", () => {
    const text = [
      "export function one(a: number): number {",
      "  if (a > 0) {",
      "    return a;",
      "  }",
      "  return 0;",
      "}",
      "const two = (a: string) => {",
      "  return { a };",
      "};",
      "class Thing {",
      "  async three() {",
      "    return 3;",
      "  }",
      "}",
      "export const NOTHING = {",
      "  a: 1,",
      "};",
    ].join("\n");
    expect(functionsOf(text).map(({ line, lines }) => [line, lines])).toEqual([
      [1, 6],
      [7, 3],
      [11, 3],
    ]);
  });
});

function nameOf(head: string): string {
  return /(?:function\*?|const|let)\s+(\w+)/.exec(head)?.[1] ?? /([\w#]+)\(/.exec(head)?.[1] ?? head;
}
