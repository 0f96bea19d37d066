import type { QuantityKind } from "../quantity.ts";
import { decadeOfAge, followsAge, isAged, isAgeOfSomebody, isBracketedAge } from "./age.ts";
import { clockHours } from "./clock.ts";
import { isCapitalName, isCompound } from "./compound.ts";
import { easternCounted, isEastern, isEasternNumber, isOneOf, runsOn } from "./eastern.ts";
import { isDecadeOfAge, isEasternBasis, isEasternDate, isNamedAge } from "./eastern-names.ts";
import { isExcluded } from "./exclusions.ts";
import { isGlued } from "./glued.ts";
import { partOf } from "./parts.ts";
import type { Printed } from "./printed.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";
import { isShare } from "./share.ts";
import { type Counted, countedBefore, countedFrom, isGroup } from "./surroundings.ts";
import type { Head } from "./table-heads.ts";

/** A printed number with what it measures, over tokens from start to end. */
export interface Judged {
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
  readonly low: number;
  readonly high: number;
  readonly bound?: "at least" | "at most";
  readonly approximate: boolean;
  readonly vague: boolean;
  readonly unit?: string;
  readonly currency?: string;
  /** For whom and for what time, where a head says so; else the words around the number do. */
  readonly per?: readonly string[];
}

/** Either a quantity, or a name such as a year or label to be passed over, or neither. */
export interface Judgement {
  readonly kept?: Judged;
  readonly name?: true;
}

const PLURALS: Readonly<Record<string, string>> = { century: "centuries" };
const ALONE = new Set([
  "only",
  "just",
  "then",
  "were",
  "are",
  "totalled",
  "totaled",
  "totalling",
  "totaling",
  "numbered",
  "numbering",
  "reached",
]);
const ORS = new Set(["or", "even", "to"]);
const MULTIPLES = new Set(["倍", "배"]);
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

function base(printed: Printed): Omit<Judged, "kind"> {
  const { amount, start, end, bound, approximate } = printed;
  const { low, high, numeral } = amount;
  return { start, end, low, high, approximate, vague: numeral.vague, ...(bound === undefined ? {} : { bound }) };
}

/** The half before a time of day, as 오후 and 下午 give it. */
function afternoonBefore(reading: Scan, start: number): boolean {
  return tokenAt(reading, start - 1)?.use?.beforeAfternoon === true;
}

function asHour(reading: Scan, printed: Printed): Judged {
  const { amount } = printed;
  const after = afternoonBefore(reading, printed.start) ? "afternoon" : amount.hour;
  const [low, high] = clockHours({
    low: amount.low,
    high: amount.high,
    decimals: amount.numeral.decimals,
    ...(amount.lowDecimals === undefined ? {} : { lowDecimals: amount.lowDecimals }),
    ...(after === undefined ? {} : { half: after }),
    ...(amount.hourFrom === undefined ? {} : { from: amount.hourFrom }),
  });
  return { ...base(printed), kind: "time of day", low, high, unit: "hours" };
}

/** What a number is whose own marks say it: money, a share, a time, a measure; absent for a bare one. */
function byMarks(reading: Scan, printed: Printed): Judged | undefined {
  const { amount } = printed;
  const of = base(printed);
  if (amount.currency !== undefined) return { ...of, kind: "money", currency: amount.currency };
  if (amount.percent !== undefined) return fractionOf(of, amount.numeral.form === "fraction" ? 100 : 1, amount.percent);
  if (amount.age === true)
    return { ...of, kind: "age", unit: "years", high: of.high + (amount.decade === true ? 9 : 0) };
  if (amount.ratio === true)
    return { ...of, kind: "ratio", ...(amount.measure === undefined ? {} : { unit: amount.measure }) };
  if (amount.hour !== undefined) return asHour(reading, printed);
  if (amount.time !== undefined) return asTime(reading, printed, amount.time);
  if (amount.measure !== undefined) return asMeasure(reading, printed, amount.measure);
  return undefined;
}

function fractionOf(of: Omit<Judged, "kind">, factor: number, unit: string): Judged {
  return { ...of, kind: "share", low: of.low * factor, high: of.high * factor, unit };
}

function asTime(reading: Scan, printed: Printed, time: string): Judged {
  const { numeral, high } = printed.amount;
  const clock = time === "hour" && numeral.form === "digits" && numeral.decimals === 2 && high <= 24;
  if (clock && tokenAt(reading, printed.start - 1)?.use?.beforeHour === true) return asHour(reading, printed);
  const kind = isAged(reading, printed) ? "age" : "duration";
  return { ...base(printed), kind, unit: PLURALS[time] ?? `${time}s` };
}

