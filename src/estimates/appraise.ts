import type { Appraisal } from "./appraisal.ts";
import { figureDraws, headlineNames } from "./figure-draws.ts";
import { influenceOf } from "./influence.ts";
import { jointReadings } from "./joint-readings.ts";
import type { Judging } from "./judge-claims.ts";
import { leaveOutOrigins } from "./leave-out.ts";
import { predictiveCheck } from "./predictive-check.ts";
import { rivalReadings } from "./rival-readings.ts";

/**
 * What is asked of a reconciliation once its draws are there: the headline figures without each origin, the predictive check
 * of the whole account, and the weight of rival readings, each by itself and those of a chain together.
 * @example
 * appraise({ account: { chains: [], headlines: [], measures: new Map() }, claims: [], model: { groups: [] }, draws: { width: 0, count: 0 }, scored: { count: 0, logs: [], shares: [], meant: new Map() } }, "digest").influence // => []
 */
export function appraise(judging: Judging, input: string): Appraisal {
  const { account, claims, model, draws, scored } = judging;
  const leftOut = leaveOutOrigins(model, scored);
  const figures = figureDraws(account, headlineNames(account), draws);
  const measures = new Map(claims.map((claim) => [claim.id, claim.measure]));
  return {
    kind: "appraisal",
    input,
    influence: influenceOf(model, leftOut, figures),
    check: predictiveCheck(model, scored, leftOut),
    readings: rivalReadings(account, model, scored.shares, measures),
    joint: jointReadings(account, claims, model, scored),
  };
}
