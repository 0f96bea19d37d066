import { spansIn } from "../../sources/anchor.ts";
import { type DocumentPart, partAt } from "../../sources/document-part.ts";
import type { Span } from "../../sources/passage.ts";
import { codePointMap } from "../../values/code-points.ts";
import { present } from "../../values/present.ts";
import type { ClaimProposal } from "../proposal.ts";
import type { Quantity, Stretch } from "../quantity.ts";
import { readQuantities } from "../read-quantities.ts";
import type { ProposingContext } from "./context.ts";
import { type HeardQuantity, hear, inSentences } from "./hear.ts";
import { countedAbove, leadOf } from "./list-row.ts";
import { originOf } from "./origin.ts";
import { caseNames } from "./place-mentions.ts";
import { proposalId } from "./proposal-id.ts";
import { saidOf } from "./said-of.ts";
import { type Testimony, testimoniesOf } from "./speakers/labels.ts";

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
  return present({
    number: { start, end },
    quantityKind: kind,
    range,
    approximate,
    vague,
    unit: unitOf(quantity),
    currency,
    per: per.length === 0 ? undefined : per.join(" "),
  });
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
  const { places } = context.terms;
  const origin = originOf(text, new Set(places.map(({ id }) => id)));
  const facts = { text, context, origin, names: caseNames(places) };
  const found = inSentences(text, map, readQuantities(text));
  const identify = idsOf(context.source.id);
  const speaking = walkThrough(testimoniesOf(text));
  let last: { heard: HeardQuantity; lead: string | undefined; measure?: string | undefined } | undefined;
  return found.flatMap((_, index) => {
    const alone = hear(text, found, index);
    if (alone === undefined) return [];
    const lead = leadOf(alone, last, facts);
    const heard = lead === undefined ? alone : { ...alone, quantity: countedAbove(alone.quantity, lead) };
    const { quantity, passage, number } = heard;
    if (context.meter !== undefined) context.meter.steps += heard.inWords.words.length + heard.preceding.length;
    const span = spanAt(map.codePoint(passage.start), map.codePoint(passage.end));
    const locator = partAt(parts, quantity.start)?.label ?? "";
    const said = saidOf(heard, { testimony: speaking(number.start), heading: locator, lead, last }, facts);
    last = { heard, lead, measure: said.measure };
    const id = identify(span, quantity);
    return { kind: "proposal", id, source: context.source.id, locator, span, ...printed(quantity), ...said };
  });
}

/** Gives each proposal its id; one whose passage stands twice is told apart by how often it was met before. */
function idsOf(source: string): (span: Span, number: Stretch) => string {
  const seen = new Map<string, number>();
  return (span, number) => {
    const id = proposalId(source, { span, number });
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return before === 0 ? id : proposalId(source, { span, number }, before);
  };
}

/** Finds the testimony at rising positions of a text. */
function walkThrough(testimonies: readonly Testimony[]): (position: number) => Testimony | undefined {
  let next = 0;
  return (position) => {
    while ((testimonies[next]?.end ?? Number.POSITIVE_INFINITY) <= position) next++;
    const here = testimonies[next];
    return here !== undefined && here.start <= position ? here : undefined;
  };
}
