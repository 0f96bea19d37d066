import type { Claim } from "../../claims/claim.ts";
import type { Source } from "../../sources/source.ts";
import { printNumber, significantDigits } from "../../values/number.ts";
import { parsePeriod } from "../../values/period.ts";
import { boundsOf } from "../../values/range.ts";
import { amountOf, wordsOf } from "../amount-words.ts";
import type { AuditDraft } from "../audit-finding.ts";
import type { AuditInput, AuditRule } from "../audit-rule.ts";
import { copiesIn, type Retelling, retellings } from "../retellings.ts";
import { sameDate, sameSubject } from "../same-subject.ts";

const TOLERANCE =
  "none: the same number to the last digit; of two digits or a range within a year, of three digits within five; one round digit is left alone";

/** Two claims that count as independent and give the same number: one may be the other's copy. */
export const sameFigure: AuditRule = {
  id: "same-figure",
  name: "Same figure, two origins",
  checks:
    "finds claims of different sources and origins that give the same number for the same measure and place at nearly the same time, and suggests one origin for both",
  tolerance: TOLERANCE,
  citation: "Noland 2015, Organized Exports of Labor: Welcome to the Echo Chamber (PIIE).",
  run: (input) => {
    const told = retellings(input.claims);
    return told.flatMap((one, i) => told.slice(i + 1).flatMap((other) => draftOf(one, other, input)));
  },
};

function draftOf(one: Retelling, other: Retelling, input: AuditInput): readonly AuditDraft[] {
  const [a, b] = [one.root, other.root];
  if (one.origin === other.origin || a.source === b.source || !sameSubject(a, b) || !sameNumber(a, b)) return [];
  const years = yearsAllowed(a);
  if (years === undefined || !sameDate(a, b, years)) return [];
  const later = publishedOf(a, input.sources) > publishedOf(b, input.sources) ? one : other;
  const earlier = later === one ? other : one;
  return [
    {
      grade: "inconsistent",
      sureness: "possible",
      cause: "same figure",
      tested: [later.root.id],
      against: [earlier.root.id],
      copies: copiesIn([later, earlier]),
      stated: amountOf(later.root),
      computed: amountOf(earlier.root),
      tolerance: TOLERANCE,
      explanation: `${wordsOf(later.root)} in ${later.root.source} and in ${earlier.root.source}, which came first. The case counts them as independent; if the one copies the other, give both one origin.`,
      readings: [],
    },
  ];
}

function sameNumber(a: Claim, b: Claim): boolean {
  const [x, y] = [boundsOf(a.range), boundsOf(b.range)];
  const unit = a.unit === b.unit && a.currency === b.currency && a.per === b.per && a.statistic === b.statistic;
  return unit && x.low === y.low && x.high === y.high;
}

/** How many years apart two equal numbers may be and still be thought one; absent for a round number. */
function yearsAllowed({ range }: Claim): number | undefined {
  if (range.kind === "between") return 1;
  if (range.kind !== "point") return undefined;
  const digits = significantDigits(printNumber(range.value));
  return digits >= 3 ? 5 : digits === 2 ? 1 : undefined;
}

function publishedOf(claim: Claim, sources: readonly Source[]): number {
  const published = sources.find(({ id }) => id === claim.source)?.published;
  const parsed = published === undefined ? undefined : parsePeriod(published);
  return parsed?.ok === true ? (parsed.value.start ?? 0) : 0;
}
