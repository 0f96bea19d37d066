import type { Claim } from "../../claims/claim.ts";
import { amountOf, figures, wordsOf } from "../amount-words.ts";
import { type AuditDraft, gradeOf } from "../audit-finding.ts";
import type { AuditRule } from "../audit-rule.ts";
import { gap } from "../interval.ts";
import { copiesIn, type Retelling, retellings } from "../retellings.ts";
import { comesFrom, sameDate, sameSubject } from "../same-subject.ts";
import { scaleSlip } from "../scale-slip.ts";
import { isUnnamed } from "../speakers.ts";
import { allowedBy, printedIn, ROUNDING } from "../tolerance.ts";

/** One voice that gives two totals of one thing for one time, within a document or in two. */
export const twoCounts: AuditRule = {
  id: "two-counts",
  name: "Two counts of one thing",
  checks:
    "compares the totals that one speaker gives for one measure, place and time, in one document or in several, and finds those that exclude each other",
  tolerance: ROUNDING,
  citation:
    "Numbers that contradict one another within a study are its most frequent error (Nuijten and others 2016, on reporting).",
  run: ({ claims }) => {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const told = retellings(claims.filter(({ statistic }) => statistic === "total"));
    return told.flatMap((one, i) => told.slice(i + 1).flatMap((other) => draftOf(one, other, byId)));
  },
};

function draftOf(one: Retelling, other: Retelling, byId: ReadonlyMap<string, Claim>): readonly AuditDraft[] {
  const pair = saidByOne(one, other);
  if (pair === undefined) return [];
  const [a, b] = pair;
  const apart = gap(allowedBy(a), allowedBy(b));
  const told = comesFrom(a, b.id, byId) || comesFrom(b, a.id, byId);
  const [small, large] = printedIn(a).low < printedIn(b).low ? [a, b] : [b, a];
  if (apart <= 1 || told || scaleSlip(printedIn(small), printedIn(large), one.origin === other.origin)) return [];
  const chosen = new Set([a.id, b.id]);
  const copies = [one.root.id, other.root.id, ...copiesIn([one, other])].filter((id) => !chosen.has(id));
  return [
    {
      grade: gradeOf(gap(printedIn(a), printedIn(b))),
      sureness: a.source === b.source ? "certain" : "likely",
      cause: "two counts",
      tested: [a.id],
      against: [b.id],
      copies,
      stated: amountOf(a),
      computed: amountOf(b),
      tolerance: ROUNDING,
      explanation: `${wordsOf(a)} and ${wordsOf(b)}, both for ${a.period ?? "no date"} and both said by ${a.statedBy}. One may be older than it looks, or count something else.`,
      readings: [
        {
          name: "as printed",
          steps: [`${figures(printedIn(a))} ≠ ${figures(printedIn(b))}`],
          computed: amountOf(b),
          agrees: false,
        },
      ],
    },
  ];
}

/** A claim of each that the same voice says of the same thing at the same time. */
function saidByOne(one: Retelling, other: Retelling): readonly [Claim, Claim] | undefined {
  if (!sameSubject(one.root, other.root)) return undefined;
  for (const a of [one.root, ...one.copies]) {
    for (const b of [other.root, ...other.copies]) {
      const voice = a.statedBy === b.statedBy && !isUnnamed(a);
      const unit = a.unit === b.unit && a.currency === b.currency && a.per === b.per;
      if (voice && unit && sameDate(a, b)) return [a, b];
    }
  }
  return undefined;
}
