import { describe, expect, test } from "vitest";
import { type ReadRequest, readDocument } from "../../src/readers/read-document.ts";
import { ReadingThread } from "../../src/readers/reading-thread.ts";
import { bytesOf, docx, epub, latin, odt, pdf, xlsx, zip } from "./made-files.ts";

/** Why a file is refused: its one sentence. */
async function why(bytes: Uint8Array, request: ReadRequest): Promise<string> {
  const parsed = await readDocument(bytes, request);
  if (parsed.ok) throw new Error(`read as ${parsed.value.reader}: ${parsed.value.text.slice(0, 80)}`);
  expect(parsed.issues).toHaveLength(1);
  expect(parsed.issues[0]?.file).toBe(request.name);
  return parsed.issues[0]?.expected ?? "";
}

describe("readDocument(bytes, request) refuses, in one sentence,", () => {
  test("[D3] a file that is empty, or holds nothing but spaces", async () => {
    expect(await why(new Uint8Array(), { name: "a.pdf" })).toBe("a file with something in it; this one is empty");
    expect(await why(bytesOf(" \n\t\n"), { name: "a.txt" })).toContain("white space");
    expect(await why(pdf([[]]), { name: "a.pdf" })).toContain("tributary ocr install");
  });

  test("[D3] a damaged file, with what to do", async () => {
    expect(await why(latin("%PDF-1.7 and then nothing that a PDF has"), { name: "a.pdf" })).toContain("damaged");
    expect(await why(docx().slice(0, 900), { name: "a.docx" })).toMatch(/archive|none of them/);
    const broken = zip({ "word/document.xml": "<w:document><w:body>", "[Content_Types].xml": "<Types/>" });
    expect(await why(broken, { name: "a.docx" })).toMatch(/damaged|whole/);
    expect(await why(zip({ "META-INF/container.xml": "<container/>" }), { name: "a.epub" })).toContain("damaged");
    expect(await why(zip({ "xl/workbook.xml": "<workbook/>" }), { name: "a.xlsx" })).toContain("rows");
  });

  test("[D3] an encrypted file, whatever its format", async () => {
    const locked = pdf(
      [["secret"]],
      "/Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >> /ID [(a) (a)]",
    );
    expect(await why(locked, { name: "a.pdf" })).toContain("without a password");
    expect(await why(odt("<manifest:encryption-data/>"), { name: "a.odt" })).toContain("without a password");
    const protection = `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><CipherData><CipherReference URI="OEBPS/one.xhtml"/></CipherData></EncryptedData></encryption>`;
    expect(await why(epub(protection), { name: "a.epub" })).toContain("copy protection");
    const compound = latin(
      `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${"\0".repeat(200)}${[..."EncryptedPackage"].join("\0")}\0`,
    );
    expect(await why(compound, { name: "a.docx" })).toContain("Office file with a password");
    const mail = latin(
      "From: a@b.invalid\r\nMIME-Version: 1.0\r\nDate: Thu, 14 Jun 2012 10:00:00 +0900\r\nContent-Type: multipart/encrypted; boundary=x\r\n\r\n--x\r\n\r\n--x--\r\n",
    );
    expect(await why(mail, { name: "a.eml" })).toContain("not encrypted");
  });

  test("[D5] an archive bomb, before it is unpacked", async () => {
    const heavy = zip({ "word/document.xml": new Uint8Array(60 * 2 ** 20) });
    expect(heavy.length).toBeLessThan(200_000);
    expect(await why(heavy, { name: "a.docx" })).toContain("archive bombs");
    const many = zip(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`word/${at}.xml`, "<a/>"])));
    expect(await why(many, { name: "a.docx", limits: { entries: 100 } })).toContain("at most 100 files inside");
    const small = zip({ "xl/workbook.xml": "x".repeat(100_000) });
    expect(await why(small, { name: "a.xlsx", limits: { unpackedBytes: 50_000 } })).toContain("archive bombs");
  });

  test("[D5] an archive whose list lies about its sizes gets no more room than the list says", async () => {
    const lying = docx().slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(await why(lying, { name: "a.docx" })).toMatch(/damaged|whole|words|none of them/);
  });

  test("[D5] entities of its own, that could be expanded without end", async () => {
    const prolog = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    expect(await why(docx(prolog), { name: "a.docx" })).toContain("entity definitions");
    const book = zip({ "META-INF/container.xml": `${prolog}<container>&b;</container>` });
    expect(await why(book, { name: "a.epub" })).toContain("entity definitions");
  });

  test("[D5] more than the limits: bytes, pages, text", async () => {
    expect(await why(bytesOf("abc".repeat(1000)), { name: "a.txt", limits: { bytes: 1000 } })).toContain(
      "at most 0 MB",
    );
    expect(await why(pdf([["a"], ["b"], ["c"]]), { name: "a.pdf", limits: { pages: 2 } })).toBe(
      "at most 2 pages, not 3",
    );
    expect(await why(bytesOf("abc".repeat(1000)), { name: "a.txt", limits: { text: 100 } })).toContain(
      "at most 100 characters",
    );
  });

  test("[D2] a file of a kind that nobody reads here, with what to do instead", async () => {
    expect(await why(latin("\x7fELF\x02\x01\x01\0\0\0"), { name: "a.txt" })).toContain("a program");
    expect(await why(latin("HWP Document File V3.00 \x1a\x01\x02"), { name: "a.hwp" })).toContain(
      "save it as DOCX or PDF",
    );
    expect(await why(zip({ "a.txt": "a" }), { name: "a.txt" })).toContain("unpack it");
    expect(await why(latin("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"), { name: "a.png" })).toContain(
      "tributary ocr install",
    );
    expect(await why(xlsx().slice(0, 40), { name: "a.xlsx" })).toContain("archive");
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 31 + index * 7) % 256);
    expect(await why(noise, { name: "a.txt" })).toContain("none of them");
  });
});

