import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withoutComments } from "./code.ts";
import { codeUnder, ROOT } from "./tree.ts";

const rules = [...readFileSync(join(ROOT, "docs/rules.md"), "utf8").matchAll(/^\| ([A-Z]\d+) \| (.*) \|$/gm)].map(
  ([, id = "", says = ""]) => ({ id, says }),
);
const ids = rules.map((rule) => rule.id);

/** A test's title that cites rules, several as `[C1] [C2]`. */
const cited = codeUnder("test").flatMap((file) =>
  [...withoutComments(file.text).matchAll(/(["'`])((?:(?!\1|\n).)*)\1/g)]
    .flatMap((match) => [...(match[2] ?? "").matchAll(/\[([A-Z]\d{1,2})\]/g)])
    .map((match) => ({ id: match[1] ?? "", path: file.path })),
);

describe("docs/rules.md", () => {
  test("numbers each rule once and says something with it", () => {
    expect(rules.length).toBeGreaterThan(0);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(rules.filter((rule) => rule.says.length < 20).map((rule) => rule.id)).toEqual([]);
  });

  test("has each rule cited in the title of a test", () => {
    const known = new Set(cited.map(({ id }) => id));
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });

  test("has every rule that a test cites", () => {
    expect(cited.filter(({ id }) => !ids.includes(id)).map(({ id, path }) => `${id} in ${path}`)).toEqual([]);
  });
});
