import type { Claim } from "../../claims/claim.ts";
import { amountIn, amountOf, figures, unitOfClaim, wordsOf } from "../amount-words.ts";
import { type AuditDraft, gradeOf } from "../audit-finding.ts";
import type { AuditInput, AuditRule } from "../audit-rule.ts";
import { gap, type Interval, times } from "../interval.ts";
import { tellingsOf } from "../pay-chain.ts";
import { payRoles } from "../pay-roles.ts";
import { toCommonUnit } from "../same-subject.ts";
import { allowedBy, printedIn, ROUNDING } from "../tolerance.ts";

/** A part of pay that is printed as a share and as a sum: 48 % of 5,000 is 2,400. */
export const shareOfSum: AuditRule = {
  id: "share-of-sum",
  name: "Percentage of a sum",
  checks: "takes the printed percentage of the printed pay and holds it against the printed sum of the same part",
  tolerance: ROUNDING,
  citation: "Recomputing what is printed, as statcheck does for test statistics (Nuijten and others 2016).",
  run: ({ claims, account }: AuditInput) => {
    const roles = payRoles(account);
    const ordinary = claims.filter(({ measure, statistic }) => roles.has(measure) && TOLD.includes(statistic));
    return tellingsOf(ordinary).flatMap((telling) => {
      const gross = telling.find(({ measure }) => roles.get(measure)?.kind === "gross");
      const partOf = ({ measure }: Claim) => roles.get(measure)?.parts.join(" ");
      const sums = telling.filter(({ unit, measure }) => unit === "money" && roles.get(measure)?.kind !== "gross");
      const shares = telling.filter(({ measure }) => OF_GROSS.includes(roles.get(measure)?.kind ?? ""));
      if (gross === undefined) return [];
      return shares.flatMap((share) =>
        sums.filter((sum) => partOf(sum) === partOf(share)).flatMap((sum) => draftOf(gross, share, sum)),
      );
    });
  },
};

const TOLD = ["mean", "typical", "one_person"];
const OF_GROSS = ["share of gross", "share kept"];

function draftOf(gross: Claim, share: Claim, sum: Claim): readonly AuditDraft[] {
  const [from, to] = [toCommonUnit(gross), toCommonUnit(sum)];
  if (from === undefined || to === undefined || (gross.per === undefined) !== (sum.per === undefined)) return [];
  const percent = printedIn(share);
  const whole = times(printedIn(gross), from / to);
  const computed: Interval = { low: (whole.low * percent.low) / 100, high: (whole.high * percent.high) / 100 };
  const apart = gap(allowedBy(sum), computed);
  if (apart <= 1) return [];
  const unit = unitOfClaim(sum);
  return [
    {
      grade: gradeOf(apart),
      sureness: "certain",
      cause: "share of sum",
      tested: [sum.id],
      against: [share.id, gross.id],
      copies: [],
      stated: amountOf(sum),
      computed: amountIn(computed, unit),
      tolerance: ROUNDING,
      explanation: `${wordsOf(share)} of ${wordsOf(gross)} is ${figures(computed)}, and ${wordsOf(sum)} is printed.`,
      readings: [
        {
          name: "as printed",
          steps: [`${figures(whole)} × ${figures(percent)} % = ${figures(computed)}`],
          computed: amountIn(computed, unit),
          agrees: false,
        },
      ],
    },
  ];
}
