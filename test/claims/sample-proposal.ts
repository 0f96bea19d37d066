import type { ClaimProposal } from "../../src/claims/proposal.ts";
import { spanOf } from "../../src/sources/anchor.ts";

/** The text of an invented note. */
export const NOTE = "Invented note.\n\nThe ministry counted 5,000 workers abroad in 2012.\n";
const at = NOTE.indexOf("The ministry");

/** A proposal with every field that must be there, and those that are given. */
export function proposalWith(fields: Partial<ClaimProposal>): ClaimProposal {
  const number = { start: NOTE.indexOf("5,000"), end: NOTE.indexOf("5,000") + 5 };
  return {
    kind: "proposal",
    id: "p000000000001",
    source: "note",
    locator: "p. 1",
    span: spanOf(NOTE, at, NOTE.length - 1),
    number,
    quantityKind: "count",
    range: { kind: "point", value: 5000 },
    approximate: false,
    vague: false,
    unit: "persons",
    statistic: "total",
    places: ["RU"],
    countries: ["RU"],
    basis: "register",
    modality: "asserted",
    ...fields,
  };
}
