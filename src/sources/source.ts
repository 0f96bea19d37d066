import type { Credibility, Reliability } from "./grade.ts";

export const SOURCE_KINDS = ["report", "press", "interview", "dataset", "official", "academic", "web"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** An item that can be cited: one row of `sources.csv`. */
export interface Source {
  readonly kind: "source";
  /** Short, stable, readable: `nksc-2012`. */
  readonly id: string;
  readonly type: SourceKind;
  readonly title: string;
  readonly author?: string;
  readonly publisher?: string;
  /** EDTF date of publication. */
  readonly published?: string;
  /** BCP 47 language tag. */
  readonly language: string;
  /** Where a copy can be had: a URL or words. */
  readonly copyAt?: string;
  readonly reliability: Reliability;
  readonly credibility: Credibility;
  /** SHA-256 of the original's bytes, hex, where one was at hand. */
  readonly sha256?: string;
  /** SHA-256 of the text extracted from it, UTF-8, hex. */
  readonly textSha256?: string;
  readonly mediaType?: string;
  /** Path of a copy inside the case package, where its licence allows one (`texts/x.txt`). */
  readonly file?: string;
  readonly note?: string;
}
