import { describe, expect, test } from "vitest";
import { ReadingThread } from "../../src/readers/reading-thread.ts";
import { bytesOf, docx, encode, epub, latin, odt, pdf, xlsx, zip } from "./made-files.ts";

const GOOD: readonly (readonly [string, Uint8Array])[] = [
  ["pdf", pdf([["They were paid 1,200 crowns."]])],
  ["docx", docx()],
  ["odt", odt()],
  ["xlsx", xlsx()],
  ["epub", epub()],
  ["txt", encode("Рабочие садов получали тысячу двести крон в месяц", "windows-1251")],
  ["md", bytesOf("# Pay\n\n1,200 crowns\n")],
  ["csv", bytesOf("year,workers\n2012,1053\n")],
  ["srt", bytesOf("1\n00:00:01,000 --> 00:00:02,000\nThey were paid.\n")],
  ["rtf", latin(String.raw`{\rtf1 They were paid 1,200 crowns.}`)],
];
const BAD: readonly (readonly [string, Uint8Array])[] = [
  ["pdf", latin("%PDF-1.4 broken")],
  ["docx", zip({ "word/document.xml": "<w:document>" })],
  ["docx", new Uint8Array()],
  ["xlsx", zip({ "xl/workbook.xml": new Uint8Array(60 * 2 ** 20) })],
  ["epub", epub().slice(0, 200)],
  ["png", latin("\x89PNG\r\n\x1a\n broken and no picture")],
  ["txt", latin("\x7fELF\x01\x01")],
];

describe("a batch", () => {
  test("[D3] of 200 good and broken files is read without loss: every good one is read, every broken one is told", async () => {
    const thread = new ReadingThread();
    try {
      const files = Array.from({ length: 200 }, (_, index) => {
        const isGood = index % 3 !== 0;
        const of = isGood ? GOOD : BAD;
        const [extension, bytes] = of[(index * 7) % of.length] ?? ["txt", bytesOf("x")];
        return { isGood, name: `${index}.${extension}`, bytes };
      });
      const results = await Promise.all(files.map(({ name, bytes }) => thread.read(bytes, { name })));
      const wrong = files.filter(({ isGood }, index) => results[index]?.ok !== isGood).map(({ name }) => name);
      expect(wrong).toEqual([]);
      const issues = results.flatMap((result) => (result.ok ? [] : result.issues));
      expect(issues).toHaveLength(files.filter(({ isGood }) => !isGood).length);
    } finally {
      await thread.close();
    }
  });
});
