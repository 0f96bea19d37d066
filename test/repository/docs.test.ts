import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { type Example, examplesOf, exportedFunctions, exportedTypes } from "./doc-comments.ts";
import { codeUnder, filesUnder, pureFiles, ROOT, type TreeFile } from "./tree.ts";

const glossary = tableRows("docs/glossary.md").map(([word = "", meaning = "", type = "", file = ""]) => ({
  word,
  meaning,
  type: type.replaceAll("`", ""),
  file: file.replaceAll("`", ""),
}));

/** Folders whose names are everyday words of programs and not of the field. */
const PLAIN_FOLDERS = ["math", "values"];

describe("the glossary", () => {
  test("has every type that a pure folder exports, with its file", () => {
    const known = new Set(glossary.map((row) => `${row.file} ${row.type}`));
    const missing = pureFiles().flatMap((file) =>
      exportedTypes(file.text)
        .filter((type) => !known.has(`${file.path} ${type}`))
        .map((type) => `${type} of ${file.path}`),
    );
    expect(missing).toEqual([]);
  });

  test("names no type that is not there", () => {
    const wrong = glossary
      .filter((row) => row.type !== "" || row.file !== "")
      .filter((row) => !existsSync(join(ROOT, row.file)) || !exportedTypes(read(row.file)).includes(row.type));
    expect(wrong.map((row) => `${row.type} of ${row.file}`)).toEqual([]);
  });

  test("has to tell no two types of one name apart", () => {
    const types = pureFiles().flatMap((file) => exportedTypes(file.text).map((type) => ({ type, path: file.path })));
    const twice = types.filter(({ type }, i) => types.findIndex((other) => other.type === type) !== i);
    expect(twice).toEqual([]);
  });

  test("gives each word one meaning", () => {
    const words = glossary.map((row) => row.word);
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
    expect(glossary.filter((row) => row.meaning === "").map((row) => row.word)).toEqual([]);
  });

  test("has the name of every pure folder", () => {
    const words = glossary.map((row) => row.word);
    const folders = [...new Set(pureFiles().map((file) => file.folder))].filter(
      (name) => !PLAIN_FOLDERS.includes(name),
    );
    expect(folders.filter((name) => !words.includes(name) && !words.includes(name.replace(/s$/, "")))).toEqual([]);
  });
});

describe("exported functions", () => {
  test("have a doc comment each", () => {
    const bare = codeUnder("src").flatMap((file) =>
      exportedFunctions(file.text)
        .filter((declared) => declared.comment === undefined)
        .map((declared) => `${declared.name} of ${file.path}`),
    );
    expect(bare).toEqual([]);
  });

  test("of the pure folders have an example each", () => {
    const without = pureFiles().flatMap((file) =>
      exportedFunctions(file.text)
        .filter((declared) => examplesOf(declared.comment ?? "").length === 0)
        .map((declared) => `${declared.name} of ${file.path}`),
    );
    expect(without).toEqual([]);
  });

  for (const file of pureFiles()) {
    const examples = exportedFunctions(file.text).flatMap((declared) => examplesOf(declared.comment ?? ""));
    if (examples.length === 0) continue;
    test(`the examples in ${file.path} give what they say`, async () => {
      const scope: Record<string, unknown> = await import(pathToFileURL(join(ROOT, file.path)).href);
      for (const example of examples) await runExample(example, scope);
    });
  }
});

describe("documents", () => {
  const documents = filesUnder("", [".md"]);

  test("link only to what is there", () => {
    expect(documents.flatMap(brokenLinks)).toEqual([]);
  });

  test("and code name no folder of one machine and no package registry", () => {
    const private_ = new RegExp(
      ["/wo" + "rk/", "/ho" + "me/\\w", "/ro" + "ot/", "registry\\.npm" + "js", ":48" + "73\\b"].join("|"),
    );
    const texts = filesUnder("", [".md", ".ts", ".tsx", ".mjs", ".json", ".css", ".html", ".yaml", ".csv", "run"]);
    expect(texts.filter((file) => private_.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});

async function runExample({ expression, value }: Example, scope: Record<string, unknown>): Promise<void> {
  expect(value, `the example "${expression}" ends with // => value`).not.toBe("");
  const names = Object.keys(scope);
  const evaluate = (code: string) => new Function(...names, `"use strict"; return (${code});`);
  const actual: unknown = await evaluate(expression)(...names.map((name) => scope[name]));
  const expected: unknown = evaluate(value)(...names.map((name) => scope[name]));
  expect(asData(actual), expression).toEqual(asData(expected));
}

function asData(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}

function brokenLinks(file: TreeFile): string[] {
  const prose = file.text.replace(/```[\s\S]*?```|`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)]
    .map((match) => match[1] ?? "")
    .filter((target) => !/^[a-z]+:/.test(target) && !leads(file, target))
    .map((target) => `${file.path} → ${target}`);
}

function leads(file: TreeFile, target: string): boolean {
  const [path = "", anchor = ""] = target.split("#");
  const full = path === "" ? file.path : normalize(join(dirname(file.path), path));
  if (!existsSync(join(ROOT, full))) return false;
  return anchor === "" || headings(read(full)).includes(anchor);
}

function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
}

function tableRows(path: string): string[][] {
  return read(path)
    .split("\n")
    .filter((line) => /^\|(?! word \||---)/.test(line))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf("|"))
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}
