import { describe, expect, it } from "vitest";
import { csvOf, fileNameOf } from "../../src/web/charts/chart-data.ts";

describe("tables of charts", () => {
  it("csvOf quotes only what needs quotes and leaves unknown cells empty", () => {
    const data = {
      columns: [
        { label: "Source", numeric: false },
        { label: "Median (people)", numeric: true },
      ],
      rows: [
        { id: "1", cells: ['Asan, "Beyond"', { value: 62_345.6789, text: "62 000" }] },
        { id: "2", cells: ["none", undefined] },
      ],
    };
    expect(csvOf(data)).toBe('Source,Median (people)\n"Asan, ""Beyond""",62345.7\nnone,\n');
  });

  it("fileNameOf keeps Hangul and drops punctuation", () => {
    expect(fileNameOf("임금, 2012년: 대부분")).toBe("임금-2012년-대부분");
    expect(fileNameOf("…")).toBe("chart");
  });
});
