import type { Claim } from "../../claims/claim.ts";
import { amountOf, wordsOf } from "../amount-words.ts";
import type { AuditDraft } from "../audit-finding.ts";
import type { AuditRule } from "../audit-rule.ts";
import { isUnnamed } from "../speakers.ts";

const TOLERANCE = "none; one finding for each source and speaker";

/** Figures that nobody stands for: the speaker is unnamed, or the source says neither who counted nor how. */
export const noSpeaker: AuditRule = {
  id: "no-speaker",
  name: "Figures without a speaker",
  checks:
    "finds claims whose speaker has no name, office or letter, and totals that a source states in its own voice without saying how anybody knows",
  tolerance: TOLERANCE,
  citation:
    "Required fields of a figure: who stated it and on what basis (Noland 2015 on figures that harden by repetition).",
  run: ({ claims }) => {
    const groups = new Map<string, Claim[]>();
    for (const claim of claims) {
      if (!isUnnamed(claim) && !isUnfounded(claim)) continue;
      const key = [claim.source, claim.statedBy].join("\u001F");
      groups.set(key, [...(groups.get(key) ?? []), claim]);
    }
    return [...groups.values()].flatMap(draftOf);
  },
};

function isUnfounded({ basis, statistic, derivedFrom }: Claim): boolean {
  return basis === "unknown" && statistic === "total" && derivedFrom.length === 0;
}

function draftOf(claims: readonly Claim[]): readonly AuditDraft[] {
  const [first, ...rest] = claims;
  if (first === undefined) return [];
  const unnamed = isUnnamed(first);
  const many = claims.length === 1 ? wordsOf(first) : `${claims.length} figures, ${wordsOf(first)} among them,`;
  const verb = claims.length === 1 ? "is" : "are";
  return [
    {
      grade: "inconsistent",
      sureness: "certain",
      cause: "no speaker",
      tested: [first.id],
      against: [],
      copies: rest.map(({ id }) => id),
      stated: amountOf(first),
      computed: { unit: "" },
      tolerance: TOLERANCE,
      explanation: unnamed
        ? `${many} ${verb} said by “${first.statedBy}”: nobody can be asked, or told from others who go by the same words.`
        : `${many} ${verb} stated without a word on who counted, or how.`,
      readings: [],
    },
  ];
}
