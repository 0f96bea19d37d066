import type { Claim } from "../../claims/claim.ts";
import { amountOf } from "../amount-words.ts";
import type { AuditDraft } from "../audit-finding.ts";
import type { AuditInput, AuditRule, WitnessLabel } from "../audit-rule.ts";
import { leavesOf } from "../same-subject.ts";

const TOLERANCE = "none; only what the case publishes of a witness is looked at, and nothing finer is said";
const PREFIX = "witness:";

/** A witness whose claims speak of places that exclude each other, or that exclude where the case places the witness. */
export const twoCountries: AuditRule = {
  id: "two-countries",
  name: "One witness, two countries",
  checks:
    "compares the places of one witness's own claims with each other and with the place at which the case lists the witness, as coarse as they are published",
  tolerance: TOLERANCE,
  citation: "Labels of a witness that differ mean a mistake or two people: ask before either is used.",
  run: (input) => input.witnesses.flatMap((witness) => draftOf(witness, input)),
};

function draftOf(witness: WitnessLabel, { claims, account }: AuditInput): readonly AuditDraft[] {
  const own = claims.filter((claim) => claim.statedBy === `${PREFIX}${witness.id}` && claim.modality === "asserted");
  const labelled = witness.place === undefined ? undefined : leavesOf(account, witness.place);
  const placed = own.flatMap((claim) => {
    const leaves = leavesOf(account, claim.place);
    return leaves === undefined ? [] : [{ claim, leaves }];
  });
  const apart = (a: ReadonlySet<string>, b: ReadonlySet<string>) => ![...a].some((leaf) => b.has(leaf));
  for (const [i, { claim, leaves }] of placed.entries()) {
    const other = placed.slice(i + 1).find((one) => apart(leaves, one.leaves));
    if (other !== undefined) return [draft(witness, claim, other.claim)];
    if (labelled !== undefined && apart(leaves, labelled)) return [draft(witness, claim)];
  }
  return [];
}

function draft(witness: WitnessLabel, claim: Claim, other?: Claim): AuditDraft {
  const second = other?.place ?? witness.place ?? "";
  return {
    grade: "inconsistent",
    sureness: "likely",
    cause: "two countries",
    tested: [claim.id],
    against: other === undefined ? [] : [other.id],
    copies: [],
    stated: amountOf(claim),
    computed: other === undefined ? { unit: "" } : amountOf(other),
    tolerance: TOLERANCE,
    explanation: `Witness ${witness.letter} is placed in ${claim.place} and in ${second}. Either label is wrong, or two people share a letter, or the witness worked in both.`,
    readings: [],
  };
}
