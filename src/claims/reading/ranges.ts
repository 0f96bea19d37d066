import { type Amount, amountAt } from "./amount.ts";
import { firstPhrase, lowerAt, phraseAt, type Scan, tokenAt } from "./reading.ts";
import { namedHourAt } from "./whole.ts";

const ORS = new Set(["or", "或", "или"]);
const GLUED = new Set(["-", "–", "‐", "‑", "−"]);

/** Currency, unit or sign that two ends of a range must not have different ones of. */
function clash<T>(one: T | undefined, other: T | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function kindsClash(low: Amount, high: Amount): boolean {
  if (clash(low.currency, high.currency) || clash(low.percent, high.percent)) return true;
  if (clash(low.time, high.time) || clash(low.measure, high.measure)) return true;
  if (low.ratio === true || high.ratio === true) return true;
  if (low.time !== undefined && kindOf(high) === "bare" && high.high >= 1900) return true;
  if (low.percent !== undefined && kindOf(high) === "bare" && (high.numeral.large || high.low > 100)) return true;
  const kinds = [low, high].map((end) => kindOf(end)).filter((kind) => kind !== "bare");
  return kinds.length === 2 && kinds[0] !== kinds[1];
}

function kindOf(amount: Amount): string {
  if (amount.currency !== undefined) return "money";
  if (amount.percent !== undefined) return "share";
  if (amount.age === true) return "age";
  if (amount.time !== undefined) return "time";
  if (amount.measure !== undefined) return "measure";
  return amount.hour !== undefined ? "hour" : "bare";
}

/** Whether a unit stands after the first number, so that the second number's magnitude is its own. */
function isClosed(low: Amount): boolean {
  return (low.currencySide ?? "before") !== "before" || low.percent !== undefined || low.time !== undefined;
}

/**
 * What the first number of a range is multiplied by because the second one's magnitude holds for both: the longest tail of
 * magnitudes under which the first stays below the second.
 * @example
 * typeof sharedMagnitude // => "function"
 */
export function sharedMagnitude(low: Amount, high: Amount): number {
  if (isClosed(low) || low.numeral.form === "several") return 1;
  const { chain, form } = high.numeral;
  const grouped = form === "digits" && !hasWords(high);
  if (grouped && (low.numeral.large || low.high <= 1 || (low.currency !== undefined && high.currencySide === "before")))
    return 1;
  for (let from = 0; from < chain.length; from++) {
    const product = chain.slice(from).reduce((all, one) => all * one, 1);
    if (low.numeral.chain.at(-1) === product && low.numeral.form !== "digits") continue;
    if (low.low * product <= high.high && !(low.numeral.chain.length > 0 && low.low * product < high.high / 100))
      return product;
  }
  return 1;
}

/** Whether the magnitude of a number is a word, not the zeros of its digits. */
function hasWords(amount: Amount): boolean {
  const { numeral } = amount;
  return (
    numeral.large &&
    numeral.end - amount.start > (amount.currencySide === "before" || amount.currencySide === "both" ? 2 : 1)
  );
}

/** The two ends of a range as one amount; absent when they make none. */
function joined(low: Amount, high: Amount): Amount | undefined {
  if (kindsClash(low, high)) return undefined;
  const factor = sharedMagnitude(low, high);
  const first = low.low * factor;
  if (
    first > high.high ||
    (first === high.high && low.hour === undefined && low.numeral.form === high.numeral.form && factor === 1)
  )
    return undefined;
  if (low.numeral.form === "words" && low.high === 1 && high.currencySide === "before") return undefined;
  if (low.numeral.form === "fraction" && factor === 1 && high.numeral.form !== "fraction" && kindOf(high) !== "share")
    return undefined;
  const side = high.currencySide ?? low.currencySide;
  const { numeral } = high;
  return {
    ...low,
    ...high,
    start: low.start,
    low: first,
    high: high.high,
    numeral: {
      ...numeral,
      vague: numeral.vague || low.numeral.vague,
      large: numeral.large || low.numeral.large,
      low: low.numeral.low,
    },
    ...(side === undefined ? {} : { currencySide: side }),
    lowDecimals: low.numeral.decimals,
    ...(low.hour === undefined ? {} : { hourFrom: low.hour }),
  };
}

/** Where the second number of a range begins, if a word or mark at a token joins two numbers. */
function afterJoin(reading: Scan, index: number, between: boolean): { next: number; word: string } | undefined {
  const word = lowerAt(reading, index);
  if (ORS.has(word)) return { next: index + 1, word: "or" };
  const start = word === "," ? index + 1 : index;
  if (lowerAt(reading, start) === "if" && lowerAt(reading, start + 1) === "not") return { next: start + 2, word: "or" };
  if (word === "-" && ORS.has(lowerAt(reading, index + 1))) return { next: index + 2, word: "or" };
  const found = firstPhrase(reading, index, between ? ["joins", "pairs"] : ["joins"]);
  if (found === undefined) return hourJoin(reading, index);
  const soft = phraseAt(reading, found.end, "approximate");
  return { next: soft?.end ?? found.end, word };
}

/** "until" and "till" join hours of the day only. */
function hourJoin(reading: Scan, index: number): { next: number; word: string } | undefined {
  const word = lowerAt(reading, index);
  return word === "until" || word === "till" ? { next: index + 1, word: "until" } : undefined;
}

/** Whether "or" may join these: two bare numbers, or units that are the same. */
function orJoins(low: Amount, high: Amount): boolean {
  const both = low.numeral.form === "several" && high.numeral.form === "several";
  if (kindOf(low) === "bare") return (!low.numeral.vague || both) && low.high < high.high;
  if (low.currencySide === "before" && high.currency === low.currency) return low.high < high.high;
  return low.numeral.form === "article" && kindOf(low) === kindOf(high);
}

/** A hyphen joins two numbers only where it is glued to both or to neither, and no third part follows. */
function hyphenJoins(reading: Scan, low: Amount, high: Amount): boolean {
  const mark = tokenAt(reading, low.end);
  if (mark === undefined || !GLUED.has(mark.lower)) return true;
  const next = tokenAt(reading, low.end + 1);
  if (mark.lower === "–" && mark.spaced && next?.spaced === true && high.numeral.form === "words") return false;
  return true;
}

/** "until" needs small numbers on both sides. */
function untilJoins(low: Amount, high: Amount): boolean {
  return (
    low.high <= 24 &&
    high.high <= 24 &&
    ["bare", "hour"].includes(kindOf(low)) &&
    ["bare", "hour"].includes(kindOf(high))
  );
}

/** Whether a bare number is the year of "in 2007 to $445 billion". */
function isYearBefore(reading: Scan, low: Amount): boolean {
  if (kindOf(low) !== "bare" || low.numeral.large || low.low < 1900 || low.low > 2100) return false;
  const before = tokenAt(reading, low.start - 1);
  return before?.use?.month === true || YEAR_WORDS.has(before?.lower ?? "");
}

const YEAR_WORDS = new Set(["in", "since", "by", "during", "of"]);

function secondEnd(reading: Scan, low: Amount, opened: string): Amount | undefined {
  const join = afterJoin(reading, low.end, opened.includes("between") || opened === "между" || opened === "在");
  if (join === undefined) return undefined;
  const part = tokenAt(reading, join.next)?.use;
  const isPart = low.hour !== undefined && (part?.beforeHour === true || part?.beforeAfternoon === true);
  const isHour = low.hour !== undefined || (opened === "from" && kindOf(low) === "bare" && low.high <= 24);
  const named = isHour ? namedHourAt(reading, join.next) : undefined;
  const plain = named ?? amountAt(reading, isPart ? join.next + 1 : join.next, false);
  if (plain === undefined) return undefined;
  const high: Amount = isPart && part?.beforeAfternoon === true ? { ...plain, hour: "afternoon" } : plain;
  if (join.word === "or" && !orJoins(low, high)) return undefined;
  if (join.word === "until" && !untilJoins(low, high)) return undefined;
  if (isYearBefore(reading, low) && (kindOf(high) !== "bare" || high.numeral.large)) return undefined;
  return hyphenJoins(reading, low, high) ? high : undefined;
}

/**
 * The range that begins with an amount, or the amount itself where no second end follows. `opened` is the word before it
 * that opens a range, if any.
 * @example
 * typeof rangeFrom // => "function"
 */
export function rangeFrom(reading: Scan, low: Amount, opened: string): Amount {
  const high = secondEnd(reading, low, opened);
  const range = high && (joined(low, high) ?? overnight(low, high, opened));
  if (range === undefined || high === undefined) return low;
  const third = secondEnd(reading, range, "");
  const longer =
    third && third.numeral.form === "digits" && range.end - low.start < 16 ? joined(range, third) : undefined;
  return longer !== undefined && !GLUED.has(lowerAt(reading, high.start - 1)) ? longer : range;
}

/** Hours of the day may run down: "from 11 to 2", "9 to 4.30 p.m.". */
function overnight(low: Amount, high: Amount, opened: string): Amount | undefined {
  const hours = untilJoins(low, high) && (opened === "from" || low.hour !== undefined || high.hour !== undefined);
  if (!hours || low.ratio === true || high.ratio === true || low.numeral.large || high.numeral.large) return undefined;
  return {
    ...high,
    start: low.start,
    low: low.low,
    high: high.high,
    lowDecimals: low.numeral.decimals,
    ...(low.hour === undefined ? {} : { hourFrom: low.hour }),
    hour: high.hour ?? low.hour ?? "morning",
  };
}
