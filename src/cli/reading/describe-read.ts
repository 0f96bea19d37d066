import { basename } from "node:path";
import { partAt } from "../../sources/document-part.ts";
import {
  type RepeatedPassage,
  type Repetition,
  repetitionOf,
  type TextStretch,
} from "../../sources/repeated-passages.ts";
import { codePointSlice } from "../../values/code-points.ts";
import type { ReadBatch, ReadFile } from "./read-files.ts";

const PARTS_SHOWN = 8;
const PASSAGES_SHOWN = 12;
const EXCERPT = 90;
/** A repeated passage shorter than this many words is shown only among the data. */
const TELLING = 12;

/** What stands more than once in the files that were read, exact duplicates left out. */
export function repetitionIn(batch: ReadBatch): Repetition {
  return repetitionOf(
    batch.read
      .filter((one) => one.duplicateOf === undefined)
      .map(({ file, document }) => ({ id: file, text: document.text })),
  );
}

const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  page: ["page", "pages"],
  section: ["section", "sections"],
  row: ["row", "rows"],
  cue: ["cue", "cues"],
};

function partsIn({ document }: ReadFile): string {
  const [first] = document.parts;
  const [one, many] = NAMES[first?.kind ?? ""] ?? ["part", "parts"];
  return first === undefined ? "no parts" : count(document.parts.length, one, many);
}

/** What was read from a file, for a person: what it is, its facts, its parts with their first words. */
export function describeRead(one: ReadFile): string {
  const { file, document, sha256, length, language, duplicateOf } = one;
  const facts = [
    document.mediaType,
    ...(document.encoding === undefined ? [] : [document.encoding]),
    partsIn(one),
    count(length, "character"),
    language ?? "language not clear",
  ];
  const said = [document.title, document.author, document.published].filter((fact) => fact !== undefined);
  return [
    `${file}: ${facts.join(", ")}`,
    `  sha256 ${sha256}`,
    ...(said.length === 0 ? [] : [`  ${said.join(" · ")}`]),
    ...(duplicateOf === undefined ? [] : [`  holds the same as ${duplicateOf}`]),
    ...document.notes.map((note) => `  note: ${note}`),
    ...partLines(one),
  ].join("\n");
}

function partLines({ document }: ReadFile): readonly string[] {
  const { parts, text } = document;
  const shown = parts.slice(0, PARTS_SHOWN).map(({ label, start, end }) => `  ${label}: ${excerpt(text, start, end)}`);
  return parts.length > PARTS_SHOWN ? [...shown, `  … and ${parts.length - PARTS_SHOWN} more`] : shown;
}

function excerpt(text: string, start: number, end: number): string {
  const words = codePointSlice(text, start, Math.min(end, start + EXCERPT * 2))
    .replace(/\s+/gu, " ")
    .trim();
  return words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words;
}

/** The repeated passages and near-duplicates, for a person: both places side by side. */
export function describeRepetition({ passages, overlaps }: Repetition, batch: ReadBatch): readonly string[] {
  const telling = passages.filter(({ length }) => length >= TELLING);
  const places = telling.slice(0, PASSAGES_SHOWN).map((passage) => describePassage(passage, batch));
  const more =
    telling.length > PASSAGES_SHOWN ? [`… and ${telling.length - PASSAGES_SHOWN} more; --json has them all`] : [];
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return [
    ...overlaps.map(
      ({ first, second, alike, contained }) =>
        `${basename(first)} and ${basename(second)} share ${percent(alike)} of their words in a row (${percent(contained)} of the shorter one)`,
    ),
    ...places,
    ...more,
  ];
}

function describePassage({ first, second, length }: RepeatedPassage, batch: ReadBatch): string {
  const text = batch.read.find(({ file }) => file === first.id)?.document.text ?? "";
  return `${count(length, "word")} stand in ${placeOf(first, batch)} and in ${placeOf(second, batch)}: “${excerpt(text, first.start, first.end)}”`;
}

function placeOf({ id, start, end }: TextStretch, batch: ReadBatch): string {
  const parts = batch.read.find(({ file }) => file === id)?.document.parts ?? [];
  const part = partAt(parts, start);
  return `${basename(id)}${part === undefined ? "" : `, ${part.label}`} (${start}–${end})`;
}

/** What was read from a file, as data: positions in code points of the text, which comes last. */
export function readAsData({ file, document, sha256, textSha256, length, language, duplicateOf }: ReadFile) {
  const { reader, mediaType, encoding, title, author, published, parts, mends, notes, text } = document;
  return {
    file,
    format: reader,
    mediaType,
    encoding,
    title,
    author,
    published,
    language,
    sha256,
    textSha256,
    length,
    duplicateOf,
    notes,
    mends,
    parts: parts.map((part) => ({ ...part, text: codePointSlice(text, part.start, part.end) })),
    text,
  };
}
