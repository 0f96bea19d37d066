import { isEastern } from "./eastern.ts";
import type { Printed } from "./printed.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";
import { isFunctionWord } from "./surroundings.ts";

/**
 * Whether a fraction without a magnitude is a share: "half of the pay", "a third of them", "half their salary".
 * @example
 * typeof isShare // => "function"
 */
export function isShare(reading: Scan, printed: Printed): boolean {
  const { amount, start, end } = printed;
  if (isOvertime(reading, start)) return false;
  if (printed.isRange || lowerAt(reading, start - 1) === "by" || printed.approximate || printed.bound !== undefined)
    return true;
  if (lowerAt(reading, end) === "of") return !HALVES.has(lowerAt(reading, amount.start - 1));
  if (isEastern(reading, amount.start) || isEastern(reading, amount.start + 1)) return true;
  if (isLoneShare(reading, printed)) return true;
  const words = amount.end - amount.start;
  if (words > 1 && amount.numeral.low !== 0.5)
    return lowerAt(reading, amount.start) !== "a" && lowerAt(reading, amount.start) !== "one"
      ? true
      : lowerAt(reading, amount.start + 1) === "-";
  return (
    lowerAt(reading, amount.start) === "half" &&
    ["the", "that", "their", "his", "her", "its", "our", "my", "your"].includes(lowerAt(reading, end))
  );
}

/** Words that make a half a place or a time: "the southern half of the peninsula", "the first half of the year". */
const HALVES = new Set(
  "first second other latter southern northern eastern western upper lower top bottom left right".split(" "),
);

const NOT_SHARES = new Set([
  "first",
  "second",
  "other",
  "last",
  "latter",
  "the",
  "a",
  "this",
  "in",
  "per",
  "each",
  "every",
]);
const AFTER_SHARE = new Set(
  "to went goes go into is was are were on from for at that have had has would will what".split(" "),
);

/** The half of "time and a half", a rate of pay. */
function isOvertime(reading: Scan, start: number): boolean {
  const words = [1, 2, 3, 4].map((back) => lowerAt(reading, start - back)).filter((word) => word !== "-");
  return words[0] === "and" && words[1] === "time";
}

/** Whether a number or a time stands at a token, so that "and a half" belongs to it. */
function isCounted(reading: Scan, index: number): boolean {
  const token = tokenAt(reading, index);
  return token?.kind === "number" || (token?.use?.number ?? token?.use?.time ?? token?.use?.magnitude) !== undefined;
}

/** "She sent half to her family", "a quarter into weddings", "one half is suspended": a fraction without "of". */
function isLoneShare(reading: Scan, { amount, start, end }: Printed): boolean {
  if (NOT_SHARES.has(lowerAt(reading, start - 1)) || !AFTER_SHARE.has(lowerAt(reading, end))) return false;
  if (isOvertime(reading, start)) return false;
  if (lowerAt(reading, start - 1) === "and" && isCounted(reading, start - 2)) return false;
  const bare = lowerAt(reading, amount.start) === "half";
  const words = amount.end - amount.start;
  const third = lowerAt(reading, amount.start) === "a" && lowerAt(reading, amount.start + 1) === "third";
  return bare ? words === 1 : words === 2 && !third && lowerAt(reading, end) !== "past";
}

/**
 * The tokens that say what a share is a share of, after "of"; absent where nothing does.
 * @example
 * shareOfAt({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "nothing" // => "nothing"
 */
export function shareOfAt(reading: Scan, end: number): { first: number; last: number } | undefined {
  if (lowerAt(reading, end) !== "of") return undefined;
  const sentence = tokenAt(reading, end)?.sentence;
  let last = end;
  for (let index = end + 1; index < end + 9; index++) {
    const token = tokenAt(reading, index);
    if (token === undefined || token.sentence !== sentence || token.kind === "number") break;
    const inner = token.kind === "mark" ? ["’", "'", "-"].includes(token.lower) : isInner(token.lower);
    if (!inner) break;
    last = index;
  }
  return last === end ? undefined : { first: end + 1, last };
}

const POSSESSIVES = new Set([
  "the",
  "a",
  "an",
  "all",
  "both",
  "their",
  "his",
  "her",
  "its",
  "our",
  "your",
  "my",
  "that",
  "this",
  "these",
  "those",
  "them",
  "it",
  "what",
]);

function isInner(word: string): boolean {
  return POSSESSIVES.has(word) || !isFunctionWord(word);
}
