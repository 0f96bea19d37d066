import { amountOf, wordsOf } from "../amount-words.ts";
import type { AuditRule } from "../audit-rule.ts";
import { printedIn } from "../tolerance.ts";

const TOLERANCE = "none";

/** A share of a whole that is more than all of it, or less than nothing. */
export const impossibleShare: AuditRule = {
  id: "impossible-share",
  name: "Impossible share",
  checks: "finds shares above 100 % or below 0 on measures that are shares in the account",
  tolerance: TOLERANCE,
  citation: "A part is no larger than its whole.",
  run: ({ claims, account }) =>
    claims
      .filter(({ unit, measure }) => unit === "percent" && account.measures.get(measure)?.unit === "share")
      .filter((claim) => outside(printedIn(claim)))
      .map((claim) => ({
        grade: "decision-changing",
        sureness: "certain",
        cause: "no such share",
        tested: [claim.id],
        against: [],
        copies: [],
        stated: amountOf(claim),
        computed: { low: 0, high: 100, unit: "percent" },
        tolerance: TOLERANCE,
        explanation: `${wordsOf(claim)} is no share of a whole.`,
        readings: [],
      })),
};

function outside({ low, high }: { readonly low: number; readonly high: number }): boolean {
  return low < 0 || low > 100 || (Number.isFinite(high) && high > 100);
}
