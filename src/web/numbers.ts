import type { Claim } from "../claims/claim.ts";
import { grouped, THIN } from "./grouped.ts";
import type { Digits } from "./messages/digits.ts";
import type { Messages } from "./messages/en.ts";

const DASH = "–";

/** The value rounded to so many significant figures, in the unit it came in. */
export function significant(value: number, figures = 2): number {
  return value === 0 ? 0 : Number(value.toPrecision(figures));
}

interface Scale {
  readonly size: number;
  readonly word: string;
}

const SCALES: readonly Scale[] = [
  { size: 1e9, word: "\u00A0billion" },
  { size: 1e6, word: "\u00A0million" },
];

/** The scale word that a number of this size is read with, if it is long enough to need one. */
function scaleOf(value: number): Scale | undefined {
  return SCALES.find((scale) => Math.abs(value) >= scale.size);
}

function fitsScale(value: number, scale: Scale): boolean {
  return Math.abs(value / scale.size - Number((value / scale.size).toFixed(3))) < 1e-9;
}

/** 230 000 000 as 2억3000만: myriads named, nothing between them. */
function myriads(value: number): string {
  if (Math.abs(value) < 10_000) return grouped(value).replaceAll(THIN, ",");
  const names = ["", "만", "억", "조"];
  const parts: string[] = [];
  let rest = Math.round(Math.abs(value));
  for (const name of names) {
    const part = name === "조" ? rest : rest % 10_000;
    if (part > 0) parts.unshift(`${part}${name}`);
    rest = Math.floor(rest / 10_000);
  }
  return (value < 0 ? "−" : "") + parts.join("\u00A0");
}

/** A bare number as people say it in the language, without rounding. */
export function spoken(value: number, digits: Digits): string {
  if (digits === "myriads") return myriads(value);
  const scale = scaleOf(value);
  if (scale === undefined || !fitsScale(value, scale)) return grouped(value);
  return `${grouped(value / scale.size)}${scale.word}`;
}

/** Two numbers as a range; a shared scale word is said once. */
export function spokenRange(low: number, high: number, digits: Digits): string {
  if (digits === "thousands") {
    const scale = scaleOf(high);
    const shared = scale !== undefined && low >= scale.size / 10 && fitsScale(low, scale) && fitsScale(high, scale);
    if (shared) return `${grouped(low / scale.size)}${DASH}${grouped(high / scale.size)}${scale.word}`;
  }
  return `${spoken(low, digits)}${DASH}${spoken(high, digits)}`;
}

interface UnitParts {
  readonly head: string;
  readonly per: readonly string[];
}

/** `USD/person/month` as its head and what it is per. */
function unitParts(unit: string): UnitParts {
  const [head = "", ...per] = unit.split("/");
  return { head, per };
}

/** True when figures of the unit are shares, shown in per cent. */
export function isShare(unit: string): boolean {
  return unit === "share";
}

/** The unit and what it is per, for a column head or beside a figure: `US$ per worker a month`. */
export function unitWords(unit: string, m: Messages): string {
  const { head, per } = unitParts(unit);
  if (isShare(unit)) return m.unit.percent;
  return m.unit.head(head) + m.unit.per(per);
}

/** What a figure's own sign leaves unsaid, for the line under it: `people`, `a year`. */
export function unitUnder(unit: string, m: Messages): string {
  const { head, per } = unitParts(unit);
  return isShare(unit) ? "" : m.unit.under(head, per);
}

/** A value with its unit's sign and no rounding. */
function dressed(text: string, unit: string, m: Messages): string {
  return isShare(unit) ? `${text}%` : m.unit.dress(text, unitParts(unit).head);
}

function scaled(value: number, unit: string): number {
  return isShare(unit) ? value * 100 : value;
}

/** A share so near to a whole keeps the digits that tell it from one. */
function rounded(value: number, unit: string): number {
  const shown = scaled(value, unit);
  return isShare(unit) && shown > 99 && shown < 100 ? Math.floor(shown * 10) / 10 : significant(shown);
}

/** One estimated value to two significant figures with its unit's sign: `US$220 million`, `62 000`, `87%`. */
export function figure(value: number, unit: string, m: Messages): string {
  return dressed(spoken(rounded(value, unit), m.digits), unit, m);
}

/** Two limits to two significant figures, without the unit: `54 000–71 000`, `150–330 million`. */
export function limits(low: number, high: number, unit: string, m: Messages): string {
  const text = spokenRange(rounded(low, unit), rounded(high, unit), m.digits);
  return isShare(unit) ? `${text}%` : text;
}

/** `62 000 (54 000–71 000)`: median and 90 % interval. */
export function figureWithLimits(of: { median: number; q05: number; q95: number }, unit: string, m: Messages): string {
  return `${figure(of.median, unit, m)} (${limits(of.q05, of.q95, unit, m)})`;
}

/** The value to four figures, ungrouped by scale words, for those who ask. */
export function fullFigure(value: number, unit: string, m: Messages): string {
  const shown = scaled(value, unit);
  const text = grouped(Math.abs(shown) >= 1000 ? Math.round(shown) : significant(shown, 4));
  return dressed(text, unit, m);
}

/** What of a claim, or of a proposal for one, makes its number. */
export type PrintedNumber = Pick<Claim, "range" | "approximate" | "unit" | "currency" | "per">;

/** A claim's number as its source prints it, with currency and per what. */
export function claimFigure(claim: PrintedNumber, m: Messages): string {
  const { range } = claim;
  const unit = claim.unit === "money" ? (claim.currency ?? "money") : claim.unit;
  const per = (claim.per ?? "").split(" ").filter((word) => word !== "");
  const dress = (text: string) => m.unit.whole(text, unit, per);
  if (range.kind === "at least") return m.claim.atLeast(dress(spoken(range.low, m.digits)));
  if (range.kind === "at most") return m.claim.atMost(dress(spoken(range.high, m.digits)));
  const text = range.kind === "point" ? spoken(range.value, m.digits) : spokenRange(range.low, range.high, m.digits);
  return claim.approximate ? m.claim.about(dress(text)) : dress(text);
}

/** `US$150–330 million`: the 90 % interval with its currency. */
export function moneyLimits(of: { q05: number; q95: number; unit: string }, m: Messages): string {
  return dressed(spokenRange(rounded(of.q05, of.unit), rounded(of.q95, of.unit), m.digits), of.unit, m);
}
