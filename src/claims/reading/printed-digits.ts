/** A number in digits: how many UTF-16 units it takes, and what it is worth; no value for a code such as 12.04.2012. */
export interface PrintedDigits {
  readonly length: number;
  readonly value?: number;
  /** Whether thousands are set apart. */
  readonly grouped: boolean;
  /** Digits after the decimal sign. */
  readonly decimals: number;
}

const LONGEST = 40;
const SPACES = " \u00a0\u2009\u202f";

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

/** The end of the run of digits, with points and commas between them, that begins at an index. */
function runEnd(text: string, index: number): number {
  let end = index;
  const last = index + LONGEST;
  while (end < last && (isDigit(text, end) || (isSeparator(text, end) && isDigit(text, end + 1)))) end++;
  return end;
}

function isSeparator(text: string, index: number): boolean {
  const character = text.charAt(index);
  return character === "," || character === "." || character === "，";
}

/** How far groups of three digits set apart by apostrophes go on, as in `15'000`. */
function apostropheEnd(text: string, index: number, end: number): number {
  if (end - index > 3 || text.charAt(index) === "0") return end;
  let at = end;
  while ((text.charAt(at) === "'" || text.charAt(at) === "’") && isGroup(text, at + 1) && at - index < LONGEST) at += 4;
  return at;
}

/** How far groups of three digits set apart by spaces go on, as in `15 000`. */
function spacedEnd(text: string, index: number, end: number): number {
  if (end - index > 3 || text.charAt(index) === "0") return end;
  let at = end;
  while (SPACES.includes(text.charAt(at) || "-") && isGroup(text, at + 1) && at - index < LONGEST) at += 4;
  return at;
}

/** How far a number goes on whose comma has a space after it, as in `28, 000`: three noughts are a number of nothing else. */
function slippedEnd(text: string, index: number, end: number): number {
  if (end - index > 3 || text.charAt(index) === "0") return end;
  return text.startsWith(", 000", end) && isGroup(text, end + 2) ? end + 5 : end;
}

function isGroup(text: string, index: number): boolean {
  for (let offset = 0; offset < 3; offset++) if (!isDigit(text, index + offset)) return false;
  if (isDigit(text, index + 3)) return false;
  return !(isSeparator(text, index + 3) && isDigit(text, index + 4) && isGroup(text, index + 4));
}

/** Digits of any width as plain ones, without the signs between groups. */
function plain(text: string): string {
  return text.replace(/[\uff10-\uff19]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 48));
}

function worth(length: number, digits: string, grouped: boolean): PrintedDigits {
  const decimals = digits.split(".")[1]?.length ?? 0;
  const value = Number(digits);
  return Number.isFinite(value) && digits.length <= 25
    ? { length, value, grouped, decimals }
    : { length, grouped, decimals };
}

/** What a run is worth with a point before its decimals; absent when its signs make no sense that way. */
function pointDecimal(run: string): PrintedDigits | undefined {
  if (/^\d+(\.\d+)?$/u.test(run)) return worth(run.length, run, false);
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/u.test(run) || /^\d{1,2}(,\d{2})+,\d{3}$/u.test(run)) {
    return worth(run.length, run.replaceAll(",", ""), true);
  }
  if (/^\d{1,3}(\.\d{3}){2,}$/u.test(run)) return worth(run.length, run.replaceAll(".", ""), true);
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/u.test(run)) {
    return worth(run.length, run.replaceAll(".", "").replace(",", "."), true);
  }
  return undefined;
}

/** What a run is worth with a comma before its decimals. */
function commaDecimal(run: string): PrintedDigits | undefined {
  if (/^\d+,(\d{1,2}|\d{4,})$/u.test(run)) return worth(run.length, run.replace(",", "."), false);
  if (/^\d{1,3}(\.\d{3})+$/u.test(run)) return worth(run.length, run.replaceAll(".", ""), true);
  return undefined;
}

/**
 * The number in digits that begins at an index of a text, with a point or a comma before its decimals.
 * @example
 * printedDigits("15 000", 0, ".").value // => 15000
 */
export function printedDigits(text: string, index: number, decimal: "." | ","): PrintedDigits {
  const end = runEnd(text, index);
  const slipped = slippedEnd(text, index, end);
  if (slipped > end) return spacedWorth(text, index, slipped, decimal);
  const quoted = apostropheEnd(text, index, end);
  if (quoted > end) return spacedWorth(text, index, quoted, decimal);
  const spaced = spacedEnd(text, index, end);
  if (spaced > end) return spacedWorth(text, index, spaced, decimal);
  const run = plain(text.slice(index, end)).replaceAll("，", ",");
  const found = (decimal === "," ? commaDecimal(run) : undefined) ?? pointDecimal(run);
  if (found !== undefined) return found;
  const comma = run.indexOf(",");
  if (comma === -1) return { length: run.length, grouped: false, decimals: 0 };
  return printedDigits(text.slice(index, index + comma), 0, decimal);
}

function spacedWorth(text: string, index: number, end: number, decimal: "." | ","): PrintedDigits {
  const digits = plain(text.slice(index, end)).replace(/[^0-9]/gu, "");
  const comma = text.charAt(end) === "," && /^\d{1,2}(?![\d,])/u.test(text.slice(end + 1, end + 4));
  if ((text.charAt(end) !== decimal && !comma) || !isDigit(text, end + 1)) return worth(end - index, digits, true);
  const fraction = /^\d+/u.exec(text.slice(end + 1, end + 12))?.[0] ?? "";
  return worth(end - index + 1 + fraction.length, `${digits}.${fraction}`, true);
}
