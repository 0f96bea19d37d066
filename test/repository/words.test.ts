import { describe, expect, test } from "vitest";
import { codeUnder, filesUnder } from "./tree.ts";

/** Names that say nothing of what is inside. */
const EMPTY_WORDS = ["utils", "util", "common", "helpers", "helper", "core", "manager", "service", "v2", "misc"];

const named = [...filesUnder("src"), ...filesUnder("test"), ...filesUnder("scripts"), ...filesUnder("docs")];

describe("names of files and folders", () => {
  test("say what is inside", () => {
    const empty = named.filter(({ path }) => path.split(/[/.-]/).some((word) => EMPTY_WORDS.includes(word)));
    expect(empty.map((file) => file.path)).toEqual([]);
  });

  test("are in lower case with hyphens", () => {
    const lowered = /^[a-z0-9$_][a-z0-9.-]*$/;
    const odd = [...codeUnder("src"), ...codeUnder("test"), ...codeUnder("scripts")].filter(
      ({ path }) => !path.split("/").every((word) => lowered.test(word)),
    );
    expect(odd.map((file) => file.path)).toEqual([]);
  });
});

describe("notes of work to be done", () => {
  test("carry the number of an issue", () => {
    const mark = new RegExp(`\\b(?:${["TO" + "DO", "FIX" + "ME", "XX" + "X"].join("|")})\\b(?!\\(#\\d+\\)| #\\d+)`);
    expect(named.filter(({ text }) => mark.test(text)).map((file) => file.path)).toEqual([]);
  });
});

describe("compilers and linters", () => {
  test("are switched off nowhere without a reason beside it", () => {
    const off = /@ts-(?:ignore|nocheck|expect-error)|biome-ignore(?![^\n]*: \S)/;
    const files = [...codeUnder("src"), ...codeUnder("scripts")];
    expect(files.filter(({ text }) => off.test(text)).map((file) => file.path)).toEqual([]);
  });
});
