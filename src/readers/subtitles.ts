import { joinParts } from "./marked-text.ts";
import { readText } from "./plain-text.ts";
import { type ReadDocument, type Reader, type ReadOptions, refuse, type Sniffed } from "./reader.ts";

const TIME = /(\d{1,3}:)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}/u;

/** The start of a cue as hours, minutes and seconds. */
function timeCode(found: RegExpExecArray): string {
  const [, hours = "0:", minutes = "", seconds = ""] = found;
  return `${hours.replace(":", "").padStart(2, "0")}:${minutes.padStart(2, "0")}:${seconds}`;
}

/** The words of a cue: its voice as a speaker, other tags and positions left out. */
function wordsOf(lines: readonly string[]): string {
  return lines
    .join("\n")
    .replace(/<v(?:\.[\w.]{1,80})?[ \t]+([^<>]{1,200})>/giu, "$1: ")
    .replace(/<\/?[a-z][^<>]*>|<\d[\d:.]{0,20}>|\{\\[^{}]*\}/giu, "")
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&nbsp;/gu, " ")
    .replace(/&amp;/gu, "&")
    .trim();
}

function cuesOf(text: string): { label: string; words: string }[] {
  return text.split(/\n[ \t]*\n+/u).flatMap((block) => {
    const lines = block.split("\n");
    const at = lines.findIndex((line) => TIME.test(line));
    const found = at === -1 ? null : TIME.exec(lines[at] ?? "");
    const words = wordsOf(lines.slice(at + 1));
    return found === null || words === "" ? [] : [{ label: timeCode(found), words }];
  });
}

function sniff(bytes: Uint8Array): Sniffed {
  const head = new TextDecoder().decode(bytes.subarray(0, 2048));
  if (/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/u.test(head)) return "yes";
  return /^\uFEFF?\s*\d+\s*\r?\n\s*\d{1,3}:\d{2}:\d{2}[.,]\d{1,3}\s*-->/u.test(head) ? "yes" : "no";
}

async function read(bytes: Uint8Array, options: ReadOptions) {
  const taken = readText(bytes, options);
  if (!taken.ok) return taken;
  const cues = cuesOf(taken.value.text);
  if (cues.length === 0) return refuse(options, "subtitles with words under time codes; there are none in this file");
  const joined = joinParts(
    cues.map(({ label, words }) => ({ kind: "cue", label, text: words })),
    "\n",
  );
  const document: ReadDocument = {
    kind: "document",
    reader: "subtitles",
    mediaType: taken.value.text.startsWith("WEBVTT") ? "text/vtt" : "application/x-subrip",
    ...joined,
    encoding: taken.value.encoding,
    notes: taken.value.notes,
  };
  return { ok: true, value: document } as const;
}

/** Reads subtitles and transcripts with time codes (SRT and WebVTT): one part for each cue. */
export const subtitles: Reader = {
  id: "subtitles",
  called: "subtitles",
  mediaTypes: ["text/vtt", "application/x-subrip"],
  extensions: [".srt", ".vtt"],
  sniff,
  read,
};
