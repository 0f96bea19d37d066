/** Slips of pen or reading by what went wrong with the printed number. */
export const SLIP_KINDS = [
  "ten times too high",
  "ten times too low",
  "a thousand times too high",
  "a thousand times too low",
  "a million times too high",
  "a million times too low",
  "a year for a month",
  "a month for a year",
  "another currency",
  "all workers for one",
  "one worker for all",
] as const;

/** What went wrong with a printed number. */
export type SlipKind = (typeof SLIP_KINDS)[number];

/** A single slip of pen or reading that explains a claim in conflict. */
export interface Slip {
  readonly kind: SlipKind;
  /** What the printed number has to be multiplied by to undo it. */
  readonly factor: number;
  /** Of a slip of currency, the one that the number would fit in. */
  readonly currency?: string;
  /** How many times likelier the number is with this slip than with an error that nothing explains. */
  readonly bayesFactor: number;
  /** What the number was held against: the account without its origin, or another reading of the same root. */
  readonly against: "account" | "other reading";
  /** Pareto k of the account without the origin; over 0.7 the Bayes factor is not to be trusted. Absent for another reading. */
  readonly k?: number;
  /** In English: "fits if ten times lower, as when 억 is read as billion". */
  readonly words: string;
}

/** The slips that have a fixed factor, with what the printed number has to be multiplied by to undo them. */
export const FIXED_SLIPS: readonly (readonly [SlipKind, number])[] = [
  ["ten times too high", 0.1],
  ["ten times too low", 10],
  ["a thousand times too high", 1e-3],
  ["a thousand times too low", 1e3],
  ["a million times too high", 1e-6],
  ["a million times too low", 1e6],
  ["a year for a month", 1 / 12],
  ["a month for a year", 12],
];

const WORDS: Readonly<Record<SlipKind, string>> = {
  "ten times too high": "fits if ten times lower, as when 억 is read as billion",
  "ten times too low": "fits if ten times higher",
  "a thousand times too high": "fits if a thousand times lower",
  "a thousand times too low": "fits if a thousand times higher, as when “thousand” is lost",
  "a million times too high": "fits if a million times lower",
  "a million times too low": "fits if a million times higher, as when “million” is lost",
  "a year for a month": "fits if it is a year's sum printed as a month's",
  "a month for a year": "fits if it is a month's sum printed as a year's",
  "another currency": "fits if it is in another currency",
  "all workers for one": "fits if it is the sum of all workers printed as one worker's",
  "one worker for all": "fits if it is one worker's sum printed as that of all",
};

/**
 * A slip in English words, without its Bayes factor.
 * @example
 * slipWords("another currency", "RUB") // => "fits if it is in RUB"
 */
export function slipWords(kind: SlipKind, currency?: string): string {
  return kind === "another currency" && currency !== undefined ? `fits if it is in ${currency}` : WORDS[kind];
}

/** Bayes factors above this are told as "more than": nobody can be that sure of the model. */
export const LARGEST_FACTOR = 1000;

/**
 * A Bayes factor as it is told: to two significant figures, at most a thousand.
 * @example
 * [roundedFactor(38.4), roundedFactor(1e9)] // => [38,1000]
 */
export function roundedFactor(bayesFactor: number): number {
  return Math.min(LARGEST_FACTOR, Number(bayesFactor.toPrecision(2)));
}

/** A slip before it is weighed: what undoes it. */
export interface PossibleSlip {
  readonly kind: SlipKind;
  readonly factor: number;
  readonly currency?: string;
  /** Log of the chance of the printed number with this slip. */
  readonly log: number;
}

/** A slip is named when it beats a vague error by this much … */
const BEATS_VAGUE = 10;
/** … and the next slip by this much (rule E14). */
const BEATS_NEXT = 3;

/**
 * The best of possible slips; absent unless it beats a vague error ten to one and the next slip three to one (rule E14).
 * @example
 * chooseSlip([{ kind: "ten times too high", factor: 0.1, log: 0 }], -5)?.slip.kind // => "ten times too high"
 */
export function chooseSlip(
  possible: readonly PossibleSlip[],
  vague: number,
): { readonly slip: PossibleSlip; readonly bayesFactor: number } | undefined {
  const [best, next] = [...possible].sort((a, b) => b.log - a.log);
  if (!best) return undefined;
  const convincing =
    best.log - vague > Math.log(BEATS_VAGUE) && best.log - (next?.log ?? -Infinity) > Math.log(BEATS_NEXT);
  return convincing ? { slip: best, bayesFactor: Math.exp(best.log - vague) } : undefined;
}
