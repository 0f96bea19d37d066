import { posix } from "node:path";
import { type Archive, isArchive, namesInArchive, unpack } from "./archive.ts";
import { pageText, parsePage } from "./html.ts";
import { cleanText, locateMarks, type Mark } from "./marked-text.ts";
import { type ReadDocument, type Reader, type ReadOptions, RefusedFile } from "./reader.ts";
import { dateIn, oneLine } from "./said-of-itself.ts";
import { readXml, xmlText } from "./xml.ts";

const MEDIA_TYPE = "application/epub+zip";
/** Fonts may be scrambled in a book that anybody can read. */
const FONT_SCRAMBLING = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

interface Book {
  readonly chapters: readonly string[];
  readonly facts: ReadonlyMap<string, string>;
}

function fileAt(files: Archive, path: string): Uint8Array {
  const file = files.get(path) ?? files.get(decodeURIComponent(path));
  if (file === undefined) throw new RefusedFile(`an EPUB that holds ${path}, which it names; this one is damaged`);
  return file;
}

function checkOpen(files: Archive): void {
  const encryption = files.get("META-INF/encryption.xml");
  if (encryption === undefined) return;
  let algorithm = "";
  readXml(encryption, {
    open: (name, attribute) => {
      if (name === "EncryptionMethod") algorithm = attribute("Algorithm") ?? "";
      if (name === "CipherReference" && !FONT_SCRAMBLING.includes(algorithm))
        throw new RefusedFile("an EPUB that is not encrypted; this one has copy protection");
    },
  });
}

/** The chapters of a book in the order in which they are read. */
function bookOf(files: Archive): Book {
  let packagePath = "";
  readXml(fileAt(files, "META-INF/container.xml"), {
    open: (name, attribute) => {
      if (name === "rootfile" && packagePath === "") packagePath = attribute("full-path") ?? "";
    },
  });
  const items = new Map<string, string>();
  const spine: string[] = [];
  const facts = new Map<string, string>();
  let open = "";
  readXml(fileAt(files, packagePath), {
    open: (name, attribute) => {
      open = name;
      if (name === "item") items.set(attribute("id") ?? "", attribute("href") ?? "");
      if (name === "itemref" && attribute("linear") !== "no") spine.push(attribute("idref") ?? "");
    },
    text: (text) => {
      if (["title", "creator", "date", "language"].includes(open) && text.trim() !== "" && !facts.has(open))
        facts.set(open, text.trim());
    },
    close: () => {
      open = "";
    },
  });
  const folder = posix.dirname(packagePath);
  const chapters = spine.flatMap((id) => {
    const href = items.get(id)?.split("#")[0];
    return href === undefined ? [] : [posix.normalize(posix.join(folder, href))];
  });
  return { chapters, facts };
}

async function read(bytes: Uint8Array, options: ReadOptions) {
  const files = unpack(bytes, options, (name) => /\.(?:xml|opf|ncx|x?html?)$|^mimetype$/iu.test(name));
  checkOpen(files);
  const { chapters, facts } = bookOf(files);
  const marks: Mark[] = [];
  let text = "";
  for (const [index, path] of chapters.entries()) {
    const said = pageText(parsePage(xmlText(fileAt(files, path))));
    if (said.text.trim() === "") continue;
    if (text !== "") text += "\n\n";
    if (said.sections[0]?.at !== 0) marks.push({ kind: "section", label: `chapter ${index + 1}`, at: text.length });
    marks.push(...said.sections.map((mark) => ({ ...mark, at: mark.at + text.length })));
    text += said.text;
  }
  if (text.trim() === "") throw new RefusedFile("a book with words; this one has none");
  const clean = cleanText(text);
  const title = oneLine(facts.get("title"));
  const author = oneLine(facts.get("creator"));
  const published = dateIn(facts.get("date"));
  const language = oneLine(facts.get("language"));
  const document: ReadDocument = {
    kind: "document",
    reader: "epub",
    mediaType: MEDIA_TYPE,
    text: clean,
    parts: locateMarks(clean, marks),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
    notes: [],
  };
  return { ok: true, value: document } as const;
}

/** Reads EPUB books: their chapters in the order in which they are read. */
export const epub: Reader = {
  id: "epub",
  called: "an EPUB",
  mediaTypes: [MEDIA_TYPE],
  extensions: [".epub"],
  sniff: (bytes) => (isArchive(bytes) && namesInArchive(bytes).includes("META-INF/container.xml") ? "yes" : "no"),
  read,
};
