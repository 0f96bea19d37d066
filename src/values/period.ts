import type { Parsed } from "./issue.ts";

/** How finely a date is given: a day, a month, a year, or only its decade (`199X`). */
export type DatePrecision = "day" | "month" | "year" | "decade";

/** A time as its source gave it (a subset of EDTF): a date that may be rough, or the interval between two dates. */
export interface Period {
  readonly kind: "date" | "interval";
  /** As written: `2012~`, `199X`, `1988-05/1992-06`. */
  readonly text: string;
  /** Decimal year at which it begins; absent for an open start. */
  readonly start?: number;
  /** Decimal year at which it has ended, exclusive; absent for an open end. */
  readonly end?: number;
  /** Of a date; of an interval, of its coarser end. */
  readonly precision: DatePrecision;
  /** "About" (`~` or `%`). */
  readonly approximate: boolean;
  /** The source is not sure (`?` or `%`). */
  readonly uncertain: boolean;
}

/** The years that a period speaks of. */
export interface PeriodYears {
  /** `one of`: a single year, not known which; `mean`: the mean over all of them. */
  readonly kind: "one of" | "mean";
  /** Weights that sum to one. */
  readonly years: readonly { readonly year: number; readonly weight: number }[];
}

const dateForm = /^(\d{3})(\d|X)(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$/u;
const expected = "a period such as 2012, 2012-06, 2012-06-15, 199X, 2012~, 1988-05/1992-06 or 2018/..";

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function monthLengths(year: number): readonly number[] {
  return [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
}

/** Start and end of a day in decimal years; absent when there is no such day. */
function daySpan(year: number, month: number, day: number): readonly [number, number] | undefined {
  const lengths = monthLengths(year);
  if (day < 1 || day > (lengths[month - 1] ?? 0)) return undefined;
  const days = isLeap(year) ? 366 : 365;
  const before = lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + day - 1;
  return [year + before / days, year + (before + 1) / days];
}

/** Precision, start and end of a date whose parts have been read; absent when there is no such date. */
function dateSpan(decade: string, digit: string, month?: string, day?: string) {
  if (digit === "X") {
    const first = Number(decade) * 10;
    return month === undefined ? { precision: "decade" as const, start: first, end: first + 10 } : undefined;
  }
  const year = Number(decade + digit);
  if (month === undefined) return { precision: "year" as const, start: year, end: year + 1 };
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return undefined;
  const start = year + (monthNumber - 1) / 12;
  if (day === undefined) return { precision: "month" as const, start, end: year + monthNumber / 12 };
  const span = daySpan(year, monthNumber, Number(day));
  return span && { precision: "day" as const, start: span[0], end: span[1] };
}

function readDate(text: string): Period | undefined {
  const match = dateForm.exec(text);
  if (match === null) return undefined;
  const [, decade = "", digit = "", month, day, mark = ""] = match;
  const span = dateSpan(decade, digit, month, day);
  if (span === undefined) return undefined;
  return {
    kind: "date",
    text,
    ...span,
    approximate: "~%".includes(mark) && mark !== "",
    uncertain: mark === "?" || mark === "%",
  };
}

const coarseness: readonly DatePrecision[] = ["day", "month", "year", "decade"];

function readInterval(text: string): Period | undefined {
  const [from = "", to = "", ...rest] = text.split("/");
  const first = from === ".." ? undefined : readDate(from);
  const last = to === ".." ? undefined : readDate(to);
  const readable = (first !== undefined || from === "..") && (last !== undefined || to === "..");
  if (rest.length > 0 || !readable || (first === undefined && last === undefined)) return undefined;
  if (
    first?.start !== undefined &&
    last?.end !== undefined &&
    (first.start >= last.end || first.start > (last.start ?? 0))
  )
    return undefined;
  const ends = [first, last].filter((end) => end !== undefined);
  return {
    kind: "interval",
    text,
    ...(first?.start === undefined ? {} : { start: first.start }),
    ...(last?.end === undefined ? {} : { end: last.end }),
    precision: coarseness.findLast((precision) => ends.some((end) => end.precision === precision)) ?? "year",
    approximate: ends.some((end) => end.approximate),
    uncertain: ends.some((end) => end.uncertain),
  };
}

/**
 * The period that an EDTF text gives, its ends in decimal years.
 * @example
 * parsePeriod("2012~") // => {"ok":true,"value":{"kind":"date","text":"2012~","precision":"year","start":2012,"end":2013,"approximate":true,"uncertain":false}}
 */
export function parsePeriod(text: string): Parsed<Period> {
  const value = text.includes("/") ? readInterval(text) : readDate(text);
  if (value !== undefined) return { ok: true, value };
  return { ok: false, issues: [{ file: "period", value: text.slice(0, 80), expected }] };
}

/** The years of an interval, each weighted by how much of it the interval covers. */
function intervalYears(start: number, end: number): PeriodYears {
  const years: { year: number; weight: number }[] = [];
  for (let year = Math.floor(start); year < end; year++) {
    years.push({ year, weight: (Math.min(end, year + 1) - Math.max(start, year)) / (end - start) });
  }
  return { kind: "mean", years };
}

/**
 * The years that a period speaks of, with weights: one year; ten equal ones for a decade; a quarter, a half and a
 * quarter around a rough year; the mean over an interval, whose open end is taken from `range` (first and last year).
 * @example
 * yearsOf({ kind: "date", text: "2012~", precision: "year", start: 2012, end: 2013, approximate: true, uncertain: false }) // => {"kind":"one of","years":[{"year":2011,"weight":0.25},{"year":2012,"weight":0.5},{"year":2013,"weight":0.25}]}
 */
export function yearsOf(period: Period, range: readonly [number, number] = [1985, 2025]): PeriodYears {
  const start = period.start ?? Math.min(range[0], (period.end ?? range[0] + 1) - 1);
  const end = period.end ?? Math.max(range[1] + 1, start + 1);
  if (period.kind === "interval") return intervalYears(start, end);
  const year = Math.floor(start);
  if (period.precision === "decade") {
    return { kind: "one of", years: Array.from({ length: 10 }, (_, offset) => ({ year: year + offset, weight: 0.1 })) };
  }
  const rough = period.precision === "year" && (period.approximate || period.uncertain);
  if (!rough) return { kind: "one of", years: [{ year, weight: 1 }] };
  const weights = [0.25, 0.5, 0.25];
  return { kind: "one of", years: weights.map((weight, index) => ({ year: year - 1 + index, weight })) };
}
