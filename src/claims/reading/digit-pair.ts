import { type Scan, tokenAt } from "./reading.ts";

/** A range of two digits with the magnitudes after them, over tokens to the end. */
export interface DigitPair {
  readonly low: number;
  readonly high: number;
  readonly end: number;
  readonly chain: readonly number[];
}

/** The digit that a Han character is; absent for any other token. */
function hanDigit(reading: Scan, index: number): number | undefined {
  const token = tokenAt(reading, index);
  const code = token?.lower.charCodeAt(0) ?? 0;
  const value = token?.use?.number;
  return code >= 0x3400 && code < 0xa000 && value !== undefined && value < 10 ? value : undefined;
}

/**
 * Two neighbouring digits in Han characters as the range that they are: 五六, 一两, with the magnitudes after them.
 * @example
 * digitPair({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "none" // => "none"
 */
export function digitPair(reading: Scan, start: number): DigitPair | undefined {
  const [low, high] = [hanDigit(reading, start), hanDigit(reading, start + 1)];
  if (low === undefined || high === undefined || tokenAt(reading, start + 1)?.spaced !== false) return undefined;
  if (low === 0 || (high !== low + 1 && !(low === 3 && high === 5))) return undefined;
  if (hanDigit(reading, start - 1) !== undefined || hanDigit(reading, start + 2) !== undefined) return undefined;
  const chain: number[] = [];
  let end = start + 2;
  for (; chain.length < 3; end++) {
    const magnitude = tokenAt(reading, end)?.use?.magnitude;
    if (magnitude === undefined) break;
    chain.push(magnitude);
  }
  const product = chain.reduce((all, one) => all * one, 1);
  return { low: low * product, high: high * product, end, chain };
}
