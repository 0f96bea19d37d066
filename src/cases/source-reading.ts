import { anchorSpan } from "../sources/anchor.ts";
import type { Anchor, Span } from "../sources/passage.ts";
import type { ClaimView, SourceReading, SourceView } from "./views.ts";

/**
 * How a claim sits in the text at hand: `no text` where there is none, `moved` where the claim has no position or other
 * words stand there.
 * @example
 * anchorOf(undefined, undefined) // => {"kind":"no text"}
 */
export function anchorOf(span: Span | undefined, text: string | undefined): Anchor {
  if (text === undefined) return { kind: "no text" };
  if (span === undefined) return { kind: "moved", reason: "its position in the text has not been noted" };
  return anchorSpan(text, span);
}

/**
 * A source with its text, where a copy is at hand, and the claims that stand in it in the order of the text; claims without
 * a position come last.
 * @example
 * readingOf({ source: { kind: "source", id: "s", type: "report", title: "S", language: "en", reliability: "A", credibility: "1" }, attached: false, claims: 0 }, []).claims // => []
 */
export function readingOf(view: SourceView, claims: readonly ClaimView[], text?: string): SourceReading {
  const place = (claim: ClaimView) => claim.claim.span?.start ?? Number.POSITIVE_INFINITY;
  const ordered = [...claims].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  return {
    source: view.source,
    attached: text !== undefined,
    ...(text === undefined ? {} : { text }),
    claims: ordered.map((claim) => ({ ...claim, anchor: anchorOf(claim.claim.span, text) })),
  };
}

/** How many passages of a source open exactly in the text at hand, and which do not, with the reason. */
export interface AnchorTally {
  readonly exact: number;
  readonly moved: readonly { readonly claim: string; readonly locator: string; readonly reason: string }[];
}

/**
 * How many passages of a reading open exactly, and which have moved; a claim whose source has no text at hand is neither.
 * @example
 * tallyAnchors([]) // => {"exact":0,"moved":[]}
 */
export function tallyAnchors(claims: SourceReading["claims"]): AnchorTally {
  const moved = claims.flatMap(({ claim, anchor }) =>
    anchor.kind === "moved" ? [{ claim: claim.id, locator: claim.locator, reason: anchor.reason }] : [],
  );
  return { exact: claims.filter(({ anchor }) => anchor.kind === "exact").length, moved };
}
