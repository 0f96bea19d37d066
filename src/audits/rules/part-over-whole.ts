import type { Claim } from "../../claims/claim.ts";
import { amountIn, amountOf, figures, unitOfClaim, wordsOf } from "../amount-words.ts";
import { type AuditDraft, gradeOf } from "../audit-finding.ts";
import type { AuditRule } from "../audit-rule.ts";
import { gap } from "../interval.ts";
import { leavesOf, sameDate } from "../same-subject.ts";
import { allowedBy, printedIn, ROUNDING } from "../tolerance.ts";
import { isCount } from "../whole-and-parts.ts";

/** A count of a place that is larger than the count of a region which holds the place. */
export const partOverWhole: AuditRule = {
  id: "part-over-whole",
  name: "Part larger than the whole",
  checks: "holds the count of a place against counts of regions that hold it, of the same date, in whichever source",
  tolerance: ROUNDING,
  citation: "A part is no larger than its whole; the account says which places hold which.",
  run: ({ claims, account }) => {
    const counts = claims.filter((claim) => isCount(account, claim));
    const leaves = new Map(counts.map(({ place }) => [place, leavesOf(account, place)]));
    const inside = (part: Claim, whole: Claim) => {
      const [few, many] = [leaves.get(part.place), leaves.get(whole.place)];
      return (
        few !== undefined && many !== undefined && few.size < many.size && [...few].every((leaf) => many.has(leaf))
      );
    };
    return counts.flatMap((part) =>
      counts
        .filter((whole) => part.measure === whole.measure && inside(part, whole) && sameDate(part, whole))
        .flatMap((whole) => draftOf(part, whole)),
    );
  },
};

function draftOf(part: Claim, whole: Claim): readonly AuditDraft[] {
  const [least, most] = [allowedBy(part), allowedBy(whole)];
  if (least.low <= most.high) return [];
  return [
    {
      grade: gradeOf(gap(least, most)),
      sureness: part.source === whole.source ? "certain" : "likely",
      cause: "part exceeds whole",
      tested: [whole.id],
      against: [part.id],
      copies: [],
      stated: amountOf(whole),
      computed: amountIn({ low: printedIn(part).low, high: Number.POSITIVE_INFINITY }, unitOfClaim(whole)),
      tolerance: ROUNDING,
      explanation: `${wordsOf(part)} in ${part.place} alone, and ${wordsOf(whole)} in all of ${whole.place}: one of the two is wrong, or they count different people.`,
      readings: [
        {
          name: "as printed",
          steps: [`${figures(printedIn(part))} > ${figures(printedIn(whole))}`],
          computed: amountOf(part),
          agrees: false,
        },
      ],
    },
  ];
}