describe("pages that leave out what they may", () => {
  test("are read all the same: without html, head or body", async () => {
    const words = "The crews were paid 1,200 crowns. ".repeat(8);
    for (const page of [
      `<!doctype html><title>Pay</title><p>${words}`,
      `<html><head><title>Pay</title></head><p>${words}</html>`,
      `<html><title>Pay</title><p>${words}`,
      `<title>Pay</title>${words}`,
      `<!-- saved --><html lang=en><head><title>Pay</title></head><body><p>${words}`,
    ]) {
      const parsed = await readDocument(bytesOf(page), { name: "a.html" });
      expect(parsed.ok ? [parsed.value.title, parsed.value.text.trim()] : parsed.issues, page).toEqual([
        "Pay",
        words.trim(),
      ]);
    }
  });
});

describe("active pages", () => {
  test("[D6] nothing in a page is run and nothing that it names is fetched; the notes say so", async () => {
    const page = `<!doctype html><html><body onload="fetch('http://127.0.0.1:9/')"><p>${"They were paid 1,200 crowns. ".repeat(20)}</p><script>throw new Error("ran")</script><img src="http://127.0.0.1:9/x.png"><iframe src="https://a.invalid"></iframe></body></html>`;
    const parsed = await readDocument(bytesOf(page), { name: "a.html" });
    if (!parsed.ok) throw new Error("refused");
    expect(parsed.value.text).not.toContain("Error");
    expect(parsed.value.notes.join(" ")).toMatch(
      /scripts; none was run.*remote files such as pictures; none was fetched/,
    );
  });
  test("a page nested very deep is read or refused, and nothing overflows", async () => {
    const deep = `<!doctype html><html><body>${"<div>".repeat(30_000)}words${"</div>".repeat(30_000)}</body></html>`;
    const parsed = await readDocument(bytesOf(deep), { name: "a.html" });
    if (!parsed.ok) expect(parsed.issues[0]?.expected).toMatch(/nested|words/);
  });
});

describe("ReadingThread", () => {
  test("[D5] files made to be slow are read or refused like others", async () => {
    const files = {
      "list.html": `<!doctype html><ol>${"<li>x</li>".repeat(20_000)}</ol>`,
      "open.html": `<!doctype html><p>x${"<html ".repeat(50_000)}`,
      "voices.vtt": `WEBVTT\n\n00:01.000 --> 00:02.000\n${"<v ".repeat(50_000)}`,
      "heading.md": `# ${"# ".repeat(200_000)}`,
      "spaces.rtf": `{\\rtf1 x${" ".repeat(200_000)}y}`,
      "quotes.csv": 'a"b,"'.repeat(50_000),
    };
    const thread = new ReadingThread();
    try {
      for (const [name, text] of Object.entries(files)) {
        const parsed = await thread.read(bytesOf(text), { name, limits: { seconds: 60 } });
        if (!parsed.ok) expect(parsed.issues[0]?.expected, name).not.toContain("given up");
      }
    } finally {
      await thread.close();
    }
  });
  test("[D5] a file that takes too long is given up, and the next one is read", async () => {
    const thread = new ReadingThread();
    try {
      const cells = "<td>a</td>".repeat(300_000);
      const slow = bytesOf(`<!doctype html><html><body><table><tr>${cells}</tr></table></body></html>`);
      const given = thread.read(slow, { name: "slow.html", limits: { seconds: 0.05 } });
      const next = thread.read(bytesOf("quick"), { name: "quick.txt" });
      expect(await given).toMatchObject({ ok: false, issues: [{ expected: expect.stringContaining("given up") }] });
      expect(await next).toMatchObject({ ok: true, value: { text: "quick" } });
      expect(await thread.read(new Uint8Array(), { name: "empty.txt" })).toMatchObject({ ok: false });
    } finally {
      await thread.close();
    }
  });
});
