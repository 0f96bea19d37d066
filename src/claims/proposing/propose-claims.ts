import { spansIn } from "../../sources/anchor.ts";
import { type DocumentPart, partAt } from "../../sources/document-part.ts";
import { type CodePointMap, codePointMap } from "../../values/code-points.ts";
import type { ClaimProposal } from "../proposal.ts";
import type { Quantity } from "../quantity.ts";
import { readQuantities } from "../read-quantities.ts";
import type { ProposingContext } from "./context.ts";
import { nearestPlaces, whereabouts } from "./place.ts";
import { placeMentions } from "./place-mentions.ts";
import { proposalId } from "./proposal-id.ts";
import { type NumberInWords, numberInWords } from "./read-sentence.ts";
import { clauseOf, type Sentence, sentencesOf } from "./sentences.ts";

/** A quantity with its sentence, at UTF-16 indices. */
interface Found {
  readonly quantity: Quantity;
  readonly sentence: Sentence;
  readonly number: { readonly start: number; readonly end: number };
}

/** Each quantity of a text with the sentence in which it begins; both are in order, so one walk finds them. */
function inSentences(text: string, map: CodePointMap, quantities: readonly Quantity[]): readonly Found[] {
  const sentences = sentencesOf(text);
  let index = 0;
  return quantities.map((quantity) => {
    const number = { start: map.utf16(quantity.start), end: map.utf16(quantity.end) };
    while (index + 1 < sentences.length && (sentences[index]?.end ?? 0) <= number.start) index++;
    const sentence = sentences[index] ?? { ...number, paragraph: 0 };
    return { quantity, number, sentence };
  });
}

/** The unit of a quantity as a claim prints it; of a count of things that no word names, `count`. */
function unitOf({ kind, unit }: Quantity): string {
  if (kind === "money") return "money";
  if (kind === "share") return "percent";
  if (kind === "time of day") return "hours";
  if (kind === "age") return "years";
  return unit ?? (kind === "ratio" ? "ratio" : "count");
}

/** What a quantity says by itself, without its sentence. */
function printed(quantity: Quantity) {
  const { start, end, kind, range, approximate, vague, currency, per } = quantity;
  return {
    number: { start, end },
    quantityKind: kind,
    range,
    approximate,
    vague,
    unit: unitOf(quantity),
    ...(currency === undefined ? {} : { currency }),
    ...(per.length === 0 ? {} : { per: per.join(" ") }),
  };
}

/** What the words round a number say of it. */
function said(words: NumberInWords, context: ProposingContext) {
  const nearest = nearestPlaces(placeMentions(words.words), words, undefined);
  return {
    statistic: "total" as const,
    ...whereabouts(nearest, context.terms.places),
    basis: "unknown" as const,
    modality: "asserted" as const,
  };
}

/**
 * The claims that a text proposes, one for each quantity in it, in order: each waits until a person has decided about it.
 * Positions are code points; what the words do not say is absent.
 * @example
 * proposeClaims("Kuwait took in 400 men.", [], { source: { id: "s", type: "press" }, terms: { measures: [], places: [] } })[0].places // => ["KW"]
 */
export function proposeClaims(
  text: string,
  parts: readonly DocumentPart[],
  context: ProposingContext,
): readonly ClaimProposal[] {
  const map = codePointMap(text);
  const spanAt = spansIn(text, map);
  const seen = new Map<string, number>();
  return inSentences(text, map, readQuantities(text)).map(({ quantity, sentence, number }) => {
    const passage = clauseOf(text, sentence, number);
    const words = numberInWords(text, passage, number);
    if (context.meter !== undefined) context.meter.steps += words.words.length;
    const span = spanAt(map.codePoint(passage.start), map.codePoint(passage.end));
    const id = proposalId(context.source.id, { span, number: quantity });
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return {
      kind: "proposal",
      id: before === 0 ? id : proposalId(context.source.id, { span, number: quantity }, before),
      source: context.source.id,
      locator: partAt(parts, quantity.start)?.label ?? "",
      span,
      ...printed(quantity),
      ...said(words, context),
    };
  });
}
