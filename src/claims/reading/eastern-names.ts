import type { Amount } from "./amount.ts";
import { lowerAt, phraseAt, type Scan, tokenAt } from "./reading.ts";

const DAYS = new Set(["일", "日"]);
/** What follows a day of the month where it is a length of time after all: 12일 동안, 3日内. */
const AFTER_LENGTH = new Set(
  "동안 간 이내 이상 이하 만 만에 째 내 정도 가량 여 후 뒤 전 안 안에 내에 내 内 內 以 之 后 後 前 间 間 左 多".split(
    " ",
  ),
);
const LONG_TIMES = new Set(["한", "하루", "一", ""]);

/**
 * Whether a number belongs to a date of year, month and day marks: 2012년 3월 5일, 2012年3月5日, or a day alone: 23일.
 * @example
 * typeof isEasternDate // => "function"
 */
export function isEasternDate(reading: Scan, amount: Amount): boolean {
  const after = tokenAt(reading, amount.numeral.end);
  if (after === undefined || after.lower.charCodeAt(0) < 0x3000 || amount.numeral.form === "few") return false;
  if (after.use?.monthMark === true && !after.spaced && amount.high <= 12) return true;
  if (amount.time === "year" && isMonthOfYear(reading, amount.end)) return true;
  if (amount.time === "year") return amount.high >= 1500 && amount.high <= 2100 && !amount.numeral.large;
  if (amount.time !== "day") return false;
  return tokenAt(reading, amount.start - 1)?.use?.monthMark === true || isDayOfMonth(reading, amount);
}

/** Whether the month of a year follows: 113年7月. */
function isMonthOfYear(reading: Scan, end: number): boolean {
  return tokenAt(reading, end)?.kind === "number" && tokenAt(reading, end + 1)?.use?.monthMark === true;
}

/** A day in digits that is no length of time and for which no basis stands before it, as in 주 6일. */
function isDayOfMonth(reading: Scan, amount: Amount): boolean {
  const { numeral, low, high, end } = amount;
  if (!DAYS.has(lowerAt(reading, numeral.end)) || numeral.form !== "digits" || low !== high || high > 31) return false;
  const rest = lowerAt(reading, end);
  if (AFTER_LENGTH.has(rest) || AFTER_LENGTH.has(rest.charAt(0)) || amount.soft === true) return false;
  const before = tokenAt(reading, amount.start - 1);
  if (before?.use?.phrases.rate !== undefined || before?.use?.time !== undefined) return false;
  return before?.use === undefined || Object.keys(before.use.phrases).length === 0;
}

const GOES_ON = 4;

/**
 * Whether one stretch of time is the basis of a number that follows: 한 달 임금, 一个月只休息两天, 一天16小时.
 * @example
 * typeof isEasternBasis // => "function"
 */
export function isEasternBasis(reading: Scan, amount: Amount): boolean {
  if (amount.time === undefined || amount.high !== 1 || amount.low !== 1) return false;
  if (!LONG_TIMES.has(lowerAt(reading, amount.start))) return false;
  const next = lowerAt(reading, amount.end);
  if (PAID.test(next) || (next === "에" && lowerAt(reading, amount.start) !== "一")) return true;
  for (let index = amount.end; index < amount.end + GOES_ON; index++) {
    const token = tokenAt(reading, index);
    if (token === undefined || token.kind === "mark" || AFTER_LENGTH.has(token.lower)) return false;
    if (token.kind === "number" || token.use?.number !== undefined) return true;
  }
  return false;
}

const PAID = /^(?:임금|월급|급여|수입|평균|工资|收入|工資|平均)/u;
const SINO = new Set("일 이 삼 사 오 육 칠 팔 구".split(" "));

/**
 * Whether a lone Hangul digit stands before a counter that goes with native numbers, so that it is a part of a word: 사건, 사장.
 * @example
 * isPartOfWord({ text: "", tokens: [], meter: { steps: 0 } }, 0, 1) // => false
 */
export function isPartOfWord(reading: Scan, start: number, end: number): boolean {
  const next = tokenAt(reading, end);
  if (end - start !== 1 || !SINO.has(lowerAt(reading, start)) || next?.spaced !== false) return false;
  return next.use?.noun !== undefined || NATIVE_TIMES.has(next.lower);
}

const NATIVE_TIMES = new Set(["날", "달", "해", "때"]);

const PEOPLE = /^ ?(?:여성|남성|청년|초반|중반|후반|노동자|근로자|여자|남자)/u;

/**
 * 20대 before a word for people or for a part of the decade: an age to the decade. 버스 20대 is a count.
 * @example
 * isDecadeOfAge({ text: "", tokens: [], meter: { steps: 0 } }, { numeral: { low: 20, end: 1 } }) // => false
 */
export function isDecadeOfAge(reading: Scan, amount: { numeral: { low: number; end: number } }): boolean {
  const { low, end } = amount.numeral;
  if (lowerAt(reading, end) !== "대" || tokenAt(reading, end)?.spaced !== false || low % 10 !== 0) return false;
  if (low < 10 || low > 90) return false;
  const from = tokenAt(reading, end)?.end ?? 0;
  const rest = reading.text.slice(from, from + 5);
  return PEOPLE.test(rest) || /^(?:이[다었며고]|였|로|의)/u.test(rest) || isMostly(reading, end);
}

/** 대부분 before a decade, or 나이 in the words before it. */
function isMostly(reading: Scan, end: number): boolean {
  for (let index = end - 2; index > end - 5; index--)
    if (/^(?:대부분|주로|나이|연령)/u.test(lowerAt(reading, index))) return true;
  return phraseAt(reading, end - 2, "age before") !== undefined;
}

/**
 * Whether 호 makes a name of a number, or of the next one in its list: 39, 38호실.
 * @example
 * isRoomNumber({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => false
 */
export function isRoomNumber(reading: Scan, end: number): boolean {
  const isMarked = (index: number) => {
    const token = tokenAt(reading, index);
    return token?.spaced === false && token.lower.startsWith("호");
  };
  const isListed = lowerAt(reading, end) === "," && tokenAt(reading, end + 1)?.kind === "number";
  return isMarked(end) || (isListed && isMarked(end + 2));
}

const AFTER_NAME = /^(?:씨|군|양|여|남|세|,|·)/u;

/**
 * The age in brackets after a name in Hangul: 오모(45) 씨.
 * @example
 * isNamedAge({ text: "", tokens: [], meter: { steps: 0 } }, { start: 0, end: 1, low: 45 }) // => false
 */
export function isNamedAge(reading: Scan, amount: { start: number; end: number; low: number }): boolean {
  const { start, end, low } = amount;
  const [name, open] = [tokenAt(reading, start - 2), tokenAt(reading, start - 1)];
  if (open?.lower !== "(" || open.spaced || low < 10 || low > 99 || low % 1 !== 0) return false;
  if ((name?.lower.charCodeAt(0) ?? 0) < 0xac00) return false;
  if (lowerAt(reading, end) === ")") return AFTER_NAME.test(lowerAt(reading, end + 1));
  return [",", "·"].includes(lowerAt(reading, end)) && AFTER_NAME.test(lowerAt(reading, end + 1));
}
