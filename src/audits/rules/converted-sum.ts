import type { Claim } from "../../claims/claim.ts";
import { unitsPerDollar } from "../../values/exchange-rates.ts";
import { amountIn, amountOf, figure, figures, spoken, unitOfClaim, wordsOf } from "../amount-words.ts";
import { type AuditDraft, gradeOf } from "../audit-finding.ts";
import type { AuditRule } from "../audit-rule.ts";
import { gap, type Interval, meet, times } from "../interval.ts";
import { comesFrom, sameDate, sameSubject, yearsOfClaim } from "../same-subject.ts";
import { allowedBy, printedIn } from "../tolerance.ts";

const TOLERANCE = "7.5 % beside rounding, for a day's rate against its year's average";
const RATE = 0.075;

/** A sum given in two currencies, converted again at the rate of its year. */
export const convertedSum: AuditRule = {
  id: "converted-sum",
  name: "Sum in two currencies",
  checks:
    "converts a sum that is derived from one in another currency at the yearly average rate of its date, and holds both ends against what is printed",
  tolerance: TOLERANCE,
  citation:
    "World Bank, Official exchange rate (LCU per US$, period average), PA.NUS.FCRF: src/values/exchange-rates.ts.",
  run: ({ claims }) => {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const sums = claims.filter(({ unit }) => unit === "money");
    return sums.flatMap((converted) =>
      sums
        .filter((from) => from.currency !== converted.currency && comesFrom(converted, from.id, byId))
        .filter((from) => sameSubject(from, converted) && from.per === converted.per && sameDate(from, converted))
        .flatMap((from) => draftOf(from, converted)),
    );
  },
};

function draftOf(from: Claim, converted: Claim): readonly AuditDraft[] {
  const rate = rateBetween(from, converted);
  if (rate === undefined || from.range.kind === "at least" || from.range.kind === "at most") return [];
  const computed = times(printedIn(from), rate);
  const stated = allowedBy(converted);
  const near = (end: number) => meet(stated, { low: end * (1 - RATE), high: end * (1 + RATE) });
  const [low, high] = [near(computed.low), near(computed.high)];
  const oneEnd = from.range.kind === "between" && converted.range.kind === "point" && (low || high);
  if (!oneEnd && low && high && isAsWide(converted, computed)) return [];
  const unit = unitOfClaim(converted);
  const sum = `${figures(printedIn(from))} × ${figure(rate)} = ${figures(computed)}`;
  const covered = high ? "upper" : "lower";
  return [
    {
      grade: oneEnd ? "inconsistent" : gradeOf(gap(stated, computed)),
      sureness: "certain",
      cause: oneEnd ? "one end converted" : "rate differs",
      tested: [converted.id],
      against: [from.id],
      copies: [],
      stated: amountOf(converted),
      computed: amountIn(computed, unit),
      tolerance: TOLERANCE,
      explanation: oneEnd
        ? `${wordsOf(from)} is ${spoken(computed)} ${converted.currency ?? ""}; the conversion, ${wordsOf(converted)}, covers the ${covered} end only.`
        : `${wordsOf(from)} is ${spoken(computed)} ${converted.currency ?? ""} at the rate of that year, and ${wordsOf(converted)} is printed.`,
      readings: [{ name: "converted", steps: [sum], computed: amountIn(computed, unit), agrees: false }],
    },
  ];
}

function isAsWide(converted: Claim, computed: Interval): boolean {
  return converted.range.kind === "between" || computed.low === computed.high;
}

/** Units of the one currency for one of the other, on average in the year. */
function rateBetween(from: Claim, to: Claim): number | undefined {
  const years = yearsOfClaim(from);
  const year = Math.floor(years === undefined ? 0 : (years.low + years.high) / 2);
  const [before, after] = [unitsPerDollar(from.currency ?? "", year), unitsPerDollar(to.currency ?? "", year)];
  return before === undefined || after === undefined ? undefined : after / before;
}