/** "three times a day" counts, "three times as much" compares. */
function asMeasure(reading: Scan, printed: Printed, measure: string): Judged {
  if (measure !== "times") return { ...base(printed), kind: "measure", unit: measure };
  const next = lowerAt(reading, printed.end);
  const compares =
    [
      "as",
      "more",
      "less",
      "higher",
      "lower",
      "larger",
      "greater",
      "the",
      "that",
      "their",
      "his",
      "her",
      "its",
      "our",
      "what",
      "больше",
      "меньше",
      "выше",
      "ниже",
      "дороже",
      "дешевле",
    ].includes(next) ||
    next.endsWith("er") ||
    MULTIPLES.has(lowerAt(reading, printed.end - 1)) ||
    printed.amount.low % 1 !== 0;
  return { ...base(printed), kind: compares ? "ratio" : "count", unit: "times" };
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

/** Whether a bare number without a noun may stand alone as a quantity. */
function standsAlone(reading: Scan, printed: Printed): boolean {
  const { amount, start, isRange, approximate, bound } = printed;
  const { form, large } = amount.numeral;
  if (isEastern(reading, amount.start) && form !== "digits") return false;
  if (form === "digits" || large || isRange || approximate || bound !== undefined) return true;
  const before = lowerAt(reading, start - 1);
  if (BEING_DONE.has(lowerAt(reading, printed.end)) && !DEFINITE.has(before)) return true;
  if (before === "but") return lowerAt(reading, start - 2) === "all";
  return ALONE.has(before) || isGroup(reading, start) || isRoomful(reading, printed.end);
}

const BEING_DONE = new Set(["were", "had", "have", "are", "did", "died", "escaped", "returned"]);
const DEFINITE = new Set(["the", "these", "those", "all", "any", "no", "other"]);
const ROOMS = new Set([
  "room",
  "bed",
  "cell",
  "tent",
  "bunk",
  "dormitory",
  "container",
  "house",
  "flat",
  "apartment",
  "cabin",
]);

/** "twelve to a room": people. */
function isRoomful(reading: Scan, end: number): boolean {
  return lowerAt(reading, end) === "to" && lowerAt(reading, end + 1) === "a" && ROOMS.has(lowerAt(reading, end + 2));
}

/** What is counted: the noun after the number, or what the sentence before it spoke of. */
function unitOf(reading: Scan, printed: Printed, last: Judged | undefined, counted: Counted): string | undefined {
  if (counted.unit !== undefined || counted.noun) return counted.unit;
  if (isRoomful(reading, printed.end) || isGroup(reading, printed.start)) return "persons";
  const sentence = tokenAt(reading, printed.start)?.sentence ?? 0;
  const lastSentence = last === undefined ? -9 : (tokenAt(reading, last.start)?.sentence ?? -9);
  if (last?.kind === "count" && last.unit !== undefined && last.unit !== "times" && lastSentence === sentence)
    return last.unit;
  const before = countedBefore(reading, printed.start);
  if (before !== undefined) return before;
  return last?.kind === "count" && last.unit === "persons" && sentence - lastSentence === 1 ? last.unit : undefined;
}

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

/** The currency that a number in millions shares with the money before it in its sentence. */
function sharedCurrency(
  reading: Scan,
  printed: Printed,
  last: Judged | undefined,
  counted: Counted,
): string | undefined {
  if (last?.kind !== "money" || counted.noun || !printed.amount.numeral.large) return undefined;
  if (["several", "few"].includes(printed.amount.numeral.form) && !ORS.has(lowerAt(reading, printed.start - 1)))
    return undefined;
  const same = tokenAt(reading, printed.start)?.sentence === tokenAt(reading, last.start)?.sentence;
  return same ? last.currency : undefined;
}

function bare(reading: Scan, printed: Printed, last: Judged | undefined): Judgement {
  const { amount } = printed;
  const { form } = amount.numeral;
  const eastern = isEastern(reading, amount.start);
  const counted = easternCounted(reading, printed) ?? countedFrom(reading, printed.end);
  if (eastern && !isEasternNumber(reading, printed)) return {};
  if (form === "fraction") return isShare(reading, printed) ? { kept: fractionOf(base(printed), 100, "percent") } : {};
  if (form === "few" && !amount.numeral.large && counted.unit !== "persons") return {};
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
  if (isHour(reading, printed, counted))
    return { kept: asHour(reading, { ...printed, amount: { ...amount, hour: amount.hour ?? "morning" } }) };
  if (form === "words" && amount.high === 1 && !printed.isRange) return {};
  if (!counted.noun && !standsAlone(reading, printed)) return {};
  if (isCompound(reading, printed, counted) || isCapitalName(reading, amount)) return {};
  if (amount.numeral.decimals > 1 && !amount.numeral.large && !printed.isRange) return {};
  const currency = sharedCurrency(reading, printed, last, counted);
  if (currency !== undefined) return { kept: { ...base(printed), kind: "money", currency } };
  const unit = unitOf(reading, printed, last, counted);
  return { kept: { ...base(printed), kind: "count", ...(unit === undefined || unit === "count" ? {} : { unit }) } };
}

/** "one day" and "one night" tell a story; they measure only after a word such as "in". */
function isStory(reading: Scan, printed: Printed): boolean {
  const { amount, start } = printed;
  if (amount.time === undefined || printed.isRange || lowerAt(reading, amount.numeral.end) === "-") return false;
  if (amount.numeral.form === "words" && amount.high === 1 && SHORT_TIMES.has(amount.time))
    return !BEFORE_ONE.has(lowerAt(reading, start - 1));
  return false;
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
    const [low, high] = [decade, decade + 9];
    return { kept: { ...base(printed), end: amount.start + 2, kind: "age", low, high, unit: "years" } };
  }
  if (isStory(reading, printed)) return {};
  if (isEasternDate(reading, amount) || isOneOf(reading, amount)) return { name: true };
  if (isEasternBasis(reading, amount)) return {};
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
  if (marked === undefined && printed.head !== undefined) return { kept: cellOf(printed, printed.head) };
  if (marked === undefined) return bare(reading, printed, last);
  const excluded = isExcluded(reading, amount, { counted: { noun: true }, soft: false });
  return excluded ? { name: true } : { kept: marked };
}
