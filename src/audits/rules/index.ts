import type { AuditRule } from "../audit-rule.ts";
import { convertedSum } from "./converted-sum.ts";
import { deductionChain } from "./deduction-chain.ts";
import { impossibleMean } from "./impossible-mean.ts";
import { impossibleShare } from "./impossible-share.ts";
import { monthAndYear } from "./month-and-year.ts";
import { noSpeaker } from "./no-speaker.ts";
import { partOverWhole } from "./part-over-whole.ts";
import { partsAndTotal } from "./parts-and-total.ts";
import { revenuePerWorker } from "./revenue-per-worker.ts";
import { sameFigure } from "./same-figure.ts";
import { shareOfSum } from "./share-of-sum.ts";
import { sharesOfOne } from "./shares-of-one.ts";
import { slipOfScale } from "./slip-of-scale.ts";
import { twoCountries } from "./two-countries.ts";
import { twoCounts } from "./two-counts.ts";

/** Every rule, one file each, in the order in which findings of one grade are listed. */
export const AUDIT_RULES: readonly AuditRule[] = [
  deductionChain,
  shareOfSum,
  monthAndYear,
  slipOfScale,
  revenuePerWorker,
  partsAndTotal,
  partOverWhole,
  twoCounts,
  sharesOfOne,
  impossibleShare,
  convertedSum,
  impossibleMean,
  twoCountries,
  sameFigure,
  noSpeaker,
];
