import { Buffer } from "node:buffer";
import { zipSync } from "fflate";
import mammoth from "mammoth";
import { isArchive, namesInArchive, unpack } from "./archive.ts";
import { pageText, parsePage } from "./html.ts";
import { cleanText, locateMarks } from "./marked-text.ts";
import { type ReadDocument, type Reader, type ReadOptions, refuse } from "./reader.ts";
import { dateIn, oneLine } from "./said-of-itself.ts";
import { readXml, xmlText } from "./xml.ts";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What `docProps/core.xml` says of an Office file: its title, author, date and language. */
export function officeProperties(core: Uint8Array | undefined): {
  readonly title?: string;
  readonly author?: string;
  readonly published?: string;
  readonly language?: string;
} {
  const found = new Map<string, string>();
  let name = "";
  if (core !== undefined)
    readXml(core, {
      open: (local) => {
        name = local;
      },
      text: (text) => found.set(name, `${found.get(name) ?? ""}${text}`),
      close: () => {
        name = "";
      },
    });
  const title = oneLine(found.get("title"));
  const author = oneLine(found.get("creator"));
  const published = dateIn(found.get("modified") ?? found.get("created") ?? found.get("date"));
  const language = oneLine(found.get("language"));
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
  };
}

async function read(bytes: Uint8Array, options: ReadOptions) {
  const files = unpack(bytes, options, (name) => /\.(?:xml|rels)$/iu.test(name));
  for (const [, file] of files) xmlText(file);
  if (!files.has("word/document.xml")) return refuse(options, "a DOCX with a word/document.xml; this one has none");
  // The converter is given only what was unpacked within the limits, so that it meets no bomb.
  const safe = zipSync(Object.fromEntries(files), { level: 0 });
  const converted = await mammoth.convertToHtml(
    { buffer: Buffer.from(safe) },
    {
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      styleMap: ["p[style-name='Title'] => h1:fresh"],
    },
  );
  const said = pageText(parsePage(`<html><body>${converted.value}</body></html>`));
  const text = cleanText(said.text.replaceAll("↑", "").trimEnd());
  if (text.trim() === "") return refuse(options, "a document with words; this one has none");
  const document: ReadDocument = {
    kind: "document",
    reader: "docx",
    mediaType: MEDIA_TYPE,
    text,
    parts: locateMarks(text, [{ kind: "section", label: "beginning", at: 0 }, ...said.sections]),
    ...officeProperties(files.get("docProps/core.xml")),
    notes: [...files.keys()].some((name) => name.endsWith("comments.xml"))
      ? ["The document has comments beside its text; they were left out."]
      : [],
  };
  return { ok: true, value: document } as const;
}

/** Reads Word documents: text, tables row by row, footnotes after the text with their marks. */
export const docx: Reader = {
  id: "docx",
  called: "a DOCX",
  mediaTypes: [MEDIA_TYPE],
  extensions: [".docx", ".docm"],
  sniff: (bytes) => (isArchive(bytes) && namesInArchive(bytes).some((name) => name.startsWith("word/")) ? "yes" : "no"),
  read,
};
