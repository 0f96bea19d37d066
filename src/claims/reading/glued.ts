import { type Scan, tokenAt } from "./reading.ts";
import type { Token } from "./tokens.ts";

const QUOTES = new Set(["”", "’", "'", '"', "»", ")", "]", ".", ",", "』", "」", "!", "?"]);
const ORDINALS = new Set(["st", "nd", "rd", "th", "s", "er", "e", "º", "°", "ª", "го", "е", "й", "я", "ые", "х", "м"]);

/**
 * Whether a number in digits runs into letters before or after it, as footnote marks, codes and ordinals do.
 * @example
 * isGlued({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => false
 */
export function isGlued(reading: Scan, first: number): boolean {
  const token = tokenAt(reading, first);
  if (token === undefined || token.kind !== "number") return false;
  if (token.value === undefined) return true;
  const before = tokenAt(reading, first - 1);
  const after = tokenAt(reading, first + 1);
  return gluedBefore(reading, first, token, before) || gluedAfter(reading, first, after);
}

function gluedBefore(reading: Scan, first: number, token: Token, before: Token | undefined): boolean {
  if (before === undefined || token.spaced) return false;
  if (before.kind === "number") return true;
  if (before.kind === "word") return !isReadable(before);
  if (before.lower === "/" && tokenAt(reading, first - 2)?.use?.currency !== undefined) return false;
  if (before.lower === "/" || before.lower === "_" || before.lower === "#" || before.lower === "№") return true;
  if (before.lower === ":" && !before.spaced && tokenAt(reading, first - 2)?.kind === "number") return true;
  if (before.lower === "-" && !before.spaced) return gluedByHyphen(reading, first);
  if (!QUOTES.has(before.lower) || before.spaced) return false;
  if ((tokenAt(reading, first - 2)?.lower.charCodeAt(0) ?? 0) >= 0x3000) return false;
  return before.lower !== "'" || tokenAt(reading, first - 2)?.kind === "word";
}

/** A number after a hyphen: `mid-20`, `under-18` are read, `COVID-19`, `F-35` and telephone numbers are not. */
function gluedByHyphen(reading: Scan, first: number): boolean {
  const before = tokenAt(reading, first - 2);
  if (before?.kind === "number") return true;
  if (before?.kind !== "word") return false;
  if (before.end - before.start === 1) return true;
  if (before.lower === "then" || before.lower === "now") return false;
  return !(before.use !== undefined && Object.keys(before.use.phrases).length > 0);
}

/** Words that a number may be glued to without being part of a name: those of the number grammar, and Han and Hangul. */
function isReadable(token: Token): boolean {
  const eastern = token.lower.charCodeAt(0) >= 0x3000;
  if (eastern) return true;
  const { use } = token;
  if (use === undefined) return false;
  return (
    use.currency !== undefined ||
    use.phrases.joins !== undefined ||
    use.phrases.pairs !== undefined ||
    token.lower === "or"
  );
}

function gluedAfter(reading: Scan, first: number, after: Token | undefined): boolean {
  if (after === undefined || after.spaced) return false;
  if (after.lower === "/" && tokenAt(reading, first + 2)?.kind === "number") return true;
  if (after.kind !== "word" || after.lower.charCodeAt(0) >= 0x3000) return false;
  if (ORDINALS.has(after.lower)) return true;
  if (after.capital && after.lower === "a") return true;
  const { use } = after;
  if (use === undefined) return true;
  const known = use.magnitude ?? use.currency ?? use.time ?? use.measure ?? use.noun;
  return known === undefined && Object.keys(use.phrases).length === 0;
}
