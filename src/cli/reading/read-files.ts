import { readFile, stat } from "node:fs/promises";
import { documentLanguage } from "../../readers/new-source.ts";
import type { ReadDocument } from "../../readers/reader.ts";
import { DEFAULT_LIMITS } from "../../readers/reader.ts";
import type { ReadingThread } from "../../readers/reading-thread.ts";
import { codePointLength } from "../../values/code-points.ts";
import { sha256Hex, sha256HexOfBytes } from "../../values/digest.ts";
import { describeIssue, type Issue } from "../../values/issue.ts";
import { endingOf } from "../exit.ts";

/** A file that was read. */
export interface ReadFile {
  readonly kind: "read";
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly document: ReadDocument;
  readonly sha256: string;
  readonly textSha256: string;
  /** In code points. */
  readonly length: number;
  readonly language?: string;
  /** The first file of the batch with the same bytes, or the same text. */
  readonly duplicateOf?: string;
}

/** A file that could not be read, and why: one sentence. */
export interface FailedFile {
  readonly kind: "failed";
  readonly file: string;
  readonly why: string;
  readonly issues: readonly Issue[];
}

export interface ReadBatch {
  readonly read: readonly ReadFile[];
  readonly failed: readonly FailedFile[];
}

/** Reads files one after the other; one that cannot be read is told and does not hold up the others. */
export async function readFiles(
  files: readonly string[],
  thread: ReadingThread,
  onProgress: (fraction: number, message: string) => void,
): Promise<ReadBatch> {
  const read: ReadFile[] = [];
  const failed: FailedFile[] = [];
  for (const [index, file] of files.entries()) {
    onProgress(index / files.length, file);
    const one = await readOne(file, thread);
    if (one.kind === "failed") failed.push(one);
    else read.push(marked(one, read));
  }
  onProgress(1, "done");
  return { read, failed };
}

async function readOne(file: string, thread: ReadingThread): Promise<ReadFile | FailedFile> {
  const bytes = await bytesOf(file);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const parsed = await thread.read(bytes, { name: file });
  if (!parsed.ok) {
    const why = parsed.issues.map(describeIssue).join("; ");
    return { kind: "failed", file, why, issues: parsed.issues };
  }
  const document = parsed.value;
  const language = documentLanguage(document);
  return {
    kind: "read",
    file,
    bytes,
    document,
    sha256: sha256HexOfBytes(bytes),
    textSha256: sha256Hex(document.text),
    length: codePointLength(document.text),
    ...(language === undefined ? {} : { language }),
  };
}

/** The bytes of a file; an enormous one is refused before it fills the memory. */
async function bytesOf(file: string): Promise<Uint8Array | FailedFile> {
  const refused = (expected: string): FailedFile => {
    const issues = [{ file, expected }];
    return { kind: "failed", file, why: issues.map(describeIssue).join("; "), issues };
  };
  try {
    const found = await stat(file);
    if (!found.isFile()) return refused(found.isDirectory() ? "a file; this is a folder" : "a plain file");
    const megabytes = (bytes: number) => Math.ceil(bytes / 2 ** 20);
    if (found.size > DEFAULT_LIMITS.bytes)
      return refused(
        `a file of at most ${megabytes(DEFAULT_LIMITS.bytes)} MB; this one has ${megabytes(found.size)} MB`,
      );
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const [line = "it cannot be read"] = endingOf(error).lines;
    return refused(`a file that can be opened (${line})`);
  }
}

function marked(one: ReadFile, before: readonly ReadFile[]): ReadFile {
  const twin = before.find(({ sha256, textSha256 }) => sha256 === one.sha256 || textSha256 === one.textSha256);
  return twin === undefined ? one : { ...one, duplicateOf: twin.file };
}
