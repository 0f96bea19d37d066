import { decadeOfAge, followsAge, isAged, isAgeOfSomebody, isBracketedAge, laterDecade } from "./age.ts";
import { type Amount, amountAt } from "./amount.ts";
import { isCapitalName, isCompound, isPlanName } from "./compound.ts";
import { easternCounted, isEastern, isEasternNumber, isOneOf, runsOn } from "./eastern.ts";
import {
  isDecadeOfAge,
  isEasternBasis,
  isEasternDate,
  isNamedAge,
  isPartOfWord,
  isRoomNumber,
} from "./eastern-names.ts";
import { elided } from "./ellipsis.ts";
import { isExcluded } from "./exclusions.ts";
import { isGlued } from "./glued.ts";
import { judgedBase as base, type Judged, type Judgement } from "./judged.ts";
import { countedUnit, sharedCurrency, standsAlone } from "./lone-counts.ts";
import { asHour, byMarks, fractionOf } from "./marked.ts";
import { partOf } from "./parts.ts";
import type { Printed } from "./printed.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";
import { isShare } from "./share.ts";
import { type Counted, countedFrom } from "./surroundings.ts";
import type { Head } from "./table-heads.ts";

const SHORT_TIMES = new Set(["day", "second", "quarter"]);
const BEFORE_ONE = new Set([
  "in",
  "for",
  "within",
  "every",
  "only",
  "about",
  "than",
  "least",
  "after",
  "per",
  "once",
  "of",
  "to",
  "over",
  "under",
  "lasts",
  "last",
]);

