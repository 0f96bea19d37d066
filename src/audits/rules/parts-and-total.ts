import type { Claim } from "../../claims/claim.ts";
import { amountIn, amountOf, figures, unitOfClaim, wordsOf } from "../amount-words.ts";
import { type AuditDraft, gradeOf } from "../audit-finding.ts";
import type { AuditRule } from "../audit-rule.ts";
import { gap, plus } from "../interval.ts";
import { type Retelling, retellings } from "../retellings.ts";
import { allowedBy, printedIn, ROUNDING } from "../tolerance.ts";
import { type WholeAndParts, wholesAndParts } from "../whole-and-parts.ts";

/** A list of places added up and held against its total. */
export const partsAndTotal: AuditRule = {
  id: "parts-and-total",
  name: "Parts against their total",
  checks:
    "adds up the counts of a list, places inside one another counted once, and holds the sum against the total of the same source and speaker; a list that leaves places out can only be too large",
  tolerance: `${ROUNDING}; for each part as for the total`,
  citation: "A whole is the sum of its parts; the account says which places hold which.",
  run: ({ claims, account }) => {
    const told = retellings(claims);
    return wholesAndParts(claims, account).flatMap((list) => (list.parts.length < 2 ? [] : draftOf(list, told)));
  },
};

function draftOf({ whole, parts, complete }: WholeAndParts, told: readonly Retelling[]): readonly AuditDraft[] {
  const allowed = plus(parts.map(allowedBy));
  const apart = gap(allowed, allowedBy(whole));
  const exceeds = allowed.low > allowedBy(whole).high;
  if (apart <= 1 || (!exceeds && !complete)) return [];
  const sum = plus(parts.map(printedIn));
  const unit = unitOfClaim(whole);
  const step = `${parts.map((part) => figures(printedIn(part))).join(" + ")} = ${figures(sum)}`;
  return [
    {
      grade: gradeOf(gap(sum, printedIn(whole))),
      sureness: "certain",
      cause: exceeds ? "parts exceed total" : "parts fall short",
      tested: [whole.id],
      against: parts.map(({ id }) => id),
      copies: copiesOf(whole, told),
      stated: amountOf(whole),
      computed: amountIn(sum, unit),
      tolerance: ROUNDING,
      explanation: `The parts come to ${figures(sum)}, and ${wordsOf(whole)} is printed as their total. A part is wrong, counted in another, or of another date; or the total is.`,
      readings: [{ name: "sum of the parts", steps: [step], computed: amountIn(sum, unit), agrees: false }],
    },
  ];
}

function copiesOf(whole: Claim, told: readonly Retelling[]): readonly string[] {
  const retelling = told.find(({ root, copies }) => root === whole || copies.includes(whole));
  if (retelling === undefined) return [];
  return [retelling.root, ...retelling.copies].filter((claim) => claim !== whole).map(({ id }) => id);
}
