import { lowerAt, type Scan, tokenAt } from "./reading.ts";

/** Signs for parts of one. */
export const VULGAR: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3 };

/**
 * What comes after a number and adds to it: the token after it, and the half that "and a half" adds.
 * @example
 * halfAfter({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "none" // => "none"
 */
export function halfAfter(reading: Scan, index: number): { end: number; value: number } | undefined {
  const token = tokenAt(reading, index);
  const vulgar = token?.kind === "mark" ? VULGAR[token.lower] : undefined;
  if (vulgar !== undefined) return { end: index + 1, value: vulgar };
  if (token?.lower === "半") return { end: index + 1, value: 0.5 };
  if (token?.lower === "-") return hyphenHalf(reading, index);
  if (token?.kind === "number") return brokenAfter(reading, index);
  if (token?.lower !== "and") return undefined;
  const next = lowerAt(reading, index + 1) === "a" ? index + 2 : index + 1;
  return lowerAt(reading, next) === "half" ? { end: next + 1, value: 0.5 } : undefined;
}

/** The 1/2 of "4 1/2". */
function brokenAfter(reading: Scan, index: number): { end: number; value: number } | undefined {
  const [upper, slash, lower] = [0, 1, 2].map((offset) => tokenAt(reading, index + offset));
  if (slash?.lower !== "/" || slash.spaced || lower?.kind !== "number" || lower.spaced) return undefined;
  const [part = 0, whole = 0] = [upper?.value, lower.value];
  return part > 0 && part < whole && [2, 3, 4].includes(whole) ? { end: index + 3, value: part / whole } : undefined;
}

/** The half of "one-and-a-half". */
function hyphenHalf(reading: Scan, index: number): { end: number; value: number } | undefined {
  const isHalf = ["-", "and", "-", "a", "-", "half"].every((word, offset) => lowerAt(reading, index + offset) === word);
  return isHalf ? { end: index + 6, value: 0.5 } : undefined;
}
