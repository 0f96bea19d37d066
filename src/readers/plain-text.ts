import type { Issue, Parsed } from "../values/issue.ts";
import { describeBrokenUtf8, findBrokenUtf8 } from "./utf8.ts";

/** The text that was read from a copy, and what kind of file the copy is. */
export interface PlainText {
  readonly text: string;
  readonly mediaType: "text/plain" | "text/markdown";
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** The encoding that a byte order mark announces; UTF-8 without one. */
function encodingOf(bytes: Uint8Array): Encoding | "utf-32" {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "utf-32" : "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? "utf-32" : "utf-8";
}

/** The kind of text file that a media type names; none named means plain text, absent means another kind of file. */
function kindOf(mediaType: string): PlainText["mediaType"] | undefined {
  const name = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (["", "application/octet-stream", "text/plain"].includes(name)) return "text/plain";
  return ["text/markdown", "text/x-markdown"].includes(name) ? "text/markdown" : undefined;
}

/** The text that bytes hold in an encoding, without its byte order mark; absent when they do not. */
function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refused(issue: Omit<Issue, "file">): Parsed<PlainText> {
  return { ok: false, issues: [{ file: "copy", ...issue }] };
}

/**
 * The text of a `.txt` or `.md` copy: UTF-8, or UTF-16 that says so with a byte order mark; the mark is dropped and line
 * ends become LF. Anything else is refused, never guessed.
 */
export function plainText(bytes: Uint8Array, mediaType = ""): Parsed<PlainText> {
  const kind = kindOf(mediaType);
  if (kind === undefined) return refused({ value: mediaType, expected: "a text file (.txt or .md)" });
  const encoding = encodingOf(bytes);
  if (encoding === "utf-32") return refused({ expected: "text in UTF-8 or UTF-16; this is UTF-32, save it as UTF-8" });
  const text = decode(bytes, encoding);
  const broken = text === undefined && encoding === "utf-8" ? findBrokenUtf8(bytes) : undefined;
  if (broken !== undefined) return refused({ row: broken.row, expected: describeBrokenUtf8(broken) });
  if (text === undefined)
    return refused({ expected: "text in UTF-16, as its first bytes say; it breaks off or is damaged" });
  if (text.includes("\u0000"))
    return refused({ expected: "a text file; this one holds zero bytes, as binary files do" });
  return { ok: true, value: { text: text.replace(/\r\n?/gu, "\n"), mediaType: kind } };
}
