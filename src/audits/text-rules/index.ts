import type { TextRule } from "../text-finding.ts";
import { bracketedConversion } from "./bracketed-conversion.ts";
import { copiedText } from "./copied-text.ts";
import { impossibleToldShare } from "./impossible-told-share.ts";
import { labelledTwice } from "./labelled-twice.ts";
import { lostMagnitude } from "./lost-magnitude.ts";
import { malformedNumber } from "./malformed-number.ts";
import { noSpeakerTold } from "./no-speaker-told.ts";
import { repeatedTestimony } from "./repeated-testimony.ts";
import { sameDigits } from "./same-digits.ts";
import { timetable } from "./timetable.ts";
import { toldChain } from "./told-chain.ts";
import { toldCounts } from "./told-counts.ts";
import { toldMean } from "./told-mean.ts";
import { toldPeriods } from "./told-periods.ts";
import { toldRevenue } from "./told-revenue.ts";
import { toldShare } from "./told-share.ts";
import { toldShares } from "./told-shares.ts";
import { toldTotal } from "./told-total.ts";

/** Every rule over the words of documents, one file each. */
export const TEXT_RULES: readonly TextRule[] = [
  toldChain,
  toldPeriods,
  toldShare,
  toldShares,
  toldTotal,
  toldCounts,
  toldRevenue,
  sameDigits,
  lostMagnitude,
  bracketedConversion,
  impossibleToldShare,
  toldMean,
  timetable,
  malformedNumber,
  repeatedTestimony,
  labelledTwice,
  copiedText,
  noSpeakerTold,
];
