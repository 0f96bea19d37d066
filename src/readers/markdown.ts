import { locateMarks, type Mark } from "./marked-text.ts";
import { readText, sniffText } from "./plain-text.ts";
import type { ReadDocument, Reader, ReadOptions } from "./reader.ts";
import { oneLine } from "./said-of-itself.ts";

/** A heading is no longer than this; what follows on its line is not looked at. */
const LONGEST_LINE = 300;

/** The headings of a Markdown text, those inside fenced code left out. */
function headings(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  let fence = "";
  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1]?.slice(0, 3) ?? "";
    if (fence === "" && mark !== "") fence = mark;
    else if (fence !== "" && mark === fence) fence = "";
    const title = fence === "" ? /^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$/u.exec(line.slice(0, LONGEST_LINE))?.[1] : undefined;
    if (title !== undefined) marks.push({ kind: "section", label: title.slice(0, 120), at });
    at += line.length + 1;
  }
  return marks;
}

async function read(bytes: Uint8Array, options: ReadOptions) {
  const taken = readText(bytes, options);
  if (!taken.ok) return taken;
  const { text, encoding, notes } = taken.value;
  const marks = headings(text);
  const title = oneLine(marks[0]?.label);
  const document: ReadDocument = {
    kind: "document",
    reader: "markdown",
    mediaType: "text/markdown",
    text,
    parts: locateMarks(text, [{ kind: "section", label: "beginning", at: 0 }, ...marks]),
    encoding,
    ...(title === undefined ? {} : { title }),
    notes,
  };
  return { ok: true, value: document } as const;
}

/** Reads Markdown: its text as written, with its headings as sections. */
export const markdown: Reader = {
  id: "markdown",
  called: "Markdown",
  mediaTypes: ["text/markdown", "text/x-markdown"],
  extensions: [".md", ".markdown"],
  sniff: sniffText,
  read,
};
