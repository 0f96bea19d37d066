import { describe, expect, test } from "vitest";
import type { Source } from "../../src/sources/source.ts";
import { sourceTable } from "../../src/sources/source-table.ts";
import { parseTable, writeTable } from "../../src/values/table.ts";
import { sourceWith } from "../cases/sample-package.ts";

function problems(cells: Readonly<Record<string, string>>): readonly string[] {
  const writeRow = (source: Source) => ({ ...sourceTable.writeRow(source), ...cells });
  const parsed = parseTable(sourceTable, writeTable({ ...sourceTable, writeRow }, [sourceWith({})]));
  return parsed.ok ? [] : parsed.issues.map(({ field, expected }) => `${field}: ${expected}`);
}

describe("sourceTable", () => {
  test("reads back what it writes, every field and none", () => {
    const full = sourceWith({
      id: "a",
      author: "A, B",
      publisher: 'The "Press"',
      published: "2012-05~",
      copyAt: "https://example.org/a?b=c",
      sha256: "0".repeat(64),
      textSha256: "1".repeat(64),
      mediaType: "application/pdf",
      file: "texts/a.txt",
      note: "one\ntwo",
      language: "zh-Hant",
    });
    const parsed = parseTable(sourceTable, writeTable(sourceTable, [sourceWith({ id: "b" }), full]));
    expect(parsed.ok ? parsed.value.map(({ record }) => record) : []).toEqual([full, sourceWith({ id: "b" })]);
  });

  test("refuses ids that are no slugs, files outside of texts and digests that are none", () => {
    expect(problems({ id: "NKSC 2012" })[0]).toContain("id:");
    expect(problems({ id: "a".repeat(65) })[0]).toContain("at most 64");
    for (const file of ["../secret", "texts/../secret", "/etc/passwd", "texts/a/b.txt", "texts/.hidden"])
      expect(problems({ file }), file).toEqual(["file: a path such as texts/report.txt"]);
    expect(problems({ sha256: "abc" })[0]).toContain("64 lower-case hex digits");
  });

  test("refuses what is not on the scales and dates that cannot be read", () => {
    const cells = { reliability: "", credibility: "0", type: "book", language: "English language" };
    expect(problems(cells)).toHaveLength(4);
    expect(problems({ published: "May 2012" })[0]).toContain("a date such as");
  });
});
