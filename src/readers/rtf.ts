import { cleanText } from "./marked-text.ts";
import { raised } from "./page-text.ts";
import { type ReadDocument, type Reader, type ReadOptions, RefusedFile } from "./reader.ts";
import { type RtfToken, rtfTokens } from "./rtf-tokens.ts";
import { oneLine } from "./said-of-itself.ts";

/** Groups that hold no words of the document. */
const UNREAD = new Set(
  "fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator pict object objdata header headerl headerr headerf footer footerl footerr footerf themedata colorschememapping latentstyles datastore xmlnstbl filetbl fldinst annotation atnid atnauthor bkmkstart bkmkend nonshppict mmathPr wgrffmtfilter pgptbl".split(
    " ",
  ),
);
const WORDS: Readonly<Record<string, string>> = {
  par: "\n\n",
  line: "\n",
  page: "\n\f",
  sect: "\n\n",
  tab: "\t",
  cell: "\t",
  row: "\n",
  nestcell: "\t",
  nestrow: "\n",
  nbsp: "\u00a0",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: "\u2003",
  enspace: "\u2002",
};
/** Code pages by the number that RTF gives them, and by the number of a font's character set. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
  1253: "windows-1253",
  1254: "windows-1254",
  65001: "utf-8",
  20866: "koi8-r",
};
const CHARSETS: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  204: 1251,
  238: 1250,
  222: 874,
};
const MOST_GROUPS = 5_000;

interface Group {
  unread: boolean;
  note: boolean;
  raised: boolean;
  info: string;
  font: number;
  /** How many characters after `\u` stand for it in older programs. */
  fallback: number;
}

/** Collects what an RTF file says. */
class RtfText {
  readonly #stack: Group[] = [];
  #group: Group = { unread: false, note: false, raised: false, info: "", font: -1, fallback: 1 };
  readonly #pieces: string[] = [];
  readonly #notes: string[] = [];
  readonly #info = new Map<string, string>();
  readonly #fonts = new Map<number, number>();
  #codePage = 1252;
  #inFonts = -1;
  #bytes: number[] = [];
  #starred = false;
  #toSkip = 0;
  #footnote = 0;

  take(token: RtfToken): void {
    if (token.kind === "open") this.#open();
    else if (token.kind === "close") this.#close();
    else if (token.kind === "byte") this.#byte(token.byte);
    else if (token.kind === "word") this.#word(token.name, token.value);
  }

  done(): { readonly text: string; readonly info: ReadonlyMap<string, string> } {
    this.#flush();
    const body = this.#pieces
      .join("")
      .replace(/[ \t]{1,200}\n/gu, "\n")
      .replace(/\n{3,}/gu, "\n\n")
      .trim();
    const notes = this.#notes.join("").trim();
    return { text: notes === "" ? body : `${body}\n\n${notes}`, info: this.#info };
  }

  #open(): void {
    this.#flush();
    if (this.#stack.length > MOST_GROUPS) throw new RefusedFile(`an RTF nested less than ${MOST_GROUPS} deep`);
    this.#stack.push({ ...this.#group });
    this.#toSkip = 0;
  }

  #close(): void {
    this.#flush();
    const before = this.#stack.pop();
    if (before !== undefined) this.#group = before;
    if (this.#stack.length < this.#inFonts) this.#inFonts = -1;
    this.#starred = false;
    this.#toSkip = 0;
  }

  #byte(byte: number): void {
    this.#starred = false;
    if (this.#toSkip > 0) this.#toSkip--;
    else if (!this.#group.unread) this.#bytes.push(byte);
  }

  #word(name: string, value = 0): void {
    if (name === "*") {
      this.#starred = true;
      return;
    }
    this.#flush();
    const starred = this.#starred;
    this.#starred = false;
    if (name === "u") this.#unicode(value);
    else if (WORDS[name] !== undefined) this.#add(WORDS[name]);
    else this.#setting(name, value, starred);
  }

  #setting(name: string, value: number, starred: boolean): void {
    if (name === "fonttbl") this.#inFonts = this.#stack.length;
    if (name === "ansicpg") this.#codePage = value;
    else if (name === "uc") this.#group.fallback = Math.max(0, value);
    else if (name === "f") this.#group.font = value;
    else if (name === "fcharset" && this.#inFonts >= 0) this.#fonts.set(this.#group.font, value);
    else if (name === "plain" || name === "nosupersub") this.#group.raised = false;
    else if (name === "super") this.#group.raised = value !== 0 || name === "super";
    else if (name === "footnote") this.#beginNote();
    else if (name === "chftn") this.#add(raised(String(this.#group.note ? this.#footnote : this.#footnote + 1)));
    else if (name === "deleted" || name === "v") this.#group.unread = true;
    else if (["title", "author", "info"].includes(name)) this.#group.info = name;
    if (UNREAD.has(name) || (starred && !["footnote", "shptxt"].includes(name))) this.#group.unread = true;
  }

  #beginNote(): void {
    this.#footnote++;
    this.#group.note = true;
    this.#notes.push("\n");
  }

  #unicode(value: number): void {
    this.#add(String.fromCharCode(value < 0 ? value + 65_536 : value));
    this.#toSkip = this.#group.fallback;
  }

  /** Bytes become characters together: those of Korean and Chinese come in twos. */
  #flush(): void {
    if (this.#bytes.length === 0) return;
    const charset = CHARSETS[this.#fonts.get(this.#group.font) ?? -1];
    const label = CODE_PAGES[charset ?? this.#codePage] ?? "windows-1252";
    const text = new TextDecoder(label).decode(Uint8Array.from(this.#bytes));
    this.#bytes = [];
    this.#add(this.#group.raised && /^\d{1,4}$/u.test(text) ? raised(text) : text);
  }

  #add(text: string): void {
    const { unread, info, note } = this.#group;
    if (unread) return;
    if (info !== "") this.#info.set(info, `${this.#info.get(info) ?? ""}${text}`);
    else if (note) this.#notes.push(text);
    else this.#pieces.push(text);
  }
}

async function read(bytes: Uint8Array, options: ReadOptions) {
  const collected = new RtfText();
  for (const token of rtfTokens(bytes)) collected.take(token);
  const said = collected.done();
  const text = cleanText(said.text).replaceAll("\f", " ");
  if (text.trim() === "") throw new RefusedFile(`a document with words; ${options.name} has none`);
  const title = oneLine(said.info.get("title"));
  const author = oneLine(said.info.get("author"));
  const document: ReadDocument = {
    kind: "document",
    reader: "rtf",
    mediaType: "application/rtf",
    text,
    parts: [],
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    notes: [],
  };
  return { ok: true, value: document } as const;
}

/** Reads Rich Text in any of its code pages; footnotes stand after the text. */
export const rtf: Reader = {
  id: "rtf",
  called: "an RTF",
  mediaTypes: ["application/rtf", "text/rtf"],
  extensions: [".rtf"],
  sniff: (bytes) => (new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "{\\rtf" ? "yes" : "no"),
  read,
};
