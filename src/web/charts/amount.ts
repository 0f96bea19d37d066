import type { ChartLabels } from "./labels.ts";
import type { Interval } from "./props.ts";

/** A value as people say it; shares in per cent. */
export function amount(value: number, unit: string, labels: ChartLabels): string {
  return unit === "share" ? labels.percent(labels.number(value * 100)) : labels.number(value);
}

/** A value with every figure that means something; shares in per cent. */
export function fullAmount(value: number, unit: string, labels: ChartLabels): string {
  return unit === "share" ? labels.percent(labels.full(value * 100)) : labels.full(value);
}

/**
 * The two ends without the word that both end on: "1.2" and "2.1 billion".
 * @example
 * withoutSharedWord("20 %", "30 %") // => "20"
 */
export function withoutSharedWord(low: string, high: string): string {
  const word = /[\s\u202f]?[^\d\s\u202f.,]+$/u.exec(high)?.[0];
  return word !== undefined && low.endsWith(word) ? low.slice(0, -word.length) : low;
}

/** A range in words: "54 000–71 000". */
export function rangeText(
  low: number,
  high: number,
  options: { readonly unit: string; readonly labels: ChartLabels },
): string {
  const from = amount(low, options.unit, options.labels);
  const to = amount(high, options.unit, options.labels);
  return from === to ? to : `${withoutSharedWord(from, to)}–${to}`;
}

/** An estimate in words: "62 000 (54 000–71 000)". */
export function intervalText(
  interval: Pick<Interval, "median" | "q05" | "q95">,
  unit: string,
  labels: ChartLabels,
): string {
  return `${amount(interval.median, unit, labels)} (${rangeText(interval.q05, interval.q95, { unit, labels })})`;
}
