import { describe, expect, test } from "vitest";
import { READERS } from "../../src/readers/index.ts";
import { type ReadRequest, readDocument } from "../../src/readers/read-document.ts";
import type { ReadDocument } from "../../src/readers/reader.ts";
import { codePointLength, codePointSlice } from "../../src/values/code-points.ts";
import { bytesOf, docx, encode, epub, latin, odt, pdf, xlsx } from "./made-files.ts";

const HTML = `<!doctype html><html lang="en"><head><title>Orchard pay | Harrow Post</title><meta property="article:published_time" content="2014-05-06T08:00:00Z"></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Orchard pay</h1>${"<p>The crews of the orchards were paid, as the ledger has it, 1,200<sup>3</sup> crowns a month, and of these they kept, by every account, no more than a third.</p>".repeat(6)}<table><tr><th>Year</th><th>Workers</th></tr><tr><td>2012</td><td>1,053</td></tr></table></article><footer>All rights reserved</footer><script>document.title = "hacked"</script><img src="https://pictures.invalid/a.png"></body></html>`;
const RTF = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}{\f1\fcharset129 Batang;}{\f2\fcharset204 Arial;}}{\info{\title Orchard pay}{\author Ada Vell}}\f0 They were paid 1,200{\super\chftn{\footnote From the ledger.}} crowns\par {\f1\'b3\'eb\'b5\'bf\'c0\'da} {\f2\'f0\'e0\'e1\'ee\'f7\'e8\'e5} \u51076?\'3f caf\'e9{\*\generator Nobody;}{\pict 00ff00}}`;

/** For every reader, a small file of its format, and what must be read from it. */
const FILES: Readonly<
  Record<
    string,
    { name: string; bytes: Uint8Array; holds: readonly string[]; lacks?: readonly string[]; is?: Partial<ReadDocument> }
  >
> = {
  pdf: {
    name: "a.pdf",
    bytes: pdf([["They were paid 1,200 crowns."], ["Of these they kept a third."]], "/Info << /Title (Orchard pay) >>"),
    holds: ["They were paid 1,200 crowns.\n\fOf these they kept a third."],
  },
  docx: {
    name: "a.docx",
    bytes: docx(),
    holds: [
      "Pay of the orchard crews\n\nThey were paid 1,200[1] crowns. 임금은 낮았다.",
      "Year\tWorkers\n2012\t1,053",
      "1. From the ledger of Quillfort.",
    ],
    is: { title: "Orchard pay", author: "Ada Vell", published: "2013-04-05" },
  },
  odt: {
    name: "a.odt",
    bytes: odt(),
    holds: [
      "Pay of the orchard crews\n\nThey were paid 1,200¹ crowns, 임금은 낮았다.",
      "Year\tWorkers\n2012\t1,053",
      "1. From the ledger of Quillfort.",
    ],
    lacks: ["deleted"],
  },
  rtf: {
    name: "a.rtf",
    bytes: latin(RTF),
    holds: ["They were paid 1,200¹ crowns", "노동자 рабочие 임? café", "From the ledger."],
    lacks: ["Nobody", "00ff00", "Times"],
    is: { title: "Orchard pay", author: "Ada Vell" },
  },
  html: {
    name: "a.html",
    bytes: bytesOf(HTML),
    holds: ["paid, as the ledger has it, 1,200³ crowns", "Year\tWorkers\n2012\t1,053"],
    lacks: ["Home", "All rights reserved", "hacked"],
    is: { title: "Orchard pay", published: "2014-05-06", language: "en" },
  },
  epub: {
    name: "a.epub",
    bytes: epub(),
    holds: ["The road out\n\nThey left in spring.\n\nThe road home\n\nFew came back with 1,200 crowns."],
    is: { title: "The Orchard Road", author: "Ada Vell", published: "2014-02-01", language: "en" },
  },
  eml: {
    name: "a.eml",
    bytes: Uint8Array.from([
      ...latin(
        "From: =?EUC-KR?B?sei9wA==?= <a@mail.invalid>\r\nTo: b@mail.invalid\r\nDate: Thu, 14 Jun 2012 10:00:00 +0900\r\nSubject: =?koi8-r?B?8sHCz97JxQ==?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=euc-kr\r\nContent-Transfer-Encoding: 8bit\r\n\r\n",
      ),
      ...encode("노동자 1200명의 임금", "euc-kr"),
    ]),
    holds: ["Subject: Рабочие", "노동자 1200명의 임금", "Date: Thu, 14 Jun 2012"],
    is: { title: "Рабочие", published: "2012-06-14" },
  },
  subtitles: {
    name: "a.vtt",
    bytes: bytesOf(
      "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Ada>They were <i>paid</i> 1,200 crowns.\n\n01:02.500 --> 01:04.000\nAnd kept a third.\n",
    ),
    holds: ["Ada: They were paid 1,200 crowns.\nAnd kept a third."],
    is: { mediaType: "text/vtt" },
  },
  csv: {
    name: "a.csv",
    bytes: encode('год;работники;"место; и дом"\n2012;1053;"Чат ""юг"""\n', "windows-1251"),
    holds: ['год\tработники\tместо; и дом\n2012\t1053\tЧат "юг"'],
    is: { encoding: "windows-1251" },
  },
  xlsx: {
    name: "a.xlsx",
    bytes: xlsx(),
    holds: ["Workers\t\t임금\n1053\t2012-06-14\t0.3\na note"],
  },
  markdown: {
    name: "a.md",
    bytes: bytesOf("Before.\n\n# Pay\n\n1,200 crowns\n\n```\n# no heading\n```\n## Of the crews\n\nA third.\n"),
    holds: ["# Pay\n\n1,200 crowns"],
    is: { title: "Pay" },
  },
  "plain-text": {
    name: "a.txt",
    bytes: bytesOf("\uFEFFpage one\r\nline two\fpage two 👷 한\r"),
    holds: ["page one\nline two\fpage two 👷 한\n"],
    is: { encoding: "utf-8" },
  },
};

async function read(bytes: Uint8Array, request: ReadRequest): Promise<ReadDocument> {
  const parsed = await readDocument(bytes, request);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

describe("every reader", () => {
  for (const reader of READERS.filter(({ id }) => id !== "picture")) {
    const file = FILES[reader.id];
    test(`[D1] ${reader.id}: reads its file, in parts that lie in its text, in order`, async () => {
      if (file === undefined) throw new Error(`no file for ${reader.id}`);
      const document = await read(file.bytes, { name: file.name });
      expect(document).toMatchObject({ reader: reader.id, ...file.is });
      for (const words of file.holds) expect(document.text).toContain(words);
      for (const words of file.lacks ?? []) expect(document.text).not.toContain(words);
      const ends = document.parts.flatMap(({ start, end }) => [start, end]);
      expect(ends).toEqual(ends.toSorted((left, right) => left - right));
      expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(codePointLength(document.text));
      for (const part of document.parts)
        expect(codePointSlice(document.text, part.start, part.end).trim()).not.toBe("");
    });
    test(`[D2] ${reader.id}: knows its file by its bytes, whatever it is called`, async () => {
      if (file === undefined) throw new Error(`no file for ${reader.id}`);
      if (reader.sniff(file.bytes) !== "yes") return expect(reader.sniff(file.bytes)).toBe("maybe");
      const document = await read(file.bytes, { name: reader.id === "pdf" ? "a.docx" : "a.pdf" });
      expect(document.reader).toBe(reader.id);
      expect(document.notes[0]).toMatch(/Its name says an? \w+; its bytes are/);
    });
    test(`[D3] ${reader.id}: a file that breaks off anywhere is read or refused in one sentence, and nothing is thrown`, async () => {
      if (file === undefined) throw new Error(`no file for ${reader.id}`);
      for (const share of [0.1, 0.35, 0.6, 0.85, 0.97]) {
        const part = file.bytes.slice(0, Math.ceil(file.bytes.length * share));
        const parsed = await readDocument(part, { name: file.name });
        if (!parsed.ok) expect(parsed.issues).toHaveLength(1);
      }
    });
    test(`${reader.id}: has an id, an article, a media type and endings of its own`, () => {
      expect(reader.called).toMatch(/^(?:an? |plain |sub|Mark)/);
      expect(reader.extensions.every((extension) => /^\.[a-z]+$/.test(extension))).toBe(true);
      const others = READERS.filter((other) => other !== reader).flatMap((other) => other.extensions);
      expect(reader.extensions.filter((extension) => others.includes(extension))).toEqual([]);
      expect(reader.mediaTypes.length).toBeGreaterThan(0);
    });
  }
});

describe("parts", () => {
  const labels = async (id: string) => {
    const file = FILES[id];
    if (file === undefined) throw new Error(id);
    const { parts, text } = await read(file.bytes, { name: file.name });
    return parts.map(({ label, start, end }) => [label, codePointSlice(text, start, end).slice(0, 24)]);
  };
  test("are pages, sections, rows and cues, named as a locator prints them", async () => {
    expect(await labels("pdf")).toEqual([
      ["p. 1", "They were paid 1,200 cro"],
      ["p. 2", "Of these they kept a thi"],
    ]);
    expect(await labels("plain-text")).toEqual([
      ["p. 1", "page one\nline two"],
      ["p. 2", "page two 👷 한"],
    ]);
    expect(await labels("markdown")).toEqual([
      ["beginning", "Before."],
      ["Pay", "# Pay\n\n1,200 crowns\n\n```"],
      ["Of the crews", "## Of the crews\n\nA third"],
    ]);
    expect(await labels("epub")).toEqual([
      ["The road out", "The road out\n\nThey left "],
      ["The road home", "The road home\n\nFew came "],
    ]);
    expect(await labels("xlsx")).toEqual([
      ["Wages, row 1", "Workers\t\t임금"],
      ["Wages, row 3", "1053\t2012-06-14\t0.3"],
      ["Notes, row 1", "a note"],
    ]);
    expect(await labels("subtitles")).toEqual([
      ["00:00:01", "Ada: They were paid 1,20"],
      ["00:01:02", "And kept a third."],
    ]);
    expect((await labels("docx"))[0]?.[0]).toBe("Pay of the orchard crews");
  });
});
