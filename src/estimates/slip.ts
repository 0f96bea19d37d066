import { normalLogDensity } from "../math/normal.ts";
import { GROSS_SD } from "./root-mixture.ts";

/** A single slip of pen or reading that multiplies a number. */
export interface Slip {
  /** What the printed number has to be multiplied by to undo it. */
  readonly factor: number;
  readonly words: string;
}

const SLIPS: readonly Slip[] = [
  { factor: 0.1, words: "fits if ten times lower, as when 억 is read as billion" },
  { factor: 10, words: "fits if ten times higher" },
  { factor: 1e-3, words: "fits if a thousand times lower" },
  { factor: 1e3, words: "fits if a thousand times higher, as when “thousand” is lost" },
  { factor: 1e-6, words: "fits if a million times lower" },
  { factor: 1e6, words: "fits if a million times higher, as when “million” is lost" },
  { factor: 1 / 12, words: "fits if it is a year's sum printed as a month's" },
  { factor: 12, words: "fits if it is a month's sum printed as a year's" },
];

/**
 * The slip that explains a number, in words; absent unless it beats a vague gross error ten to one and the next slip three to
 * one (rule E14). The number and the account's value are given on the log scale, each with its variance.
 * @example
 * explainSlip({ center: Math.log(2000), variance: 0.005 }, { mean: Math.log(200), variance: 0.005 }) // => "fits if ten times lower, as when 억 is read as billion"
 */
export function explainSlip(
  said: { readonly center: number; readonly variance: number },
  account: { readonly mean: number; readonly variance: number },
): string | undefined {
  const variance = said.variance + account.variance;
  const scored = SLIPS.map((slip) => ({
    slip,
    score: normalLogDensity(said.center + Math.log(slip.factor), account.mean, variance),
  }));
  const [best, next] = scored.sort((a, b) => b.score - a.score);
  if (!best || !next) return undefined;
  const vague = normalLogDensity(said.center, account.mean, variance + GROSS_SD ** 2);
  const convincing = best.score - vague > Math.log(10) && best.score - next.score > Math.log(3);
  return convincing ? best.slip.words : undefined;
}
