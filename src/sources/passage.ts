/**
 * Where a passage stands in its source's text. Positions are Unicode code points, zero-based, end exclusive (W3C Web
 * Annotation `TextPositionSelector`). Digests are SHA-256 in hex of texts whose runs of white space are folded to one space.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Digest of the passage's text. */
  readonly passage: string;
  /** Digest of the 32 code points before it. */
  readonly before: string;
  /** Digest of the 32 code points after it. */
  readonly after: string;
}

/** How a claim's span sits in a text at hand. Never guessed: other words at the place are `moved`. */
export type Anchor =
  | { readonly kind: "exact"; readonly start: number; readonly end: number }
  | { readonly kind: "moved"; readonly reason: string }
  | { readonly kind: "no text" };
