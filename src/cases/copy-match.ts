import type { Source } from "../sources/source.ts";

/**
 * The sources whose noted digest, of the original or of its text, is that of a file; usually one or none.
 * @example
 * matchCopy([{ kind: "source", id: "s", type: "report", title: "S", language: "en", reliability: "A", credibility: "1", sha256: "ab" }], "ab").map((s) => s.id) // => ["s"]
 */
export function matchCopy(sources: readonly Source[], digest: string): Source[] {
  return sources.filter((source) => source.sha256 === digest || source.textSha256 === digest);
}

/**
 * Whether a file with this digest can be a copy of the source: its noted digest is this one, or none is noted.
 * @example
 * mayBeCopyOf({ kind: "source", id: "s", type: "report", title: "S", language: "en", reliability: "A", credibility: "1", sha256: "ab" }, "cd") // => false
 */
export function mayBeCopyOf(source: Source, digest: string): boolean {
  const noted = notedDigests(source);
  return noted.length === 0 || noted.includes(digest);
}

/**
 * The digests that the case notes for a source: of the original, of its text.
 * @example
 * notedDigests({ kind: "source", id: "s", type: "report", title: "S", language: "en", reliability: "A", credibility: "1", textSha256: "ab" }) // => ["ab"]
 */
export function notedDigests(source: Source): string[] {
  return [source.sha256, source.textSha256].filter((digest) => digest !== undefined);
}
