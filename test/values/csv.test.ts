import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_CELL, parseCsv, writeCsv } from "../../src/values/csv.ts";

const read = (text: string) => parseCsv("t.csv", text);
const issuesOf = (text: string) => {
  const parsed = read(text);
  return parsed.ok ? [] : parsed.issues;
};
const cell = fc.string({ unit: fc.constantFrom("a", "é", "한", "😀", ",", '"', "\n", " ", "\t", "'", ";", "0") });

describe("parseCsv(file, text)", () => {
  test("gives back what writeCsv wrote, whatever the cells hold", () => {
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc
          .array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 })
          .map((rows) => ({ width, rows })),
      );
    fc.assert(
      fc.property(table, ({ width, rows }) => {
        const header = Array.from({ length: width }, (_, index) => `column ${index}`);
        const text = writeCsv(header, rows);
        const parsed = read(text);
        expect(parsed).toEqual({
          ok: true,
          value: { header, rows: rows.map((cells, index) => ({ row: index + 2, cells })) },
        });
      }),
    );
  });

  test("never throws, and what it reads is written and read again alike", () => {
    const characters = fc.constantFrom("a", ",", '"', "\n", "\r", "\uFEFF", " ", "\ud800", "\u0000");
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 60 }), (text) => {
        const parsed = read(text);
        expect(parsed.ok || parsed.issues.length > 0).toBe(true);
        if (!parsed.ok) return;
        const written = writeCsv(
          parsed.value.header,
          parsed.value.rows.map((row) => row.cells),
        );
        expect(read(written)).toEqual(parsed);
      }),
      { numRuns: 500 },
    );
  });

  test("[P4] refuses a byte order mark, carriage returns and a missing last line end", () => {
    expect(issuesOf("\uFEFFa\n1\n")).toEqual([{ file: "t.csv", row: 1, expected: "UTF-8 without a byte order mark" }]);
    expect(issuesOf("a\n1\r\n2\r\n")).toEqual([
      { file: "t.csv", row: 2, expected: "lines that end in LF alone, without carriage returns" },
    ]);
    expect(issuesOf("a\n1")).toEqual([
      { file: "t.csv", expected: "a line end after the last row (is the file cut short?)" },
    ]);
    expect(issuesOf("")).toEqual([{ file: "t.csv", expected: "a header row; the file is empty" }]);
  });

  test("[P4] refuses a quote that is not closed, with the row in which it opens", () => {
    expect(issuesOf('a,b\n1,2\n3,"four\n5,6\n')).toContainEqual({
      file: "t.csv",
      row: 3,
      value: "four\n5,6\n",
      expected: "the quote to be closed",
    });
  });

  test("[P4] refuses quotes inside a bare cell and words after a closing quote", () => {
    expect(issuesOf('a\n5" pipe\n')[0]).toMatchObject({ row: 2, value: '5" pipe' });
    expect(issuesOf('a\n"x"y\n')[0]).toMatchObject({
      row: 2,
      expected: "a comma or a line end after the closing quote",
    });
  });

  test("[P4] refuses rows that are longer or shorter than the header, blank lines among them", () => {
    expect(issuesOf("a,b\n1\n1,2,3\n\n").map((issue) => [issue.row, issue.expected])).toEqual([
      [2, "2 cells as in the header, not 1"],
      [3, "2 cells as in the header, not 3"],
      [4, "2 cells as in the header, not 1"],
    ]);
  });

  test("[P4] refuses columns without a name, twice, or by the thousand", () => {
    expect(issuesOf("a,,a\n").map((issue) => issue.expected)).toEqual(["a name for column 2", "each column once"]);
    expect(issuesOf(`${"a,".repeat(200_000)}a\n`)).toHaveLength(1);
  });

  test("refuses a cell of ten megabytes with a short message", () => {
    const [issue] = issuesOf(`a\n${"x".repeat(10_000_000)}\n`);
    expect(issue?.expected).toBe(`at most ${LONGEST_CELL} characters in a cell`);
    expect(issue?.value?.length).toBeLessThan(100);
  });
});

describe("writeCsv(header, rows)", () => {
  test("quotes only the cells that need it", () => {
    expect(writeCsv(["a"], [["x y"], ["x,y"], ['"'], ["x\ny"], [" x"], ["x "], ["#;'"]])).toBe(
      'a\nx y\n"x,y"\n""""\n"x\ny"\n" x"\n"x "\n#;\'\n',
    );
  });
});
