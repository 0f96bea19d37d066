import { currencyAfter, currencyBefore } from "./currency.ts";
import { type Numeral, numeralAt } from "./numeral.ts";
import { firstPhrase, lowerAt, phraseAt, type Scan, tokenAt } from "./reading.ts";
import { afterHyphen, type Marks, matches, unitAfter } from "./unit-after.ts";
import { halfPastAt, wholeAt, wordClockAt } from "./whole.ts";

/** One number with the marks beside it, over tokens from start to end. */
export interface Amount extends Marks {
  readonly start: number;
  readonly end: number;
  readonly numeral: Numeral;
  readonly low: number;
  readonly high: number;
  /** What a word between the number and its unit does, as 여 and 多 do. */
  readonly soft?: true;
  readonly bound?: "at least" | "at most";
}

/** A time of day or a ratio: two numbers with a colon between them, or a number with "o'clock" and the like after it. */
function clockAt(reading: Scan, start: number, numeral: Numeral): Amount | undefined {
  const colon = tokenAt(reading, numeral.end);
  const second = tokenAt(reading, numeral.end + 1);
  const glued = colon?.lower === ":" && !colon.spaced && second?.kind === "number" && !second.spaced;
  if (!glued || second.value === undefined || numeral.form !== "digits" || second.decimals > 0) return undefined;
  const end = numeral.end + 2;
  const { low } = numeral;
  const isTime = second.end - second.start === 2 && second.value < 60 && low <= 24;
  const value = isTime ? low + second.value / 60 : low / second.value;
  if (!Number.isFinite(value) || lowerAt(reading, end) === ":") return undefined;
  if (!isTime) return { start, end, numeral, low: value, high: value, ratio: true };
  const after = phraseAt(reading, end, "hour after");
  const marks = hourMarks(after?.phrase.means, value);
  return { start, end: after?.end ?? end, numeral, ...marks };
}

/** A time of day on the clock of 24 hours; night before five is after midnight. */
function hourMarks(
  half: string | undefined,
  value: number,
): { low: number; high: number; hour: "morning" | "afternoon" } {
  if (half !== "afternoon") return { low: value, high: value, hour: "morning" };
  const hours = value < 12 && value >= 1 ? value + 12 : value;
  return { low: hours, high: hours, hour: "afternoon" };
}

/** "half an hour", "a year and a half", "an hour and a half": a time whose number is an article. */
function articleTime(reading: Scan, start: number): Amount | undefined {
  const half = lowerAt(reading, start) === "half";
  const at = half && lowerAt(reading, start + 1) !== "-" ? start + 1 : start;
  if (!["a", "an", "one"].includes(lowerAt(reading, at))) return undefined;
  const time = tokenAt(reading, at + 1)?.use?.time;
  if (time === undefined) return undefined;
  const more = ["and a half", "and half", "- and - a - half"].find((phrase) => matches(reading, at + 2, phrase));
  if (!half && more === undefined) return lowerAt(reading, at + 2) === "or" ? plainTime(reading, at, time) : undefined;
  const value = half ? 0.5 : 1.5;
  const end = at + 2 + (half || more === undefined ? 0 : more.split(" ").length);
  const numeral: Numeral = {
    low: value,
    high: value,
    end,
    vague: false,
    chain: [],
    form: "article",
    large: true,
    decimals: 1,
  };
  return { start, end, numeral, low: value, high: value, time };
}

/** "a year" before "or a year and a half". */
function plainTime(reading: Scan, start: number, time: string): Amount | undefined {
  const other = articleTime(reading, start + 3);
  if (other === undefined || other.low !== 1.5) return undefined;
  const numeral: Numeral = { ...other.numeral, low: 1, high: 1, end: start + 2 };
  return { start, end: start + 2, numeral, low: 1, high: 1, time };
}

/** The marks after a number, with the token after them. */
function marksAfter(reading: Scan, numeral: Numeral): { marks: Marks; end: number; factor: number } {
  const { end } = numeral;
  const percent = phraseAt(reading, afterHyphen(reading, end), "percent");
  if (percent !== undefined) {
    const last = lowerAt(reading, percent.end - 1);
    const basis = last === "bps" || lowerAt(reading, afterHyphen(reading, end)) === "basis";
    const points = basis || last.startsWith("point") || /百分[点點]$/u.test(lowerAt(reading, end));
    const marks: Marks = { percent: points ? "percentage points" : "percent" };
    return { marks, end: percent.end, factor: basis ? 0.01 : 1 };
  }
  const tenths = tenthsAfter(reading, end);
  if (tenths !== undefined) return { marks: { percent: "percent", tenths: tenths.more }, end: tenths.end, factor: 10 };
  const hour = phraseAt(reading, end, "hour after");
  if (hour !== undefined && numeral.high <= 24) {
    return { marks: { hour: hour.phrase.means === "afternoon" ? "afternoon" : "morning" }, end: hour.end, factor: 1 };
  }
  const currency = currencyAfter(reading, afterHyphen(reading, end));
  if (currency !== undefined) {
    const marks: Marks = { currency: currency.currency, currencySide: "after" };
    return { marks, end: currency.end, factor: currency.cents ? 0.01 : 1 };
  }
  const unit = unitAfter(reading, isOfUnit(reading, end, numeral) ? end + 1 : end, numeral);
  return unit === undefined ? { marks: {}, end, factor: 1 } : { ...unit, factor: 1 };
}

