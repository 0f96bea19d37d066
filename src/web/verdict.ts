import type { ClaimResult } from "../estimates/estimate.ts";
import type { Messages } from "./messages/en.ts";

/** How a claim stands to the account, from worst to best; `unused` and `none` say nothing of it. */
export type Standing = "wrong" | "likely" | "doubt" | "fits" | "unused" | "none";

export interface Verdict {
  readonly standing: Standing;
  /** For a stranger to statistics. */
  readonly words: string;
}

/** What reconciling says of a claim, in words. */
export function verdictOf(result: ClaimResult | undefined, m: Messages): Verdict {
  const c = m.conflict;
  if (result === undefined) return { standing: "none", words: c.notYet };
  if (result.unused !== undefined) return { standing: "unused", words: c.unused(result.unused) };
  const high = result.distance > 0;
  if (result.conflict >= 0.8) {
    if (result.slip !== undefined) return { standing: "wrong", words: c.wrongSlip(m.slip(result.slip)) };
    return { standing: "wrong", words: high ? c.wrongHigh : c.wrongLow };
  }
  if (result.conflict >= 0.5) return { standing: "likely", words: high ? c.likelyHigh : c.likelyLow };
  if (result.conflict >= 0.2) return { standing: "doubt", words: high ? c.doubtHigh : c.doubtLow };
  if (result.bound !== undefined || Math.abs(result.distance) < 1) return { standing: "fits", words: c.fits };
  return { standing: "fits", words: high ? c.fitsHigh : c.fitsLow };
}

/** A probability or weight in per cent that never claims certainty. */
export function percentWords(share: number): string {
  if (share > 0.99) return "> 99%";
  if (share < 0.01) return "< 1%";
  return `${Math.round(share * 100)}%`;
}
