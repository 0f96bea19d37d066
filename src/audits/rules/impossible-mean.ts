import type { Claim } from "../../claims/claim.ts";
import { printNumber } from "../../values/number.ts";
import { amountOf, wordsOf } from "../amount-words.ts";
import type { AuditDraft } from "../audit-finding.ts";
import type { AuditRule } from "../audit-rule.ts";
import { isPossibleMean, isTelling } from "../grim.ts";

const TOLERANCE = "rounding half up and half down; only where n is smaller than the steps of the last decimal";
/** Things that come in whole numbers for each person asked. */
const WHOLE = ["persons", "days", "weeks", "months", "years", "countries", "companies", "sites", "documents"];

/** A mean, or a share of the people asked, that no whole numbers can give. */
export const impossibleMean: AuditRule = {
  id: "impossible-mean",
  name: "Mean that whole numbers cannot give",
  checks:
    "tests means of whole numbers, and shares of people asked, against the size of the sample where the claim's note or paraphrase gives it as “n = 43”",
  tolerance: TOLERANCE,
  citation: "GRIM: Brown and Heathers 2017, Social Psychological and Personality Science 8.",
  run: ({ claims }) => claims.flatMap(draftOf),
};

function draftOf(claim: Claim): readonly AuditDraft[] {
  const count = sampleOf(claim);
  if (count === undefined || claim.range.kind !== "point" || claim.approximate) return [];
  const percent = claim.unit === "percent";
  if (!percent && (claim.statistic !== "mean" || !WHOLE.includes(claim.unit))) return [];
  const mean = percent ? asFraction(claim.range.value) : printNumber(claim.range.value);
  if (!isTelling(mean, count) || isPossibleMean(mean, count)) return [];
  return [
    {
      grade: "inconsistent",
      sureness: percent ? "possible" : "certain",
      cause: "no such mean",
      tested: [claim.id],
      against: [],
      copies: [],
      stated: amountOf(claim),
      computed: { unit: "" },
      tolerance: TOLERANCE,
      explanation: `No ${count} whole numbers have ${wordsOf(claim)} as their ${percent ? "share" : "mean"}.`,
      readings: [],
    },
  ];
}

function sampleOf({ note = "", paraphrase }: Claim): number | undefined {
  const match = /\bn\s*=\s*(\d{1,4})\b/i.exec(`${note} ${paraphrase}`);
  return match === null ? undefined : Number(match[1]);
}

/** A share as a mean of noughts and ones, with two decimals more than the per cent. */
function asFraction(percent: number): string {
  const decimals = printNumber(percent).split(".")[1]?.length ?? 0;
  return (percent / 100).toFixed(decimals + 2);
}
