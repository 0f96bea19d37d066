import { cleanText } from "./marked-text.ts";
import { type ReadDocument, type Reader, type ReadOptions, refuse, type Sniffed } from "./reader.ts";
import { Recogniser } from "./recognise.ts";

/** First bytes of pictures, by their media type. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/bmp", [0x42, 0x4d]],
  ["image/tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["image/tiff", [0x4d, 0x4d, 0x00, 0x2a]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
];

function kindOf(bytes: Uint8Array): string | undefined {
  const found = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  // Two letters alone open many texts; the picture says its own size after them.
  if (found?.[0] === "image/bmp" && new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true) !== bytes.length)
    return undefined;
  return found?.[0];
}

function sniff(bytes: Uint8Array): Sniffed {
  return bytes.length > 16 && kindOf(bytes) !== undefined ? "yes" : "no";
}

async function read(bytes: Uint8Array, options: ReadOptions) {
  if (options.ocrFolder === undefined)
    return refuse(options, "a file with text; this one is a picture. `tributary ocr install` fetches what reads scans");
  const recogniser = new Recogniser(options.ocrFolder);
  let words: string;
  try {
    words = await recogniser.words(bytes);
  } catch {
    return refuse(options, "a picture that is whole, in PNG, JPEG, BMP or TIFF; this one could not be opened");
  } finally {
    await recogniser.close();
  }
  const text = cleanText(words);
  if (text.trim() === "") return refuse(options, "a picture with words; none were found on this one");
  const document: ReadDocument = {
    kind: "document",
    reader: "picture",
    mediaType: kindOf(bytes) ?? "image/png",
    text,
    parts: [],
    notes: ["Read by optical recognition, which makes mistakes: check every number against the picture."],
  };
  return { ok: true, value: document } as const;
}

/** Reads scans and photographs of pages by optical recognition, where that is installed. */
export const picture: Reader = {
  id: "picture",
  called: "a picture",
  mediaTypes: ["image/png", "image/jpeg", "image/tiff", "image/bmp", "image/gif"],
  extensions: [".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif"],
  sniff,
  read,
};
