import { basename } from "node:path";
import type { CustodyAct } from "../sources/custody.ts";
import { languageOf } from "../sources/language-of.ts";
import { slugOf } from "../sources/slug-of.ts";
import type { Source, SourceKind } from "../sources/source.ts";
import { sha256Hex, sha256HexOfBytes } from "../values/digest.ts";
import type { ReadDocument } from "./reader.ts";

/** A file that was read and is to become a source. */
export interface Arrival {
  readonly document: ReadDocument;
  readonly bytes: Uint8Array;
  /** Name of the file. */
  readonly name: string;
  /** Who brings it in, and when (ISO time). */
  readonly actor: string;
  readonly at: string;
}

/** What kind of source a format usually is; a person corrects it. */
const KINDS: Readonly<Record<string, SourceKind>> = {
  html: "web",
  csv: "dataset",
  xlsx: "dataset",
  subtitles: "interview",
};
/** Formats whose date is when they were published; a PDF says only when the file was made. */
const PUBLISHED_BY = new Set(["html", "eml", "epub"]);
const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

/** The language of a document: by its words, else by what its file says. */
export function documentLanguage({ text, language }: ReadDocument): string | undefined {
  const said = language !== undefined && TAG.test(language) ? language : undefined;
  return languageOf(text) ?? said;
}

/** The source that a file becomes, graded F6 until somebody judges it, with its copy and its first links of custody. */
export function newSource({ document, bytes, name, actor, at }: Arrival, taken: Iterable<string>) {
  const sha256 = sha256HexOfBytes(bytes);
  const textSha256 = sha256Hex(document.text);
  const { title, author, published, mediaType, text, parts } = document;
  const file = basename(name);
  const id = slugOf({ ...(title === undefined ? {} : { title }), file, digest: sha256 }, taken);
  const dated = published !== undefined && PUBLISHED_BY.has(document.reader);
  const made = published !== undefined && !dated ? `; its file says that it was made on ${published}` : "";
  const source: Source = {
    kind: "source",
    id,
    type: KINDS[document.reader] ?? "report",
    title: title ?? file,
    ...(author === undefined ? {} : { author }),
    ...(dated ? { published } : {}),
    language: documentLanguage(document) ?? "und",
    reliability: "F",
    credibility: "6",
    sha256,
    textSha256,
    mediaType,
    note: `Added from ${file}; type and grade are yet to be judged${made}.`,
  };
  const act = { source: id, at, actor } as const;
  const custody: readonly CustodyAct[] = [
    { ...act, event: "collected", reason: `the file ${file} was added to the case` },
    { ...act, event: "hashed", tool: "tributary read", outputSha256: sha256 },
    {
      ...act,
      event: "derived",
      tool: `tributary read (${document.reader})`,
      inputSha256: sha256,
      outputSha256: textSha256,
      reason: "its text was extracted",
    },
  ];
  return { source, copy: { bytes, mediaType, text, parts }, custody };
}
