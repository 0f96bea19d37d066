import type { Claim } from "../../claims/claim.ts";
import { printNumber, significantDigits } from "../../values/number.ts";
import { amountIn, amountOf, figures, unitOfClaim, wordsOf } from "../amount-words.ts";
import type { AuditDraft } from "../audit-finding.ts";
import type { AuditRule } from "../audit-rule.ts";
import { gap, type Interval, times } from "../interval.ts";
import { copiesIn, type Retelling, retellings } from "../retellings.ts";
import { sameDate, sameSubject, timeOf, toCommonUnit } from "../same-subject.ts";
import { type ScaleSlip, scaleSlip } from "../scale-slip.ts";
import { allowedBy, printedIn } from "../tolerance.ts";

const TOLERANCE =
  "both ends within 5 % of the factor; where both numbers have one root, one end within 30 %; two round numbers of different people are left alone";

/** Numbers less far apart than this are different views and not slips. */
const APART = 3;

/** Two claims on one measure, place and date that differ by a factor of ten, a hundred, a thousand, a million, or twelve. */
export const slipOfScale: AuditRule = {
  id: "slip-of-scale",
  name: "Slip of scale",
  checks:
    "compares claims on one measure, place and date, a year apart at most, and finds those whose ends differ by ten, a hundred, a thousand, a million, or twelve (a month's sum as a year's)",
  tolerance: TOLERANCE,
  citation:
    "Units of Korean numbers (만 10⁴, 억 10⁸) lie between those of English; the tenfold revenue of 2012 is discussed in docs/methods/auditing.md.",
  run: ({ claims }) => {
    const told = retellings(claims.filter(isComparable));
    return told.flatMap((one, i) => told.slice(i + 1).flatMap((other) => draftOf(one, other)));
  },
};

function isComparable(claim: Claim): boolean {
  const closed = claim.range.kind === "point" || claim.range.kind === "between";
  return closed && ["total", "mean", "typical"].includes(claim.statistic) && toCommonUnit(claim) !== undefined;
}

/** Two round numbers of different people may well be ten times apart by chance. */
function isDistinct({ range }: Claim): boolean {
  return range.kind !== "point" || significantDigits(printNumber(range.value)) > 1;
}

function inCommon(claim: Claim, range: Interval): Interval {
  return times(range, toCommonUnit(claim) ?? 1);
}

function draftOf(one: Retelling, other: Retelling): readonly AuditDraft[] {
  const [a, b] = [one.root, other.root];
  const untimed = (timeOf(a) === undefined) !== (timeOf(b) === undefined);
  if (!sameSubject(a, b) || a.unit !== b.unit || untimed || !sameDate(a, b, 1)) return [];
  if (gap(inCommon(a, allowedBy(a)), inCommon(b, allowedBy(b))) < APART) return [];
  const [small, large] = inCommon(a, printedIn(a)).low < inCommon(b, printedIn(b)).low ? [one, other] : [other, one];
  const related = one.origin === other.origin || a.source === b.source || a.statedBy === b.statedBy;
  if (!related && !isDistinct(a) && !isDistinct(b)) return [];
  const slip = scaleSlip(
    inCommon(small.root, printedIn(small.root)),
    inCommon(large.root, printedIn(large.root)),
    one.origin === other.origin,
  );
  if (slip === undefined || (slip.factor === 12 && timeOf(a) === timeOf(b))) return [];
  return [draft({ small, large, slip, oneRoot: one.origin === other.origin })];
}

interface Pair {
  readonly small: Retelling;
  readonly large: Retelling;
  readonly slip: ScaleSlip;
  readonly oneRoot: boolean;
}

/** What was counted is believed before what was estimated; a word is lost more easily than invented; else the larger is in doubt. */
function inDoubt({ small, large, slip }: Pair): Retelling {
  const counted = ({ root }: Retelling) => root.basis === "count" || root.basis === "register";
  if (counted(small) !== counted(large)) return counted(small) ? large : small;
  return slip.factor > 10 ? small : large;
}

function draft(pair: Pair): AuditDraft {
  const { small, large, slip, oneRoot } = pair;
  const tested = inDoubt(pair);
  const other = tested === small ? large : small;
  const factor = tested === small ? 1 / slip.factor : slip.factor;
  const unit = unitOfClaim(tested.root);
  const scale = (toCommonUnit(other.root) ?? 1) / (toCommonUnit(tested.root) ?? 1);
  const fits = times(printedIn(other.root), scale);
  const undone = times(printedIn(tested.root), 1 / factor);
  return {
    grade: "decision-changing",
    sureness: oneRoot || tested.root.source === other.root.source || slip.factor >= 1000 ? "certain" : "likely",
    cause: slip.cause,
    tested: [tested.root.id],
    against: [other.root.id],
    copies: copiesIn([tested, other]),
    stated: amountOf(tested.root),
    computed: amountIn(fits, unit),
    tolerance: TOLERANCE,
    explanation: `${wordsOf(tested.root)} against ${wordsOf(other.root)} for the same thing. They differ ${slip.words(tested.root.unit)}.`,
    readings: [
      {
        name: "as printed",
        steps: [
          factor > 1
            ? `${figures(printedIn(tested.root))} ÷ ${figures({ low: factor, high: factor })} = ${figures(undone)}`
            : `${figures(printedIn(tested.root))} × ${figures({ low: 1 / factor, high: 1 / factor })} = ${figures(undone)}`,
        ],
        computed: amountIn(undone, unit),
        agrees: false,
      },
    ],
  };
}