/** A number in a cell of a table, as the head of its column or row says. */
function cellOf(printed: Printed, head: Head): Judged {
  const { kind, unit, currency, per, factor } = head;
  const { low, high } = printed.amount;
  return {
    ...base(printed),
    kind,
    low: low * factor,
    high: high * factor,
    per,
    ...(unit === undefined ? {} : { unit }),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** Whether a bare number is an hour: "at 5", "until 12", "from 5 to 10" with nothing counted after it. */
function isHour(reading: Scan, printed: Printed, counted: Counted): boolean {
  const { amount, start, opened, isRange } = printed;
  const { low, high, numeral } = amount;
  if (numeral.form !== "digits" || numeral.large || counted.noun || Math.max(low, high) > 24) return false;
  if (printed.bound !== undefined || !isWholeOrMinutes(numeral.decimals)) return false;
  if (isRange && opened === "from") return true;
  const before = lowerAt(reading, start - 1);
  if (["until", "till"].includes(before)) return true;
  return before === "at" || (before === "from" && (isRange || low <= 24));
}

function isWholeOrMinutes(decimals: number): boolean {
  return decimals === 0 || decimals === 2;
}

/** The magnitude of "(US$ million)", which has no number of its own. */
function isOfHead(reading: Scan, amount: Amount): boolean {
  const use = tokenAt(reading, amount.start)?.use;
  const bareMagnitude = use?.magnitude !== undefined && use.number === undefined;
  return bareMagnitude && tokenAt(reading, amount.start - 1)?.use?.currency !== undefined;
}

function bare(reading: Scan, printed: Printed, last: Judged | undefined): Judgement {
  const { amount } = printed;
  const { form } = amount.numeral;
  const eastern = isEastern(reading, amount.start);
  const counted = easternCounted(reading, printed) ?? countedFrom(reading, printed.end);
  if (isOfHead(reading, amount) || (eastern && !isEasternNumber(reading, printed))) return {};
  if (form === "fraction") return isShare(reading, printed) ? { kept: fractionOf(base(printed), 100, "percent") } : {};
  if (form === "few" && !amount.numeral.large && counted.unit !== "persons") return {};
  if (form === "few" && lowerAt(reading, printed.start - 1) === "not") return {};
  if (
    isAged(reading, printed) ||
    isBracketedAge(reading, printed) ||
    isNamedAge(reading, amount) ||
    (!counted.noun && followsAge(reading, printed.start, last))
  )
    return { kept: { ...base(printed), kind: "age", unit: "years" } };
  const soft = printed.approximate || printed.bound !== undefined || (printed.isRange && amount.high < 1000);
  if (isAgeOfSomebody(reading, printed, counted)) return { kept: { ...base(printed), kind: "age", unit: "years" } };
  if (isExcluded(reading, amount, { counted, soft })) return { name: true };
  const left = elided(reading, printed, { last, counted });
  if (left !== undefined) return { kept: { ...base(printed), ...left } };
  if (isHour(reading, printed, counted))
    return { kept: asHour(reading, { ...printed, amount: { ...amount, hour: amount.hour ?? "morning" } }) };
  if (form === "words" && !printed.isRange && (amount.high === 1 || isFree(reading, amount))) return {};
  if (!counted.noun && !standsAlone(reading, printed, last)) return {};
  if (isCompound(reading, printed, counted) || isCapitalName(reading, amount)) return {};
  if (amount.numeral.decimals > 1 && !amount.numeral.large && !printed.isRange) return {};
  const currency = sharedCurrency(reading, printed, last, counted);
  if (currency !== undefined) return { kept: { ...base(printed), kind: "money", currency } };
  const unit = countedUnit(reading, printed, last, counted);
  return { kept: { ...base(printed), kind: "count", ...(unit === undefined || unit === "count" ? {} : { unit }) } };
}

const CHARGES = new Set(["cost", "costs", "fee", "fees", "tolerance", "sum", "-"]);

/** "zero cost": a name for what is free of charge. */
function isFree(reading: Scan, amount: Amount): boolean {
  if (amount.high !== 0) return false;
  return [0, 1, 2].some((offset) => CHARGES.has(lowerAt(reading, amount.end + offset)));
}

/** "one day" and "one night" tell a story; they measure only after a word such as "in". */
function isStory(reading: Scan, printed: Printed): boolean {
  const { amount, start } = printed;
  if (amount.time === undefined || printed.isRange || lowerAt(reading, amount.numeral.end) === "-") return false;
  if (amount.numeral.form === "words" && amount.high === 1 && SHORT_TIMES.has(amount.time))
    return !BEFORE_ONE.has(lowerAt(reading, start - 1));
  return false;
}

/** 上半年, 下半年: a part of the calendar. */
function isHalfYear(reading: Scan, start: number): boolean {
  const before = lowerAt(reading, start - 1);
  return lowerAt(reading, start) === "半" && (before === "上" || before === "下");
}

/** "11:00 AM, March 3, 2019": when a page was printed. */
function isBeforeDate(reading: Scan, end: number): boolean {
  const month = tokenAt(reading, end + 1);
  return lowerAt(reading, end) === "," && month?.use?.month === true && tokenAt(reading, end + 2)?.kind === "number";
}

/** The time after a date in digits, or before one: 2010-12-13 23:56. */
function isTimestamp(reading: Scan, amount: Amount): boolean {
  const before = tokenAt(reading, amount.start - 1);
  if (lowerAt(reading, amount.start + 1) !== ":") return false;
  if (amount.hour !== undefined && isBeforeDate(reading, amount.end)) return true;
  if (before?.kind !== "number") return false;
  const isSeconds = lowerAt(reading, amount.start + 3) === ":" && tokenAt(reading, amount.start + 4)?.kind === "number";
  return amount.hour !== undefined || isSeconds;
}

const BY = new Set(["by", "x", "×"]);

/** The unit of the other side in "9 by 4 metres". */
function sideUnit(reading: Scan, printed: Printed): string | undefined {
  if (printed.isRange || !BY.has(lowerAt(reading, printed.end))) return undefined;
  const measure = amountAt(reading, printed.end + 1, false)?.measure;
  return measure === "times" ? undefined : measure;
}

/**
 * What a printed number is: a quantity, a name (year, label, list number), or nothing that is kept. `last` is the quantity
 * before it, whose unit it may share.
 * @example
 * typeof judge // => "function"
 */
export function judge(reading: Scan, printed: Printed, last: Judged | undefined): Judgement {
  const { amount } = printed;
  const first = tokenAt(reading, amount.start);
  if (first?.kind === "number" && isGlued(reading, amount.start)) {
    const decade = decadeOfAge(reading, printed);
    if (decade === undefined) return { name: true };
    const later = laterDecade(reading, amount.start + 2);
    const [low, high] = [decade, (later ?? decade) + 9];
    return {
      kept: {
        ...base(printed),
        end: amount.start + (later === undefined ? 2 : 5),
        kind: "age",
        low,
        high,
        unit: "years",
      },
    };
  }
  if (isStory(reading, printed) || isHalfYear(reading, amount.start)) return {};
  if (isTimestamp(reading, amount) || isPlanName(reading, amount)) return { name: true };
  if (isEasternDate(reading, amount) || isOneOf(reading, amount)) return { name: true };
  if (isEasternBasis(reading, amount) || isPartOfWord(reading, amount.start, amount.numeral.end)) return {};
  if (isRoomNumber(reading, amount.numeral.end)) return { name: true };
  if (isDecadeOfAge(reading, amount)) {
    const [low, end] = [amount.low, amount.numeral.end + 1];
    return { kept: { ...base(printed), end, kind: "age", low, high: low + 9, unit: "years" } };
  }
  if (isEastern(reading, amount.start) && runsOn(reading, amount.start)) return {};
  const marked = byMarks(reading, printed);
  const parts = marked === undefined ? partOf(reading, printed) : undefined;
  if (parts !== undefined)
    return {
      kept: { ...base(printed), end: parts.end, kind: "share", low: parts.low, high: parts.high, unit: "percent" },
    };
  if (printed.head === "name") return { name: true };
  if (marked === undefined && printed.head !== undefined) return { kept: cellOf(printed, printed.head) };
  const side = marked === undefined ? sideUnit(reading, printed) : undefined;
  if (side !== undefined) return { kept: { ...base(printed), kind: "measure", unit: side } };
  if (marked === undefined) return bare(reading, printed, last);
  const excluded = isExcluded(reading, amount, { counted: { noun: true }, soft: false });
  return excluded ? { name: true } : { kept: marked };
}
