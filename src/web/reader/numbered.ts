import type { SourceReading } from "../../cases/views.ts";
import type { Anchored } from "./segments.ts";

/** A claim of a source with its number in the margin. */
export type Numbered = SourceReading["claims"][number] & { readonly number: number };

/** The source's claims numbered as they stand in the text, those without a place after them. */
export function numbered(reading: SourceReading): readonly Numbered[] {
  const place = (view: SourceReading["claims"][number]) =>
    view.anchor.kind === "exact" ? view.anchor.start : Number.POSITIVE_INFINITY;
  const inOrder = reading.claims
    .map((view, index) => ({ view, index, at: place(view) }))
    .sort((a, b) => (a.at === b.at ? a.index - b.index : a.at - b.at));
  return inOrder.map(({ view }, index) => ({ ...view, number: index + 1 }));
}

/** The passages of numbered claims. */
export function anchoredOf(views: readonly Numbered[]): readonly Anchored[] {
  return views.flatMap(({ anchor, claim, number }) =>
    anchor.kind === "exact" ? [{ claim: claim.id, number, start: anchor.start, end: anchor.end }] : [],
  );
}
