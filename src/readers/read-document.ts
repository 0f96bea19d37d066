import { codePointLength } from "../values/code-points.ts";
import type { Parsed } from "../values/issue.ts";
import { isArchive } from "./archive.ts";
import { READERS } from "./index.ts";
import { DEFAULT_LIMITS, type ReadDocument, type Reader, type ReadOptions, RefusedFile, refuse } from "./reader.ts";
import { unreadKind } from "./unread-kinds.ts";

/** What is known of a file before it is read; limits are the usual ones unless given. */
export type ReadRequest = Omit<ReadOptions, "limits"> & { readonly limits?: Partial<ReadOptions["limits"]> };

const MEGABYTE = 2 ** 20;

/**
 * What a file says, read by the reader that its bytes ask for; its name and media type decide only where bytes do not. Or
 * why it cannot be read: one issue in one sentence.
 */
export async function readDocument(bytes: Uint8Array, request: ReadRequest): Promise<Parsed<ReadDocument>> {
  const options: ReadOptions = { ...request, limits: { ...DEFAULT_LIMITS, ...request.limits } };
  const { limits } = options;
  if (bytes.length === 0) return refuse(options, "a file with something in it; this one is empty");
  if (bytes.length > limits.bytes)
    return refuse(
      options,
      `a file of at most ${Math.floor(limits.bytes / MEGABYTE)} MB; this one has ${Math.ceil(bytes.length / MEGABYTE)} MB`,
    );
  const reader = readerOf(bytes, options);
  if (reader === undefined) return refuse(options, notRead(bytes));
  const read = await reader.read(bytes, options).catch((error: unknown) => refuse(options, whyNot(error, reader)));
  return read.ok ? checked(read.value, reader, options) : read;
}

function notRead(bytes: Uint8Array): string {
  const kind =
    unreadKind(bytes) ??
    (isArchive(bytes) ? "an archive of another kind; unpack it and read what is inside" : undefined);
  const known = "a PDF, DOCX, ODT, RTF, HTML, EPUB, EML, Markdown, text, SRT, VTT, CSV or XLSX file, or a scan";
  return kind === undefined ? `${known}; this one is none of them` : `${known}; this one is ${kind}`;
}

function whyNot(error: unknown, reader: Reader): string {
  if (error instanceof RefusedFile) return error.message;
  if (error instanceof RangeError)
    return `${reader.called} that is nested less deeply or is smaller; this one cannot be taken in`;
  return `${reader.called} that is whole; this one is damaged: get the file anew, or save it as PDF or text`;
}

const baseType = (mediaType: string) => mediaType.split(";")[0]?.trim().toLowerCase() ?? "";

function extensionOf(name: string): string {
  return /\.[^./\\]+$/u.exec(name)?.[0].toLowerCase() ?? "";
}

/** The reader that a file's name asks for, else the one that its declared media type does. */
function askedFor({ name, mediaType = "" }: ReadOptions): Reader | undefined {
  const extension = extensionOf(name);
  return (
    READERS.find((reader) => reader.extensions.includes(extension)) ??
    READERS.find((reader) => reader.mediaTypes.includes(baseType(mediaType)))
  );
}

function readerOf(bytes: Uint8Array, options: ReadOptions): Reader | undefined {
  const sniffed = READERS.map((reader) => ({ reader, is: reader.sniff(bytes) }));
  const certain = sniffed.find(({ is }) => is === "yes")?.reader;
  if (certain !== undefined) return certain;
  if (unreadKind(bytes) !== undefined || isArchive(bytes)) return undefined;
  const asked = askedFor(options);
  const possible = sniffed.filter(({ is }) => is === "maybe").map(({ reader }) => reader);
  return possible.find((reader) => reader === asked) ?? possible.at(-1);
}

/** The document within the limits, with a note where its name says something else than its bytes. */
function checked(document: ReadDocument, reader: Reader, options: ReadOptions): Parsed<ReadDocument> {
  const { limits, name } = options;
  if (document.text.length > limits.text)
    return refuse(options, `at most ${limits.text} characters of text, not ${codePointLength(document.text)}`);
  if (document.text.trim() === "") return refuse(options, "a file with words; this one holds nothing but white space");
  const asked = READERS.find((one) => one.extensions.includes(extensionOf(name)));
  if (asked === undefined || asked === reader) return { ok: true, value: document };
  const note = `Its name says ${asked.called}; its bytes are ${reader.called} and were read as such.`;
  return { ok: true, value: { ...document, notes: [note, ...document.notes] } };
}
