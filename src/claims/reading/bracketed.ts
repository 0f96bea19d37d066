import type { Amount } from "./amount.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";

/** How far apart two counts in brackets may stand, in tokens. */
const APART = 16;
const OPENING = new Set(["(", "["]);
const CLOSING = new Set([")", "]"]);

/** The whole number alone in round brackets that opens at a token. */
function loneIn(reading: Scan, opening: number): number | undefined {
  if (lowerAt(reading, opening) !== "(" || lowerAt(reading, opening + 2) !== ")") return undefined;
  const { kind, value = 0.5 } = tokenAt(reading, opening + 1) ?? {};
  return kind === "number" && value % 1 === 0 ? value : undefined;
}

/** Whether other brackets near the first count as well, and none is the next of a row: marks of notes and lists go up by one. */
function hasCompanion(reading: Scan, opening: number): boolean {
  const own = loneIn(reading, opening);
  if (own === undefined) return false;
  const { sentence } = tokenAt(reading, opening) ?? {};
  let found = false;
  for (let index = Math.max(0, opening - APART); index <= opening + APART; index++) {
    if (index === opening || tokenAt(reading, index)?.sentence !== sentence) continue;
    const other = loneIn(reading, index);
    if (other === undefined) continue;
    if (Math.abs(other - own) <= 1) return false;
    found = true;
  }
  return found;
}

const SERIES = new Set(["f", "s", "supp"]);

/** Whether "F.3d" or "F. Supp. 2d" stands in the tokens from one on, as reports of courts are cited. */
function isSeries(reading: Scan, index: number): boolean {
  return (
    SERIES.has(lowerAt(reading, index)) &&
    lowerAt(reading, index + 1) === "." &&
    tokenAt(reading, index)?.capital === true
  );
}

/**
 * Whether a bare number is the volume or page of a report of a court: "538 F.3d 706".
 * @example
 * typeof isReporter // => "function"
 */
export function isReporter(reading: Scan, { start, end }: Amount): boolean {
  if (isSeries(reading, end)) return true;
  for (let index = start - 3; index >= start - 5; index--)
    if (isSeries(reading, index)) return lowerAt(reading, start - 1) === "d";
  return false;
}

/**
 * Whether a small number alone in brackets is the mark of a note or list, and no count as in "cooks (148) and drivers (76)".
 * @example
 * typeof isBracketMark // => "function"
 */
export function isBracketMark(reading: Scan, { start, end, high }: Amount): boolean {
  if (!OPENING.has(lowerAt(reading, start - 1)) || !CLOSING.has(lowerAt(reading, end)) || high >= 1000) return false;
  const before = tokenAt(reading, start - 2);
  const isAfterWord = before?.kind === "word" && before.sentence === tokenAt(reading, start)?.sentence;
  return !isAfterWord || !hasCompanion(reading, start - 1);
}
