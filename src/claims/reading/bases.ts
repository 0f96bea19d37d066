import type { QuantityKind } from "../quantity.ts";
import { basisAt, CONSUMERS, isEachVerb, PER_TIMES } from "./basis.ts";
import { lowerAt, phraseAt, type Scan, tokenAt } from "./reading.ts";
import { isFunctionWord } from "./surroundings.ts";
import type { Token } from "./tokens.ts";

const AFTER_WINDOW = 9;
/** "every day" and "each year" hold for what is counted from further off. */
const FAR_WINDOW = 14;
const EVERY = new Set(["every", "each"]);
const SETTING = new Set(["in", "at", "on", "during", "between", "from", "for", "throughout"]);
const BEFORE_WINDOW = 22;
const BASIS_STOPS = new Set([";", "?", "!", "。", "；", "though", "although", "whereas", "because"]);
const ADVERBS = new Set(["annual", "monthly", "weekly", "daily", "hourly", "yearly"]);
const OWNERS = new Set(["a", "an", "the", "its", "their", "his", "her", "our", "of", "this", "that"]);

function add(list: string[], word: string): void {
  const isKnown = list.includes(word) || (PER_TIMES.has(word) && list.some((one) => PER_TIMES.has(one)));
  if (!isKnown) list.push(word);
}

/** Words after a number that give its basis; past a comma only right after it. */
function basesAfter(reading: Scan, end: number, per: string[], money: boolean): void {
  const sentence = tokenAt(reading, end - 1)?.sentence;
  for (let index = end; index < end + FAR_WINDOW; ) {
    const token = tokenAt(reading, index);
    if (token === undefined || token.sentence !== sentence || BASIS_STOPS.has(token.lower)) return;
    if (token.lower === "(") {
      index = afterBracket(reading, index);
      continue;
    }
    if (token.lower === "." && tokenAt(reading, index + 1)?.sentence !== sentence) return;
    if (token.kind === "number" || (token.use?.number ?? 0) > 1) return;
    if (token.use?.currency !== undefined) return;
    const isComma = COMMAS.has(token.lower);
    if (isComma && (per.length > 0 || basisAt(reading, index + 1) === undefined || isEasternAt(reading, index + 1)))
      return;
    const basis = basisAt(reading, index);
    if (basis !== undefined && isEasternAt(reading, index) && startsNumber(reading, basis.end)) return;
    const near = index < end + AFTER_WINDOW || EVERY.has(lowerAt(reading, index));
    if (basis !== undefined && near && !isOfAnother(reading, index, { end, money })) add(per, basis.per);
    index = basis?.end ?? index + 1;
  }
}

/** Whether a number begins at a token, perhaps after a word that softens or bounds it: 연간 5억, 每月约80. */
function startsNumber(reading: Scan, index: number): boolean {
  const token = tokenAt(reading, index);
  if (token?.kind === "number" || token?.use?.number !== undefined) return true;
  const { approximate, "at least": least, "at most": most } = token?.use?.phrases ?? {};
  return (approximate ?? least ?? most) !== undefined;
}

/** Whether "daily" and its like stand further on in a noun phrase of their own: "$300 and an hourly rate". */
function isOfAnother(reading: Scan, index: number, after: { end: number; money: boolean }): boolean {
  if (lowerAt(reading, index) === "each" && isEachVerb(reading, index + 1)) return index > after.end;
  if (index === after.end || !ADVERBS.has(lowerAt(reading, index))) return false;
  if (OWNERS.has(lowerAt(reading, index - 1))) return true;
  const next = tokenAt(reading, index + 1);
  return !after.money && next?.kind === "word" && !isFunctionWord(next.lower);
}

/** The token after a bracket that opens at a token and closes soon; the one after the opening where it does not. */
function afterBracket(reading: Scan, open: number): number {
  for (let index = open + 1; index < open + 10; index++) if (lowerAt(reading, index) === ")") return index + 1;
  return open + 1;
}

const COMMAS = new Set([",", "，", "、", ";", "；"]);

function isEasternAt(reading: Scan, index: number): boolean {
  return (tokenAt(reading, index)?.lower.charCodeAt(0) ?? 0) >= 0x400;
}

/** Words before a number that give its basis, back to another number: "the monthly wage is 360", "in one month you earn". */
function basesBefore(reading: Scan, start: number, per: string[], counts: boolean): void {
  const sentence = tokenAt(reading, start)?.sentence;
  let comma = false;
  for (let index = start - 1; index >= start - BEFORE_WINDOW; index--) {
    const token = tokenAt(reading, index);
    if (token === undefined || token.sentence !== sentence) return;
    if (token.kind === "number" && !isPercent(reading, index) && !isYear(token)) return;
    comma ||= COMMAS.has(token.lower) && !GOING_ON.has(lowerAt(reading, index + 1));
    const basis = basisAt(reading, index);
    if (basis === undefined || basis.end > start || !isBasisBefore(reading, index, basis)) continue;
    const begins = tokenAt(reading, index - 1)?.sentence !== sentence || isSetting(reading, index, basis.end);
    const averages = ADVERBS.has(token.lower) && AVERAGES.has(lowerAt(reading, start - 1));
    if (begins || averages || (!comma && !(counts && basis.end < start && !isEasternAt(reading, index))))
      add(per, basis.per);
  }
}

/** "Between spring and autumn each year," at the beginning of a sentence. */
function isSetting(reading: Scan, index: number, end: number): boolean {
  if (!EVERY.has(lowerAt(reading, index)) || lowerAt(reading, end) !== ",") return false;
  const sentence = tokenAt(reading, index)?.sentence;
  for (let at = index - 1; at > index - FAR_WINDOW; at--) {
    const token = tokenAt(reading, at);
    if (token === undefined || token.kind !== "word" || token.sentence !== sentence) return false;
    if (tokenAt(reading, at - 1)?.sentence !== sentence) return SETTING.has(token.lower);
  }
  return false;
}

