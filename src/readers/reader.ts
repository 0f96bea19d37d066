import type { DocumentPart } from "../sources/document-part.ts";
import type { Issue, Parsed } from "../values/issue.ts";

/** Characters of the text that stand for others in the file, so that what the file says can be told exactly. */
export interface Mend {
  /** Position of the mended words in the text, in code points, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What stood there in the file. */
  readonly raw: string;
}

/** What was read from a file: its text, where its parts stand in it, and what the file says of itself. */
export interface ReadDocument {
  readonly kind: "document";
  /** Id of the reader that read it. */
  readonly reader: string;
  readonly mediaType: string;
  readonly text: string;
  readonly parts: readonly DocumentPart[];
  /** Of a text file: how its bytes were taken. */
  readonly encoding?: string;
  readonly title?: string;
  readonly author?: string;
  /** Date of publication or writing as the file gives it: `2012`, `2012-06` or `2012-06-01`. */
  readonly published?: string;
  /** BCP 47 tag that the file itself gives. */
  readonly language?: string;
  readonly mends?: readonly Mend[];
  /** What a person should know of the reading: a guess that was made, what was left out. One sentence each. */
  readonly notes: readonly string[];
}

/** How much of a file is read before it is refused. */
export interface ReadLimits {
  /** Largest file, in bytes. */
  readonly bytes: number;
  /** What an archive may unpack to, in bytes, all its files together. */
  readonly unpackedBytes: number;
  /** How many times larger than the archive its files may be. */
  readonly ratio: number;
  readonly entries: number;
  /** Longest text, in UTF-16 units. */
  readonly text: number;
  readonly pages: number;
  /** How long the reading of one file may take. */
  readonly seconds: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  bytes: 256 * 2 ** 20,
  unpackedBytes: 512 * 2 ** 20,
  ratio: 200,
  entries: 20_000,
  text: 40_000_000,
  pages: 10_000,
  seconds: 120,
};

/** What is known of a file before it is read. */
export interface ReadOptions {
  /** Its name, by which issues call it and whose ending is held against its content. */
  readonly name: string;
  /** Media type that somebody gave for it. */
  readonly mediaType?: string;
  /** Folder of the packages that recognise characters in scans, where they are installed. */
  readonly ocrFolder?: string;
  readonly limits: ReadLimits;
}

/** Whether bytes are of a format: `yes` by a mark that no other format has, `maybe` where only its name can tell. */
export type Sniffed = "yes" | "maybe" | "no";

/** A kind of file that is read: one member of the family, one file each. */
export interface Reader {
  readonly id: string;
  /** With its article, for sentences: `a PDF`. */
  readonly called: string;
  /** The first is what a document of this reader gets, unless it says otherwise. */
  readonly mediaTypes: readonly string[];
  /** With the dot, in lower case. */
  readonly extensions: readonly string[];
  readonly sniff: (bytes: Uint8Array) => Sniffed;
  readonly read: (bytes: Uint8Array, options: ReadOptions) => Promise<Parsed<ReadDocument>>;
}

/** The refusal of a file: what was expected of it instead, in one sentence. */
export function refuse(
  options: Pick<ReadOptions, "name">,
  expected: string,
  where: Omit<Issue, "file" | "expected"> = {},
): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [{ file: options.name, ...where, expected }] };
}

/** Thrown inside a reader to refuse its file; what reads documents makes an issue of it. */
export class RefusedFile extends Error {
  override readonly name = "RefusedFile";
}