/** The word between a number and its unit that softens or bounds it, in scripts without spaces: 200여 명, 5万多人. */
function innerModifier(reading: Scan, index: number): { end: number; does: Pick<Amount, "soft" | "bound"> } {
  const token = tokenAt(reading, index);
  if (token === undefined || token.lower.charCodeAt(0) < 0x3000) return oddOrPlus(reading, index);
  if (token.spaced) return { end: index, does: {} };
  const found = firstPhrase(reading, index, ["approximate after", "at least after"]);
  if (found === undefined) return { end: index, does: {} };
  return { end: found.end, does: found.role === "at least after" ? { bound: "at least" } : { soft: true } };
}

/** "thousands of miles", "hundreds of hours". */
function isOfUnit(reading: Scan, end: number, { form }: Numeral): boolean {
  if (form !== "several" && form !== "few") return false;
  const { time, measure } = tokenAt(reading, end + 1)?.use ?? {};
  return lowerAt(reading, end) === "of" && (time ?? measure) !== undefined;
}

const ODD = new Set(["odd", "some"]);
const PLUS = new Set(["plus", "+"]);

/** "15-plus years", "20-odd months": what softens or bounds a number before its unit. */
function oddOrPlus(reading: Scan, index: number): { end: number; does: Pick<Amount, "soft" | "bound"> } {
  const at = lowerAt(reading, index) === "-" ? index + 1 : index;
  const word = lowerAt(reading, at);
  const unit = tokenAt(reading, lowerAt(reading, at + 1) === "-" ? at + 2 : at + 1)?.use;
  const none = { end: index, does: {} };
  if ((unit?.time ?? unit?.measure) === undefined || unit?.number !== undefined) return none;
  if (PLUS.has(word)) return { end: at + 1, does: { bound: "at least" } };
  return ODD.has(word) ? { end: at + 1, does: { soft: true } } : none;
}

/** 成 and 할 after a number, with the digit that may follow them: 三成五 is 35 per cent. */
function tenthsAfter(reading: Scan, end: number): { more: number; end: number } | undefined {
  const token = tokenAt(reading, end);
  if (token?.use?.tenths !== true || token.spaced) return undefined;
  const next = tokenAt(reading, end + 1);
  const digit = next?.spaced === false ? (next.use?.number ?? next.value) : undefined;
  return digit === undefined || digit > 9 ? { more: 0, end: end + 1 } : { more: digit / 10, end: end + 2 };
}

/** How much a half after the unit adds: "two years and a half". */
function halfBeyond(reading: Scan, end: number, marks: Marks): number {
  if (marks.lesser !== undefined) return marks.lesser;
  if (marks.tenths !== undefined) return marks.tenths;
  return marks.time !== undefined && lowerAt(reading, end - 1) === "half" ? 0.5 : 0;
}

/**
 * The number with its currency, per cent sign or unit that begins at a token; `pair` says that an "and" may follow as the
 * middle of a range.
 * @example
 * amountAt({ text: "", tokens: [], meter: { steps: 0 } }, 0, false) ?? "none" // => "none"
 */
export function amountAt(reading: Scan, start: number, pair: boolean): Amount | undefined {
  const token = tokenAt(reading, start);
  if (token === undefined || (token.kind !== "number" && token.use === undefined && token.kind !== "mark"))
    return undefined;
  const span =
    wholeAt(reading, start) ?? halfPastAt(reading, start) ?? wordClockAt(reading, start) ?? articleTime(reading, start);
  if (span !== undefined) return span;
  const before = currencyBefore(reading, start);
  const numeral = numeralAt(reading, before?.end ?? start, pair);
  if (numeral === undefined || (before !== undefined && isMagnitude(reading, before.end))) return undefined;
  const clock = before === undefined ? clockAt(reading, start, numeral) : undefined;
  if (clock !== undefined) return clock;
  const inner = innerModifier(reading, numeral.end);
  const { marks, end, factor } = marksAfter(reading, { ...numeral, end: inner.end });
  if (numeral.form === "fraction" && marks.time !== undefined && !isPartOfTime(reading, start, numeral))
    return undefined;
  const more = halfBeyond(reading, end, marks);
  const low = (numeral.low + more) * factor;
  const high = (numeral.high + more) * factor;
  const amount: Amount = { start, end, numeral, low, high, ...marks, ...inner.does };
  if (before === undefined) return amount;
  const cents = before.cents === true && amount.currency === undefined;
  return withLeading(cents ? { ...amount, low: low / 100, high: high / 100 } : amount, before.currency);
}

/** Whether a fraction can be of a time: "a quarter", "half", "three quarters", but not "the fourth" of "the fourth year". */
function isPartOfTime(reading: Scan, start: number, numeral: Numeral): boolean {
  return [0.25, 0.5, 0.75].includes(numeral.low) && lowerAt(reading, start) !== "fourth";
}

/** Whether a magnitude stands where a number should: "(US$ million)" is the head of a column. */
function isMagnitude(reading: Scan, index: number): boolean {
  const use = tokenAt(reading, index)?.use;
  return use?.magnitude !== undefined && use.number === undefined;
}

/** An amount whose currency stands before it; what stands after it may be the same currency again, or none. */
function withLeading(amount: Amount, currency: string): Amount {
  const { start, numeral, low, high, end } = amount;
  if (amount.currency !== undefined) {
    const code = currency === "USD" ? amount.currency : currency;
    return { start, end, numeral, low, high, currency: code, currencySide: "both" };
  }
  return { start, end: numeral.end, numeral, low, high, currency, currencySide: "before" };
}

/**
 * Whether a phrase that softens or bounds a number begins at a token.
 * @example
 * isModifier({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => false
 */
export function isModifier(reading: Scan, index: number): boolean {
  return firstPhrase(reading, index, ["approximate", "at least", "at most"]) !== undefined;
}
