import { isArchive, unpack } from "./archive.ts";
import { officeProperties } from "./docx.ts";
import { cleanText, locateMarks } from "./marked-text.ts";
import { type MarkupText, PageText, raised } from "./page-text.ts";
import { type ReadDocument, type Reader, type ReadOptions, refuse } from "./reader.ts";
import { readXml, type XmlEvents } from "./xml.ts";

const MEDIA_TYPE = "application/vnd.oasis.opendocument.text";
/** More spaces or empty cells in a row than this are no text. */
const MOST_REPEATED = 100;

/** What is no text of the document: words that were deleted, comments, scripts, the marks of styles. */
const UNREAD: ReadonlySet<string> = new Set([
  "tracked-changes",
  "annotation",
  "scripts",
  "forms",
  "automatic-styles",
  "font-face-decls",
]);

/** The words of an ODT's content, its notes after them. */
class OdtText implements XmlEvents {
  readonly #body = new PageText();
  readonly #notes = new PageText();
  #unread = 0;
  #inNote = 0;
  #inCitation = false;
  #inBody = false;
  /** For each open row of a table, whether a cell of it has been opened. */
  readonly #rows: boolean[] = [];

  readonly open = (name: string, attribute: (name: string) => string | undefined): void => {
    if (UNREAD.has(name)) this.#unread++;
    if (name === "body") this.#inBody = true;
    if (name === "note") this.#inNote++;
    if (name === "note-citation") this.#inCitation = true;
    if (name === "p") this.#page.break(2);
    if (name === "h") this.#openHeading();
    if (name === "s") this.#add(" ".repeat(Math.min(Number(attribute("c") ?? 1) || 1, MOST_REPEATED)));
    if (name === "tab") this.#add("\t");
    if (name === "line-break") this.#page.break(1);
    if (name === "table-row") this.#rows.push(false);
    if (name === "table-cell") this.#openCell();
  };

  readonly close = (name: string): void => {
    if (UNREAD.has(name)) this.#unread--;
    if (name === "note") this.#inNote--;
    if (name === "note-citation") this.#inCitation = false;
    if (name === "h") this.#page.closeSection();
    if (name === "p" || name === "h" || name === "table") this.#page.break(2);
    if (name === "table-cell") this.#page.closeCell(false);
    if (name === "table-row") {
      this.#rows.pop();
      this.#page.break(1);
    }
  };

  readonly text = (text: string): void => {
    const mark = text.trim();
    if (this.#inCitation && /^\d{1,4}$/u.test(mark)) this.#cite(mark);
    else this.#add(text);
  };

  /** The whole text with its sections. */
  done(): MarkupText {
    const { text, sections } = this.#body.done();
    const notes = this.#notes.done().text.trim();
    return { text: notes === "" ? text : `${text}\n\n${notes}`, sections };
  }

  get #page(): PageText {
    return this.#inNote > 0 ? this.#notes : this.#body;
  }

  #add(text: string): void {
    if (this.#inBody && this.#unread === 0) this.#page.words(text, false);
  }

  /** The mark of a note, in the text and before the note itself. */
  #cite(mark: string): void {
    this.#body.words(raised(mark), false);
    this.#notes.break(1);
    this.#notes.listMark(`${mark}.`);
  }

  #openHeading(): void {
    this.#page.break(2);
    if (this.#inNote === 0) this.#body.openSection();
  }

  #openCell(): void {
    if (this.#rows.at(-1) === true) this.#page.cell();
    if (this.#rows.length > 0) this.#rows[this.#rows.length - 1] = true;
    this.#page.openCell(true);
  }
}

async function read(bytes: Uint8Array, options: ReadOptions) {
  const files = unpack(bytes, options, (name) => ["content.xml", "meta.xml", "META-INF/manifest.xml"].includes(name));
  const manifest = new TextDecoder().decode(files.get("META-INF/manifest.xml") ?? new Uint8Array());
  if (/encryption-data/u.test(manifest)) return refuse(options, "an ODT without a password; this one is encrypted");
  const content = files.get("content.xml");
  if (content === undefined) return refuse(options, "an ODT with a content.xml; this one has none");
  const collected = new OdtText();
  readXml(content, collected);
  const said = collected.done();
  const text = cleanText(said.text);
  if (text.trim() === "") return refuse(options, "a document with words; this one has none");
  const document: ReadDocument = {
    kind: "document",
    reader: "odt",
    mediaType: MEDIA_TYPE,
    text,
    parts: locateMarks(text, [{ kind: "section", label: "beginning", at: 0 }, ...said.sections]),
    ...officeProperties(files.get("meta.xml")),
    notes: [],
  };
  return { ok: true, value: document } as const;
}

/** Whether an archive opens with the media type that OpenDocument texts have. */
function isOdt(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return isArchive(bytes) && head.includes(`mimetype${MEDIA_TYPE}`);
}

/** Reads OpenDocument texts: text, tables row by row, notes after the text with their marks. */
export const odt: Reader = {
  id: "odt",
  called: "an ODT",
  mediaTypes: [MEDIA_TYPE],
  extensions: [".odt"],
  sniff: (bytes) => (isOdt(bytes) ? "yes" : "no"),
  read,
};
