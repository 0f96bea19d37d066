import type { ClaimProposal } from "../../claims/proposal.ts";
import { partAt } from "../../sources/document-part.ts";
import { boundsOf } from "../../values/range.ts";
import type { ProposedFile } from "./proposals.ts";

/** The names of units for pipes, by what is counted or measured. */
function unitOf({ quantityKind: kind, unit }: ClaimProposal): string {
  if (kind === "money" || kind === "share" || kind === "duration" || kind === "age") return kind;
  if (kind === "time of day") return "hours";
  if (kind === "count") return unit === "persons" ? "persons" : "count";
  return "other";
}

/** Ids of the account's places that are no country: regions, and what is left of them. */
function regionsOf({ places }: ClaimProposal): readonly string[] {
  return places.filter((place) => !/^[A-Z]{2}$/u.test(place));
}

/**
 * The quantities of a document as data, one record each, with the part in which each stands and what the claim proposed from it
 * says; open bounds are null, what the words do not say is absent.
 */
export function quantitiesIn({ read, proposals }: ProposedFile) {
  return proposals.map((proposal) => {
    const { number, range, approximate, vague, currency, per, quantityKind, unit, countries } = proposal;
    const { low = null, high = null } = boundsOf(range);
    const { measure, occupation, period, speaker, basis, modality } = proposal;
    return {
      file: read.file,
      ...number,
      text: proposal.text,
      part: partAt(read.document.parts, number.start)?.label,
      low,
      high,
      approximate,
      vague,
      unit: unitOf(proposal),
      currency,
      per: per === undefined ? [] : per.split(" "),
      durationUnit: quantityKind === "duration" ? unit : undefined,
      measure,
      place: countries,
      region: regionsOf(proposal),
      occupation,
      period,
      speaker,
      basis,
      modality,
    };
  });
}