/** Whether a number may be a year, which ends no clause either. */
function isYear({ value = 0, grouped, decimals }: Token): boolean {
  return value >= 1900 && value <= 2100 && !grouped && decimals === 0;
}

/** Whether a number is a share, which does not end a clause about pay: "the monthly wage rose by 5 per cent to $70". */
function isPercent(reading: Scan, index: number): boolean {
  return phraseAt(reading, index + 1, "percent") !== undefined;
}

/** Words that go on after "a month" where it is the basis of a number that comes later. */
const BEFORE_CLAUSE = new Set([
  "is",
  "was",
  "are",
  "were",
  "would",
  "can",
  "could",
  "you",
  "they",
  "we",
  "he",
  "she",
  "it",
  "the",
]);

/** Words that go on about what stands before the comma: "the monthly wage, which is", "a daily rate, averaging". */
const GOING_ON = new Set(["which", "ranging", "averaging", "amounting", "from", "of", "between"]);
const RATE_LINKS = new Set([
  "at",
  "of",
  "is",
  "was",
  "to",
  ":",
  "from",
  "between",
  "averaged",
  "reached",
  "about",
  "around",
]);

/** Verbs after which even a count is a rate: "the annual intake averages 400". */
const AVERAGES = new Set(["averages", "averaged", "averaging"]);
const CHANGES = new Set("climbed rose grew jumped increased fell dropped stood went came".split(" "));

/** "the cost per worker at $300", "the wage per month is 90": a rate that has its number after it. */
function isNamedRate(reading: Scan, index: number, end: number): boolean {
  if (lowerAt(reading, index + 1) === "capita") return true;
  const named = tokenAt(reading, index - 1);
  if (named?.kind !== "word" || named.use !== undefined) return false;
  const link = lowerAt(reading, end);
  return RATE_LINKS.has(link) || (CHANGES.has(link) && RATE_LINKS.has(lowerAt(reading, end + 1)));
}

/** A bare article makes a basis before a number only as "a month you can earn"; "each" only before a noun. */
function isBasisBefore(reading: Scan, index: number, basis: { per: string; end: number }): boolean {
  const word = lowerAt(reading, index);
  if (word === "per" || word === "/") return isNamedRate(reading, index, basis.end);
  if (word === "a" || word === "an" || word === "any") return BEFORE_CLAUSE.has(lowerAt(reading, basis.end));
  if (word === "each" && CONSUMERS.has(basis.per)) {
    const next = tokenAt(reading, index + 1);
    return next?.use?.noun === "persons" || basis.end > index + 1 || isEachVerb(reading, index + 1);
  }
  return true;
}

const BASED: ReadonlySet<QuantityKind> = new Set(["money", "count", "duration", "measure"]);

/** The time of a rate in per cent, which stands right after it: "5 per cent a month", "9% p.a.". */
function rateOf(reading: Scan, end: number): readonly string[] {
  const basis = basisAt(reading, end);
  return basis !== undefined && PER_TIMES.has(basis.per) && !isEasternAt(reading, end) ? [basis.per] : [];
}

/** Whether a token is in Hangul or Han, where the basis stands before the number. */
function isCjk(reading: Scan, index: number): boolean {
  return (tokenAt(reading, index)?.lower.charCodeAt(0) ?? 0) >= 0x3000;
}

const PARTICLES = new Set(["을", "를", "씩", "가", "이", "의", "에", "은", "는"]);

/** In Korean and Chinese the basis stands before its number, or right after it; before a length of time right before it. */
function easternBases(reading: Scan, range: { start: number; end: number }, kind: QuantityKind): readonly string[] {
  const per: string[] = [];
  const { start, end } = range;
  const near = PARTICLES.has(lowerAt(reading, start - 1)) ? start - 1 : start;
  if (kind !== "duration") basesBefore(reading, start, per, kind === "count");
  else for (let index = near - 1; index >= near - 7; index--) addEndingAt(reading, index, near, per);
  const next = PARTICLES.has(lowerAt(reading, end)) ? end + 1 : end;
  const after = basisAt(reading, next);
  if (after !== undefined && !startsNumber(reading, after.end)) add(per, after.per);
  return per.sort((a, b) => Number(CONSUMERS.has(b)) - Number(CONSUMERS.has(a)));
}

/** Words for pay hold a time, but not that of a length of time beside them. */
const PAY = /[급봉당薪资資入]$/u;

function addEndingAt(reading: Scan, index: number, end: number, per: string[]): void {
  const basis = basisAt(reading, index);
  if (basis === undefined || basis.end > end || PAY.test(lowerAt(reading, basis.end - 1))) return;
  const gap = lowerAt(reading, index).charCodeAt(0) < 0xac00 ? 4 : 1;
  if (basis.end >= end - gap) add(per, basis.per);
}

/**
 * For whom and for what time a number holds, from the words around it: first the person or family, then the time.
 * @example
 * basesOf({ text: "", tokens: [], meter: { steps: 0 } }, { start: 0, end: 0 }, "money") // => []
 */
export function basesOf(reading: Scan, range: { start: number; end: number }, kind: QuantityKind): readonly string[] {
  const { start, end } = range;
  if (kind === "share") return rateOf(reading, end);
  if (!BASED.has(kind)) return [];
  const per: string[] = [];
  const eastern = isCjk(reading, end - 1);
  if (eastern) return easternBases(reading, range, kind);
  basesAfter(reading, end, per, kind === "money");
  basesBefore(reading, start, per, kind === "count");
  return per.sort((a, b) => Number(CONSUMERS.has(b)) - Number(CONSUMERS.has(a)));
}
