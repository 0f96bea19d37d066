/** First bytes of files that nobody here reads, and what they are. */
const MARKS: readonly (readonly [string, string])[] = [
  ["\u001f\u008b", "a gzip archive; unpack it first"],
  ["7z\u00bc\u00af", "a 7z archive; unpack it first"],
  ["Rar!", "a RAR archive; unpack it first"],
  ["BZh", "a bzip2 archive; unpack it first"],
  ["HWP Document File", "a HWP file; save it as DOCX or PDF"],
  ["\u007fELF", "a program"],
  ["MZ\u0090", "a program"],
  ["SQLite format 3", "a database; export its tables as CSV"],
  ["OggS", "a recording; write down what is said, as VTT or plain text"],
  ["ID3", "a recording; write down what is said, as VTT or plain text"],
  ["\u001aE\u00df\u00a3", "a film; write down what is said, as VTT or plain text"],
  ["%!PS", "PostScript; save it as PDF"],
  ["!BDN", "an Outlook mailbox; save the mails as EML"],
];

const COMPOUND = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
/** Streams inside a compound file, by which its kind is known. They are written in UTF-16. */
const STREAMS: readonly (readonly [string, string])[] = [
  ["EncryptedPackage", "an Office file with a password; save it without one and try again"],
  ["WordDocument", "a Word file of the old kind (DOC); save it as DOCX or PDF"],
  ["Workbook", "an Excel file of the old kind (XLS); save it as XLSX or CSV"],
  ["PowerPoint Document", "a PowerPoint file of the old kind; save it as PDF"],
  ["__properties_version1.0", "an Outlook mail (MSG); save it as EML"],
  ["BodyText", "a HWP file; save it as DOCX or PDF"],
];

/** What a file is that no reader takes, in words that say what to do; absent when that cannot be told. */
export function unreadKind(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 64));
  const raw = Array.from(bytes.subarray(0, 64), (byte) => String.fromCharCode(byte)).join("");
  const plain = MARKS.find(([mark]) => raw.startsWith(mark))?.[1];
  if (plain !== undefined) return plain;
  if (raw.slice(4, 8) === "ftyp") return "a film or a recording; write down what is said, as VTT or plain text";
  if (head.startsWith("RIFF")) return "a recording or a picture; write down what is said or shown";
  if (!raw.startsWith(COMPOUND)) return undefined;
  const text = new TextDecoder("latin1").decode(bytes);
  return (
    STREAMS.find(([name]) => text.includes([...name].join("\u0000")))?.[1] ??
    "a file of an old Office program; save it as DOCX, XLSX or PDF"
  );
}
