import { DIGEST_PATTERN } from "../values/digest.ts";
import { parsePeriod } from "../values/period.ts";
import { present } from "../values/present.ts";
import { SLUG_PATTERN } from "../values/slug.ts";
import { type Column, compareText, memberOf, type RowCells, type TableDef } from "../values/table.ts";
import { CREDIBILITIES, RELIABILITIES } from "./grade.ts";
import { SOURCE_KINDS, type Source } from "./source.ts";

const digest = {
  type: "string",
  pattern: DIGEST_PATTERN,
  expected: "a SHA-256 digest: 64 lower-case hex digits",
} as const;

const columns: readonly Column[] = [
  {
    name: "id",
    title: "Id",
    description: "Short, stable, readable name of the source",
    type: "string",
    required: true,
    pattern: SLUG_PATTERN,
    expected: "an id of lower-case letters, digits and hyphens",
  },
  {
    name: "type",
    title: "Type",
    description: "What kind of item it is",
    type: "string",
    required: true,
    enum: SOURCE_KINDS,
  },
  { name: "title", title: "Title", description: "Title as printed", type: "string", required: true },
  { name: "author", title: "Author", description: "Who wrote it", type: "string" },
  { name: "publisher", title: "Publisher", description: "Who published it", type: "string" },
  { name: "published", title: "Published", description: "Date of publication (EDTF)", type: "string" },
  {
    name: "language",
    title: "Language",
    description: "Language of the original (BCP 47)",
    type: "string",
    required: true,
    pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    expected: "a language tag such as en, ko or zh-Hant",
  },
  { name: "copy_at", title: "Copy at", description: "Where a copy can be had: an address or words", type: "string" },
  {
    name: "reliability",
    title: "Reliability",
    description: "Reliability of the source, Admiralty scale A to F",
    type: "string",
    required: true,
    enum: RELIABILITIES,
  },
  {
    name: "credibility",
    title: "Credibility",
    description: "Credibility of its information, Admiralty scale 1 to 6",
    type: "string",
    required: true,
    enum: CREDIBILITIES,
  },
  { name: "sha256", title: "Digest", description: "SHA-256 of the original's bytes", ...digest },
  { name: "text_sha256", title: "Digest of text", description: "SHA-256 of the text extracted from it", ...digest },
  {
    name: "media_type",
    title: "Media type",
    description: "Media type of the original",
    type: "string",
    pattern: "^[a-z]+/[a-z0-9.+-]+$",
    expected: "a media type such as application/pdf",
  },
  {
    name: "file",
    title: "File",
    description: "Path of a copy inside this package, where its licence allows one",
    type: "string",
    pattern: "^texts/[A-Za-z0-9][A-Za-z0-9._-]*$",
    expected: "a path such as texts/report.txt",
  },
  { name: "note", title: "Note", description: "Anything a reader should know", type: "string" },
];

function parseRow(cells: RowCells): Source {
  if (cells.get("id").length > 64) cells.refuse("id", "an id of at most 64 characters");
  const published = cells.optional("published");
  if (published !== undefined && !parsePeriod(published).ok)
    cells.refuse("published", "a date such as 2012, 2012-06 or 2012~");
  return present({
    kind: "source",
    id: cells.get("id"),
    type: memberOf(SOURCE_KINDS, cells.get("type")),
    title: cells.get("title"),
    author: cells.optional("author"),
    publisher: cells.optional("publisher"),
    published,
    language: cells.get("language"),
    copyAt: cells.optional("copy_at"),
    reliability: memberOf(RELIABILITIES, cells.get("reliability")),
    credibility: memberOf(CREDIBILITIES, cells.get("credibility")),
    sha256: cells.optional("sha256"),
    textSha256: cells.optional("text_sha256"),
    mediaType: cells.optional("media_type"),
    file: cells.optional("file"),
    note: cells.optional("note"),
  } as const);
}

/** `sources.csv`: every item that is cited, sorted by id. */
export const sourceTable: TableDef<Source> = {
  path: "sources.csv",
  title: "Sources",
  columns,
  primaryKey: ["id"],
  parseRow,
  writeRow: (source) => ({
    ...source,
    copy_at: source.copyAt,
    text_sha256: source.textSha256,
    media_type: source.mediaType,
  }),
  compare: (left, right) => compareText(left.id, right.id),
};
