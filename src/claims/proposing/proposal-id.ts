import type { Span } from "../../sources/passage.ts";
import { sha256Hex } from "../../values/digest.ts";
import type { Stretch } from "../quantity.ts";

/** What a proposal's id looks like. */
export const PROPOSAL_ID_PATTERN = "^p[0-9a-f]{12}$";

/**
 * The id of a proposal: `p` and 12 hex digits of the SHA-256 of its source, its passage's digest and the number's place in the
 * passage. Where one source prints the same passage again, `occurrence` counts from 0 and keeps the ids apart.
 * @example
 * proposalId("s", { span: { start: 5, end: 9, passage: "a", before: "b", after: "c" }, number: { start: 6, end: 8 } }) // => "pc283cb8a2d5b"
 */
export function proposalId(
  source: string,
  { span, number }: { readonly span: Span; readonly number: Stretch },
  occurrence = 0,
): string {
  const place = [number.start - span.start, number.end - span.start];
  const again = occurrence === 0 ? [] : [String(occurrence)];
  return `p${sha256Hex([source, span.passage, ...place, ...again].join("\u001F")).slice(0, 12)}`;
}
