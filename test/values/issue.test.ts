import { describe, expect, test } from "vitest";
import { describeIssue } from "../../src/values/issue.ts";

describe("describeIssue(issue)", () => {
  test("leaves out what is not known", () => {
    expect(describeIssue({ file: "a.csv", expected: "a header row" })).toBe("a.csv: expected a header row");
    expect(describeIssue({ file: "a.csv", row: 2, field: "x", value: "", expected: "words" })).toBe(
      'a.csv, row 2, x "": expected words',
    );
  });
});
