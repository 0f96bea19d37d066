import { strToU8, zipSync } from "fflate";
import { windows1252Letters } from "../../src/readers/windows-1252.ts";

/** Bytes of a text in UTF-8 or another encoding that Node can write. */
export const bytesOf = (text: string, encoding: BufferEncoding = "utf8"): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));

/** Bytes of characters given as one byte each. */
export const latin = (text: string): Uint8Array => bytesOf(text, "latin1");

/** An encoding written by turning round its decoder: every pair of bytes that it reads, by the character that it makes. */
export function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label, { fatal: true });
  const known = new Map<string, number[]>();
  const learn = (bytes: number[]): void => {
    try {
      const character = windows1252Letters(decoder.decode(Uint8Array.from(bytes)));
      if ([...character].length === 1 && !known.has(character)) known.set(character, bytes);
    } catch {
      // these bytes stand for nothing in this encoding
    }
  };
  for (let byte = 0; byte < 256; byte++) learn([byte]);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail]);
  return Uint8Array.from([...text].flatMap((character) => known.get(character) ?? []));
}

/** An archive of text files, or of bytes. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 9 = 9): Uint8Array {
  const entries = Object.entries(files).map(
    ([path, file]) => [path, typeof file === "string" ? strToU8(file) : file] as const,
  );
  return zipSync(Object.fromEntries(entries), { level });
}

const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const paragraph = (text: string, style = "") =>
  `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;

/** A Word document with a heading, a paragraph with a footnote, and a table of two rows. */
export function docx(prolog = ""): Uint8Array {
  const body = `${paragraph("Pay of the orchard crews", "Heading1")}<w:p><w:r><w:t>They were paid 1,200</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> crowns. 임금은 낮았다.</w:t></w:r></w:p><w:tbl><w:tr>${cell("Year")}${cell("Workers")}</w:tr><w:tr>${cell("2012")}${cell("1,053")}</w:tr></w:tbl>`;
  return zip({
    "[Content_Types].xml": `<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId2" Type="${OFFICE}/footnotes" Target="footnotes.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "word/styles.xml": `<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    "word/footnotes.xml": `<w:footnotes ${WORD}><w:footnote w:id="2">${paragraph("From the ledger of Quillfort.")}</w:footnote></w:footnotes>`,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Orchard pay</dc:title><dc:creator>Ada Vell</dc:creator><dcterms:created>2013-04-05T10:00:00Z</dcterms:created></cp:coreProperties>`,
  });
}

const ODF = "urn:oasis:names:tc:opendocument:xmlns";

/** An OpenDocument text with a heading, a note, deleted words and a table. */
export function odt(manifest = ""): Uint8Array {
  const content = `<office:document-content xmlns:office="${ODF}:office:1.0" xmlns:text="${ODF}:text:1.0" xmlns:table="${ODF}:table:1.0"><office:body><office:text><text:tracked-changes><text:p>words that were deleted</text:p></text:tracked-changes><text:h text:outline-level="1">Pay of the orchard crews</text:h><text:p>They were paid 1,200<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>From the ledger of Quillfort.</text:p></text:note-body></text:note> crowns,<text:s text:c="2"/>임금은 낮았다.</text:p><table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Workers</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>2012</text:p></table:table-cell><table:table-cell><text:p>1,053</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`;
  return zip(
    {
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": content,
      "META-INF/manifest.xml": `<manifest>${manifest}</manifest>`,
    },
    0,
  );
}

/** A workbook of two sheets: words, numbers, a date, a formula with the value that it had. */
export function xlsx(): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return zip({
    "[Content_Types].xml": `<Types xmlns="${TYPES}"/>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets><sheet name="Wages" sheetId="1" r:id="rId1"/><sheet name="Notes" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}"><si><t>Workers</t></si><si><r><t>임</t></r><r><t>금</t></r></si></sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="3"><c r="A3"><v>1053</v></c><c r="B3" s="1"><v>41074</v></c><c r="C3"><f>A3*2</f><v>0.30000000000000004</v></c></row></sheetData></worksheet>`,
    "xl/worksheets/sheet2.xml": `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a note</t></is></c></row></sheetData></worksheet>`,
  });
}

/** A book of two chapters. */
export function epub(encryption = ""): Uint8Array {
  const page = (title: string, text: string) =>
    `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
  return zip({
    mimetype: "application/epub+zip",
    ...(encryption === "" ? {} : { "META-INF/encryption.xml": encryption }),
    "META-INF/container.xml": `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`,
    "OEBPS/book.opf": `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Orchard Road</dc:title><dc:creator>Ada Vell</dc:creator><dc:date>2014-02-01</dc:date><dc:language>en</dc:language></metadata><manifest><item id="b" href="two.xhtml"/><item id="a" href="one.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    "OEBPS/one.xhtml": page("The road out", "They left in spring."),
    "OEBPS/two.xhtml": page("The road home", "Few came back with 1,200 crowns."),
  });
}

/** A PDF of the given pages, each a list of lines; `trailer` goes into its trailer. Its fonts know Latin letters only. */
export function pdf(pages: readonly (readonly string[])[], trailer = ""): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  objects.push("<< /Type /Catalog /Pages 2 0 R >>", `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  pages.forEach((lines, index) => {
    const drawn = lines.map((line, row) => `BT /F1 12 Tf 72 ${720 - row * 16} Td (${line}) Tj ET`).join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    );
  });
  return assemble(objects, trailer);
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return latin(file);
}
