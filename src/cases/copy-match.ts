import type { Source } from "../sources/source.ts";

/**
 * The sources whose noted digest, of the original or of its text, is that of a file or of the text read from it; usually one
 * or none.
 * @example
 * matchCopy([{ kind: "source", id: "s", type: "report", title: "S", language: "en", reliability: "A", credibility: "1", sha256: "ab" }], "ab").map((s) => s.id) // => ["s"]
 */
export function matchCopy(sources: readonly Source[], digest: string, textDigest?: string): Source[] {
  const isText = (noted: string | undefined) => noted !== undefined && (noted === digest || noted === textDigest);
  return sources.filter((source) => source.sha256 === digest || isText(source.textSha256));
}

/**
 * Whether a file with this digest, or with a text of this digest, can be a copy of the source: a noted digest is one of
 * them, or none is noted.
 * @example
 * mayBeCopyOf({ kind: "source", id: "s", type: "report", title: "S", language: "en", reliability: "A", credibility: "1", sha256: "ab" }, "cd") // => false
 */
export function mayBeCopyOf(source: Source, digest: string, textDigest?: string): boolean {
  const noted = notedDigests(source);
  return noted.length === 0 || noted.includes(digest) || (textDigest !== undefined && source.textSha256 === textDigest);
}

/**
 * The digests that the case notes for a source: of the original, of its text.
 * @example
 * notedDigests({ kind: "source", id: "s", type: "report", title: "S", language: "en", reliability: "A", credibility: "1", textSha256: "ab" }) // => ["ab"]
 */
export function notedDigests(source: Source): string[] {
  return [source.sha256, source.textSha256].filter((digest) => digest !== undefined);
}
