import { describe, expect, test } from "vitest";
import { memberOf, parseTable, type TableDef, writeTable } from "../../src/values/table.ts";

interface Mark {
  readonly id: string;
  readonly size?: number;
}

const marks: TableDef<Mark> = {
  path: "marks.csv",
  title: "Marks",
  primaryKey: ["id"],
  columns: [
    {
      name: "id",
      title: "Id",
      description: "",
      type: "string",
      required: true,
      pattern: "^[a-z]+$",
      expected: "lower-case letters",
    },
    { name: "size", title: "Size", description: "", type: "integer" },
    { name: "side", title: "Side", description: "", type: "string", enum: ["left", "right"] },
  ],
  parseRow: (cells) => {
    const size = cells.number("size");
    return { id: cells.get("id"), ...(size === undefined ? {} : { size }) };
  },
  writeRow: ({ id, size }) => ({ id, size: size === undefined ? undefined : String(size) }),
  compare: (left, right) => (left.id < right.id ? -1 : 1),
};

const issuesOf = (text: string) => {
  const parsed = parseTable(marks, text);
  return parsed.ok ? [] : parsed.issues;
};

describe("parseTable(def, text)", () => {
  test("gives records with their rows, its columns in any order", () => {
    expect(parseTable(marks, "side,size,id\n,3,b\nleft,,a\n")).toEqual({
      ok: true,
      value: [
        { row: 2, record: { id: "b", size: 3 } },
        { row: 3, record: { id: "a" } },
      ],
    });
  });

  test("[P1] tells every cell that is wrong, with row, field and value", () => {
    expect(issuesOf("id,size,side\nA,1,left\nb,1.5,up\n,-1,\n")).toEqual([
      { file: "marks.csv", row: 2, field: "id", value: "A", expected: "lower-case letters" },
      { file: "marks.csv", row: 3, field: "size", value: "1.5", expected: "a whole number" },
      { file: "marks.csv", row: 3, field: "side", value: "up", expected: "one of left, right" },
      { file: "marks.csv", row: 4, field: "id", value: "", expected: "lower-case letters" },
      { file: "marks.csv", row: 4, field: "size", value: "-1", expected: "a whole number" },
    ]);
  });

  test("[P4] refuses unknown and missing columns", () => {
    expect(issuesOf("id,size,colour\n")).toEqual([
      { file: "marks.csv", row: 1, field: "colour", expected: "one of the columns id, size, side" },
      { file: "marks.csv", row: 1, field: "side", expected: "this column, which is missing" },
    ]);
  });

  test("refuses a key that stands twice and names the row that has it", () => {
    expect(issuesOf("id,size,side\na,,\nb,,\na,,\n")).toEqual([
      { file: "marks.csv", row: 4, field: "id", value: "a", expected: "each key once; row 2 has it too" },
    ]);
  });

  test("[P4] refuses white space alone, control characters and half characters", () => {
    expect(issuesOf("id,size,side\na, ,\n")[0]).toMatchObject({ field: "size" });
    expect(issuesOf("id,size,side\na\u0000,,\n")[0]?.expected).toContain("control characters");
    expect(issuesOf("id,size,side\na\ud800,,\n")[0]?.expected).toContain("control characters");
  });
});

describe("writeTable(def, records)", () => {
  test("sorts, and writes absent as empty", () => {
    expect(writeTable(marks, [{ id: "b", size: 0 }, { id: "a" }])).toBe("id,size,side\na,,\nb,0,\n");
  });
});

describe("memberOf(list, text)", () => {
  test("throws for a word that is not in the list", () => {
    expect(() => memberOf(["a", "b"], "c")).toThrow("invalid word: c");
  });
});
