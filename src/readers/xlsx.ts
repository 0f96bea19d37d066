import { isArchive, namesInArchive, unpack } from "./archive.ts";
import { cellText } from "./csv.ts";
import { officeProperties } from "./docx.ts";
import { cleanText, joinParts } from "./marked-text.ts";
import { type ReadDocument, type Reader, type ReadOptions, refuse } from "./reader.ts";
import { sheetsOf } from "./xlsx-sheets.ts";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function read(bytes: Uint8Array, options: ReadOptions) {
  const files = unpack(bytes, options, (name) => /^(?:xl|docProps|_rels)\/.*\.(?:xml|rels)$/iu.test(name));
  const sheets = sheetsOf(files);
  const rows = sheets.flatMap((sheet) =>
    sheet.rows.map(({ row, cells }) => ({
      kind: "row" as const,
      label: `${sheet.name}, row ${row}`,
      text: cleanText(cells.map(cellText).join("\t")).trimEnd(),
    })),
  );
  if (rows.length === 0) return refuse(options, "a workbook with rows; this one has none");
  const hidden = sheets.filter((sheet) => sheet.isHidden).map((sheet) => sheet.name);
  const document: ReadDocument = {
    kind: "document",
    reader: "xlsx",
    mediaType: MEDIA_TYPE,
    ...joinParts(rows, "\n"),
    ...officeProperties(files.get("docProps/core.xml")),
    notes: hidden.length === 0 ? [] : [`Hidden sheets were read too: ${hidden.join(", ")}.`],
  };
  return { ok: true, value: document } as const;
}

/** Reads workbooks: one part for each row of each sheet, with the values that formulas had when the file was saved. */
export const xlsx: Reader = {
  id: "xlsx",
  called: "an XLSX",
  mediaTypes: [MEDIA_TYPE],
  extensions: [".xlsx", ".xlsm"],
  sniff: (bytes) => (isArchive(bytes) && namesInArchive(bytes).includes("xl/workbook.xml") ? "yes" : "no"),
  read,
};
