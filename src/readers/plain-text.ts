import { decodeText, encodingNote } from "./encoding.ts";
import { locateMarks, type Mark } from "./marked-text.ts";
import { type ReadDocument, type Reader, type ReadOptions, refuse, type Sniffed } from "./reader.ts";

/** The pages of a text that has page breaks; no parts for one that has none. */
function pagesOf(text: string): readonly Mark[] {
  const breaks = [...text.matchAll(/\f/gu)];
  if (breaks.length === 0) return [];
  return [0, ...breaks.map((found) => found.index + 1)].map((at, index) => ({
    kind: "page",
    label: `p. ${index + 1}`,
    at,
  }));
}

/** Whether bytes can be text: no zero bytes, unless in pairs as UTF-16 has them, and few control characters. */
export function sniffText(bytes: Uint8Array): Sniffed {
  const sample = bytes.subarray(0, 8192);
  const mark = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  if (mark) return "maybe";
  const odd = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  if (odd * 20 <= sample.length) return "maybe";
  return decodeText(sample.subarray(0, sample.length - (sample.length % 2))) === undefined ? "no" : "maybe";
}

/** What a text file says, its line ends as LF, with the encoding that was taken; a refusal when no encoding fits. */
export function readText(bytes: Uint8Array, options: ReadOptions) {
  const decoded = decodeText(bytes);
  if (decoded === undefined)
    return refuse(
      options,
      "text in UTF-8, UTF-16, EUC-KR, GB 18030, Big5, Shift JIS, windows-1251, KOI8-R or windows-1252; these bytes fit none of them: save the file as UTF-8",
    );
  const note = encodingNote(decoded);
  const text = decoded.text.replace(/\r\n?/gu, "\n").replace(/\p{Surrogate}/gu, "\uFFFD");
  return {
    ok: true,
    value: { text, encoding: decoded.encoding, notes: note === undefined ? [] : [note] },
  } as const;
}

async function read(bytes: Uint8Array, options: ReadOptions) {
  const taken = readText(bytes, options);
  if (!taken.ok) return taken;
  const { text, encoding, notes } = taken.value;
  const document: ReadDocument = {
    kind: "document",
    reader: "plain-text",
    mediaType: "text/plain",
    text,
    parts: locateMarks(text, pagesOf(text)),
    encoding,
    notes,
  };
  return { ok: true, value: document } as const;
}

/** Reads plain text in any of the encodings that reports on the region come in. */
export const plainText: Reader = {
  id: "plain-text",
  called: "plain text",
  mediaTypes: ["text/plain"],
  extensions: [".txt", ".text", ".log"],
  sniff: sniffText,
  read,
};
