import { describe, expect, test } from "vitest";
import { mendCharacters } from "../../src/readers/mend-characters.ts";
import { type PdfRun, pageOf } from "../../src/readers/pdf-lines.ts";
import { codePointSlice } from "../../src/values/code-points.ts";

const run = (words: string, y: number, more: Partial<PdfRun> = {}): PdfRun => ({
  words,
  x: 72,
  y,
  width: 10,
  size: 12,
  endsLine: true,
  ...more,
});

describe("pageOf(runs)", () => {
  test("[D8] a small raised number is a footnote mark and never joins the number before it", () => {
    const runs = [
      run("They were paid 1,200", 700, { endsLine: false }),
      run("12", 705, { size: 8, endsLine: false }),
      run(" crowns.", 700),
    ];
    expect(pageOf(runs)).toBe("They were paid 1,200¹² crowns.");
  });
  test("a number of the same size, or on the line, stays a number", () => {
    expect(pageOf([run("They paid ", 700, { endsLine: false }), run("12", 700)])).toBe("They paid 12");
    expect(pageOf([run("CO", 700, { endsLine: false }), run("2", 697, { size: 8 })])).toBe("CO2");
  });
  test("lines that stand apart are paragraphs, and close ones are not", () => {
    const runs = [
      run("Orchard pay", 760),
      run("They were", 720),
      run("paid little", 706),
      run("and late.", 692),
      run("Few kept it.", 660),
    ];
    expect(pageOf(runs)).toBe("Orchard pay\n\nThey were\npaid little\nand late.\n\nFew kept it.");
  });
  test("nothing gives nothing", () => {
    expect(pageOf([])).toBe("");
    expect(pageOf([run("  ", 700)])).toBe("");
  });
});

describe("mendCharacters(text)", () => {
  test("[D8] radicals, ligatures and single letters of Hangul become the characters that they show; what stood there is kept", () => {
    const raw = "👷 ⼯⼈的⽉薪, ⻔ ⺠, the oﬃce, \u1112\u1161\u11ab글, 1⁄2 ² ½ ①";
    const { text, mends } = mendCharacters(raw);
    expect(text).toBe("👷 工人的月薪, 门 民, the office, 한글, 1⁄2 ² ½ ①");
    let before = text;
    for (const { start, end, raw: was } of [...mends].reverse())
      before = codePointSlice(before, 0, start) + was + codePointSlice(before, end, [...before].length);
    expect(before).toBe(raw);
  });
});
