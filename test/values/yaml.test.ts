import { describe, expect, test } from "vitest";
import { parseYaml } from "../../src/values/yaml.ts";

const value = (text: string) => {
  const parsed = parseYaml("a.yaml", text);
  return parsed.ok ? parsed.value.value : parsed.issues;
};

describe("parseYaml(file, text)", () => {
  test("keeps country codes as words", () => {
    expect(value("[NO, ON, yes, 0x1F, 2012, 1991/1993]")).toEqual(["NO", "ON", "yes", 31, 2012, "1991/1993"]);
  });

  test("says on which line it cannot read on", () => {
    expect(value("a: 1\nb: [1, 2\nc: 3\n")).toMatchObject([{ file: "a.yaml", row: 3 }]);
    expect(value("a: 1\na: 2\n")).toMatchObject([{ file: "a.yaml", row: 2 }]);
    expect(value("a: 1\n\tb: 2\n")).toMatchObject([{ file: "a.yaml" }]);
  });

  test("refuses what it does not know, more than one document, and aliases that explode", () => {
    expect(value("a: !secret x")).toMatchObject([{ file: "a.yaml", row: 1 }]);
    expect(value("a: 1\n---\nb: 2\n")).toMatchObject([{ file: "a.yaml" }]);
    const levels = Array.from(
      { length: 12 },
      (_, level) =>
        `l${level}: &l${level} [${Array.from({ length: 9 }, () => (level === 0 ? "x" : `*l${level - 1}`)).join(", ")}]`,
    );
    expect(value(`${levels.join("\n")}\n`)).toMatchObject([{ file: "a.yaml" }]);
    expect(parseYaml("a.yaml", "[".repeat(10_000)).ok).toBe(false);
  });

  test("does not let a text reach into every object", () => {
    value("__proto__: {polluted: true}");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("finds the line of a part, or of what holds it", () => {
    const parsed = parseYaml("a.yaml", "places:\n  - {id: a}\n  - id: b\n    at: 1\n");
    if (!parsed.ok) throw new Error("invalid yaml");
    expect(parsed.value.lineOf(["places", 1, "at"])).toBe(4);
    expect(parsed.value.lineOf(["places", 0, "nothing", "below"])).toBe(2);
    expect(parsed.value.lineOf(["nowhere"])).toBeUndefined();
  });
});
