import type { Claim } from "../../claims/claim.ts";
import type { ClaimResult } from "../../estimates/estimate.ts";
import { grouped } from "../grouped.ts";
import { en, type Messages } from "../messages/en.ts";
import { claimFigure, figure, figureWithLimits, fullFigure, limits, spoken, unitWords } from "../numbers.ts";
import { speakerWords } from "../parts/claim-words.tsx";
import { periodWords } from "../periods.ts";
import { verdictOf } from "../verdict.ts";
import type { ChartWords } from "./words.ts";
import { wordsEn } from "./words-en.ts";
import { wordsKo } from "./words-ko.ts";

/** How an axis prints its numbers: divided by `by`, with the unit in words. */
export interface AxisUnit {
  readonly by: number;
  readonly words: string;
}

interface ChartNumbers {
  /** A value to two significant figures with its unit's sign: "US$220 million", "62 000", "87%". */
  readonly figure: (value: number, unit: string) => string;
  /** The same with every figure that means something. */
  readonly full: (value: number, unit: string) => string;
  /** Lines for those who point at an estimate: the figure with its interval, and the full value where that says more. */
  readonly tip: (of: { readonly median: number; readonly q05: number; readonly q95: number }, unit: string) => string[];
  /** "54 000–71 000". */
  readonly range: (low: number, high: number, unit: string) => string;
  /** "62 000 (54 000–71 000)". */
  readonly interval: (
    of: { readonly median: number; readonly q05: number; readonly q95: number },
    unit: string,
  ) => string;
  /** A number of an axis, already divided by the axis's unit. */
  readonly tick: (value: number) => string;
  /** "people". */
  readonly unit: (unit: string) => string;
  /** The unit of an axis that reaches `max`. */
  readonly axisUnit: (unit: string, max: number) => AxisUnit;
  /** Who says a number; a witness by letter alone. */
  readonly speaker: (statedBy: string) => string;
  /** A claim's number as its source prints it: "at least 50 000 people". */
  readonly printed: (claim: Claim) => string;
  /** An EDTF date or interval in words. */
  readonly period: (period: string | undefined) => string;
  /** What reconciling says of a claim, in words. */
  readonly conflict: (result: ClaimResult | undefined) => string;
}

/** The words of the charts and how they write numbers. */
export type ChartLabels = ChartWords & ChartNumbers;

const WORDS: Readonly<Record<string, ChartWords>> = { en: wordsEn, ko: wordsKo };

function axisUnit(unit: string, max: number, m: Messages): AxisUnit {
  const words = WORDS[m.tag] ?? wordsEn;
  const named = unitWords(unit, m);
  if (unit === "share") return { by: 0.01, words: named };
  if (max >= 2e9 && words.billion !== undefined) return { by: 1e9, words: words.billion(named) };
  if (max >= 2e6 && words.million !== undefined) return { by: 1e6, words: words.million(named) };
  return { by: 1, words: named };
}

function rangeWords(low: number, high: number, unit: string, m: Messages): string {
  const point = figure(high, unit, m);
  return figure(low, unit, m) === point ? point : limits(low, high, unit, m);
}

/** The words and numbers of the charts in the language of the messages. */
export function chartLabels(m: Messages): ChartLabels {
  return {
    ...(WORDS[m.tag] ?? wordsEn),
    figure: (value, unit) => figure(value, unit, m),
    full: (value, unit) => fullFigure(value, unit, m),
    tip: (of, unit) => {
      const [short, full] = [figure(of.median, unit, m), fullFigure(of.median, unit, m)];
      return [figureWithLimits(of, unit, m), ...(short === full ? [] : [full])];
    },
    range: (low, high, unit) => rangeWords(low, high, unit, m),
    interval: (of, unit) => figureWithLimits(of, unit, m),
    tick: (value) => (m.digits === "myriads" ? spoken(value, m.digits) : grouped(value)),
    speaker: (statedBy) => speakerWords(statedBy, m),
    printed: (claim) => claimFigure(claim, m),
    period: (period) => periodWords(period, m),
    unit: (unit) => unitWords(unit, m),
    axisUnit: (unit, max) => axisUnit(unit, max, m),
    conflict: (result) => verdictOf(result, m).words,
  };
}

/** The charts in English. */
export const ENGLISH: ChartLabels = chartLabels(en);
