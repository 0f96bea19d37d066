import type { TextRule } from "../text-finding.ts";
import { bracketedConversion } from "./bracketed-conversion.ts";
import { labelledTwice } from "./labelled-twice.ts";
import { lostMagnitude } from "./lost-magnitude.ts";
import { malformedNumber } from "./malformed-number.ts";
import { repeatedTestimony } from "./repeated-testimony.ts";
import { sameDigits } from "./same-digits.ts";
import { toldChain } from "./told-chain.ts";

/** Every rule over the words of documents, one file each. */
export const TEXT_RULES: readonly TextRule[] = [
  toldChain,
  sameDigits,
  lostMagnitude,
  repeatedTestimony,
  labelledTwice,
  bracketedConversion,
  malformedNumber,
];
