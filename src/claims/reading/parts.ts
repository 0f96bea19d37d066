import { amountAt } from "./amount.ts";
import type { Printed } from "./printed.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";

const WHOLES = new Set(["digits", "words"]);

/** Whether the number at a token is ten or a hundred, of which shares are told: "six of 10 workers". */
function isRoundWhole(reading: Scan, index: number): boolean {
  const token = tokenAt(reading, index);
  return token?.value === 10 || token?.value === 100 || token?.use?.number === 10;
}

/** Where the whole of "one in five", "3 out of every 4" or "one-in-seven" begins. */
function wholeStart(reading: Scan, end: number): { at: number; out: boolean } | undefined {
  if (lowerAt(reading, end) === "-" && lowerAt(reading, end + 1) === "in" && lowerAt(reading, end + 2) === "-")
    return { at: end + 3, out: false };
  const out = lowerAt(reading, end) === "out" && lowerAt(reading, end + 1) === "of";
  if (lowerAt(reading, end) === "of" && lowerAt(reading, end + 1) === "every") return { at: end + 2, out: false };
  if (lowerAt(reading, end) === "of" && isRoundWhole(reading, end + 1)) return { at: end + 1, out: false };
  if (!out && lowerAt(reading, end) !== "in") return undefined;
  const after = out ? end + 2 : end + 1;
  return { at: lowerAt(reading, after) === "every" ? after + 1 : after, out };
}

/**
 * The share in per cent that "one in five" and "3 out of 4" give, with the token after it; absent where a number is none of
 * these.
 * @example
 * typeof partOf // => "function"
 */
export function partOf(reading: Scan, printed: Printed): { low: number; high: number; end: number } | undefined {
  const { amount, end, isRange } = printed;
  const start = isRange ? undefined : wholeStart(reading, end);
  if (start === undefined || amount.numeral.form === "few" || amount.high > 100 || amount.high < 1) return undefined;
  const whole = amountAt(reading, start.at, false);
  if (whole === undefined || whole.high <= amount.high || whole.high > 1000 || whole.numeral.decimals > 0)
    return undefined;
  const { currency, percent, age, ratio, hour, time, measure, numeral } = whole;
  const marks = [currency, percent, age, ratio, hour, time, measure];
  if (!WHOLES.has(numeral.form) || marks.some((mark) => mark !== undefined)) return undefined;
  if (!start.out && amount.high > 9) return undefined;
  return { low: (100 * amount.low) / whole.high, high: (100 * amount.high) / whole.high, end: whole.end };
}
