import type { AuditCause } from "./audit-finding.ts";
import type { Interval } from "./interval.ts";

/** A slip of pen or reading that multiplies a number. */
export interface ScaleSlip {
  readonly factor: number;
  readonly cause: AuditCause;
  /** For a number in a unit: what the slip is likely to be. */
  readonly words: (unit: string) => string;
}

/** Ends of two ranges count as the same number times a factor when they are this close, on the log scale. */
const CLOSE = Math.log(1.05);
/** Of two numbers with one root, one end may have been changed on the way. */
const CHANGED = Math.log(1.3);

const SLIPS: readonly ScaleSlip[] = [
  {
    factor: 10,
    cause: "ten times",
    words: (unit) =>
      unit === "money"
        ? "ten times: in Korean 억 is a hundred million and is easily read as a billion; or a nought was added or lost"
        : "ten times: a nought was added or lost, or 만, ten thousand in Korean, was read as a thousand",
  },
  { factor: 100, cause: "a hundred times", words: () => "a hundred times: two noughts, or a decimal point" },
  {
    factor: 1000,
    cause: "thousand lost",
    words: () => "a thousand times: the word thousand has been lost, or million stands for billion",
  },
  { factor: 1e6, cause: "million lost", words: () => "a million times: the word million has been lost" },
  { factor: 12, cause: "month as year", words: () => "twelve times: a month's sum is printed as a year's" },
];

/**
 * The slip that turns the smaller of two numbers into the larger; absent where none does. Numbers of one root may differ at one
 * end, as where the one was miscopied.
 * @example
 * scaleSlip({ low: 150e6, high: 230e6 }, { low: 1.5e9, high: 2.3e9 }).factor // => 10
 */
export function scaleSlip(smaller: Interval, larger: Interval, oneRoot = false): ScaleSlip | undefined {
  if (smaller.low <= 0 || !Number.isFinite(smaller.high + larger.high)) return undefined;
  const ratios = [larger.low / smaller.low, larger.high / smaller.high];
  return SLIPS.find(({ factor }) => {
    const off = ratios.map((ratio) => Math.abs(Math.log(ratio / factor)));
    const [nearest, farthest] = [Math.min(...off), Math.max(...off)];
    return nearest < CLOSE && farthest < (oneRoot ? CHANGED : CLOSE);
  });
}
