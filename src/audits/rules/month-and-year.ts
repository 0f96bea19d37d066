import type { Claim } from "../../claims/claim.ts";
import { amountIn, amountOf, figures, unitOfClaim, unitWords, wordsOf } from "../amount-words.ts";
import { type AuditDraft, gradeOf } from "../audit-finding.ts";
import type { AuditRule } from "../audit-rule.ts";
import { gap, type Interval, over } from "../interval.ts";
import { IN_A_MONTH } from "../months-of-work.ts";
import { comesFrom, sameDate, sameSubject, timeOf } from "../same-subject.ts";
import { allowedBy, printedIn, ROUNDING } from "../tolerance.ts";

/** One speaker's sums for a year, a month, a week, a day or an hour, held against one another. */
export const monthAndYear: AuditRule = {
  id: "month-and-year",
  name: "Month against year",
  checks:
    "holds what one speaker gives by the month against what he gives by the year, and by the hour or day against the month (15 to 31 days, 6 to 18 hours)",
  tolerance: ROUNDING,
  citation: "Twelve months to the year; where one number is derived from the other, the first is taken as printed.",
  run: ({ claims }) => {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const timed = claims.filter((claim) => claim.unit === "money" && IN_A_MONTH.has(timeOf(claim) ?? ""));
    return timed.flatMap((one, i) =>
      timed.slice(i + 1).flatMap((other) => (samePay(one, other) ? draftOf(one, other, byId) : [])),
    );
  },
};

function samePay(a: Claim, b: Claim): boolean {
  return (
    a.source === b.source &&
    a.statedBy === b.statedBy &&
    a.currency === b.currency &&
    a.statistic === b.statistic &&
    timeOf(a) !== timeOf(b) &&
    sameSubject(a, b) &&
    (sameDate(a, b) || a.period === b.period)
  );
}

function draftOf(a: Claim, b: Claim, byId: ReadonlyMap<string, Claim>): readonly AuditDraft[] {
  const [from, tested] = comesFrom(a, b.id, byId) ? [b, a] : [a, b];
  const derived = comesFrom(tested, from.id, byId);
  const given = derived ? printedIn(from) : allowedBy(from);
  const computed = over(byTheMonth(given, from), byTheMonth({ low: 1, high: 1 }, tested));
  const apart = gap(allowedBy(tested), computed);
  if (apart <= 1) return [];
  const unit = unitOfClaim(tested);
  return [
    {
      grade: gradeOf(apart),
      sureness: derived ? "certain" : "likely",
      cause: "month and year differ",
      tested: [tested.id],
      against: [from.id],
      copies: [],
      stated: amountOf(tested),
      computed: amountIn(computed, unit),
      tolerance: ROUNDING,
      explanation: `${wordsOf(from)} is ${figures(computed)} ${unitWords(unit)}, and ${wordsOf(tested)} is printed.`,
      readings: [
        {
          name: "converted",
          steps: [`${figures(given)} ${unitOfClaim(from)} = ${figures(computed)} ${unit}`],
          computed: amountIn(computed, unit),
          agrees: false,
        },
      ],
    },
  ];
}

/** What a sum for its own time comes to in a month. */
function byTheMonth({ low, high }: Interval, claim: Claim): Interval {
  const times = IN_A_MONTH.get(timeOf(claim) ?? "") ?? { low: 1, high: 1 };
  return { low: low * times.low, high: high * times.high };
}
